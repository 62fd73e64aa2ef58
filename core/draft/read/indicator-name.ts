import { REMOVED, type Item } from '../items.ts';
import { isCountNoun } from '../indicator/counted.ts';
import type { Paragraph } from '../paragraph.ts';
import { DONE_IN_YEARS } from './acts.ts';

const YEARS =
  /(?:(?:đến|vào|trong|hết|cuối|từ|giai đoạn|so với|trước|các)\s){0,3}(?:năm\s)?(?:19|20)\d{2}(?:(?:\s?[-–]\s?|(?:,|\svà)\s(?:đến\s)?)(?:năm\s)?(?:19|20)\d{2}(?!\d))*(?:\strở đi)?/giu;
/** What leads to a number and says nothing of what it counts; "dưới 5 tuổi" leads to none. */
const LEADS =
  'phấn đấu|đạt|và duy trì|giảm|tăng|nâng|hạ|rút|xuống|còn|lên|ít nhất|tối thiểu|tối đa|trên|dưới|hơn|khoảng|gần|vượt|không quá|không dưới|không thấp hơn|không vượt quá|từ|ở mức|ổn định|là|chiếm|bình quân|trung bình|mỗi năm|hằng năm|hàng năm|có|cho|thêm|đến|được|mức|tỷ lệ|(?<!thiểu\\s)số|lần lượt|ước|thấp hơn';
const TRAILING = new RegExp(String.raw`(?:^|[\s,:;(])(?:${LEADS})$`, 'iu');
const LEADING =
  /^[\s,:;.)-]*(?:(?:phấn đấu|bảo đảm|đảm bảo|trong đó|đồng thời|và|có|nâng(?! cấp| cao)|giảm(?! nghèo)|tăng(?! cường)|duy trì|giữ vững|giữ ổn định|đưa|hạ|mỗi năm|hằng năm|hàng năm|bình quân|từng bước|cơ bản|đạt|ít nhất|khoảng|trên|toàn tỉnh|toàn xã)(?!\p{L})[\s,:]*)*/iu;
const BEHIND = /^\s?(?:\/\s?năm|trở lên|trở xuống|điểm phần trăm)(?!\p{L})/iu;
const NOUN =
  /^(?:tỷ lệ|tỉ lệ|tỷ trọng|tỷ suất|tỷ số|số|tổng|mức|chỉ số|diện tích|quy mô|thu nhập|tuổi thọ|mật độ|năng suất|thời gian|độ)(?!\p{L})/iu;
const LEAST_LETTERS = 6;

/**
 * What an indicator of the document's own would be called: the words of the document as it writes them, without
 * year, comparator and what leads to the number. Words that only say which part it is of go behind the name before.
 * @param before the name of the number before it in the same part of the sentence; '' where there is none
 */
export function indicatorName(item: Item, paragraph: Paragraph, isShare: boolean, before: string): string {
  const own = ownName(item, paragraph, isShare);
  if (before === '') return own;
  return own === '' ? before : PART.test(own) ? `${before} (${own})` : own;
}

const PART = /^(?:ở|tại|riêng|đối với|khu vực|tuyến|trong đó)(?!\p{L})/iu;

function ownName(item: Item, { text }: Paragraph, isShare: boolean): string {
  const led = nounOf(text.slice(item.start, item.number.start));
  const behind = text
    .slice(item.number.unitEnd, Math.max(item.number.unitEnd, item.end))
    .replace(BEHIND, '')
    .replace(/\s?\/\s?năm(?!\p{L})/iu, '');
  const counted = tidy(behind.replaceAll(YEARS, ' '));
  const name = NOUN.test(led)
    ? led
    : isShare
      ? `${counted.replace(/^(?:các|số|tổng số)\s/iu, '')}${removed(item)}`
      : countName(led, counted, item.number.unit);
  const isNone = (name.match(/\p{L}/gu) ?? []).length < LEAST_LETTERS || isCountNoun(name);
  return isNone ? '' : name;
}

/** "Đào tạo nghề cho 250 người khuyết tật" counts those it is done for: "Số người khuyết tật được đào tạo nghề". */
function countName(led: string, behind: string, unit: string): string {
  const own = behind.replace(/^\/\d+\s/u, '');
  const end = own.search(ENDS_NOUN);
  const counted = tidy(end < 0 ? own : own.slice(0, end));
  const plain = tidy(`${led} ${counted}`);
  const at = led.toLocaleLowerCase('vi').search(DONE_IN_YEARS);
  const isBare = isCountNoun(counted) || (counted.match(/\p{L}/gu) ?? []).length < LEAST_LETTERS;
  const head = /^ha(?!\p{L})/u.test(unit) ? 'Diện tích' : unit === '' ? 'Số' : '';
  if (counted === '' || head === '' || NOUN.test(counted) || at < 0 !== (led === '') || (isBare && at < 0))
    return plain;
  const verb = tidy(led.slice(Math.max(0, at)));
  const isSaid = verb === '' || /(?<!\p{L})được\s/u.test(counted);
  return `${head} ${lowerFirst(counted)}${isSaid ? '' : ` được ${lowerFirst(verb)}`}`;
}

/** What says of what is counted how much each has, how often or how many at least. */
const ENDS_NOUN =
  /[):;]|,\s(?:mỗi|với|bình quân|trong đó|quy mô)(?!\p{L})|(?<!tuổi)\s(?:trở lên|trở xuống)(?!\p{L})|\s(?:mỗi|hằng|hàng) năm(?!\p{L})/u;

function lowerFirst(words: string): string {
  // "OCOP", "HĐND" stay as they are.
  return /^\p{Lu}\p{Ll}/u.test(words) ? words.charAt(0).toLocaleLowerCase('vi') + words.slice(1) : words;
}

/** "Xóa 100 % nhà tạm" is a share of what is done away with: its name says so. */
function removed({ before }: Item): string {
  const verb = REMOVED.exec(before)?.[1];
  return verb === undefined ? '' : ` được ${verb}`;
}

/** The words before a number without what leads to it, from the noun on where one stands in them. */
function nounOf(words: string): string {
  let left = withoutMarks(words.replaceAll(YEARS, ' '));
  for (let before = ''; before !== left;) {
    before = left;
    left = withoutMarks(left.replace(TRAILING, ''));
  }
  const clauses = left.split(/,\s|:\s/u).map((clause) => clause.replace(LEADING, '').trim());
  const noun = clauses.map((clause) => NOUN.test(clause)).lastIndexOf(true);
  return tidy((noun >= 0 ? clauses.slice(noun) : clauses.filter((clause) => clause !== '')).join(', '));
}

function tidy(words: string): string {
  const plain = words
    .replaceAll(/[*#_|`]/gu, ' ')
    .replaceAll(/\s+/gu, ' ')
    .replace(LEADING, '')
    .trim();
  const ended = withoutMarks(withoutMarks(plain).replace(/\s(?:và|vào|đến|trong|của|cho|theo)$/u, ''));
  const open = ended.split('(').length - ended.split(')').length;
  return open > 0 ? ended.slice(0, ended.lastIndexOf('(')).trim() : ended;
}

/** Without white space and marks at the end. */
function withoutMarks(words: string): string {
  let end = words.length;
  while (end > 0 && ' ,:;./(–-'.includes(words[end - 1] ?? '')) end -= 1;
  return words.slice(0, end);
}
