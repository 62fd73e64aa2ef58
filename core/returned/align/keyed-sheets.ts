import { parseColumnKey, type ColumnField } from '../../workbook/contract.ts';
import type { SheetModel } from '../../sheet/model.ts';
import { keysOf, type AlignedSheet } from './align-sheet.ts';
import type { FoundSheet } from './found-sheet.ts';

/** Rows of figures, of baselines, and of the officer's own verdicts have keys of their own each. */
export type Family = 'figure' | 'baseline' | 'own';

const FAMILIES: Record<ColumnField, Family> = {
  value: 'figure',
  mark: 'figure',
  reason: 'figure',
  baseYear: 'baseline',
  baseValue: 'baseline',
  baseSource: 'baseline',
  ownVerdict: 'own',
  ownReason: 'own',
};

/** An expected sheet with the place of its keys, whether it came back or not. */
export type KeyedPart = Pick<AlignedSheet, 'expected' | 'keyRow' | 'keyColumn'>;

/** The keys of an expected sheet that did not come back. */
export function keyedPart(expected: SheetModel): KeyedPart {
  return { expected, ...keysOf(expected) };
}

/** A keyed column as it was issued. */
export interface ExpectedColumn {
  column: number;
  key: string;
  field: ColumnField;
}

/** Keyed columns of a sheet as it was issued. */
export function expectedColumns({ expected, keyRow }: KeyedPart): ExpectedColumn[] {
  if (keyRow === null) return [];
  const columns: ExpectedColumn[] = [];
  for (const { row, column, value } of expected.cells.values()) {
    const parsed = row === keyRow && typeof value === 'string' ? parseColumnKey(value) : null;
    if (parsed) columns.push({ column, key: String(value), field: parsed.field });
  }
  return columns;
}

/** Keyed rows of a sheet as it was issued. */
export function expectedRows({ expected, keyColumn, keyRow }: KeyedPart): { row: number; key: string }[] {
  if (keyColumn === null) return [];
  const rows: { row: number; key: string }[] = [];
  for (const { row, column, value } of expected.cells.values()) {
    if (column === keyColumn && row !== keyRow && typeof value === 'string') rows.push({ row, key: value });
  }
  return rows;
}

/** What the keyed rows of a sheet hold, by its keyed columns. */
export function familiesOf(fields: readonly { field: ColumnField }[]): Set<Family> {
  return new Set(fields.map(({ field }) => FAMILIES[field]));
}

/** Whether a column holds a number that is read. */
export function holdsFigures(field: ColumnField): boolean {
  return field === 'value' || field === 'baseYear' || field === 'baseValue';
}

/** Whether figures on a sheet can no longer be found: the marker is gone, or every key beside or below it. */
export function hasLostKeys(sheet: AlignedSheet): boolean {
  if (sheet.keyRow === null) return false;
  const { marker, rows, columns } = sheet.found.keys;
  return (
    marker === null ||
    (rows.length === 0 && expectedRows(sheet).length > 0) ||
    (columns.length === 0 && expectedColumns(sheet).length > 0)
  );
}

/** Row keys found on any sheet, by what the sheet's rows hold. */
export function foundRowKeys(sheets: readonly FoundSheet[]): Record<Family, Set<string>> {
  const keys: Record<Family, Set<string>> = { figure: new Set(), baseline: new Set(), own: new Set() };
  for (const sheet of sheets) {
    for (const family of familiesOf(sheet.keys.columns)) {
      for (const { key } of sheet.keys.rows) keys[family].add(key);
    }
  }
  return keys;
}

/** Whether figures are entered on a sheet. */
export function holdsInput(sheet: SheetModel): boolean {
  return expectedColumns(keyedPart(sheet)).some(({ field }) => holdsFigures(field));
}
