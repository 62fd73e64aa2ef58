import { parseColumnKey } from '../../workbook/contract.ts';
import { cellIndex } from '../../sheet/model.ts';
import type { AlignedSheet } from './align-sheet.ts';

/** Key of an expected row as findings name it: of a figure or a series; null where the row has none. */
export function rowKeyOf({ expected, keyColumn }: AlignedSheet, row: number): string | null {
  const value = keyColumn === null ? undefined : expected.cells.get(cellIndex(row, keyColumn))?.value;
  if (typeof value !== 'string') return null;
  // Rows of indicator sheets name their field after the series.
  const parts = value.split('|');
  return parts.length > 4 ? parts.slice(0, 4).join('|') : value;
}

/** Period of an expected column; a year printed over the column on sheets without column keys. */
export function periodOf({ expected, keyRow }: AlignedSheet, column: number): string | null {
  const value = keyRow === null ? undefined : expected.cells.get(cellIndex(keyRow, column))?.value;
  const period = typeof value === 'string' ? parseColumnKey(value)?.period : undefined;
  return period === undefined || period === '_' ? null : period;
}
