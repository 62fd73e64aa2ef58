import { type Item, onlyLeads } from '../items.ts';
import { isCountNoun } from '../indicator/counted.ts';
import type { RuleId } from '../rules.ts';
import { hasPredicate, predicateAt } from '../numbers/predicate.ts';

/** The items before this one in the same list: numbers that come one after another and share a predicate behind them. */
export function listBefore(item: Item, items: readonly Item[]): Item[] {
  const list: Item[] = [];
  for (let at = items.indexOf(item); at > 0; at -= 1) {
    const [one, before] = [items[at], items[at - 1]];
    if (one === undefined || before === undefined || before.segment !== one.segment) break;
    const isInTurn = IN_TURN.test(list[0]?.before ?? before.before) || isLedInTurn(before, items);
    if (!onlyLeads(one.before) || (!saysWhat(before.after) && !isInTurn) || hasPredicate(before.after)) break;
    list.unshift(before);
  }
  return list;
}

const IN_TURN = /lần lượt/u;

/** "lần lượt 60 %, 80 % và 90 %": whether nothing but such numbers stand between "lần lượt" and this one. */
function isLedInTurn(item: Item, items: readonly Item[]): boolean {
  const before = items[items.indexOf(item) - 1];
  return (
    IN_TURN.test(item.before) ||
    (before?.segment === item.segment && /^(?:,|\s?và)\s$/u.test(item.before) && isLedInTurn(before, items))
  );
}

/**
 * The item before this one of a pair "ít nhất 27 % vào năm 2028 và 30 % vào năm 2030": nothing but a year stands
 * between them, so one comparator leads both. Null where it is none.
 */
export function pairBefore(item: Item, items: readonly Item[]): Item | null {
  const before = items[items.indexOf(item) - 1];
  if (before === undefined || before.segment !== item.segment) return null;
  const isYearOnly =
    (/(?:19|20)\d{2}/u.test(before.after) || YEARS_BEHIND.test(item.after)) && contentOf(before.after) === '';
  return isYearOnly && /^[\s,)]*(?:và\s)?$/u.test(item.before) ? before : null;
}

/** "Dưới 50 % và 40 % vào các năm 2028, 2030". */
const YEARS_BEHIND = /^\s(?:vào|trong|đến)\s(?:các\s)?năm\s(?:19|20)\d{2}(?:,|\svà)\s/u;

/**
 * "Số hộ nghèo còn 5.000 hộ vào năm 2027, 3.000 hộ vào năm 2030": the first of the items that say the same of other
 * years, of which the others are; the item itself where there is none.
 * @param isInTurn whether years stand before or behind all of them ("lần lượt")
 */
export function sameBefore(item: Item, items: readonly Item[], isInTurn: boolean): Item {
  const before = items[items.indexOf(item) - 1];
  if (before === undefined || before.number.unit !== item.number.unit) return item;
  const isSame = isInTurn
    ? onlyLeads(item.before) && !/lần lượt/u.test(item.before)
    : before.segment === item.segment &&
      contentOf(item.before) === '' &&
      contentOf(before.after) === contentOf(item.after) &&
      /(?:19|20)\d{2}/u.test(before.after) &&
      /(?:19|20)\d{2}/u.test(item.before + item.after);
  return isSame ? sameBefore(before, items, isInTurn) : item;
}

/** "Dưới 12 % vào năm 2025 và duy trì dưới 10 % vào năm 2030": what is kept is not what was reached before. */
export function isLaterValue(item: Item, last: Item, rule: RuleId): boolean {
  const led = item.before.replaceAll(/duy trì|giữ vững|giữ/gu, ' ');
  const isOther = item.number.value !== last.number.value && item.number.unit === last.number.unit;
  return rule === 'year-beside' && last.segment === item.segment && isOther && onlyLeads(led);
}

/** The rate a list shares: "9 bác sỹ, 37 giường bệnh/1 vạn dân". */
export function sharedUnit(item: Item, items: readonly Item[]): string {
  const last = items
    .filter(
      (one) =>
        one.segment === item.segment &&
        one.number.start > item.number.start &&
        listBefore(one, items).includes(item),
    )
    .at(-1);
  const rate =
    /(?:\/|trên)\s?(?:0?1\s)?[\d.]*\s?(?:vạn|nghìn|ngàn|triệu)?\s?\p{L}{1,30}(?:\s\p{L}{1,30})?$/u.exec(
      last?.number.unit ?? '',
    )?.[0];
  if (rate === undefined || !/\d|vạn|nghìn|ngàn|triệu/u.test(rate)) return '';
  const noun = item.after.replace(/,|\svà\s/gu, ' ').trim();
  return noun.length > 30 ? '' : `${noun}${rate}`;
}

/** Whether words behind a number name what it counts: then it leads its part, and a list may follow. */
function saysWhat(after: string): boolean {
  return contentOf(after) !== '';
}

/** "1.000 lao động phổ thông, 500 lao động có nghề được hỗ trợ": the predicate behind the last of a list; '' for none. */
export function sharedPredicate(item: Item, items: readonly Item[]): string {
  const last = items
    .slice(items.indexOf(item) + 1)
    .filter((one) => listBefore(one, items).includes(item))
    .at(-1);
  if (last === undefined || hasPredicate(item.after)) return '';
  // "treo 200 băng rôn, 1.500 áp phích/năm"; "5.000 người, 1.000 người/năm" says the same by the year.
  const [noun, lastNoun] = [item, last].map(({ after }) => /^\s?(\p{L}+)/u.exec(after)?.[1]);
  const isOther = noun !== lastNoun || /^\s?và\s/u.test(last.before);
  if (isOther && YEARLY_BEHIND.test(last.after) && isAlike(item, last)) return ' /năm';
  const tail = predicateAt(last.after);
  return tail < 0 ? '' : ` ${last.after.slice(tail)}`;
}

/** "cho 1.100 cán bộ, 100 % tổ trưởng được bồi dưỡng hằng năm": a share is of another thing. */
function isAlike({ number }: Item, last: Item): boolean {
  return number.unit === last.number.unit;
}

/** "02 hội nghị và 5 lớp tập huấn mỗi năm": how often, behind the last of a list. */
export const YEARLY_BEHIND =
  /^(?:[^,;:\d]|,(?=\sbài(?!\p{L}))){2,60}(?:\/\s?năm|\s(?:(?:trong\s)?(?:mỗi|từng|một)|hằng|hàng) năm)(?!\p{L})/u;

const RATE = /\/|\strên\s/u;
/** What goes on with what was said of the number before: a place, a group, a verb without its subject. */
const GOES_ON = /^\s*(?:ở|tại|đối với|trong|của|thuộc|cho|riêng|với)\s/u;
const NOUN =
  /(?:^|\s)(?:tỷ lệ|tỉ lệ|số|tổng|tỷ suất|tỷ số|chỉ số|diện tích|tuổi thọ|quy mô|thu nhập|mức|độ)(?!\p{L})/u;

/**
 * The words that say what an item is of: its own, with the predicate its list shares or the subject it goes on with;
 * and what stands around.
 */
export function subjectOf(
  item: Item,
  items: readonly Item[],
  clean: string,
): { own: string; around: string; near: string } {
  const at = items.indexOf(item);
  const before = items[at - 1];
  const { unit } = item.number;
  const [far, led] = clauseOf(item);
  const around = `${far} ${before === undefined ? '' : clean.slice(before.start, before.end)}`;
  const shared = unit === '' ? sharedUnit(item, items) : unit;
  if (RATE.test(shared) && !/đồng/u.test(shared)) {
    const own = contentOf(`${led} ${unit === '' ? '' : item.after} ${shared}`);
    return { own, around, near: own };
  }
  const near = `${led} ${unit === '%' ? '' : unit} ${item.after}`;
  let own = near;
  if (before !== undefined && isAverageOf(item)) return { ...subjectOf(before, items, clean), near };
  if (GOES_ON.test(item.after) && contentOf(led) === '' && before !== undefined)
    return {
      own: contentOf(`${subjectOf(before, items, clean).own} ${near}`),
      around,
      near: contentOf(near),
    };
  own += sharedPredicate(item, items);
  // "có 20 %, năm 2030 có 25 % lực lượng lao động": what is counted stands behind the last.
  const next = items[at + 1];
  if (contentOf(own) === '' && next !== undefined && next.segment === item.segment) own = next.after;
  const isShort =
    contentOf(own)
      .split(' ')
      .filter((word) => word !== '').length < 3;
  const goesOn =
    /trong đó|riêng/u.test(item.before) ||
    (before !== undefined && /(?:^|\s)(?:tăng|giảm)\s/u.test(led) && !NOUN.test(led));
  if ((isShort || goesOn) && before !== undefined) own += ` ${subjectOf(before, items, clean).own}`;
  return { own: contentOf(own), around, near };
}

/** "45.000 lao động, bình quân 9.000 người/năm": the same by the year. */
function isAverageOf({ before, after, number }: Item): boolean {
  const counted = /^\s([^,;:()\d]{2,20}?)\s?\/\s?năm/u.exec(after)?.[1] ?? '';
  const led = before.replaceAll(/bình quân|trung bình|mỗi năm|hằng năm|hàng năm|tức|tương đương/gu, ' ');
  return number.unit === '' && isCountNoun(counted) && contentOf(led) === '';
}

/** The words before a number: those of earlier clauses, and those of its own. */
function clauseOf({ before }: Item): [far: string, led: string] {
  const cuts = [...before.matchAll(/,\s|:\s|\s-\s/gu)];
  for (const cut of cuts.reverse()) {
    const rest = before.slice(cut.index + cut[0].length);
    if (NOUN.test(` ${rest}`) || onlyLeads(rest)) {
      const isLead = onlyLeads(rest) && !cut[0].startsWith(':');
      const isSubjectFirst = onlyLeads(rest);
      if (isLead || !isSubjectFirst) return [before.slice(0, cut.index), rest];
      break;
    }
  }
  return ['', before];
}

/** "…, đến cuối kỳ còn dưới 10 %": whether the words of a number say only when, and how much. */
export function saysNothingNew({ before, after }: Item): boolean {
  return /^(?:\s|giảm|tăng|bình quân|mỗi năm|hằng năm|\/\s?năm)*$/u.test(contentOf(`${before} ${after}`));
}

/** Without the words that lead to a number and years. */
function contentOf(words: string): string {
  return words
    .replaceAll(
      /(?:(?:đến|vào|trong|hết|cuối|từ|giai đoạn)\s){0,3}(?:năm\s)?(?:19|20)\d{2}(?:\s?-\s?(?:19|20)\d{2})?/gu,
      ' ',
    )
    .replaceAll(/(?<!\p{L})(?:đến |vào )?(?:cuối|hết|đầu) (?:kỳ|giai đoạn|nhiệm kỳ)(?!\p{L})/gu, ' ')
    .replaceAll(/[,:;()./]/gu, ' ')
    .replaceAll(
      /(?:^|\s)(?:phấn đấu|có|đạt|ít nhất|tối thiểu|trên|dưới|khoảng|và|từ|trở lên|trở xuống|xuống|lên|còn)(?=\s|$)/gu,
      ' ',
    )
    .replaceAll(/\s{2,}/gu, ' ')
    .trim();
}
