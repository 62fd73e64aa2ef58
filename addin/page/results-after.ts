import { compareFormulas } from '../../core/check/structure/compared-formulas.ts';
import { FormulaComparison } from '../../core/check/structure/formula-comparison.ts';
import { cellIndex } from '../../core/sheet/model.ts';
import type { OpenedReturn } from '../../core/returned/open-return.ts';

/** The result a formula has now. */
export interface ChangedResult {
  sheet: string;
  /** Both count from 1. */
  row: number;
  column: number;
  value: number | string;
}

/**
 * The formulas whose results change when texts are typed into a workbook, where no spreadsheet program is there
 * to compute them. Only formulas that still are those the workbook was issued with: what others give, nobody
 * here knows.
 */
export function resultsAfter(before: OpenedReturn, after: OpenedReturn): ChangedResult[] {
  const [old, now] = [before.issued, after.issued];
  if (old === null || now === null) return [];
  const { alignment } = now;
  return compareFormulas(alignment, new FormulaComparison(alignment)).flatMap(
    ({ sheet, cell, row, column, state }): ChangedResult[] => {
      if (state !== 'same' || row === null || column === null) return [];
      const at = cellIndex(cell.row, cell.column);
      const value = now.recomputed.sheets[sheet.index]?.cells.get(at)?.result;
      const isChanged = old.recomputed.sheets[sheet.index]?.cells.get(at)?.result !== value;
      return isChanged && value !== undefined ? [{ sheet: sheet.found.facts.name, row, column, value }] : [];
    },
  );
}
