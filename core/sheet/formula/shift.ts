import { columnLetters, parseAddress, SHEET_COLUMNS, SHEET_ROWS } from '../address.ts';
import { formulaLexemes, type Lexeme } from './lexemes.ts';

/** A formula that can be written for other cells than its own. */
export interface ShiftableFormula {
  /** The formula `rows` further down and `columns` further right. */
  shifted: (rows: number, columns: number) => string;
}

const GONE = '#REF!';

/** One coordinate of a reference. */
interface Coordinate {
  /** Counted from 1. */
  at: number;
  /** How it is written; with `$` it stays so wherever the formula goes. */
  text: string;
  isFixed: boolean;
}

/** A cell, or one end of whole columns or rows; what is null the reference does not name. */
interface Corner {
  column: Coordinate | null;
  row: Coordinate | null;
}

/** The corners of a reference: one for a cell, two for whole columns and rows. */
type Reference = readonly Corner[];

/**
 * Prepares a formula to be copied along: its relative references move with the cell, those with `$` stay,
 * and one that would leave the sheet becomes `#REF!`. Everything else is kept letter by letter.
 */
export function shiftable(formula: string): ShiftableFormula {
  // References are taken apart and other texts joined at once: a formula may have a million followers.
  const parts: (string | Reference)[] = [];
  for (const lexeme of formulaLexemes(formula)) {
    const previous = parts.at(-1);
    const reference = referenceOf(lexeme);
    if (reference !== null) parts.push(reference);
    else if (typeof previous === 'string') parts[parts.length - 1] = previous + lexeme.text;
    else parts.push(lexeme.text);
  }
  return {
    // Joined, not added: sums of many short texts stay trees that take ten times the memory.
    shifted: (rows, columns) =>
      parts.map((part) => (typeof part === 'string' ? part : moved(part, rows, columns))).join(''),
  };
}

function referenceOf({ kind, text }: Lexeme): Reference | null {
  if (kind === 'cell') {
    const split = text.search(/\$?\d/u);
    return [{ column: columnOf(text.slice(0, split)), row: rowOf(text.slice(split)) }];
  }
  if (kind === 'columns') return text.split(':').map((end) => ({ column: columnOf(end), row: null }));
  if (kind === 'rows') return text.split(':').map((end) => ({ column: null, row: rowOf(end) }));
  return null;
}

function columnOf(text: string): Coordinate {
  return { at: parseAddress(`${text}1`)?.column ?? 0, text, isFixed: text.startsWith('$') };
}

function rowOf(text: string): Coordinate {
  return { at: Number(text.replace('$', '')), text, isFixed: text.startsWith('$') };
}

function moved(reference: Reference, rows: number, columns: number): string {
  let text = '';
  for (const { column, row } of reference) {
    if (text !== '') text += ':';
    if (column !== null) {
      const at = column.at + columns;
      if (column.isFixed || columns === 0) text += column.text;
      else if (at >= 1 && at <= SHEET_COLUMNS) text += columnLetters(at);
      else return GONE;
    }
    if (row !== null) {
      const at = row.at + rows;
      if (row.isFixed || rows === 0) text += row.text;
      else if (at >= 1 && at <= SHEET_ROWS) text += at;
      else return GONE;
    }
  }
  return text;
}
