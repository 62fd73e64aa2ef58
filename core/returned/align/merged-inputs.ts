import { parseRange, within, type Rectangle } from '../../sheet/area-cover.ts';
import type { FoundSheet } from './found-sheet.ts';
import { holdsFigures } from '../../workbook/entry-fields.ts';

/** A merged range of a sheet and the keyed cells in it. */
export interface MergedRange {
  range: string;
  area: Rectangle;
  /**
   * `figures` where a cell of a figure is merged with anything; `texts` where cells for marks, reasons and
   * other texts are merged with each other, or give their content to a cell that is none; `none` otherwise.
   */
  inputs: 'figures' | 'texts' | 'none';
}

/** What the merged ranges of a sheet join. A cell for texts made wider to the right stays what it is. */
export function mergedRanges({ facts, keys }: Pick<FoundSheet, 'facts' | 'keys'>): MergedRange[] {
  const rows = new Set(keys.rows.map(({ row }) => row));
  const figures = new Set<number>();
  const texts = new Set<number>();
  for (const { column, field } of keys.columns) (holdsFigures(field) ? figures : texts).add(column);
  return [...new Set(facts.merges)].flatMap((range): MergedRange[] => {
    const area = parseRange(range);
    if (!area) return [];
    const inRows = within(rows, area.top, area.bottom);
    const inTexts = within(texts, area.left, area.right);
    const count = inRows.length * inTexts.length;
    const keepsItsPlace = rows.has(area.top) && texts.has(area.left);
    if (inRows.length > 0 && within(figures, area.left, area.right).length > 0) {
      return [{ range, area, inputs: 'figures' }];
    }
    return [{ range, area, inputs: count > 1 || (count === 1 && !keepsItsPlace) ? 'texts' : 'none' }];
  });
}
