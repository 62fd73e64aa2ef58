import { familiesOf, holdsFigures, type Family } from '../../workbook/entry-fields.ts';
import type { SheetModel } from '../../sheet/model.ts';
import type { AlignedSheet } from './align-sheet.ts';
import type { FoundSheet } from './found-sheet.ts';
import { keyedPart } from './keyed-part.ts';

/** Whether figures on a sheet can no longer be found: the marker is gone, or every key beside or below it. */
export function hasLostKeys(sheet: AlignedSheet): boolean {
  if (sheet.keyRow === null) return false;
  const { marker, rows, columns } = sheet.found.keys;
  return (
    marker === null ||
    (rows.length === 0 && sheet.keyedRows.length > 0) ||
    (columns.length === 0 && sheet.keyedColumns.length > 0)
  );
}

/** Row keys found on any sheet, by what the sheet's rows hold. */
export function foundRowKeys(sheets: readonly FoundSheet[]): Record<Family, Set<string>> {
  const keys: Record<Family, Set<string>> = {
    figure: new Set(),
    baseline: new Set(),
    own: new Set(),
    return: new Set(),
  };
  for (const sheet of sheets) {
    for (const family of familiesOf(sheet.keys.columns)) {
      for (const { key } of sheet.keys.rows) keys[family].add(key);
    }
  }
  return keys;
}

/** Whether figures are entered on a sheet. */
export function holdsInput(sheet: SheetModel): boolean {
  return keyedPart(sheet).keyedColumns.some(({ field }) => holdsFigures(field));
}
