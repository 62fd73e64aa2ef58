import type { Item } from '../items.ts';
import { isNameOfDocument, type YearPhrase } from '../year-phrases.ts';
import { isBare } from './year-beside.ts';

/** The years that the part or the sentence opens with: they hold until others open another part. */
export function scopeOf(
  item: Item,
  items: readonly Item[],
  aims: readonly YearPhrase[],
  clean: string,
): YearPhrase | null {
  const before = aims.filter((phrase) => phrase.end <= item.number.start);
  const openers = before.filter((phrase) => {
    if (isNameOfDocument(clean.slice(0, phrase.start)) && phrase.from === null) return false;
    // "8.400 căn, riêng năm 2026 khởi công 1.150 căn; có thêm 2.350 căn": of its part alone.
    if (
      opensPart(clean.slice(Math.max(0, phrase.start - LED), phrase.start)) &&
      clean.slice(phrase.end, item.number.start).includes(';')
    )
      return false;
    const bracket = clean.lastIndexOf('(', phrase.start);
    const isOpen = bracket >= 0 && isBracketed(clean.slice(0, item.number.start));
    const left = items.filter((one) => one.number.end <= phrase.start).at(-1);
    // "Hiện có 96 xã (mục tiêu đến năm 2025: 100 % số xã …, 25 % số xã …)"
    if (isOpen && left !== undefined && left.number.end <= bracket) return true;
    if (left === undefined)
      return !endsPart(phrase, item, clean) && !isFirstOfPair(phrase, item, items, aims, clean);
    const right = items.find((one) => one.number.start >= phrase.end);
    if (right === undefined) return false;
    // Beside a number it is that number's alone.
    const isTail = !/[,;:]|\svà\s/u.test(clean.slice(left.number.unitEnd, phrase.start));
    if (isTail && phrase.start < left.end + 1) return false;
    return !isBare(clean.slice(phrase.end, right.number.start));
  });
  const opener = openers.at(-1) ?? null;
  const semicolon = clean.lastIndexOf(';', item.number.start);
  if (opener === null || opener.start > semicolon) return opener;
  // "…; đến năm 2030 có 02 trường và 15 nghề": in its part a year beside the number before is nearer.
  return before.filter(({ start }) => start > semicolon).at(-1) ?? opener;
}

/** "trong đó năm 2026 …", "trong đó: giai đoạn 2026 - 2028 xây 150 phòng, giai đoạn …": whether a year behind words opens a part. */
function opensPart(words: string): boolean {
  const mark = [...words.matchAll(/(?:riêng|trong đó|gồm|cụ thể)(?!\p{L})/gu)].at(-1);
  if (mark === undefined) return false;
  const between = words.slice(mark.index + mark[0].length);
  return (
    /^[\s:,]*$/u.test(between) ||
    (/\d/u.test(between) && /[,(]\s(?:và\s)?$/u.test(between) && !between.includes(';'))
  );
}

/** What opens a part stands no further before its year (letters): a paragraph may be of any length. */
const LED = 60;

/** "Xóa nhà tạm trước ngày 30/9/2027; hoàn thành …": a year at the end of its part opens no other. */
function endsPart({ start, end }: YearPhrase, { number }: Item, clean: string): boolean {
  const opens = /(?:^|[.;:]\s|[\])-]\s)\W*(?:phấn đấu\s)?$/u.test(
    clean.slice(Math.max(0, start - LED), start),
  );
  return !opens && end < number.start && /^\s?;/u.test(clean.slice(end));
}

/** "Năm 2027 có 90 % và năm 2030 có 100 % …; …": the first of a pair of years is its number's, not the sentence's. */
function isFirstOfPair(
  phrase: YearPhrase,
  item: Item,
  items: readonly Item[],
  aims: readonly YearPhrase[],
  clean: string,
): boolean {
  const first = items.find((one) => one.number.start >= phrase.end);
  if (first === undefined || first.segment === item.segment) return false;
  const led = clean.slice(phrase.end, first.number.start);
  if (/^\s?,/u.test(led) || !isBare(led)) return false;
  return aims.some(
    ({ start, end }) =>
      start > phrase.end && end <= first.end + PAIR_REACH && !clean.slice(phrase.end, start).includes(';'),
  );
}

/** The second year of a pair leads its own number, so it may stand behind the words of the first. */
const PAIR_REACH = 40;

/** "46 trạm (giai đoạn 2026 - 2027: 20 trạm; …)": years of what is counted in the bracket, not of what stands before it. */
export function isOfInside(
  { start, end }: Pick<YearPhrase, 'start' | 'end'>,
  { number }: Item,
  items: readonly Item[],
  clean: string,
): boolean {
  return (
    start > number.start &&
    isBracketed(clean.slice(0, start)) &&
    !isBracketed(clean.slice(0, number.start)) &&
    items.some((one) => one.number.start >= end && !clean.slice(end, one.number.start).includes(')'))
  );
}

/** Whether a bracket is open at the end of words. */
export function isBracketed(words: string): boolean {
  return words.lastIndexOf('(') > words.lastIndexOf(')');
}
