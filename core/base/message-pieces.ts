/** Pieces of sentences that several message tables share. */

/** Suggests what a mistyped word may have meant; empty when nothing is near. */
export const meant = {
  vi: (closest: string | null) => (closest === null ? '' : ` (có phải "${closest}"?)`),
  en: (closest: string | null) => (closest === null ? '' : ` (did you mean "${closest}"?)`),
};

/** A statement of a plan as messages name it. */
export const named = {
  vi: (id: string) => `Mục "${id}"`,
  en: (id: string) => `The entry "${id}"`,
};

/** Vietnamese for what the field types of core/fields.ts and the schemas expect; they state it in English. */
const expectations: Record<string, string> = {
  'a number without a thousands sign, such as 1000; decimals behind a dot, such as 12.5':
    'số viết liền, không ngăn hàng nghìn (một nghìn là 1000); phần lẻ sau dấu chấm (12.5)',
  'a whole number': 'số nguyên',
  'a year, such as 2025': 'năm, ví dụ 2025',
  text: 'chữ, không để trống',
  'small letters, digits and hyphens': 'chữ thường không dấu, chữ số và gạch nối',
  'a period such as 2025, 2025-S1, 2025-Q3, 2025-LK9':
    'kỳ báo cáo, ví dụ 2025, 2025-S1 (6 tháng đầu), 2025-Q3 (quý III), 2025-LK9 (9 tháng lũy kế)',
  'a day of the month, 1 to 28': 'ngày trong tháng, từ 1 đến 28',
  '"end" or a day of the month, 1 to 28': 'end (hết kỳ) hoặc ngày trong tháng, từ 1 đến 28',
  'one rule per plan and frequency':
    'mỗi kế hoạch một mục cho mỗi loại kỳ; mục này đã có ở trên, hãy thay mục ấy',
  'a day such as 11-30': 'ngày dạng tháng-ngày, ví dụ 11-30',
  'a date such as 2021, 2021-03 or 2021-03-12': 'ngày dạng 2021, 2021-03 hoặc 2021-03-12',
  'a day from 2000 on, such as 2025-03-12': 'ngày từ năm 2000, dạng năm-tháng-ngày, ví dụ 2025-03-12',
  'two positive numbers, the smaller first': 'hai số dương, số nhỏ trước',
  'a sheet name of at most 28 characters without apostrophe':
    'tên trang tính tối đa 28 ký tự, không có dấu nháy đơn',
  'a stratum that covers units names their tag, and no other does':
    'tag của các đơn vị nếu covers là units, và không có tag nếu covers là part',
  'a unit id such as VN12, VN12.105, VN51-2025 or VN12.03388-2025':
    'mã đơn vị như VN12, VN12.105, VN51-2025 hoặc VN12.03388-2025',
  'a day such as 2025-03-01': 'ngày dạng năm-tháng-ngày, ví dụ 2025-03-01',
  'capital letters, or with a year such as SYT-2025': 'chữ in hoa không dấu, hoặc thêm năm như SYT-2025',
  'a period of at most 50 years': 'giai đoạn không quá 50 năm',
  'a figure such as poverty-rate': 'mã chỉ tiêu như poverty-rate, hoặc poverty-rate|poor-districts',
  'at least 1': 'ít nhất 1 mã',
  'at least 2': 'ít nhất 2 mã',
  'a number of decimals, 0 to 9': 'số chữ số thập phân, từ 0 đến 9',
  'a province id such as VN12': 'mã tỉnh như VN12',
  'a list ([] when empty)': 'danh sách (trống thì ghi [])',
  'a group of fields': 'một nhóm trường',
};

/** The Vietnamese wording of an expectation; one of a fixed list of words is shown as it is. */
export function expectationVi(expected: string): string {
  return (
    expectations[expected] ??
    expected
      .replace(/^one of /u, 'một trong ')
      .replace(/^not below (\d+)$/u, 'không dưới $1')
      .replace(/^not above (\d+)$/u, 'không quá $1')
      .replace(/^a list of at most (\d+)$/u, 'danh sách không quá $1 mục')
  );
}

/** How much of what two texts share is shown before they part. */
const SHARED = 15;

/** Shortens two texts to where they differ. */
export function excerptsThatDiffer(one: string, other: string, length: number): [string, string] {
  let at = 0;
  while (at < Math.min(one.length, other.length) && one[at] === other[at]) at += 1;
  const isSeen = one === other || at + SHARED < length;
  const from = isSeen ? 0 : at - SHARED;
  const cut = (text: string) => excerpt(from === 0 ? text : `…${text.slice(from)}`, length);
  return [cut(one), cut(other)];
}

/** Shortens a quoted text so that a message stays readable. */
export function excerpt(text: string, length = 80): string {
  return text.length <= length ? text : `${text.slice(0, length - 1)}…`;
}
