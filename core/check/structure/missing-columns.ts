import type { ColumnKey } from '../../workbook/contract.ts';
import type { Alignment } from '../../returned/align/alignment.ts';
import type { Spot } from './fold.ts';
import { hasLostKeys } from '../../returned/align/keyed-sheets.ts';

/** Keyed columns of a kind that are no longer on their sheet. */
export function missingColumns(
  alignment: Alignment,
  isAsked: (column: ColumnKey) => boolean,
): { spots: Spot[]; passed: number; notEvaluable: number } {
  const spots: Spot[] = [];
  let passed = 0;
  let notEvaluable = 0;
  for (const sheet of alignment.sheets) {
    const columns = sheet.keyedColumns.filter(isAsked);
    const found = new Set(sheet.found.keys.columns.map(({ key }) => key));
    // A sheet without any keys, or in the place of another, says so once, not column by column.
    if (hasLostKeys(sheet) || alignment.foreign.has(sheet.found)) notEvaluable += columns.length;
    else
      for (const { key } of columns) {
        if (found.has(key)) passed += 1;
        else spots.push({ sheet: sheet.found.facts.name, key, expected: key });
      }
  }
  return { spots, passed, notEvaluable };
}
