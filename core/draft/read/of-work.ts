import type { SectionRole } from '../model.ts';
import { type Item, onlyLeads } from '../items.ts';
import { isDone } from './acts.ts';

const AIM =
  /phấn đấu|mục tiêu|chỉ tiêu|bảo đảm|đảm bảo|đến (?:hết |cuối )?năm|duy trì|giữ vững|hằng năm|hàng năm|mỗi năm|ít nhất|tối thiểu|nâng|giảm|tăng|từng bước|tập trung|tiếp tục|triển khai|thực hiện|hỗ trợ|xây dựng|vận hành/u;
/** "Cử 02 cán bộ theo dõi": who does the work. */
const STAFFED = /(?:cử|bố trí|phân công|giao|sắp xếp)\s(?:(?:ít nhất|tối thiểu|từ)\s)*$/u;
const IN_CHARGE =
  /^\s(?:đồng chí|lãnh đạo|cán bộ|công chức|viên chức|nhân viên|người|đảng viên|bác s[ĩỹ]|tổ công tác)\s(?:[^,;.]|,(?!\smỗi\s)){0,60}?(?:phụ trách|theo dõi|chuyên trách|kiêm nhiệm|đầu mối|làm nhiệm vụ|giúp đỡ|trực(?!\p{L}|\s(?:tiếp|tuyến|thuộc)))/u;
/** "Mỗi nhân viên phát triển mới 05 người": what one of many has to do. */
const EACH_PERSON =
  /(?:^|[\s,;:])mỗi\s(?:nhân viên|cán bộ|công chức|viên chức|đảng viên|đoàn viên|hội viên|giáo viên|đại lý|cộng tác viên|chi bộ|tổ chức đảng)(?:,\s(?:cán bộ|công chức|viên chức|đảng viên|đoàn viên|hội viên|chiến sĩ|người lao động)){0,4}(?!\p{L})[^,;:.%\d]*$/u;

const CHECKS =
  /(?:kiểm tra|giám sát)(?:\s(?:chuyên đề|trực tiếp|tại|định kỳ|ít nhất|tối thiểu|từ|khoảng|thực tế|công tác|liên ngành|mỗi năm|hằng năm|hàng năm|việc thực hiện|thực hiện))*\s$/u;
const CHECKED =
  /^\s(?:tổng\s)?(?:số\s)?(?:xã|phường|đơn vị|địa phương|cơ sở|tổ chức đảng|cuộc|lượt|đợt|chuyên đề|chi bộ|cơ quan|trạm|bệnh viện|trường|doanh nghiệp|dự án|mô hình|hợp tác xã)(?!\p{L})/u;
const WATCHES =
  /^\s(?:đoàn|tổ|ban|nhóm)\s(?:giám sát|kiểm tra|công tác|chỉ đạo|giúp việc|liên ngành|thanh tra|khảo sát)(?!\p{L})/u;
/** "64/64 xã giữ vững danh hiệu" */
const KEEPS = /^(?:\/\d+)?\s\p{L}[^;.:\d]{0,40}\s(?:giữ vững|duy trì|đạt)(?!\p{L})/u;
/** So few are of each who is told to. */
const FEW = 5;
const PLACE_BEHIND =
  /^\s(?:sở|ngành|cơ quan|bệnh viện|trường|huyện|quận|thị xã|thành phố|xã|phường|thị trấn|đơn vị|địa phương)(?!\p{L})/u;

/** "01 hội nghị quán triệt", "02 cuộc họp giao ban": how the plan itself is run. */
const MEETING =
  /^\s(?:(?:cuộc|phiên|buổi|kỳ)\s(?:họp|làm việc)|(?:hội nghị|cuộc)(?:\s(?:trực tuyến|toàn tỉnh|cán bộ))*\s(?:quán triệt|triển khai|sơ kết|tổng kết|giao ban|công bố|rút kinh nghiệm))(?!\p{L})/u;
/** "bình chọn 10 gương mặt trẻ tiêu biểu": who is honoured. */
const HONOURS = /(?:bình chọn|tôn vinh|biểu dương|tuyên dương|khen thưởng|vinh danh)\s$/u;
/** "01 cuộc tổng điều tra giữa kỳ", "rà soát 214 công trình": what comes before the work. */
const SURVEY = /^\s(?:cuộc|đợt)\s(?:tổng\s)?(?:điều tra|khảo sát|đánh giá|rà soát|sơ kết)(?!\p{L})/u;
const PREPARES =
  /(?:^|[\s,;:])(?:rà soát|thống kê|lập danh (?:mục|sách)|khảo sát)(?:\s(?:nhu cầu|lại|hiện trạng|của|toàn bộ))*\s$/u;
const OF_PARTY = /^\s(?:tổng\s)?(?:số\s)?(?:tổ chức đảng|chi bộ|chi, đảng bộ|cấp ủy|đảng bộ)(?!\p{L})/u;
/** "Ủy ban nhân dân 84 xã, phường: … treo ít nhất 05 băng rôn": told to all of them, so few are of each. */
const TOLD_TO_ALL =
  /^[^\p{L}]*(?:(?:\d{1,2}|[a-zđ])[.)-]\s)?(?:ủy ban nhân dân|ubnd|đảng ủy|mặt trận tổ quốc(?: việt nam)?|(?:hội )?liên hiệp phụ nữ|đoàn thanh niên|các)\s(?:(?:các|\d+)\s)?(?:xã|phường|thôn|bản|ấp|khu phố|tổ dân phố|đoàn thể|đặc khu|huyện|sở|ngành|trường|cơ quan|đơn vị|địa phương|cơ sở|doanh nghiệp)(?!\p{L})/u;

function isOfEachPlace({ before, after, number }: Item, sentence: string): boolean {
  return (
    number.unit === '' &&
    !/(?:mỗi|hằng|hàng) năm|\/\s?năm/u.test(after) &&
    (number.high ?? number.value ?? Infinity) <= FEW &&
    (TOLD_TO_ALL.test(sentence) || TOLD_TO_ALL.test(before)) &&
    !/phấn đấu|mục tiêu/u.test(sentence) &&
    /(?:ít nhất|tối thiểu|từ|treo|đăng ký|bố trí|phân công|cử|thành lập|mở)\s$/u.test(before)
  );
}

/** "các cơ quan treo ít nhất 02 khẩu hiệu", "tối thiểu 10 băng rôn tại trụ sở 84/84 xã": so few at the least are of each. */
function isOfEachHung({ before, after, number }: Item): boolean {
  return (
    number.unit === '' &&
    (number.high ?? number.value ?? Infinity) <= MOST_HUNG &&
    /^\s(?:băng rôn|khẩu hiệu|pa nô|pano|panô|áp phích|biểu ngữ|lá cờ)(?!\p{L})/u.test(after) &&
    (/(?:ít nhất|tối thiểu|từ)\s$/u.test(before) || PLACES_HANG.test(before))
  );
}
const MOST_HUNG = 20;
const PLACES_HANG =
  /(?:xã|phường|thôn|trường|trạm|cơ quan|đơn vị|địa phương)(?:, (?:xã|phường|thôn|đơn vị|đặc khu|trường học))*\s(?:treo|cắm|dựng|lắp đặt)\s$/u;
/** "118/118 xã, phường treo 05 băng rôn": who is told to. */
const HANG = /^\/\d{1,4}\s[^;.:%\d]{2,40}\s(?:treo|cắm|dựng)\s/u;

/** "Tổ chức 04 trại hè cho 320 em": for whom the act before is. */
function isForWhoever({ before, segment, number }: Item, items: readonly Item[]): boolean {
  const last = items.filter((one) => one.segment === segment && one.number.start < number.start).at(-1);
  return (
    last !== undefined &&
    isDone(last.before) &&
    /\scho\s(?:(?:khoảng|trên|hơn)\s)?$/u.test(`${last.after}${before}`)
  );
}

/** "khen thưởng 10 tập thể, 20 cá nhân" */
function isHonoured(item: Item, items: readonly Item[]): boolean {
  const last = items[items.indexOf(item) - 1];
  return (
    HONOURS.test(item.before) ||
    (last?.segment === item.segment && onlyLeads(item.before) && isHonoured(last, items))
  );
}

/** "Rà soát 21 hộ nghèo, 46 hộ cận nghèo" */
function goesOnWithSurvey(item: Item, items: readonly Item[]): boolean {
  const last = items[items.indexOf(item) - 1];
  return (
    last?.segment === item.segment &&
    onlyLeads(item.before) &&
    (PREPARES.test(last.before) || goesOnWithSurvey(last, items))
  );
}

/** "duy trì 09 cơ sở điều trị và 14 điểm cấp phát thuốc": more of what is kept or done. */
function goesOnWithAim(item: Item, items: readonly Item[]): boolean {
  const last = items[items.indexOf(item) - 1];
  return (
    last?.segment === item.segment &&
    /^(?:,|\s?và)\s$/u.test(item.before) &&
    (/duy trì|giữ vững/u.test(last.before) || isDone(last.before) || goesOnWithAim(last, items))
  );
}

/**
 * Whether a number says who does the work, who is told to, or how it is watched: "cử 01 lãnh đạo phụ trách", "thành lập
 * 02 đoàn giám sát", "UBND 38 xã, phường".
 */
export function isOfWork(
  item: Item,
  items: readonly Item[],
  role: SectionRole | null,
  sentence: string,
): boolean {
  const { before, after, number } = item;
  if (number.unit === '' && EACH_PERSON.test(before)) return true;
  if (number.unit === '' && MEETING.test(after)) return true;
  if (number.unit === '' && isHonoured(item, items)) return true;
  if (
    (role === 'organisation' || role === 'tasks') &&
    /^%?$/u.test(number.unit) &&
    (PREPARES.test(before) || goesOnWithSurvey(item, items))
  )
    return true;
  if (role === 'organisation' && number.unit === '' && SURVEY.test(after)) return true;
  if (
    role !== 'targets' &&
    (isOfEachHung(item) || HANG.test(sentence.split(number.printed).slice(1).join(number.printed)))
  )
    return true;
  if (CHECKS.test(before) && OF_PARTY.test(after)) return true;
  if (role === 'organisation' && isOfEachPlace(item, sentence)) return true;
  // "khen thưởng xã đạt 100 % chỉ tiêu"
  if (
    number.unit === '%' &&
    /(?:^|[\s,;])(?:khen thưởng|biểu dương|thưởng cho)(?!\p{L})[^;.]*$/u.test(before)
  )
    return true;
  // "100 % cấp ủy quán triệt Chương trình trước ngày …"
  if (role === 'organisation' && number.unit === '%' && /^[^,;.%\d]{0,60}\squán triệt(?!\p{L})/u.test(after))
    return true;
  // "Giao chỉ tiêu cho 106 xã, phường"
  if (role === 'organisation' && /(?:^|\s)cho\s$/u.test(before) && PLACE_BEHIND.test(after)) return true;
  if (
    /(?:giao|phân bổ|phân khai)(?: chi tiết)? (?:chỉ tiêu|kế hoạch|nhiệm vụ)(?:\s\p{L}+){0,4}\scho\s$/u.test(
      before,
    )
  )
    return true;
  // "cử 01 lãnh đạo phụ trách", "khen thưởng 20 tập thể"
  if (
    number.unit === '' &&
    ((STAFFED.test(before) && IN_CHARGE.test(after)) ||
      /^\s(?:bác s[ĩỹ]|cán bộ|nhân viên|người)\strực(?!\p{L}|\s(?:tiếp|tuyến|thuộc))/u.test(after) ||
      (role === 'organisation' && /(?:khen thưởng|biểu dương|tuyên dương)\s$/u.test(before)))
  )
    return true;
  // "Chủ tịch UBND 38 xã, phường"
  if (
    number.unit === '' &&
    /(?:ubnd|ủy ban nhân dân|chủ tịch|bí thư|đảng ủy|lãnh đạo|giám đốc|thủ trưởng|hiệu trưởng|người đứng đầu)\s$/u.test(
      before,
    ) &&
    PLACE_BEHIND.test(after)
  )
    return true;
  // "kiểm tra tối thiểu 20 % số xã mỗi năm": how the work is watched.
  if (role === 'organisation' && CHECKS.test(before) && CHECKED.test(after)) return true;
  if (
    role === 'tasks' &&
    number.unit === '%' &&
    /giám sát/u.test(before) &&
    CHECKS.test(before) &&
    CHECKED.test(after)
  )
    return true;
  // "kiểm tra 2 lần/năm tại ít nhất 15 xã"
  if (
    role === 'organisation' &&
    /(?:kiểm tra|giám sát|thanh tra)[^,;]*\s(?:tại|ở|đối với)\s(?:(?:ít nhất|tối thiểu|từ)\s)*$/u.test(
      sentence.slice(0, Math.max(0, sentence.indexOf(`${number.printed}${after}`))),
    )
  )
    return true;
  // "tổ chức 02 cuộc kiểm tra/năm"
  if (
    role === 'organisation' &&
    /^\s(?:cuộc|đợt|lượt)\s(?:kiểm tra|giám sát|thanh tra)(?!\p{L})/u.test(after)
  )
    return true;
  // "phân công cán bộ, đảng viên giúp đỡ 1 - 2 hộ"
  if (
    number.unit === '' &&
    (number.high ?? number.value ?? Infinity) <= FEW &&
    /phân công\s[^;.]*\s(?:giúp đỡ|đỡ đầu|phụ trách|kèm cặp|theo dõi)\s(?:(?:từ|ít nhất)\s)*$/u.test(before)
  )
    return true;
  // "Thành lập 02 đoàn giám sát"
  if (role === 'organisation' && number.unit === '' && WATCHES.test(after)) return true;
  // Who is there to do the work is counted too: an aim stands before its number.
  if (
    role === 'organisation' &&
    number.unit === '' &&
    !AIM.test(before) &&
    !/(?:^|\s)(?:xuống|lên|còn)(?:\s(?:còn|dưới|trên))?\s$/u.test(before) &&
    !KEEPS.test(after) &&
    !isForWhoever(item, items) &&
    !goesOnWithAim(item, items) &&
    (!isDone(before) || STAFFED.test(before))
  )
    return true;
  return false;
}
