/** A number with the words around it, in lower case. */
export interface Beside {
  printed: string;
  unit: string;
  before: string;
  after: string;
  /** Words of its clause that stand before it, up to the last full stop or semicolon. */
  clause: string;
}

/** What a document is made of or speaks of, whatever the verb: never a figure of a province. */
const OF_TEXTS =
  /^\s?(?:quan điểm|nguyên tắc|đột phá|khâu đột phá|trụ cột|bài học|tư tưởng|phương châm|(?:nhóm|chương trình) (?:chính sách|nhiệm vụ|giải pháp|mục tiêu|chỉ tiêu|trọng tâm|nội dung|vấn đề)|chương trình trọng tâm|nội dung (?:trọng tâm|chủ yếu|cơ bản)|chương trình đột phá|thông số|nhóm đối tượng|trường (?:dữ liệu|thông tin)|bước|rõ(?=\s?[),.;]|$)|không(?=\s?[),.;]|$))(?!\p{L})/u;
/** "ban hành 02 nghị quyết", "ký 15 văn bản phối hợp": papers. */
const PAPERS =
  /^\s(?:(?:đề án|chương trình hành động|kế hoạch)(?: thành phần| chuyên đề| cụ thể)?|nghị quyết|quyết định|chỉ thị|công văn|văn bản|quy chế|kế hoạch|thông báo|kết luận|hướng dẫn|báo cáo|tờ trình)(?!\p{L})/u;
const ISSUES =
  /(?:ban hành|tham mưu|trình|ký(?: kết)?|soạn thảo|xây dựng(?:\s(?:kế hoạch|chương trình|nghị quyết),)?|có|gồm|cụ thể hóa (?:thành|bằng))(?:\s(?:ít nhất|từ|khoảng))?\s$/u;
/** "kích thước 6 x 12 m" */
const TIMES_BEHIND = /^\s?[x×]\s?\d/u;
const TIMES_BEFORE = /\d\s?[x×]\s?$/u;
/** "(30 trẻ/lớp, 15 buổi/lớp)": of each class. */
const OF_EACH_UNIT =
  /^\s\p{L}[^,;:.()%\d/]{0,25}\/\s?(lớp|buổi|nhóm|tổ|đội|mô hình|câu lạc bộ|phòng|đợt|khóa|khoá|cuộc|hội nghị|phiên|chuyến|điểm|công trình|trạm|trung tâm|cơ sở|bệnh viện)(?!\p{L})/u;
/** "trang bị máy tính cho 112 thư viện (02 máy/thư viện)": of each of what was named before its bracket. */
const OF_EACH_NAMED = /^\s\p{L}[^,;:.()%\d/]{0,25}\/\s?(\p{L}+(?:\s\p{L}+)?)/u;
/** "cấp 05 quyển vở, 02 bộ quần áo/em/năm": what each of them gets. */
const PER_PUPIL = /^\s[^,;:.()%\d/]{1,25}(?:,\s\d+\s[^,;:.()%\d/]{1,25})?\/\s?(?:em|học sinh)(?!\p{L})/u;
/** "(01 con/hộ)" */
const PER_HOUSEHOLD = /^\s[^,;:.()%\d/]{1,25}\/\s?(?:hộ|nhà|thôn|bản|xã|trường|người)(?=\))/u;
const IN_BRACKET = /\([^()]*$/u;
/** "(quy mô 500 người)", "với sự tham gia của 300 đại biểu": who comes to an event. */
const OF_EVENT =
  /(?:\(quy mô|với sự tham gia của|sự tham dự của|thành phần tham dự|mỗi (?:lớp|hội nghị|buổi|phiên|khóa|đợt|cuộc|lần|chuyến|ngày hội|giải)[^,;.]{0,30})\s(?:(?:khoảng|hơn|trên|từ|ít nhất|tối thiểu|dự kiến|gần)\s)*$/u;
/** "Trung tâm Bảo trợ xã hội số 2 trên …", "(tier 3)" */
const NUMBERED =
  /(?:^|[\s,;(])(?:(?:trung tâm|bệnh viện|trường|nhà máy|khu|trạm|cơ sở|nhà văn hóa|tuyến|đường|cầu|dự án)\s[^,;:.%\d]{0,60}\ssố|tier)\s$/u;
const GRADE = String.raw`(?:[1-9]|1[0-2])`;
/** "Lớp 5, lớp 9", "khối 4, 8, 11": the years of school. */
const SCHOOL_YEAR = new RegExp(
  String.raw`(?:^|[\s(])(?:lớp|khối(?: lớp)?|tiếng anh)\s(?:${GRADE}(?:,\s|\svà\s|\sđến\s(?:lớp\s)?|\s-\s))*$`,
  'u',
);
const IS_GRADE = new RegExp(String.raw`^${GRADE}(?:\s?-\s?${GRADE})?$`, 'u');

/** Whether a number is of a text, an event, a class or a measure, and no figure that a plan sets. */
export function isAside({ printed, unit, before, after, clause }: Beside): boolean {
  if (TIMES_BEHIND.test(after) || (TIMES_BEFORE.test(before) && !/lần\s?$/u.test(before))) return true;
  if (unit !== '') return false;
  if (NUMBERED.test(clause) && /^\d{1,2}$/u.test(printed) && !/^\s(?:người|hộ|xã|trường|lớp)/u.test(after))
    return true;
  if (/^\s(?:đại biểu(?!\s(?:quốc hội|hội đồng|hđnd|nữ|là))|thí sinh|khách mời)(?!\p{L})/u.test(after))
    return true;
  // "bộ tài liệu 12 chuyên đề": what a text has.
  if (
    /(?:tài liệu|giáo trình|chương trình(?: đào tạo| học)?|sổ tay|giáo án)\s(?:gồm\s)?$/u.test(before) &&
    /^\s(?:chuyên đề|bài|chương|tiết|nội dung|trang|mô-đun|tín chỉ)(?!\p{L})/u.test(after)
  )
    return true;
  // "mỗi tuần 01 chuyên mục"
  if (/mỗi tuần\s(?:(?:có|ít nhất|tối thiểu|từ)\s)*$/u.test(before) && /^\d{1,2}$/u.test(printed))
    return true;
  // "11 tổ đại biểu giám sát"
  if (/^\s(?:tổ đại biểu|ban (?:của )?(?:hđnd|hội đồng nhân dân))(?!\p{L})/u.test(after)) return true;
  if (OF_TEXTS.test(after) || (PAPERS.test(after) && ISSUES.test(before))) return true;
  const ofUnit = OF_EACH_UNIT.exec(after)?.[1];
  if (
    ofUnit !== undefined &&
    (IN_BRACKET.test(clause) ||
      clause.includes(` ${ofUnit}`) ||
      new RegExp(String.raw`(?:ngày|buổi|tiết|giờ|tháng)\/${ofUnit},`, 'u').test(clause) ||
      /biên chế|định biên/u.test(clause))
  )
    return true;
  if (/^\s(?:vị\s)?đại biểu[^,;.%\d]{0,30}\sgiám sát(?!\p{L})/u.test(after)) return true;
  if (SIZE_OF_GROUP.some(([led, counted]) => led.test(clause) && counted.test(after))) return true;
  if (PER_PUPIL.test(after) || (IN_BRACKET.test(clause) && PER_HOUSEHOLD.test(after))) return true;
  const each = OF_EACH_NAMED.exec(after)?.[1];
  const [told, inside] = [clause.slice(0, clause.lastIndexOf('(')), IN_BRACKET.exec(clause)?.[0] ?? ''];
  if (each !== undefined && inside !== '' && !/năm|tháng|dân/u.test(each) && told.includes(each)) return true;
  return OF_EVENT.test(clause.slice(-80)) || isPartOfWhole(printed, before, after, clause);
}

/** "Lớp hòa nhập không quá 35 học sinh", "đội có từ 15 thành viên trở lên": how large a group of people is. */
const SIZE_OF_GROUP = [
  [
    /(?:^|[\s,;])lớp\s(?:[^,;:.%\d]{0,30}\s)?(?:không quá|tối đa|ít nhất|tối thiểu|từ|có từ|trên|dưới)\s$/u,
    /^\s(?:học sinh|trẻ|học viên|người|cháu|em)(?!\p{L})/u,
  ],
  [
    /(?:^|[\s,;])(?:đội|tổ|ban|câu lạc bộ|nhóm)\s[^,;:.%\d]{0,50}\scó\s(?:từ|ít nhất|tối thiểu)\s$/u,
    /^\s(?:thành viên|người|hội viên)(?!\p{L})/u,
  ],
] as const;

/** Whether a number is a year of school. */
export function isSchoolYear({ printed, unit, clause }: Beside): boolean {
  return unit === '' && IS_GRADE.test(printed) && SCHOOL_YEAR.test(clause);
}

/** "tại 78/78 xã", "75 % số xã (63/84)": where, or a share said once more. */
function isPartOfWhole(printed: string, before: string, after: string, clause: string): boolean {
  const whole = /^\/(\d{1,4})(?!\d|[.,/]\d)/u.exec(after)?.[1];
  if (whole === undefined) return false;
  return (
    /(?:^|\s)(?:tại|ở|trên địa bàn)\s$/u.test(before) ||
    (clause.includes('%') &&
      clause.trimEnd().endsWith('(') &&
      new RegExp(String.raw`^\/${whole}[^()]{0,25}\)`, 'u').test(after)) ||
    (printed === whole && /(?:^|\s)(?:của|cho|với)\s$/u.test(before))
  );
}
