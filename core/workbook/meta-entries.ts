import type { SheetCells } from '../sheet/facts.ts';
import { sheetNames } from './contract.ts';

/** A line of `_meta`, of a report workbook or a grid; '' for what is blank. */
export interface MetaEntry {
  kind: string;
  key: string;
  value: string;
}

/** Columns of the `_meta` sheet that hold the parts of an entry. */
export const metaColumns = { kind: 2, key: 3, value: 4 } as const;

const partAt = new Map<number, keyof MetaEntry>([
  [metaColumns.kind, 'kind'],
  [metaColumns.key, 'key'],
  [metaColumns.value, 'value'],
]);

/**
 * Reads the lines of `_meta` in the order in which they stand; none where the sheet is lost. Programs that save
 * a file may have made numbers of texts, so what a cell holds is read as its text.
 */
export function metaEntries(sheets: readonly SheetCells[]): MetaEntry[] {
  const lines = new Map<number, MetaEntry>();
  for (const { row, column, value } of sheets.find(({ name }) => name === sheetNames.meta)?.cells ?? []) {
    const part = partAt.get(column);
    if (part === undefined || value === null || typeof value === 'object') continue;
    let line = lines.get(row);
    if (line === undefined) lines.set(row, (line = { kind: '', key: '', value: '' }));
    line[part] = String(value);
  }
  return [...lines.values()];
}
