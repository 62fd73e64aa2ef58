const PREDICATE =
  /(?<!\p{L})(?:được|đạt|có|tham gia|sử dụng|hưởng|tiếp cận|hoàn thành|biết|bị|đi học|là|đủ|thực hiện|áp dụng|cung cấp|kết nối|tốt nghiệp|đến trường|ra lớp|mắc|triển khai|giải quyết|chiếm|tăng|giảm|thuộc)(?!\p{L})/u;
/** Phrases with a verb that are part of a noun. */
const NOUN_PHRASES =
  /người tốt nghiệp|thiết bị|trang bị|chuẩn bị|người có công|có công với|có nhu cầu|có hoàn cảnh|có thu nhập|có bằng cấp|có điều kiện|có trách nhiệm|có nguy cơ|có việc làm ổn định|đồng bào được|có đủ điều kiện|có tiềm năng|bị ảnh hưởng|được phân công|có liên quan|mắc bệnh|thuộc (?:hộ|diện|vùng|nhóm|đối tượng|các|địa bàn|khu vực|huyện|xã|lĩnh vực|ngành)|tham gia bảo hiểm xã hội tự nguyện|mắc ca(?!\p{L})/gu;

/** Whether words hold a predicate, not only a noun phrase. */
export function hasPredicate(words: string): boolean {
  return PREDICATE.test(words.replaceAll(NOUN_PHRASES, (phrase) => '·'.repeat(phrase.length)));
}

/** Where a predicate begins in words; -1 where there is none. */
export function predicateAt(words: string): number {
  return words.replaceAll(NOUN_PHRASES, (phrase) => '·'.repeat(phrase.length)).search(PREDICATE);
}
