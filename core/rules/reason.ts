import { trimSpaces } from '../base/text.ts';
import { quoted } from '../target/formula.ts';

/**
 * What a reason is, in TypeScript and in Excel side by side: words. An error value, a truth value, a number that a
 * formula gives, marks without letters and signs that stand for figures explain nothing, in whatever file they are.
 */

/** Shorter texts (`x`, `ok`) say nothing. A convention. */
const SHORTEST = 3;
/** Truth values as text, and how people write that something does not apply. */
const NO_WORDS = ['TRUE', 'FALSE', 'N/A'] as const;
/** Error values begin with it, also where they have become text. */
const ERROR_SIGN = '#';
/** Parts several reasons of one cell. */
const BETWEEN = ';';

/** Whether a text is made of words. */
export function isReason(text: string): boolean {
  const bare = trimSpaces(text).replaceAll(/ +/gu, ' ');
  // Every letter of Vietnamese has a small and a capital form; a sign, a digit and what is invisible has none.
  const hasLetters = text.toUpperCase() !== text.toLowerCase();
  const isOther = NO_WORDS.some((word) => word === bare.toUpperCase()) || bare.startsWith(ERROR_SIGN);
  return bare.length >= SHORTEST && hasLetters && !isOther;
}

/** {@link isReason} in Excel; false for every cell that holds no text. */
export function isReasonFormula(cell: string): string {
  const conditions = [
    `LEN(TRIM(${cell}))>=${SHORTEST}`,
    `NOT(EXACT(UPPER(${cell}),LOWER(${cell})))`,
    `LEFT(TRIM(${cell}),1)<>${quoted(ERROR_SIGN)}`,
    ...NO_WORDS.map((word) => `UPPER(TRIM(${cell}))<>${quoted(word)}`),
  ];
  return `IF(ISTEXT(${cell}),AND(${conditions.join(',')}),FALSE)`;
}

/** Whether a text gives two reasons, parted by a semicolon. */
export function isReasonForTwo(text: string): boolean {
  const at = text.indexOf(BETWEEN);
  return at >= 0 && isReason(text.slice(0, at)) && isReason(text.slice(at + 1));
}

/** {@link isReasonForTwo} in Excel, of a text. */
export function isReasonForTwoFormula(cell: string): string {
  const at = `FIND(${quoted(BETWEEN)},${cell})`;
  const [first, second] = [`LEFT(${cell},${at}-1)`, `MID(${cell},${at}+1,32767)`].map(isReasonFormula);
  return `IF(ISNUMBER(${at}),AND(${first},${second}),FALSE)`;
}
