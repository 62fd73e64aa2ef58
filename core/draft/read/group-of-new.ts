import { type Item, onlyLeads } from '../items.ts';
import { hasPredicate, predicateAt } from '../numbers/predicate.ts';
import { groupAlone, isGroupNoun } from './part.ts';
import { namedPart, wholeOfCount } from './part-of-count.ts';
import { startsMove } from './starts-move.ts';

const LEADS =
  '(?:phấn đấu|giảm|tăng|đạt|còn|là|có|chiếm|xuống|lên|bình quân|từ|trên|dưới|ít nhất|tối thiểu|khoảng|không quá|không dưới|hơn|gần)';
/** "…, riêng trẻ 5 tuổi đạt", "… ở thành phố từ": what leads to the group right before the number. */
const BEFORE = new RegExp(
  String.raw`(?:^|[\s,;(])(?:riêng|đối với|ở|tại|trong(?=\snhóm\s))\s(?!nước ngoài|nhà|cơ sở|mức|tuổi)((?:\p{L}+\s){1,8}?(?:\d{1,2}\stuổi\s)?)(?:${LEADS}\s)*$`,
  'u',
);
/** "dưới 6 % ở nông thôn", "2 - 3 %/năm ở vùng có tỷ lệ tảo hôn cao" */
const BEHIND =
  /^\s?(?:ở|tại|đối với)\s((?:trẻ|trẻ em|người|nhóm|học sinh|phụ nữ|thanh niên)\s[^,;:.%()]{0,40}tuổi)(?=\s(?:và|vào|trong|đến|năm)(?!\p{L})|\s?[,;.:(]|\s?$)|^\s?\(((?:khu vực|vùng|địa bàn|các|nhóm)\s[^,;:.%\d()]{3,60})\)|^\s?(?:\/\s?năm\s)?(?:trở lên\s|trở xuống\s)?(?:ở|tại|đối với)\s(?!nước ngoài|nhà|mức|tuổi)([^,;:.%\d()]{3,80}?)(?=\s(?:và|vào|trong|đến|năm)(?!\p{L})|\s?[,;.:(]|\s?$)/u;
/** The comma between the two parts no numbers. */
const COMMUNES = new RegExp(String.raw`(?:ở|tại)\s((?:các\s)?xã, phường)\s(?:${LEADS}\s)*$`, 'u');
/** "trong đó độ tuổi 15 - 35 tuổi" */
const OF_AGE = /(?:nhóm |trong )?(?:độ )?tuổi (?:từ )?\d{1,2} ?(?:-|đến) ?\d{1,2}(?: tuổi)?/u;
const MARKED = /(?:^|[\s,;(])trong đó(?!\p{L})/u;

/**
 * The group of a number that no indicator of the catalogue is likely for: the words beside it name a part of what was
 * said before, or where it holds. Null where they name none.
 */
export function groupOfNew(item: Item, items: readonly Item[]): string | null {
  const { before, after, number } = item;
  const last = items[items.indexOf(item) - 1];
  const isShare = /^(?:%|‰)/u.test(number.unit);
  const around = last?.segment === item.segment ? `${last.after}${before}` : before;
  // "trong đó 310 hộ ở vùng có nguy cơ sạt lở": which of those that were counted.
  if (number.unit === '' && last !== undefined && MARKED.test(before) && onlyLeads(before)) {
    const part = (/^[^,;:.()\d]*/u.exec(after)?.[0] ?? '').trim().replace(CUT, '');
    if (part.includes(' ')) return part;
  }
  // "trong đó cao đẳng 3.500, trung cấp 6.500"
  if (number.unit === '' && last?.segment === item.segment && isListedPart(item, items)) {
    const named = (groupAlone(item) ?? (namedPart(item) || undefined))?.replace(
      /^trong đó:?\s(?:có\s)?/u,
      '',
    );
    if (named !== undefined && !/^(?:các\s)?(?:năm|giai đoạn)/u.test(named)) return named;
  }
  const part = namedPart(item, last);
  if (part !== '' && wholeOfCount(item, items) !== null) return part;
  const kind = kindOfPeople(item, items);
  if (kind !== null) return kind;
  const level = levelBeside(item, items);
  if (level !== null) return level;
  const age = /^[^\p{L}]*trong đó(?!\p{L})/u.test(before) ? OF_AGE.exec(before)?.[0].trim() : undefined;
  if (age !== undefined) return age;
  const isPart = last !== undefined && /(?:^|[\s,;(])riêng\s/u.test(before);
  // "…, riêng đào tạo nghề từ 30 % lên 42 %": the part stands before where it starts.
  const start = last !== undefined && startsMove(last, items) ? BEFORE.exec(last.before)?.[1]?.trim() : '';
  if (start !== undefined && start !== '' && items.indexOf(item) > 1) return start;
  const who = whoTheyAre(item, last);
  if (who !== null) return who;
  const led =
    isShare || isPart ? (COMMUNES.exec(around)?.[1] ?? BEFORE.exec(before)?.[1]?.trim()) : undefined;
  if (led !== undefined && led !== '') return led;
  const named = isShare ? BEHIND.exec(after) : null;
  const behind = (named?.[1] ?? named?.[2] ?? named?.[3])?.trim();
  if (behind !== undefined) return behind;
  const alone = isShare && last?.number.unit === number.unit ? groupAlone(item) : null;
  // "…; nữ đại biểu HĐND tỉnh ít nhất 35 %" says itself of what it is.
  return alone !== null && isGroupNoun(alone) && !/^(?:nam|nữ)\s(?!giới$)/u.test(alone) ? alone : null;
}

/** "trong đó tối thiểu 30 % là nữ": who a share is of; null where no words say so. */
export function whoTheyAre({ before, after, number }: Item, last: Item | undefined): string | null {
  if (!/^(?:%|‰)/u.test(number.unit) || !(MARKED.test(before) || (last !== undefined && onlyLeads(before))))
    return null;
  return (
    /^(?:\s(?:số\s)?(?:học viên|học sinh|lao động|người|thành viên|hội viên))?\slà\s([^,;.%\d()]{2,60}?)(?=\s?[,;.(]|$)/u
      .exec(after)?.[1]
      ?.trim() ?? null
  );
}

const PEOPLE =
  /^\s(?:hộ(?: gia đình)?|thanh niên|lao động|trẻ(?: em)?|học sinh|cán bộ|phụ nữ|dân số|dân cư|người(?! (?:có công|lớn))|trường(?: học)?(?=\s(?:ngoài|công|tư|ở|vùng|thuộc|mầm non (?:công|ngoài|tư)))|cơ sở(?=\s(?:ngoài|công|tư))|doanh nghiệp)(?!\p{L})/u;

/** "85 % thanh niên công nhân, 75 % thanh niên nông thôn được …": which of the same people each share of a list is of. */
function kindOfPeople(item: Item, items: readonly Item[]): string | null {
  const own = PEOPLE.exec(item.after)?.[0];
  if (own === undefined || item.number.unit !== '%') return null;
  const words = peopleOf(item);
  const at = items.indexOf(item);
  const isBeside = [items[at - 1], items[at + 1]].some(
    (one) =>
      one?.number.unit === '%' &&
      Math.abs(one.segment - item.segment) <= 1 &&
      (PEOPLE.exec(one.after)?.[0].slice(0, SAME) ?? '') === own.slice(0, SAME) &&
      peopleOf(one) !== words &&
      !(hasPredicate(one.after) && hasPredicate(item.after)),
  );
  return isBeside && words.length > own.trim().length ? words : null;
}
/** "hộ", "hộ gia đình" are the same people. */
const SAME = 3;

function peopleOf({ after }: Item): string {
  const words = /^\s([^;:.()%\d]*)/u.exec(after)?.[1] ?? '';
  const verb = predicateAt(words);
  return (verb < 0 ? words : words.slice(0, verb)).replaceAll(',', ' ').trimEnd();
}

const LEVEL = /(?<!\p{L})(?:cấp|tuyến|bệnh viện)\s(?:tỉnh|huyện|xã|sở|cơ sở)(?!\p{L})/u;

/** "100 % hồ sơ cấp tỉnh, 95 % cấp xã": the level a share is of, where a share beside it is of another. */
function levelBeside(item: Item, items: readonly Item[]): string | null {
  const own = levelOf(item);
  const isBeside = items.some((one) => {
    const other = one.segment === item.segment ? levelOf(one) : null;
    return other !== null && other !== own && one.number.unit === item.number.unit;
  });
  return own !== null && item.number.unit === '%' && isBeside ? own : null;
}

function levelOf({ before, after }: Item): string | null {
  return LEVEL.exec(before.slice(before.lastIndexOf(',') + 1))?.[0] ?? LEVEL.exec(after)?.[0] ?? null;
}

const AREA =
  /(?<!\p{L})(?:ở|tại|khu vực)\s(thành thị|đô thị|thành phố|nông thôn|miền núi|đồng bằng)(?!\p{L})/u;

/** "98 % hộ gia đình ở thành thị và 95 % hộ gia đình ở nông thôn được …": the area, where a share beside it is of another. */
export function areaBeside(item: Item, items: readonly Item[]): string | null {
  const areaOf = ({ after }: Item) => AREA.exec(after)?.[1] ?? null;
  const own = areaOf(item);
  const at = items.indexOf(item);
  const isBeside = [items[at - 1], items[at + 1]].some(
    (one) =>
      one?.segment === item.segment && one.number.unit === item.number.unit && (areaOf(one) ?? own) !== own,
  );
  return own !== null && isBeside ? own : null;
}

const MAKES_UP =
  /^[\s,;(]*(?:(?:và|trong đó:?|riêng)\s)?(?!tỷ lệ|tỷ trọng|số(?!\p{L})|cơ cấu)((?:\p{L}+\s){1,7}?)chiếm\s(?:(?:tỷ lệ|khoảng|trên|ít nhất|tối thiểu|từ|hơn|gần)\s)*$/u;

/** "tập huấn cho 3.600 lượt cán bộ, cán bộ nữ chiếm ít nhất 40 %": who the share of those counted before is of. */
export function whoMakesUp({ before, after, number, segment }: Item, last: Item | undefined): string | null {
  const isOfCount = last?.segment === segment && !/^(?:%|‰)/u.test(last.number.unit);
  if (number.unit !== '%' || !isOfCount || !/^\s?(?:[,;.)]|tổng số|số)|^\s*$|^\s(?:trở lên)/u.test(after))
    return null;
  return MAKES_UP.exec(before)?.[1]?.trim() ?? null;
}

const IN_AREA =
  /^[^,;:.%()\d]{0,60}?\s(?:ở|tại|khu vực)\s((?:khu vực\s|vùng\s)?(?:thành thị|đô thị|nông thôn|miền núi|vùng cao|vùng sâu|biên giới|hải đảo|dân tộc thiểu số)(?!\p{L}))/u;

/** "80 % người hưởng ở đô thị", "dưới 6 % ở khu vực thành thị": the sort of place that a share is of. */
export function areaBehind({ after, number }: Item): string | null {
  return number.unit === '%' ? (IN_AREA.exec(after)?.[1] ?? null) : null;
}

/** Whether "trong đó" stands before it or before a part of the same list. */
function isListedPart(item: Item, items: readonly Item[]): boolean {
  const earlier = items.filter(
    (one) => one.segment === item.segment && one.number.start <= item.number.start,
  );
  const marked = earlier.map(({ before }) => MARKED.test(before) || /^\s?\(/u.test(before)).lastIndexOf(true);
  return marked > 0 && earlier.slice(marked).every((one) => one.number.unit === '' && !one.hasPredicate);
}

/** What is left of a threshold where words end before its number. */
const CUT = /\s(?:có|đạt)\s[^,]{0,20}(?:trên|dưới|từ|khoảng)$/u;
