import { type Item, onlyLeads } from '../items.ts';
import type { RuleId } from '../rules.ts';
import type { YearPhrase } from '../year-phrases.ts';

const EACH_YEAR = /(?:mỗi|hằng|hàng|từng) năm(?!\p{L})|\/\s?năm(?!\p{L})|bình quân/u;

/** A number of each of successive years holds from the first to the last; of any other list it is not known of which. */
export function listRule({ before, after, number }: Item, listed: readonly number[]): RuleId {
  const follow = listed.every((year, index) => index === 0 || year === (listed[index - 1] ?? 0) + 1);
  return follow && EACH_YEAR.test(`${before} ${number.unit} ${after}`) ? 'year-each' : 'year-list';
}

/** Where numbers begin that go one by one with others; -1 where none do. */
function turnBefore(clean: string, at: number): number {
  const alike = clean.lastIndexOf('tương ứng', at);
  const isTurn = alike >= 0 && SEVERAL.test(clean.slice(alike));
  return Math.max(clean.lastIndexOf('lần lượt', at), isTurn ? alike : -1);
}
/** "tương ứng 34 % và 38 %"; "tương ứng 840 hộ" says one thing twice. */
const SEVERAL = /^tương ứng (?:là |đạt |còn )*\d[\d,.]*\s?%?(?:,\s\d[\d,.]*\s?%?)*\svà\s\d/u;

/** Farther from its list "lần lượt" may divide the numbers among other things than years. */
const NEAR = 40;

/**
 * "Các năm 2026, 2027 lần lượt là 20 %, 17 %", "lần lượt còn 12 % và 6 % vào năm 2027 và năm 2030": as many numbers as
 * years go one by one. Null where they are not as many, or the words do not say so.
 */
export function yearInTurn(
  item: Item,
  items: readonly Item[],
  aims: readonly YearPhrase[],
  clean: string,
): YearPhrase | null {
  const turn = turnBefore(clean, item.number.start);
  if (turn < 0 || turn < (items[0]?.start ?? 0)) return yearOfPlace(item, items, aims, clean);
  // Nothing but commas, semicolons and "và" stands between the numbers.
  const behind = items.filter(({ number }) => number.start > turn);
  const stop = behind.findIndex(({ before }, index) => index > 0 && !onlyLeads(before));
  const numbers = stop < 0 ? behind : behind.slice(0, stop);
  const [head, tail] = [numbers[0], numbers.at(-1)];
  if (head === undefined || tail === undefined) return null;
  const lists = aims.filter(
    ({ listed, start, end }) =>
      listed !== null &&
      ((end <= head.number.start && (end > turn - NEAR || isOnlyListBefore(clean.slice(end, turn)))) ||
        (start >= tail.number.end && start - tail.number.unitEnd < NEAR)),
  );
  return ofPlace(item, numbers, lists) ?? yearOfPart(item, numbers, aims, turn);
}

/** "lên 72 % năm 2028, 76 % năm 2030; trong đó … lần lượt 34 % và 38 %": as many years stood one by one before them. */
function yearOfPart(
  item: Item,
  numbers: readonly Item[],
  aims: readonly YearPhrase[],
  turn: number,
): YearPhrase | null {
  const before = aims.filter(({ end }) => end <= turn).slice(-numbers.length);
  const isOrdered = before.every(
    ({ listed, from, to }, at) => listed === null && from === null && to > (before[at - 1]?.to ?? 0),
  );
  const isBehind = aims.some(({ start }) => start > turn);
  const alike = numbers.every(({ number }) => number.unit === numbers[0]?.number.unit);
  const year = before[numbers.indexOf(item)];
  return numbers.length > 1 && before.length === numbers.length && isOrdered && !isBehind && alike
    ? (year ?? null)
    : null;
}

/** "…, tỷ lệ … lần lượt đạt": between the years and "lần lượt" nothing else is listed that numbers could go with. */
function isOnlyListBefore(between: string): boolean {
  return /^,\s[^,;:\d]*$/u.test(between) && !/\s(?:và|hoặc)\s/u.test(between);
}

/** "Xuống 22 % và 20 % vào các năm 2028, 2030": as many numbers as years, with nothing else between, go one by one. */
function yearOfPlace(
  item: Item,
  items: readonly Item[],
  aims: readonly YearPhrase[],
  clean: string,
): YearPhrase | null {
  const lists = aims.filter(({ listed, start }) => {
    if (listed === null) return false;
    const last = items.filter(({ number }) => number.start < start).at(-1);
    return last !== undefined && clean.slice(last.number.unitEnd, start).trim() === '';
  });
  const [list] = lists;
  if (list === undefined || list.listed === null) return null;
  const before = items.filter(({ number }) => number.start < list.start);
  const numbers = before.slice(-list.listed.length);
  const areBare = numbers.every(
    (one, index) => index === 0 || (onlyLeads(one.before) && onlyLeads(numbers[index - 1]?.after ?? '')),
  );
  return areBare && numbers.includes(item) ? ofPlace(item, numbers, lists) : null;
}

/** The year of a list at the place of a number; null where they are not as many or not alike. */
function ofPlace(item: Item, numbers: readonly Item[], lists: readonly YearPhrase[]): YearPhrase | null {
  const [list] = lists;
  if (lists.length !== 1 || list === undefined || list.listed?.length !== numbers.length) return null;
  if (numbers.some(({ number }) => number.unit !== numbers[0]?.number.unit)) return null;
  const year = list.listed[numbers.indexOf(item)];
  if (year === undefined) return null;
  return { ...list, from: null, to: year, listed: null };
}
