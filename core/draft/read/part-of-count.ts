import { countedIn, thingOf } from '../indicator/counted.ts';
import { type Item, onlyLeads } from '../items.ts';
import { hasPredicate } from '../numbers/predicate.ts';
import { isDone } from './acts.ts';

/** "trong đó, có ít nhất 05 sản phẩm": what leads to a part, and nothing of its own. */
const MARKED = /^[\s,;(]*(?:và\s)?(?:trong đó(?!\p{L})|(?:bao )?gồm(?: có)?:?\s)|^\s?\((?=\p{L})/u;
/** "…, có 05 sản phẩm 5 sao": a part that no "trong đó" leads. */
const HAS = /^\s?[,(]\s*(?:và\s)?có\s(?:(?:ít nhất|tối thiểu|khoảng|trên|từ)\s)*$/u;

/**
 * The count that another count is a part of, though it has a predicate of its own or stands behind a semicolon: "Phát
 * triển 150 sản phẩm OCOP; trong đó có 05 sản phẩm đạt 5 sao; 40 sản phẩm đạt 4 sao". Both count the same, and no part
 * is more than its whole. Null where there is none.
 */
export function wholeOfCount(item: Item, items: readonly Item[]): Item | null {
  const at = items.indexOf(item);
  const last = items[at - 1];
  if (last === undefined || (nounOf(item) === '' && !isBareNamed(item, last))) return null;
  const isLed =
    MARKED.test(item.before) && (onlyLeads(item.before.replaceAll(',', ' ')) || namedPart(item) !== '');
  if (isLed || (HAS.test(item.before) && last.segment === item.segment)) {
    const wholes = items
      .slice(0, at)
      .reverse()
      .filter((one) => isWhole(one, item));
    // "165.000 người (bình quân 33.000 người/năm), gồm …": parts are of all, not of the average.
    return wholes.find(({ before }) => !/bình quân|trung bình/u.test(before)) ?? wholes[0] ?? null;
  }
  const isListed =
    /^[\s,;]*(?:và\s)?$/u.test(item.before) ||
    (last.segment === item.segment && namedPart(item, last) !== '');
  return isListed && MARKED.test(leaderOf(item, items)?.before ?? '') ? wholeOfCount(last, items) : null;
}

/** The first of the parts that stand before it without anything between; null where there is none. */
function leaderOf(item: Item, items: readonly Item[]): Item | null {
  const last = items[items.indexOf(item) - 1];
  if (
    last === undefined ||
    (nounOf(last) !== nounOf(item) && !(BARE.test(last.after) && BARE.test(item.after)))
  )
    return null;
  return /^[\s,;]*(?:và\s)?$/u.test(last.before) || (!MARKED.test(last.before) && namedPart(last) !== '')
    ? leaderOf(last, items)
    : last;
}

/** "trong đó cao đẳng 20.000 người, trung cấp 40.000 người": what a part is called that has nothing else; '' for none. */
export function namedPart({ before, after, segment }: Item, last?: Item): string {
  const all = before
    .replace(/^[\s,;(]*(?:và\s)?(?:trong đó|(?:bao )?gồm(?: có)?)?:?\s*(?:có\s)?/u, '')
    // "sơ cấp và đào tạo dưới 03 tháng 78.000 người"
    .replace(/\sdưới \d{1,2} tháng(?!\p{L})/u, '')
    .trim()
    .split(' ');
  // "khách quốc tế khoảng 180 nghìn lượt"
  while (all.length > SHORTEST && BOUND.has(all.at(-1) ?? '')) all.pop();
  const words = all.join(' ');
  const isName =
    words !== '' &&
    words.split(/\s/u).length <= LONGEST &&
    !onlyLeads(words) &&
    !hasPredicate(words) &&
    (!isDone(words) || MARKED.test(before) || last?.segment === segment) &&
    !/tỷ lệ|(?<!thiểu )số|tổng|bình quân|khoảng|ít nhất|trên|dưới|năm|[:;]/u.test(words);
  return isName && ONLY_NOUN.test(after) ? words : '';
}
const LONGEST = 10;
/** Words that lead from a name to its number; a name of one or two words is not looked for before them. */
const BOUND = new Set('khoảng trên hơn gần ít nhất tối thiểu từ'.split(' '));
const SHORTEST = 2;
const ONLY_NOUN = /^\s?(?:\p{L}+(?:\s\p{L}+)?)?\s?(?:[,.;:)]|$)/u;

/** The whole that a count is a named part of, with the part's name: "38.500 người, gồm: triệt sản 40, thuốc cấy 360". */
export function partOf(item: Item, items: readonly Item[]): { whole: Item; name: string } | null {
  const name = namedPart(item, items[items.indexOf(item) - 1]);
  const whole = name === '' ? null : wholeOfCount(item, items);
  return whole === null ? null : { whole, name };
}

/** Nothing behind a number, as in "triệt sản 40, thuốc cấy 360". */
const BARE = /^\s*(?:[,.;)]|$)/u;

function isBareNamed(item: Item, last: Item): boolean {
  return item.number.unit === '' && BARE.test(item.after) && namedPart(item, last) !== '';
}

function isWhole(one: Item, part: Item): boolean {
  const [whole, value] = [one.number.value, part.number.value];
  const isAlike = nounOf(one) === nounOf(part) || (nounOf(one) !== '' && BARE.test(part.after));
  return isAlike && whole !== null && value !== null && value <= whole;
}

/** What a number without a unit counts, by its first word; '' where nothing does. */
function nounOf({ number, after }: Item): string {
  const counted = number.unit === '' ? countedIn(after) : '';
  return thingOf(counted) || (counted.split(' ')[0] ?? '');
}
