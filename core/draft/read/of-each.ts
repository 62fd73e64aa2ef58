import { withoutListed } from '../numbers/listed-before.ts';
import type { Item } from '../items.ts';
import type { SectionRole } from '../model.ts';

/** "Bố trí 01 người ở mỗi xã", "mỗi huyện khám 02 đợt": how many each has to have, where tasks are given. */
const OF_EACH = String.raw`mỗi\s(?:điểm trường|điểm dân cư|cặp|gia đình|hộ|huyện|xã|thôn|bản|phường|trường|đơn vị|lớp|mô hình|cơ sở|địa phương|câu lạc bộ|trạm|chi hội|cụm|bệnh viện|trung tâm|phòng khám|ấp|khóm|xóm|buôn|khu phố|tổ dân phố|phòng|căn|doanh nghiệp|cơ quan|sở|ngành|nhóm|dự án|chuyên mục|tỉnh|tổ(?! chức)|đội|ban|hợp tác xã|điểm)(?:,\s(?:huyện|thị xã|thành phố|quận|xã|phường|thị trấn|thôn|bản|đơn vị|khu phố|tổ dân phố|ấp|khóm|ngành|cơ quan|đoàn thể|địa phương|trường|cơ sở))*(?!\p{L})`;
const EACH_BEFORE = new RegExp(String.raw`(?:^|[\s,;:(])${OF_EACH}[^,;:.%\d]*$`, 'u');
const EACH_BEHIND = new RegExp(
  String.raw`^(?:(?!\s(?:quy mô|diện tích|mức|định mức|công suất)\s)[^,;:.%\d])*\s${OF_EACH}`,
  'u',
);

/** "Trạm y tế bố trí 01 phòng, 02 giường ưu tiên": what a place that there are many of sets aside. */
const SETS_ASIDE =
  /(?:^|[\s,;.:])(?:các\s)?(?:trạm y tế|trường(?: học)?|xã|phường|thôn|cơ sở|đơn vị|trung tâm|bệnh viện|bộ phận một cửa)(?:\s(?!tỉnh|đa khoa|thành phố)\p{L}+){0,3}\sbố trí\s(?:(?:ít nhất|tối thiểu|từ)\s)*$/u;

/** "Mỗi trung tâm có 02 bác sĩ; trạm y tế có từ 01 đến 02 hộ sinh": so few are of each there too. */
function isOfEachToo({ before, number }: Item, sentence: string): boolean {
  return (
    isFew(number) &&
    OPENS_EACH.test(sentence) &&
    /^[\s;,]*\p{L}[^,:]*\s(?:có|bố trí)\s(?:(?:ít nhất|tối thiểu|từ)\s)*$/u.test(before)
  );
}

const OPENS_EACH = new RegExp(String.raw`^[^\p{L}]*(?:[a-zđ]\)\s)?${OF_EACH}`, 'u');
const FEW = 3;

function isFew({ high, value }: Item['number']): boolean {
  return (high ?? value ?? Infinity) <= FEW;
}

/**
 * Whether a number is how many each of several has to have or do, where tasks are given or no heading says what the
 * words are; "phấn đấu mỗi xã có ít nhất 01 mô hình" is an aim.
 * @param segment words before it up to the last semicolon
 */
export function isOfEach(item: Item, segment: string, sentence: string, role: SectionRole): boolean {
  const { before, after, number } = item;
  const isTask = role === 'tasks' || role === 'organisation';
  if (isTask && isFew(number) && number.unit === '' && SETS_ASIDE.test(withoutListed(segment))) return true;
  return (
    (isTask || (role === 'other' && isFew(number) && !/\scó\s[^,;]*$/u.test(before))) &&
    number.unit === '' &&
    !/phấn đấu|mục tiêu(?! quốc gia)/u.test(segment + after) &&
    (EACH_BEFORE.test(withoutListed(segment)) || EACH_BEHIND.test(after) || isOfEachToo(item, sentence))
  );
}
