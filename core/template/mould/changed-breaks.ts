import type { WorkbookModel } from '../../sheet/model.ts';
import type { PlacedRequest } from '../../workbook/placed.ts';
import { breakPages } from '../sheets/input-page.ts';
import type { RowHeight } from './named-heights.ts';

/** Rows after which a page ends, of a sheet where they are others. */
export interface ChangedBreaks {
  /** Place of the sheet among all. */
  sheet: number;
  rows: readonly number[];
}

/** Where pages end with rows of other heights; null where a sheet would be printed otherwise as a whole. */
export function changedBreaks(
  { layout }: Pick<PlacedRequest, 'layout'>,
  { sheets }: Pick<WorkbookModel, 'sheets'>,
  heights: readonly RowHeight[],
): ChangedBreaks[] | null {
  const breaks: ChangedBreaks[] = [];
  for (const at of new Set(heights.map(({ sheet }) => sheet))) {
    const sheet = sheets[at];
    const input = [layout.entry, layout.background].find((one) => one.sheet === sheet?.name);
    if (sheet === undefined) return null;
    if (input === undefined) {
      // What else ends its pages somewhere does so by rules of its own.
      if (sheet.rowBreaks.length > 0) return null;
      continue;
    }
    const last = Math.max(...[...sheet.cells.values()].map(({ row }) => row));
    const rows = new Map(sheet.rows);
    for (const { row, height } of heights.filter((one) => one.sheet === at))
      rows.set(row, { ...rows.get(row), height });
    const [before, now] = [{ ...sheet }, { ...sheet, rows }];
    breakPages(before, input, last);
    breakPages(now, input, last);
    if (before.rowBreaks.join() !== sheet.rowBreaks.join() || now.onePage !== sheet.onePage) return null;
    if (now.rowBreaks.join() !== sheet.rowBreaks.join()) breaks.push({ sheet: at, rows: now.rowBreaks });
  }
  return breaks;
}
