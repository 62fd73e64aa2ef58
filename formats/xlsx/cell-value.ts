import type { CellContent } from './cells.ts';
import { unescapeText } from './escaped-text.ts';
import { serialOfIsoDate } from './iso-date.ts';

/** A cell as its XML has it. */
export interface StoredCell {
  /** Attribute `t`; `n` when the cell has none. */
  type: string;
  /** Text of `v`; null when the cell has no `v`. */
  stored: string | null;
  /** Text of `is`; null when the cell has no `is`. */
  inline: string | null;
}

/** What cell values depend on outside the cell. */
export interface ValueContext {
  sharedStrings: readonly string[];
  date1904: boolean;
}

/** `undefined` stands for content that does not fit the type. */
type Reading = CellContent | undefined;

/** The grammar of XML Schema doubles without INF and NaN; JavaScript alone would accept '0x1F' and ''. */
const DOUBLE = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?$/u;
const INDEX = /^\d+$/u;

/**
 * The value of a cell. An empty stored text is '' and stays apart from null, a cell without a value; dates
 * become serial numbers, as everywhere else in a workbook.
 * @returns undefined when the content does not fit the type; nothing is guessed
 */
export function cellValue(cell: StoredCell, context: ValueContext): Reading {
  if (cell.type === 'inlineStr') return cell.inline;
  if (cell.stored === null) return null;
  if (cell.type === 'str') return unescapeText(cell.stored);
  const stored = cell.stored.trim();
  if (stored === '') return null;
  switch (cell.type) {
    case 'n':
      return numberOf(stored);
    case 's':
      return INDEX.test(stored) ? context.sharedStrings[Number(stored)] : undefined;
    case 'b':
      return booleanOf(stored);
    case 'e':
      return { error: stored };
    case 'd':
      return serialOfIsoDate(stored, context.date1904) ?? undefined;
    default:
      return undefined;
  }
}

/**
 * The truth value that a formula only names. LibreOffice saves a typed TRUE as `TRUE()`, and in a cell with a
 * number format its result as the number 1, which nobody typed.
 * @returns undefined for every other formula
 */
export function namedTruth(formula: string): boolean | undefined {
  if (formula === 'TRUE()') return true;
  return formula === 'FALSE()' ? false : undefined;
}

/** Whether a text is written as a number, be it one that is too large to be held. */
export function isNumberText(text: string | null): boolean {
  return text !== null && DOUBLE.test(text.trim());
}

function numberOf(text: string): number | undefined {
  if (!DOUBLE.test(text)) return undefined;
  const value = Number(text);
  return Number.isFinite(value) ? value : undefined;
}

function booleanOf(text: string): boolean | undefined {
  if (text === '1' || text === 'true') return true;
  return text === '0' || text === 'false' ? false : undefined;
}
