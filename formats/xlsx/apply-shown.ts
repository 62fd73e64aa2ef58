import { applyConditional } from './apply-conditional.ts';
import type { CellFormats } from './cell-formats.ts';
import type { ReadCell } from './cells.ts';
import { applyCoarseDisplay } from './coarse-display.ts';
import { applyWidths, type ColumnWidths } from './column-widths.ts';
import { NO_SHEETS, type SheetsByName } from './conditional-conditions.ts';
import { looksElsewhere, type ConditionalRules } from './conditional-rules.ts';
import type { SheetFactsReader } from './sheet-facts.ts';

/** What was read of a sheet that decides what its cells show. */
interface OfSheet {
  cells: readonly ReadCell[];
  /** The number of each cell's format. */
  formatsOf: readonly string[];
  conditional: ConditionalRules;
  widths: ColumnWidths;
  beside: SheetFactsReader;
}

/**
 * Lets conditional formats, decimals and widths say what the cells of a sheet show: at once, or, where a condition
 * looks at another sheet, when all sheets are read.
 */
export function applyShown(
  { cells, formatsOf, conditional, widths, beside }: OfSheet,
  { formats, later }: { formats: CellFormats; later: (show: (sheets: SheetsByName) => void) => void },
): void {
  const show = (sheets: SheetsByName) => {
    applyConditional(cells, formatsOf, conditional.rules, formats, sheets);
    applyCoarseDisplay(cells, formatsOf, formats);
    applyWidths(cells, formatsOf, widths, beside.facts.merges, formats);
  };
  if (conditional.rules.some(looksElsewhere)) later(show);
  else show(NO_SHEETS);
}
