import type { Item } from '../items.ts';
import type { RuleId } from '../rules.ts';
import type { YearPhrase } from '../year-phrases.ts';

const EACH_YEAR = /(?:mỗi|hằng|hàng|từng) năm(?!\p{L})|\/\s?năm(?!\p{L})|bình quân/u;

/** A number of each of successive years holds from the first to the last; of any other list it is not known of which. */
export function listRule({ before, after, number }: Item, listed: readonly number[]): RuleId {
  const follow = listed.every((year, index) => index === 0 || year === (listed[index - 1] ?? 0) + 1);
  return follow && EACH_YEAR.test(`${before} ${number.unit} ${after}`) ? 'year-each' : 'year-list';
}

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
  const segment = items.filter((one) => one.segment === item.segment);
  const [first, last] = [segment[0], segment.at(-1)];
  if (first === undefined || last === undefined) return null;
  const begin = Math.max(0, clean.lastIndexOf(';', first.number.start));
  const stop = clean.indexOf(';', last.number.end);
  const lists = aims.filter(
    ({ listed, start, end }) => listed !== null && start >= begin && (stop < 0 || end <= stop),
  );
  const [list] = lists;
  if (list === undefined || list.listed === null || lists.length > 1) return null;
  const turn = clean.indexOf('lần lượt', begin);
  if (turn < 0 || turn > last.number.start) return null;
  const numbers = segment.filter(({ number }) => number.start > turn);
  const [head, tail] = [numbers[0], numbers.at(-1)];
  if (head === undefined || tail === undefined || numbers.length !== list.listed.length) return null;
  if (numbers.some(({ number }) => number.unit !== head.number.unit)) return null;
  const leads = list.end <= turn && turn - list.end < NEAR && !clean.slice(list.end, turn).includes(';');
  const follows = list.start >= tail.number.end && list.start - tail.number.unitEnd < NEAR;
  const year = list.listed[numbers.indexOf(item)];
  if (!(leads || follows) || year === undefined) return null;
  return { ...list, from: null, to: year, listed: null };
}
