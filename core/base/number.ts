import { numberOfWords } from './number-words.ts';

/**
 * Decimal places below which a difference is only noise of computing. What is judged is rounded before, to the
 * decimals in which it is reported.
 */
export const COMPARISON_DECIMALS = 6;

/** Significant digits of the formula results stored in a workbook. */
const STORED_DIGITS = 12;

/**
 * Rounds half away from zero, as Excel's ROUND does. The value is first cut to 15 significant digits, so
 * that a figure a person would call 2,675 rounds to 2,68 although its double lies a hair below.
 */
export function round(value: number, decimals: number): number {
  if (!Number.isFinite(value)) return value;
  // Most of what is rounded is whole, and has no digits to cut.
  if (decimals >= 0 && Number.isInteger(value) && Math.abs(value) < 1e15) return value === 0 ? 0 : value;
  const near = Math.abs(value) * 10 ** decimals;
  const fraction = near - Math.floor(near);
  // Far enough from the middle neither the cut nor the error of the product can turn it; most figures are.
  if (decimals >= 0 && near < 4e13 && Math.abs(fraction - 0.5) > near * 1e-14 + 1e-6) {
    const rounded = Math.round(near) / 10 ** decimals;
    return value < 0 ? 0 - rounded : rounded;
  }
  const [mantissa = '0', exponent = '0'] = Math.abs(value).toExponential(14).split('e');
  const shifted = Number(`${mantissa}e${Number(exponent) + decimals}`);
  // From here on a number is printed with an exponent of its own, and has no such decimals left to round.
  if (shifted >= 1e21) return value;
  const rounded = Number(`${Math.round(shifted)}e${-decimals}`);
  return value < 0 ? 0 - rounded : rounded;
}

/** Compares two figures at {@link COMPARISON_DECIMALS}: negative, zero or positive. */
export function compare(left: number, right: number): number {
  return round(left - right, COMPARISON_DECIMALS);
}

/** Decimals to which a computed number holds; what comes behind is noise of doubles. */
export const COMPUTED_DECIMALS = 9;

/**
 * A computed number as a person reports it: 69,3 − 69,6 over four years is −0,075 and so −0,08, although its
 * double lies a hair below.
 */
export function asReported(value: number, decimals: number): number {
  return round(round(value, COMPUTED_DECIMALS), decimals);
}

/** Decimals a number is written with, at most {@link COMPARISON_DECIMALS}. */
export function decimalsIn(value: number): number {
  return String(round(value, COMPARISON_DECIMALS)).split('.')[1]?.length ?? 0;
}

/** A formula result as it is stored in a file: 12 significant digits, so that engines agree on it. */
export function storedResult(value: number): number {
  // Most are small whole numbers, which have no more digits.
  if (Number.isInteger(value) && Math.abs(value) < 10 ** STORED_DIGITS) return value + 0;
  return Number(value.toPrecision(STORED_DIGITS));
}

/** Scale words that multiply a printed number when they stand outside its unit. */
const SCALE_WORDS: Record<string, number> = {
  nghìn: 1_000,
  ngàn: 1_000,
  vạn: 10_000,
  triệu: 1_000_000,
  tỷ: 1_000_000_000,
  tỉ: 1_000_000_000,
};

const NUMBER = String.raw`\d+(?:\.\d{3})*(?:,\d+)?`;
const PRINTED = new RegExp(
  String.raw`^(${NUMBER})(?:\s?%?\s?(?:[-–—]|đến)\s?(${NUMBER}))?(?:\s+(${Object.keys(SCALE_WORDS).join('|')}))?$`,
  'u',
);

/** What a printed figure says: one value, or the two ends of a range. */
export type PrintedFigure = { value: number } | { low: number; high: number };

/**
 * Parses a figure as Vietnamese documents print it: a dot groups thousands, a comma is the decimal sign, a
 * dash or "đến" makes a range, one scale word may follow ("5 nghìn", "5.000 – 6.000", "3% đến 4"), or all of it is
 * words with a scale word in them ("một vạn").
 * @returns null when the text is anything else; nothing is guessed.
 */
export function parsePrinted(text: string): PrintedFigure | null {
  const match = PRINTED.exec(text.normalize('NFC').trim());
  const words = match === null ? numberOfWords(text) : null;
  if (words !== null) return { value: words };
  if (!match?.[1]) return null;
  const scale = match[3] === undefined ? 1 : (SCALE_WORDS[match[3]] ?? Number.NaN);
  const first = parseVietnamese(match[1]) * scale;
  if (match[2] === undefined) return { value: first };
  return { low: first, high: parseVietnamese(match[2]) * scale };
}

function parseVietnamese(token: string): number {
  return Number(token.replaceAll('.', '').replace(',', '.'));
}

const NUMBER_CHARACTER = /[\p{L}\p{N}]/u;

/**
 * Start indices at which `printed` stands in `text` as a whole number token: not inside a longer number
 * ("5" in "65", "1.5", "5,5") and not glued to a letter before it.
 */
export function wholeTokenOccurrences(text: string, printed: string, at: number[]): number[] {
  return at.filter((start) => {
    const before = text[start - 1] ?? '';
    const beforeThat = text[start - 2] ?? '';
    const after = text[start + printed.length] ?? '';
    const afterThat = text[start + printed.length + 1] ?? '';
    if (NUMBER_CHARACTER.test(before)) return false;
    if (/[.,]/u.test(before) && /\d/u.test(beforeThat)) return false;
    if (/\d/u.test(after)) return false;
    return !(/[.,]/u.test(after) && /\d/u.test(afterThat));
  });
}

/** A number as it stands in a document. */
export interface NumberToken {
  text: string;
  index: number;
}

/** Every run of digits (with its dots and commas between digits) of a text, in order. */
export function numberTokens(text: string): NumberToken[] {
  return [...text.matchAll(/\d+(?:[.,]\d+)*/gu)].map((match) => ({ text: match[0], index: match.index }));
}

/** The middle one, or between the two in the middle; 0 of none. */
export function median(of: readonly number[]): number {
  const sorted = [...of].sort((a, b) => a - b);
  const [below, above] = [(sorted.length - 1) >> 1, sorted.length >> 1].map((at) => sorted[at] ?? 0);
  return ((below ?? 0) + (above ?? 0)) / 2;
}
