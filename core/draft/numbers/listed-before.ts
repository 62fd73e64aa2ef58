import { hasPredicate } from './predicate.ts';

/** A number with the noun it counts, at the end of words that go on with the next of a list. */
const ONE_OF_LIST =
  /(?<![\d.])\d{1,9}(?:\.\d{3}){0,3}(?:\s?(?:-|đến)\s?\d{1,9})?\s(?<noun>(?!(?:tấn|ha|km|m[23²³]?|lít|kg|mw|kwh?|tb|gb)(?![\p{L}\d]))\p{L}[^,;:.()%\d]{1,50})(?:,\s|\svà\s)(?:(?:từ|ít nhất|tối thiểu|khoảng|trên|hơn)\s)*$/u;
const LONGEST_LIST = 4;

/**
 * The words before a number without what is listed before it: "của 16 khu công nghiệp, " leads to the next number as
 * "của " led to the first.
 */
export function withoutListed(words: string): string {
  let left = words;
  for (let count = 0; count < LONGEST_LIST; count += 1) {
    const one = ONE_OF_LIST.exec(left);
    if (one === null || hasPredicate(one.groups?.['noun'] ?? '')) break;
    left = left.slice(0, one.index);
  }
  return left;
}
