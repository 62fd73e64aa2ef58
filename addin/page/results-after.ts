import { alignWorkbook } from '../../core/returned/align/alignment.ts';
import { compareFormulas } from '../../core/check/structure/compared-formulas.ts';
import type { WorkbookFacts } from '../../core/sheet/facts.ts';
import { FormulaComparison } from '../../core/check/structure/formula-comparison.ts';
import { typedFigures } from '../../core/returned/typed-figures.ts';
import { buildWorkbook } from '../../core/template/build.ts';
import { requestOf } from '../../core/workbook/definition.ts';
import { knownFromReturned } from '../../core/returned/known-from-returned.ts';
import { cellIndex, type WorkbookModel } from '../../core/sheet/model.ts';
import { readReturned } from '../../core/returned/read.ts';

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
export function resultsAfter(before: WorkbookFacts, after: WorkbookFacts): ChangedResult[] {
  const [old, now] = [rebuilt(before), rebuilt(after)];
  if (old === null || now === null) return [];
  const alignment = alignWorkbook(now.issued, after);
  return compareFormulas(alignment, new FormulaComparison(alignment)).flatMap(
    ({ sheet, cell, row, column, state }): ChangedResult[] => {
      if (state !== 'same' || row === null || column === null) return [];
      const at = cellIndex(cell.row, cell.column);
      const value = now.model.sheets[sheet.index]?.cells.get(at)?.result;
      const isChanged = old.model.sheets[sheet.index]?.cells.get(at)?.result !== value;
      return isChanged && value !== undefined ? [{ sheet: sheet.found.facts.name, row, column, value }] : [];
    },
  );
}

/** The workbook as it was issued, and as it is with the figures and reasons of a file. */
function rebuilt(facts: WorkbookFacts): { issued: WorkbookModel; model: WorkbookModel } | null {
  const { value: returned } = readReturned(facts.sheets);
  if (!returned?.definition) return null;
  const { definition, untouched } = returned;
  const request = requestOf(definition, knownFromReturned(returned));
  const said = { untouched: untouched ?? '', definition };
  return {
    issued: buildWorkbook(requestOf(definition)),
    model: buildWorkbook(request, said, typedFigures(returned)),
  };
}
