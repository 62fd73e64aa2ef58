import type { Item } from '../items.ts';
import type { YearPhrase } from '../year-phrases.ts';

/** "60 % cán bộ đạt danh hiệu và tiến tới là 80 % vào năm 2030": the year of the same later on. */
export function isOfNext(item: Item, items: readonly Item[], start: number): boolean {
  const next = items[items.indexOf(item) + 1];
  return (
    next !== undefined &&
    next.segment === item.segment &&
    start >= next.number.unitEnd &&
    /(?:^|\s)(?:tiến tới|tăng lên|nâng lên|lộ trình)\s[^,;]*$/u.test(next.before)
  );
}

/** "Đến năm 2025 giảm … Hằng năm, giảm 5 %": what is said of every year is not due by one. */
export function isOfEveryYear({ number, start }: Item, { from }: YearPhrase, clean: string): boolean {
  return from === null && /(?:mỗi|hằng|hàng) năm(?!\p{L})/u.test(clean.slice(start, number.start));
}

/** "Dưới 5 % ở nông thôn và dưới 10 % ở thành thị vào năm 2025": the year behind the last of a pair is that of both. */
export function sharedBehind(
  item: Item,
  items: readonly Item[],
  clean: string,
  besideOf: (one: Item) => YearPhrase | null,
): YearPhrase | null {
  const next = items[items.indexOf(item) + 1];
  if (next === undefined || next.segment !== item.segment) return null;
  const between = clean.slice(item.number.unitEnd, next.number.start);
  // "dưới 10 % (khu vực nội thành), 5 % (khu vực ngoại thành) vào năm 2025"
  const areInBrackets = /^\s?\([^()]*\)(?:,|\svà)\s$/u.test(between);
  if (!areInBrackets && (!/\svà\s/u.test(between) || /[,;:.]/u.test(between))) return null;
  const phrase = besideOf(next);
  return phrase !== null && phrase.start >= next.number.unitEnd ? phrase : null;
}

/** "50 % số người …, 60 % số người … vào năm 2025; …": a year behind the last number of a part is that of the part. */
export function isTrailing({ start }: YearPhrase, { segment }: Item, items: readonly Item[]): boolean {
  return items.every((one) => one.segment !== segment || one.number.end <= start);
}

/** "đạt 80% vào năm 2025", "năm 2030 có 25%": the year of one number alone. */
export function besideOf(
  item: Item,
  items: readonly Item[],
  aims: readonly YearPhrase[],
  clean: string,
): YearPhrase | null {
  const { number, start, end } = item;
  const later = items.find((one) => one.number.start > number.start);
  const limit = later?.number.start ?? Infinity;
  const behind = aims.find((phrase) => phrase.start >= number.unitEnd && phrase.end <= limit + 1);
  const isLed = aims.some(
    (phrase) =>
      phrase.end <= number.start && phrase.start >= start && isBare(clean.slice(phrase.end, number.start)),
  );
  if (behind !== undefined && !isLed) {
    const between = clean.slice(number.unitEnd, behind.start);
    // What follows a comma opens the next part: "20%, năm 2030 có 25%".
    const isParted = /[,;:(]\s*(?:và\s)?$|\svà\s$/u.test(between);
    const opens = later !== undefined && isParted && !/^[\s,(]*$/u.test(between);
    const leads =
      later !== undefined &&
      (isBare(clean.slice(behind.end, later.number.start)) || behind.start >= later.start) &&
      isParted;
    if (!opens && !leads && behind.start < Math.max(end, number.unitEnd + 3) + 1) return behind;
  }
  const ledBy = aims
    .filter(
      (phrase) => phrase.end <= number.start && phrase.start >= start && items.indexOf(item) > 0 && isLed,
    )
    .at(-1);
  return ledBy ?? null;
}

/** Whether words between a year and a number only lead from one to the other. */
export function isBare(words: string): boolean {
  return /^[\s:,]*(?:(?:có|đạt|là|còn|trên|ít nhất|khoảng|phấn đấu|tối thiểu|dưới|lên|xuống|giảm|tăng|không quá|từ|hơn|gần|và)\s?)*$/u.test(
    words,
  );
}

/** "214 phòng, trong đó: giai đoạn 2026 - 2028 xây 150 phòng, giai đoạn 2029 - 2030 xây 64 phòng": years of a part of what was counted. */
export function opensLaterPart(start: number, number: number, clean: string): boolean {
  const between = clean.slice(number, Math.max(number, start));
  return /(?:riêng|trong đó|gồm|cụ thể)(?!\p{L})[^;]*[,:(]\s(?:và\s)?$/u.test(between);
}

/** "1.200 căn, trong đó giai đoạn 2026 - 2028 hoàn thành 500 căn": whether years behind a number lead in a part of it. */
export function isLedAsPart(start: number, number: number, clean: string): boolean {
  return start > number && /(?:riêng|trong đó)[\s:,]*$/u.test(clean.slice(0, start));
}

/** "1.200 căn nhà, trong đó 400 căn hoàn thành năm 2027": when a part is done is no year of the whole. */
export function isOfDonePart({ number }: Item, items: readonly Item[], at: number, clean: string): boolean {
  return items.some(
    (one) =>
      one.number.start > number.start &&
      one.number.start < at &&
      /(?:trong đó|riêng)(?!\p{L})/u.test(one.before) &&
      /(?:hoàn thành|khởi công|bàn giao|khánh thành|sử dụng|xong)(?!\p{L})[^,;.\d]{0,20}$/u.test(
        clean.slice(one.number.unitEnd, at),
      ),
  );
}
