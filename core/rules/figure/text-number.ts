import { trimSpaces } from '../../base/text.ts';
import { quoted } from '../../target/formula.ts';

/** Spaces that group digits: plain, no-break, narrow no-break, thin and figure space. */
const SPACES = [' ', '\u00a0', '\u202f', '\u2009', '\u2007'] as const;
// A line break comes with a figure that is pasted from a table; XML readers would make it a space.
const LINE_BREAK = 'CHAR(10)';
const SEPARATORS = [...[...SPACES, '.', ','].map(quoted), LINE_BREAK];
const DIGITS = [...'0123456789'].map(quoted);
/** A minus as typed, and the one word processors make of it. */
const MINUS = ['-', '\u2212'] as const;

const NUMBER_TEXT = /^-?\u2212?[\d \n\u00a0\u202f\u2009\u2007.,]*%?$/u;

/**
 * Whether a text is made of nothing but digits and their separators (a minus before, a per cent sign
 * after): somebody meant a number. Whether it can be read is another question, see {@link readingsOf}.
 */
export function isNumberText(text: string): boolean {
  return /\d/u.test(text) && NUMBER_TEXT.test(trimSpaces(text));
}

/** {@link isNumberText} in Excel; false for everything but a text. */
export function isNumberTextFormula(cell: string): string {
  const without = (text: string, parts: readonly string[]) =>
    parts.reduce((rest, part) => `SUBSTITUTE(${rest},${part},"")`, text);
  // Marks at both ends tell a leading minus and a final per cent sign from those in the middle.
  const marked = MINUS.reduce(
    (rest, minus) => `SUBSTITUTE(${rest},${quoted(`<${minus}`)},"<")`,
    `"<"&TRIM(${cell})&">"`,
  );
  const unsigned = `SUBSTITUTE(${marked},"%>",">")`;
  const onlyDigits = `${without(unsigned, [...DIGITS, ...SEPARATORS])}="<>"`;
  return `IF(ISTEXT(${cell}),AND(${onlyDigits},LEN(${without(cell, DIGITS)})<LEN(${cell})),FALSE)`;
}

/** What stands between two groups of digits where a space groups them: three digits follow. */
const GROUP_SPACE = /(?<=\d)[ \u00a0\u202f\u2009\u2007](?=\d{3}(?!\d))/gu;

/**
 * The numbers a number text can mean: read with comma as the decimal sign, and with a dot. Two different
 * numbers where the text is ambiguous ("1.234"), none where neither reading holds; nothing is guessed: two lines, or
 * digits with blanks that group nothing ("12 34"), are two numbers.
 */
export function readingsOf(text: string): number[] {
  const trimmed = trimSpaces(text).replaceAll(/^\n{1,9}|\n{1,9}$/gu, '');
  const bare = trimmed
    .replaceAll(GROUP_SPACE, '')
    .replace(/^(?<minus>[-\u2212])[ \u00a0\u202f]?/u, '-')
    .replace(/[ \u00a0\u202f]?%$/u, '');
  const readings = [read(bare, '.', ','), read(bare, ',', '.')].filter((number) => number !== null);
  return [...new Set(readings)];
}

function read(text: string, group: '.' | ',', decimal: '.' | ','): number | null {
  const grouped = `\\d{1,3}(?:[${group}]\\d{3})+`;
  const shape = new RegExp(`^-?(?:${grouped}|\\d+)(?:[${decimal}]\\d+)?$`, 'u');
  return shape.test(text) ? Number(text.replaceAll(group, '').replace(decimal, '.')) : null;
}
