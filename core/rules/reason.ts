import { trimSpaces } from '../base/text.ts';
import { quoted } from '../target/formula.ts';

/**
 * What a reason is, in TypeScript and in Excel side by side: words. An error value, a truth value, a number that a
 * formula gives, marks without letters and signs that stand for figures explain nothing, in whatever file they are.
 */

/** Shorter texts (`x`, `ok`) say nothing. A convention. */
const SHORTEST = 3;
/**
 * Truth values as text, in both languages that programs show them in, what programs write for nothing, how people write
 * that something does not apply or is not there, and what our own sheets say beside a reason.
 */
const NO_WORDS = [
  ...['TRUE', 'FALSE', 'ĐÚNG', 'SAI'],
  ...['NULL', 'UNDEFINED', 'NAN', 'NONE', 'N/A', 'N.A.', 'TEST'],
  ...['KHÔNG', 'KHÔNG CÓ', 'TRỐNG', '(TRỐNG)', 'LÝ DO', 'GHI CHÚ', 'LÝ DO, GHI CHÚ'],
  ...['ĐÃ GIẢI TRÌNH', 'CẢNH BÁO'],
] as const;
/** Stands between those words, and in none of them. */
const APART = '|';
const ALL_WORDS = `${APART}${NO_WORDS.join(APART)}${APART}`;
/** Error values of LibreOffice that have become text: `Err:502`. */
const ERROR_WORD = 'ERR:';
/** Error values begin with it, also where they have become text. */
const ERROR_SIGN = '#';
/** Parts several reasons of one cell. */
const BETWEEN = ';';

/** Whether a text is made of words. */
export function isReason(text: string): boolean {
  const bare = folded(text);
  // Every letter of Vietnamese has a small and a capital form; a sign, a digit and what is invisible has none.
  const hasLetters = text.toUpperCase() !== text.toLowerCase();
  const isError = bare.startsWith(ERROR_SIGN) || bare.startsWith(ERROR_WORD);
  const isOther = isError || ALL_WORDS.includes(`${APART}${bare}${APART}`);
  return bare.length >= SHORTEST && hasLetters && !isOther && !isOneCharacter(bare);
}

/** A number and nothing else, however its digits are grouped. */
const BARE_NUMBER = /^[-−]?\d[\d., \u00a0]*$/u;

/** Whether what stands in a column of words is a number and nothing else. */
export function isBareNumber(text: string): boolean {
  return BARE_NUMBER.test(text);
}

/** Whether a text says one character again and again: `xxx`, `x x x`. */
function isOneCharacter(bare: string): boolean {
  const letters = bare.replaceAll(' ', '');
  return letters.replaceAll(letters.slice(0, 1), '') === '';
}

/** {@link isReason} in Excel; false for every cell that holds no text. */
export function isReasonFormula(cell: string): string {
  const letters = `SUBSTITUTE(UPPER(${cell})," ","")`;
  const conditions = [
    `LEN(SUBSTITUTE(${letters},LEFT(${letters},1),""))>0`,
    `LEN(TRIM(${cell}))>=${SHORTEST}`,
    `NOT(EXACT(UPPER(${cell}),LOWER(${cell})))`,
    `LEFT(TRIM(${cell}),1)<>${quoted(ERROR_SIGN)}`,
    `LEFT(UPPER(TRIM(${cell})),${ERROR_WORD.length})<>${quoted(ERROR_WORD)}`,
    `ISERROR(FIND(${quoted(APART)}&UPPER(TRIM(${cell}))&${quoted(APART)},${quoted(ALL_WORDS)}))`,
  ];
  return `IF(ISTEXT(${cell}),AND(${conditions.join(',')}),FALSE)`;
}

/** Whether a text gives two reasons, parted by a semicolon; the same one twice is one. */
export function isReasonForTwo(text: string): boolean {
  const at = text.indexOf(BETWEEN);
  const [first, second] = [text.slice(0, at), text.slice(at + 1)];
  return at >= 0 && isReason(first) && isReason(second) && folded(first) !== folded(second);
}

function folded(text: string): string {
  return trimSpaces(text).replaceAll(/ +/gu, ' ').toUpperCase();
}

/** {@link isReasonForTwo} in Excel, of a text. */
export function isReasonForTwoFormula(cell: string): string {
  const at = `FIND(${quoted(BETWEEN)},${cell})`;
  const parts = [`LEFT(${cell},${at}-1)`, `MID(${cell},${at}+1,32767)`];
  const differ = parts.map((part) => `UPPER(TRIM(${part}))`).join('<>');
  return `IF(ISNUMBER(${at}),AND(${[...parts.map(isReasonFormula), differ].join(',')}),FALSE)`;
}
