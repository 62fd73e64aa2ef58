import { foldedName } from '../../core/base/name.ts';
import type { ExchangeNames } from '../../core/exchange/names.ts';
import { oldEncodings, type OldEncoding } from '../../core/exchange/reading.ts';
import type { TextCells } from '../../core/exchange/text-cells.ts';
import { inLetters } from './old-letters.ts';

/** What is known of the letters of a file. */
export interface LettersKnown {
  /** Whether its bytes are Unicode text; else each byte stands as one letter. */
  isUnicode: boolean;
  /** Null: there are no names to go by. */
  names: ExchangeNames | null;
  /** The encoding that somebody says it has, or that it was read by before. */
  asked: OldEncoding | null;
}

/** How the letters of a file are to be read. */
export type Letters =
  /** As they stand, or in an old encoding. */
  | { kind: 'read'; encoding: OldEncoding | null }
  /** Recognised, but only converted when somebody asks for it. */
  | { kind: 'to-be-asked'; encoding: OldEncoding }
  /** Letters were saved as question marks or the like. */
  | { kind: 'lost' }
  | { kind: 'unknown' };

/** A cell with a name, and the name that its code has. */
interface Named {
  found: string;
  expected: string;
}

/** As many distinct names are looked at: of a file with more, these say enough. */
const NAMES_LOOKED_AT = 40;
/** What programs write for a letter that their encoding does not have: Excel on a Mac the underscore. */
const LOST = /[?_\ufffd]/u;
const ASCII = /^[\0-\u007f]*$/u;

/**
 * Recognises the encoding of a table by the names beside its codes: under the right one they are the names of the
 * code lists. Only windows-1258, which spreadsheets of this country write by themselves, is then read without being
 * asked for.
 * @param columns of the file
 */
export function lettersOf(
  rows: readonly { cells: TextCells }[],
  columns: readonly string[],
  known: LettersKnown,
): Letters {
  const { isUnicode, names, asked } = known;
  const named = names === null ? [] : namedIn(rows, names);
  const isRead = (encoding: OldEncoding | null) => ({ kind: 'read', encoding }) as const;
  if (named.length === 0) return isUnicode && asked === null ? isRead(null) : byRequest(known);
  const fits = (letters: (text: string) => string, isSame = sameName) =>
    named.filter(({ found, expected }) => isSame(letters(found), expected)).length * 2 > named.length;
  if (isUnicode && fits((text) => text)) return isRead(null);
  const encoding = oldEncodings.find((one) => fits((text) => inLetters(text, one)));
  if (encoding !== undefined) {
    const isOwn = encoding === 'windows-1258' && !isUnicode;
    return isOwn || encoding === asked ? isRead(encoding) : { kind: 'to-be-asked', encoding };
  }
  const plain = isUnicode ? (text: string) => text : (text: string) => inLetters(text, 'windows-1258');
  if (fits(plain, withMarks)) {
    const texts = columns.filter((column) => !column.endsWith('Name'));
    const isNamesOnly = !rows.some(({ cells }) => texts.some((column) => LOST.test(cells.get(column) ?? '')));
    return isNamesOnly ? isRead(isUnicode ? null : 'windows-1258') : { kind: 'lost' };
  }
  return isUnicode ? isRead(null) : { kind: 'unknown' };
}

/** Without a name there is only what somebody says. */
function byRequest({ isUnicode, names, asked }: LettersKnown): Letters {
  // A text that stands in Unicode is not converted on a mere guess.
  if (isUnicode && names !== null) return { kind: 'read', encoding: null };
  return asked === null ? { kind: 'unknown' } : { kind: 'read', encoding: asked };
}

function namedIn(rows: readonly { cells: TextCells }[], names: ExchangeNames): Named[] {
  const lists = [
    ['unit', 'unitName', names.units],
    ['indicator', 'indicatorName', names.indicators],
    ['stratum', 'stratumName', names.strata],
  ] as const;
  const named = new Map<string, Named>();
  for (const { cells } of rows) {
    for (const [code, name, list] of lists) {
      const [found, expected] = [cells.get(name) ?? '', list.get((cells.get(code) ?? '').trim()) ?? ''];
      // A name of plain letters looks the same in every encoding.
      if (found.trim() !== '' && !ASCII.test(expected))
        named.set(`${expected}\0${found}`, { found, expected });
    }
    if (named.size >= NAMES_LOOKED_AT) break;
  }
  return [...named.values()];
}

/** Fonts of capitals have the bytes of small letters. */
function sameName(one: string, other: string): boolean {
  return foldedName(one).toLowerCase() === foldedName(other).toLowerCase();
}

/** Whether a name is another one with marks for some of its letters. */
function withMarks(found: string, expected: string): boolean {
  const [letters, meant] = [found, expected].map((text) => [...text.normalize('NFC').trim()]);
  if (!LOST.test(found) || letters?.length !== meant?.length) return false;
  return letters?.every((letter, at) => LOST.test(letter) || letter === meant?.[at]) ?? false;
}
