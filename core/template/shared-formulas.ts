import type { WrittenFormulas } from '../sheet/draft.ts';
import type { Layout } from '../workbook/layout.ts';
import { perLayout } from '../workbook/per-layout.ts';

const bySheet = perLayout(() => new Map<string, WrittenFormulas>());

/**
 * The formulas that were written for a sheet in workbooks of the same layout. They say where things stand, never what
 * was typed: what of a formula does is another's, with a number that says which.
 */
export function formulasOf(layout: Layout, sheet: string): WrittenFormulas {
  const sheets = bySheet(layout);
  const known = sheets.get(sheet) ?? new Map<number, string>();
  sheets.set(sheet, known);
  return known;
}
