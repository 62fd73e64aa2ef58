import { format, formatColor } from 'numfmt';
import { remembered } from '../../core/base/remembered.ts';

/** Formats that show the number, rounded: nothing has to be rendered to know it. */
const PLAIN = /^(?:general|@|#,##0(?:\.0{1,9})?|0(?:\.0{1,9})?|#(?:\.#{1,9})?|#,###)$/iu;
/** Shows no number at all: what keys and helping cells have. */
const NOTHING = ';;;';
/** Excel takes no longer code. */
const LONGEST_CODE = 255;
const NUMBER = /^-?\d+(?:\.\d+)?(?:E[+-]?\d+)?$/u;
/** A language in a code: programs take grouping and decimal sign from the machine all the same. */
const LANGUAGE = /\[\$([^\]-]{0,9})-[^\]]{0,20}\]/gu;
/** Groups of three digits apart by a blank: 1 105. */
const GROUP_BLANK = /(?<=\d)[\u0020\u00a0\u202f](?=\d{3}(?!\d))/gu;
/** A point that a code writes between groups itself, as people do whose machine groups otherwise: 57.300. */
const WRITTEN_POINT = /\\\.|"\."/u;
const GROUP_POINT = /(?<=\d)\.(?=\d{3}(?!\d))/gu;
/** "18 nghìn" is another number than 18; millions and billions stand in units of ours ("triệu đồng"). */
const SCALES: ReadonlySet<string> = new Set(['nghìn', 'ngàn', 'trăm', 'vạn']);
/** Yes and no, as our own cells show 1 and 0. */
const WORDS = new Map([
  ['Có', 1],
  ['Không', 0],
]);

/** Whether a format may show something else than the number. */
export function isPlainFormat(code: string): boolean {
  return PLAIN.test(code);
}

/**
 * What a number format shows in place of a number: scaled, with digits of its own, hidden, as words.
 * @param code the format's code as stored
 * @returns null where it shows the number, be it rounded, and where nobody can tell
 */
export function renderedOtherwise(code: string, value: number): string | null {
  if (code === NOTHING) return '';
  if (code.length > LONGEST_CODE) return null;
  const text = rendered(code, value);
  if (text === null || says(text, value)) return null;
  // Below a thousand there are no groups: 64,55 by such a code is 0.065.
  const isGrouped = WRITTEN_POINT.test(code) && Math.abs(value) >= 1000;
  return isGrouped && says(text.replace(GROUP_POINT, ''), value) ? null : text;
}

/** The text that a number format shows of a number; null where nobody can tell. */
export function renderedText(code: string, value: number): string | null {
  return code.length > LONGEST_CODE ? null : rendered(code, value);
}

/** Characters of codes and numbers: cells of a sheet, and returns of a round, have many of them alike. */
const KEPT_CHARACTERS = 200_000;
const known = remembered((text) => {
  const end = text.indexOf(' ');
  return rendering(text.slice(end + 1), Number(text.slice(0, end)));
}, KEPT_CHARACTERS);

function rendered(code: string, value: number): string | null {
  // As a text the zero below others is like the other.
  return value === 0 ? rendering(code, value) : known(`${value} ${code}`);
}

function rendering(code: string, value: number): string | null {
  try {
    const spoken = code.replace(LANGUAGE, '[$$$1]').replaceAll('[$]', '');
    // White on white is not there, on the screen as on paper.
    const isWhite = code.includes('[') && formatColor(code, value) === 'white';
    return isWhite ? '' : format(spoken, value).trim();
  } catch {
    return null;
  }
}

function says(text: string, value: number): boolean {
  const word = WORDS.get(text.normalize('NFC'));
  if (word !== undefined) return word === value;
  // A sign, a unit or a currency around the number is no other number; digits are.
  const bare = text
    .replaceAll(',', '')
    .replace(GROUP_BLANK, '')
    .replace(/^\((.*)\)$/su, '-$1')
    .replace('\u2212', '-');
  const [digits = ''] = /-?\d[\d.]*(?:E[+-]?\d+)?/u.exec(bare) ?? [];
  const rest = bare.replace(digits, '');
  if (!NUMBER.test(digits) || /\d/u.test(rest) || SCALES.has(rest.trim().normalize('NFC'))) return false;
  const [mantissa = '', exponent = '0'] = digits.split('E');
  const decimals = (mantissa.split('.')[1] ?? '').length - Number(exponent);
  const shown = rest.trim().startsWith('-') ? -Number(digits) : Number(digits);
  // With an exponent whole digits are rounded away: 8E+3 is not 8 442.
  return Math.abs(shown - value) <= 0.5000001 * 10 ** -Math.max(decimals, 0);
}
