import { type Item, onlyLeads } from '../items.ts';
import { isDone } from './acts.ts';
import { wholeOfCount } from './part-of-count.ts';
import { isSameInBrackets } from './peer.ts';
import { hasPredicate } from '../numbers/predicate.ts';

/** The item before it of which this is a part: "trong đó", "riêng", in brackets, or the same verb over a list. */
export function headOfPart(item: Item, items: readonly Item[]): Item | null {
  const last = items[items.indexOf(item) - 1];
  if (last === undefined) return null;
  const before = largerThanPart(outsideBracket(last, item, items), item, items);
  const whole = wholeOfCount(item, items);
  if (whole !== null) return whole;
  if (before.segment !== item.segment) return headOfSegment(item, items);
  // "(tương ứng 840 - 930 hộ)": the same in another unit.
  if (/tương ứng[^,;]{0,20}$/u.test(item.before) || isSameInBrackets(item, items)) return before;
  // What stands behind "trong đó 1.200 hộ" says which of them, not what is done.
  // "thiếu đất ở cho 1.064 hộ, đất sản xuất cho trên 2.500 hộ"
  if (!item.hasPredicate && FOR.test(item.before) && FOR.test(before.before)) return before;
  // "Giảm 2 - 3 %/năm số cặp tảo hôn và 3 - 5 %/năm số cặp kết hôn cận huyết"
  if (onlyLeads(item.before) && MOVED.test(before.before) && MOVED_THING.test(item.after)) return before;
  const led = item.before.replaceAll(/(?:trong |đến |hết )?năm (?:19|20)\d{2}/gu, ' ');
  const isMarked = /trong đó|riêng|cụ thể/u.test(led) && onlyLeads(led.replaceAll('cụ thể', ' '));
  if (item.hasPredicate && !isMarked && !isDoneUpTo(item, before)) return null;
  const isPercent = (one: Item): boolean => /^(?:%|‰|phần)/u.test(one.number.unit);
  if (isPercent(before) !== isPercent(item) || /(?:^|\s)(?:lên|xuống|còn)\s/u.test(item.before)) return null;
  if (isShortPart(item) && partsBefore(item, items)) return before;
  return /trong đó|riêng|\(/u.test(led) || onlyLeads(item.before) ? before : null;
}

/** "165.000 người (bình quân 33.000 người/năm), gồm: cao đẳng 14.500 người": parts are of what stands outside the bracket. */
function outsideBracket(last: Item, item: Item, items: readonly Item[]): Item {
  const before = items[items.indexOf(last) - 1];
  const isInBracket = /^\s?\([^()]*$/u.test(last.before) && /^[^()]*\)/u.test(last.after + item.before);
  return isInBracket && before?.segment === item.segment && PARTS.test(item.before) ? before : last;
}

/** "160.000 lao động, bình quân mỗi năm 32.000 lao động, trong đó 60.000 lao động nữ": no part is more than its whole. */
function largerThanPart(last: Item, item: Item, items: readonly Item[]): Item {
  const before = items[items.indexOf(last) - 1];
  const [part, whole, other] = [item, last, before].map((one) => one?.number.value ?? null);
  const isMore =
    part !== null &&
    whole !== null &&
    other !== null &&
    part !== undefined &&
    whole !== undefined &&
    other !== undefined &&
    part > whole &&
    part <= other;
  const isAlike =
    before?.segment === item.segment &&
    [before, last].every(({ number }) => number.unit === item.number.unit);
  return isMore && isAlike && PARTS.test(item.before) ? before : last;
}

/** What leads to the parts of a whole. */
const PARTS = /(?:gồm|trong đó|cụ thể|riêng)(?:\scó)?\s?:?\s[^,;:]*$/u;

/** "Xây dựng 320 phòng học, 96 bếp ăn, 140 nhà vệ sinh đạt chuẩn": up to which standard, behind the last of what is done. */
function isDoneUpTo({ before, after, number }: Item, last: Item): boolean {
  const thing = after.replace(UP_TO, '');
  return (
    thing !== after &&
    number.unit === '' &&
    onlyLeads(before) &&
    !hasPredicate(thing) &&
    !hasPredicate(last.after) &&
    !/(?<!\p{L})(?:có|đạt)\s[^,;\d]*$/u.test(last.before)
  );
}

const UP_TO =
  /\s(?:đạt (?:quy )?chuẩn|đủ tiêu chuẩn|đạt tiêu chuẩn|theo chuẩn|hợp vệ sinh)(?:\s[^,;:.\d]{0,30})?[\s,.;]*$/u;

/** "Miền núi giảm 4 %/năm; đồng bằng 0,5 %/năm": a part that is nothing but a name goes on with the verb before. */
function headOfSegment(item: Item, items: readonly Item[]): Item | null {
  const ofSegment = items.filter(({ segment }) => segment === item.segment - 1);
  // "… giảm 1,2 %/năm, đến năm 2030 còn 23 %; vùng cao còn 33 %": what moves alike.
  const verb = /(?<!\p{L})(còn|xuống|lên|giảm|tăng)\s[^,;]*$/u.exec(item.before)?.[1];
  const head = ofSegment.find(({ before }) => verb !== undefined && before.includes(verb)) ?? ofSegment[0];
  if (verb !== undefined && /còn|xuống|lên/u.test(verb) && head?.before.includes(verb) !== true) return null;
  const words = item.before.replace(/^[\s;,]*(?:và\s)?/u, '').trim();
  // "Thất nghiệp duy trì dưới 3 %; khu vực thành thị dưới 4 %"
  const place = groupAlone(item);
  if (head !== undefined && place !== null && PLACE.test(place) && head.number.unit === item.number.unit)
    return head;
  const isName = words !== '' && words.split(/\s/u).length <= LONGEST_NAME && !onlyLeads(words);
  const isAlone = /^[\s(,.;:]*$/u.test(item.after) || /^\s?(?:\/|mỗi |hằng |hàng )/u.test(item.after);
  if (head === undefined || !isName || !isAlone || item.hasPredicate) return null;
  if (
    !(hasPredicate(head.before) || isDone(head.before)) ||
    /tỷ lệ|số|tổng|diện tích|mức|khoảng|ít nhất|trên|dưới/u.test(words)
  )
    return null;
  return head.number.unit === item.number.unit ? head : null;
}

const PLACE = /^(?:(?:ở|tại|riêng)\s)?(?:khu vực|vùng|miền|đồng bằng|đô thị|nông thôn|thành thị)(?!\p{L})/u;
const MOVED = /(?:^|[\s,])(?:giảm|tăng)(?:\s(?:bình quân|trung bình|ít nhất|tối thiểu|khoảng|trên|từ))*\s$/u;
const MOVED_THING = /^\s?(?:\/\s?năm\s)?(?:tổng\s)?(?:số|tỷ lệ|tỷ suất)\s/u;
const LONGEST_NAME = 6;
const LONGEST_GROUP = 10;

const FOR = /\scho\s(?:(?:trên|khoảng|ít nhất|tối thiểu|hơn|gần)\s)?$/u;

const LONGEST_PART = 8;

/** A part named in a few words: "trung cấp 1.500 người". */
function isShortPart({ before }: Item): boolean {
  return before.trim().split(/\s/u).length <= LONGEST_PART && !/tỷ lệ|số|tổng/u.test(before);
}

/** Whether the items before it are parts up to the one that "trong đó" begins. */
function partsBefore(item: Item, items: readonly Item[]): boolean {
  for (let at = items.indexOf(item) - 1; at >= 0; at -= 1) {
    const one = items[at];
    if (one === undefined || one.segment !== item.segment) return false;
    if (items[at - 1]?.segment === one.segment - 1 && headOfSegment(one, items) !== null) return true;
    // "Tỷ lệ đến trường: nhà trẻ 25 %, mẫu giáo 90 %"
    if (/:\s(?:\S+\s){1,4}$/u.test(one.before)) return true;
    if (/trong đó|riêng|^\s?\(/u.test(one.before) || /:\s?$|:\s\p{L}/u.test(items[at - 1]?.after ?? ''))
      return true;
    if (!isShortPart(one)) return false;
  }
  return false;
}

/** A sentence that opens so goes on with what the one before it said. */
const GOES_ON = /^[^\p{L}]*(?:cụ thể|trong đó|riêng)(?!\p{L})/u;
const OWN_SUBJECT = /tỷ lệ|tỷ suất|(?<!thiểu )số|tổng|diện tích|thu nhập|(?:lên|xuống|còn)\s[^,;]*$/u;

/** "… Cụ thể, nam 200 người, nữ 300 người": whether a sentence says of parts what the one before it said of all. */
export function goesOnFromBefore(sentence: string): boolean {
  return GOES_ON.test(sentence);
}

/** Whether a number of such a sentence has no subject and no verb of its own. */
export function isBarePart({ before, hasPredicate: says }: Item): boolean {
  return !says && !OWN_SUBJECT.test(before);
}

/** "…, đến cuối kỳ còn dưới 10 %": when, no group. */
const IS_TIME = /^(?:(?:đến|vào|hết|cuối|đầu|giữa|trong)\s)+(?:kỳ|năm|giai đoạn|nhiệm kỳ|kế hoạch)(?!\p{L})/u;

/** Nothing behind a number but what its unit goes on with. */
const ENDS = /^[\s).,;:]*$|^\s?\)|^\s?(?:\/\s?năm|(?:mỗi|hằng|hàng) năm|cm|kg|tuổi)[\s).,;:]*$/u;
/** What leads from a name to its number. */
const TAIL = new Set(
  'giảm tăng bình quân đạt là có còn trên dưới ít nhất tối thiểu khoảng từ đến lên xuống không quá hơn'.split(
    ' ',
  ),
);
/** What a part of a place or of people is called. */
const GROUP_NOUN =
  /^(?:(?:các|những|khu vực|khu dân cư|vùng|nhóm)\s|(?:miền|đồng bằng|đô thị|nông thôn|thành thị|thành phố|thị xã|nội thành|ngoại thành|huyện|xã|thôn|bản|hộ|nam|nữ|phụ nữ|đồng bào)(?!\p{L}))/u;

/** Whether words begin as the name of a part of a place or of people does. */
export function isGroupNoun(words: string): boolean {
  return GROUP_NOUN.test(words);
}

/**
 * "Tỷ lệ hộ nghèo giảm 0,5 %/năm; vùng đồng bào dân tộc thiểu số giảm 2 %/năm": the part goes on with the verb of the
 * one before it, and names a group.
 */
export function groupWithVerb(item: Item, before: Item): string | null {
  const verb = /(?<!\p{L})(giảm|tăng)(?!\p{L})/u.exec(item.before)?.[1];
  const words = verb !== undefined && before.before.includes(verb) ? groupAlone(item) : null;
  return words !== null && GROUP_NOUN.test(words) ? words : null;
}

/**
 * "…, trung học cơ sở 97 %": the words before a number where they name nothing but a group, and so go on with what was
 * said of another group; null where they say more.
 */
export function groupAlone({ before, after, hasPredicate: says }: Item): string | null {
  const led = before.replace(
    /^[\s,;(]*(?:và\s|còn\s|trong đó:?\s)?(?:riêng\s)?(?:(?:ở|tại|của|đối với|cấp|bậc)\s)?/u,
    '',
  );
  const all = led.split(/\s/u).filter((word) => word !== '');
  while (TAIL.has(all.at(-1) ?? '')) all.pop();
  const words = all.join(' ');
  const isShort = words !== '' && words.split(/\s/u).length <= LONGEST_GROUP && !/[\d,:]/u.test(words);
  const isPlain =
    !/tỷ lệ|(?<!thiểu )số|tổng|diện tích|mức|thu nhập|(?<!cao )tuổi/u.test(words) &&
    !IS_TIME.test(words) &&
    !hasPredicate(words);
  return isShort && isPlain && !(says && hasPredicate(after)) && ENDS.test(after) ? words : null;
}
