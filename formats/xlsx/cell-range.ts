import {
  cellAddress,
  parseAddress,
  SHEET_COLUMNS,
  SHEET_ROWS,
  type CellPosition,
} from '../../core/sheet/address.ts';

/** A rectangle of cells; rows and columns count from 1, both ends are within. */
export interface CellRange {
  top: number;
  left: number;
  bottom: number;
  right: number;
}

/**
 * Reads `B7`, `B7:E9`, `B:C` or `2:5`; `$` is accepted and the corners may come in any order.
 * @returns null when no sheet has the range
 */
export function parseRange(text: string): CellRange | null {
  const [first = '', second = first, ...rest] = text.split(':');
  if (rest.length > 0) return null;
  const from = corner(first, 1, 1);
  const to = corner(second, SHEET_ROWS, SHEET_COLUMNS);
  if (from === null || to === null || (text === first && parseAddress(text) === null)) return null;
  return {
    top: Math.min(from.row, to.row),
    left: Math.min(from.column, to.column),
    bottom: Math.max(from.row, to.row),
    right: Math.max(from.column, to.column),
  };
}

/** `B7` for a single cell, else `B7:E9`. */
export function rangeText({ top, left, bottom, right }: CellRange): string {
  const first = cellAddress(top, left);
  return top === bottom && left === right ? first : `${first}:${cellAddress(bottom, right)}`;
}

/** The ranges of a list separated by spaces (`sqref`); what is no range of a sheet covers nothing. */
export function parseRanges(list: string): CellRange[] {
  return list
    .split(/\s+/u)
    .map(parseRange)
    .filter((range) => range !== null);
}

/** The corner of a range that may name only a column or only a row. */
function corner(text: string, row: number, column: number): CellPosition | null {
  const plain = text.replaceAll('$', '');
  if (/^[A-Za-z]{1,3}$/u.test(plain)) return withRow(parseAddress(`${plain}1`), row);
  if (/^\d{1,7}$/u.test(plain)) return withColumn(parseAddress(`A${plain}`), column);
  return parseAddress(text);
}

function withRow(position: CellPosition | null, row: number): CellPosition | null {
  return position && { ...position, row };
}

function withColumn(position: CellPosition | null, column: number): CellPosition | null {
  return position && { ...position, column };
}
