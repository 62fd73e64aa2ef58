import type { SectionRole } from './model.ts';

/** Words of a heading, the first that fits decides. */
const ROLES: readonly (readonly [SectionRole, RegExp])[] = [
  // "Đánh giá kết quả thực hiện nhiệm vụ năm 2025"
  [
    'results',
    /^(?:(?:phần|chương)\s(?:thứ\s)?\p{L}+[\s.:-]*)?(?:đánh giá(?: (?:chung|tình hình))?|tình hình|tóm tắt|khái quát)(?: và)? (?:kết quả|tình hình|thực hiện)(?!\p{L})|^kết quả (?:thực hiện|đạt được|nổi bật)(?!\p{L})/u,
  ],
  ['targets', /kết quả (?:cần đạt|dự kiến|mong đợi|phấn đấu)|dự kiến kết quả/u],
  [
    'organisation',
    /tổ chức thực hiện|^thực hiện\W*$|phân công (?:trách nhiệm|nhiệm vụ)|^phân công\W*$|trách nhiệm (?:của|thực hiện)|^trách nhiệm\W*$|chế độ báo cáo/u,
  ],
  [
    'funding',
    /^(?:dự toán |nguồn |nhu cầu )?(?:kinh phí|nguồn vốn|nguồn lực|vốn)|^(?:về )?(?:kinh phí|dự toán|khái toán)|^(?:(?:các )?(?:chính sách|cơ chế|cơ chế, chính sách|chế độ|nội dung và mức|nội dung, mức)|định mức|mức) (?:hỗ trợ|chi|hưởng|đãi ngộ|ưu đãi)/u,
  ],
  ['targets', /mục tiêu|chỉ tiêu|phấn đấu|tầm nhìn|định hướng đến/u],
  [
    'tasks',
    /nhiệm vụ|giải pháp|nội dung|phương hướng|^(?:các )?(?:chương trình, )?(?:hoạt động|(?:tiểu )?dự án|hợp phần)(?!\p{L})/u,
  ],
  [
    'results',
    /tình hình|thực trạng|hiện trạng|kết quả|đánh giá|hạn chế|tồn tại|nguyên nhân|đã đạt|bối cảnh|^đặc điểm(?!\p{L})|bài học kinh nghiệm|khái quát/u,
  ],
  ['basis', /căn cứ|cơ sở pháp lý|mục đích|yêu cầu|quan điểm|sự cần thiết|phạm vi|đối tượng áp dụng/u],
];

const RESULTS =
  /thực trạng|hiện trạng|kết quả (?:thực hiện|đạt được|công tác)|tình hình (?:thực hiện|chung)|đánh giá (?:chung|kết quả|tình hình)|những (?:kết quả|hạn chế)|tồn tại, hạn chế|hạn chế, (?:tồn tại|khó khăn|nguyên nhân)/u;

/** Whether a heading can stand above nothing but a report, wherever it stands itself. */
export function reportsResults(clean: string): boolean {
  return RESULTS.test(clean) && sectionRole(clean) === 'results';
}

/** What a heading says of what stands below it; null where it says nothing. */
export function sectionRole(clean: string): SectionRole | null {
  const named = ROLES.find(([, words]) => words.test(clean))?.[0] ?? null;
  // "Nâng cao kết quả", "đánh giá tác động" tell what is to be done.
  if (named === 'results' && /nâng cao|tăng cường|đẩy mạnh|tiếp tục|kiểm tra|giám sát/u.test(clean))
    return null;
  return named;
}
