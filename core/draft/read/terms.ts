import type { Item } from '../items.ts';
import type { YearPhrase } from '../year-phrases.ts';

/** What leads to a term as a time: "trong nhiệm kỳ 2025 - 2030", not "cấp ủy nhiệm kỳ 2025 - 2030". */
const AS_TIME =
  /(?:^|[.;:,(]|(?<!\p{L})(?:trong|về|cả|hết|cuối|toàn|suốt|phấn đấu|bình quân|mỗi|giữa|đến|là))\s*$/u;
const LED = 40;

/**
 * The years that can be those of an item: "nữ tham gia cấp ủy nhiệm kỳ 2025 - 2030 đạt 25 %, hộ nghèo còn 3 %" names
 * a term of those who are elected, which is the year of the number behind it and of no other.
 */
export function withoutTermsOfOthers(
  phrases: readonly YearPhrase[],
  { number }: Item,
  items: readonly Item[],
  clean: string,
): YearPhrase[] {
  return phrases.filter(
    (phrase) =>
      !isOfElected(phrase, clean) || items.find((one) => one.number.start >= phrase.end)?.number === number,
  );
}

/** Whether a phrase says for which term somebody is elected. */
export function isOfElected({ start, end }: YearPhrase, clean: string): boolean {
  return (
    clean.slice(start, end).startsWith('nhiệm kỳ') &&
    !AS_TIME.test(clean.slice(Math.max(0, start - LED), start))
  );
}
