import { inLetters } from '../csv/old-letters.ts';
import type { OldEncoding } from '../../core/exchange/reading.ts';
import type { Piece } from './runs.ts';

/** Letters that only Unicode has: a text with them was never typed for an old font, whatever it is shown in. */
const ONLY_UNICODE = /[\u1ea0-\u1ef9ĐđƠơƯưĂă]/u;
const BEYOND_ASCII = /[^\0-\u007f]/u;

/** The old encoding that a font means; null for a font of Unicode. */
export function encodingOfFont(font: string | undefined): OldEncoding | null {
  if (font === undefined) return null;
  if (/^\.vn/iu.test(font)) return 'tcvn3';
  return /^vni[- ]/iu.test(font) ? 'vni' : null;
}

/** How the letters of a document's old fonts are meant. */
export type OldLetters = 'none' | 'convert' | 'mixed';

/** Whether pieces in old fonts hold letters of an old encoding, none at all, or both kinds. */
export function oldLettersOf(pieces: readonly Piece[]): OldLetters {
  const old = pieces.filter(({ text, font }) => encodingOfFont(font) !== null && BEYOND_ASCII.test(text));
  const unicode = old.filter(({ text }) => ONLY_UNICODE.test(text)).length;
  if (unicode === 0) return old.length === 0 ? 'none' : 'convert';
  // "é" is a letter of both; a document whose old fonts are but a look has such letters only now and then.
  return unicode * 2 > old.length ? 'none' : 'mixed';
}

/** The text of a piece; of an old font in the letters it shows. */
export function lettersOf({ text, font }: Piece, old: OldLetters): string {
  const encoding = encodingOfFont(font);
  if (old !== 'convert' || encoding === null || font === undefined) return text;
  const read = inLetters(text, encoding);
  // Fonts of capitals have the bytes of small letters.
  return encoding === 'tcvn3' && font.endsWith('H') ? read.toLocaleUpperCase('vi') : read;
}
