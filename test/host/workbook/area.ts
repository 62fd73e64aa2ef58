import {
  cellAddress,
  columnLetters,
  parseAddress,
  SHEET_COLUMNS,
  SHEET_ROWS,
} from '../../../core/sheet/address.ts';

/** A rectangle of cells; rows and columns count from 1. */
export interface Area {
  row: number;
  column: number;
  rows: number;
  columns: number;
}

/** All cells of a sheet. */
export const WHOLE_SHEET: Area = { row: 1, column: 1, rows: SHEET_ROWS, columns: SHEET_COLUMNS };

/**
 * Reads an address inside a sheet: `B7`, `B7:D9`, whole columns `B:D` or rows `7:9`; `$` signs and a sheet
 * name before `!` are left aside.
 * @returns null when it is no such address
 */
export function parseArea(address: string): Area | null {
  const own = address.slice(address.lastIndexOf('!') + 1).replaceAll('$', '');
  const [first = '', second = first, ...rest] = own.split(':');
  if (rest.length > 0) return null;
  if (own.includes(':')) {
    if (/^\d+$/u.test(first) && /^\d+$/u.test(second)) return between(`A${first}`, `XFD${second}`);
    if (/^[a-z]+$/iu.test(first) && /^[a-z]+$/iu.test(second)) {
      return between(`${first}1`, `${second}${SHEET_ROWS}`);
    }
  }
  return between(first, second);
}

function between(first: string, second: string): Area | null {
  const from = parseAddress(first);
  const to = parseAddress(second);
  if (from === null || to === null) return null;
  return boundingArea({ ...from, rows: 1, columns: 1 }, { ...to, rows: 1, columns: 1 });
}

/** The smallest rectangle around two. */
export function boundingArea(one: Area, other: Area): Area {
  const row = Math.min(one.row, other.row);
  const column = Math.min(one.column, other.column);
  return {
    row,
    column,
    rows: Math.max(one.row + one.rows, other.row + other.rows) - row,
    columns: Math.max(one.column + one.columns, other.column + other.columns) - column,
  };
}

/** What two rectangles share, or null. */
export function sharedArea(one: Area, other: Area): Area | null {
  const row = Math.max(one.row, other.row);
  const column = Math.max(one.column, other.column);
  const rows = Math.min(one.row + one.rows, other.row + other.rows) - row;
  const columns = Math.min(one.column + one.columns, other.column + other.columns) - column;
  return rows > 0 && columns > 0 ? { row, column, rows, columns } : null;
}

/** Whether a rectangle lies inside a sheet. */
export function fitsSheet({ row, column, rows, columns }: Area): boolean {
  return (
    row >= 1 &&
    column >= 1 &&
    rows >= 1 &&
    columns >= 1 &&
    row + rows - 1 <= SHEET_ROWS &&
    column + columns - 1 <= SHEET_COLUMNS
  );
}

/** Whole columns or whole rows, which Excel calls unbounded. */
export function isUnbounded({ rows, columns }: Area): boolean {
  return rows === SHEET_ROWS || columns === SHEET_COLUMNS;
}

/** The address without a sheet name: `B7`, `B7:D9`, `B:D`, `7:9`. */
export function areaAddress({ row, column, rows, columns }: Area): string {
  const lastRow = row + rows - 1;
  const lastColumn = column + columns - 1;
  if (rows === SHEET_ROWS && columns < SHEET_COLUMNS) {
    return `${columnLetters(column)}:${columnLetters(lastColumn)}`;
  }
  if (columns === SHEET_COLUMNS && rows < SHEET_ROWS) return `${row}:${lastRow}`;
  const first = cellAddress(row, column);
  return rows === 1 && columns === 1 ? first : `${first}:${cellAddress(lastRow, lastColumn)}`;
}

/** The address with its sheet, quoted where a formula would need quotes: `'Nhập liệu'!B7`. */
export function fullAddress(sheet: string, area: Area): string {
  const name = /^[\p{L}_][\p{L}\p{N}_.]*$/u.test(sheet) ? sheet : `'${sheet.replaceAll("'", "''")}'`;
  return `${name}!${areaAddress(area)}`;
}

/** Calls back for every cell, row by row. */
export function forEachCell(area: Area, visit: (row: number, column: number) => void): void {
  for (let row = area.row; row < area.row + area.rows; row += 1) {
    for (let column = area.column; column < area.column + area.columns; column += 1) visit(row, column);
  }
}
