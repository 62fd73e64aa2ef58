import type { Place } from '../base/finding.ts';
import type { SheetFacts } from '../sheet/facts.ts';
import { cellAddress } from '../sheet/address.ts';
import { KEY_COLUMN, KEY_ROW } from './contract.ts';

/** A sheet that is read by the keys of its rows and columns. */
export interface KeyedSheet {
  /** Keys of rows in their order; a copied row stands twice. */
  rows: readonly { key: string; row: number }[];
  /** Keys of columns. */
  columns: readonly string[];
  /** Text of a cell, as it is shown; '' where it holds nothing. */
  text: (row: number, column: string) => string;
  place: (row: number, column: string) => Place;
}

/** Reads a sheet by its keys; null where it is not there. */
export function keyedSheet(sheets: readonly SheetFacts[], name: string): KeyedSheet | null {
  const sheet = sheets.find((one) => one.name === name);
  if (sheet === undefined) return null;
  const at = new Map(sheet.cells.map((cell) => [`${cell.row}:${cell.column}`, cell]));
  const columns = new Map<string, number>();
  const rows: { key: string; row: number }[] = [];
  for (const { row, column, value } of sheet.cells) {
    if (typeof value !== 'string' || value === '') continue;
    if (row === KEY_ROW && column !== KEY_COLUMN) columns.set(value, column);
    else if (column === KEY_COLUMN && row !== KEY_ROW) rows.push({ key: value, row });
  }
  return {
    rows: rows.sort((one, other) => one.row - other.row),
    columns: [...columns.keys()],
    text(row, column) {
      const value = at.get(`${row}:${columns.get(column) ?? 0}`)?.value ?? null;
      return value === null || typeof value === 'object' ? '' : String(value).normalize('NFC').trim();
    },
    place: (row, column) => ({ sheet: name, cell: cellAddress(row, columns.get(column) ?? 2) }),
  };
}
