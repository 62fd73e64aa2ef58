import { formulaDoubts } from '../returned/formula-doubts.ts';
import { reasonOfFigure, type TypedReturn } from '../returned/reason-of-figure.ts';
import type { FormulaCell, SheetCells } from '../sheet/facts.ts';
import { holdsFigures } from '../workbook/entry-fields.ts';
import type { DamagedSheet } from './found-sheets.ts';
import { note } from './note.ts';
import { isBlank, type Noted } from './repaired.ts';
import type { Slot } from './slots.ts';

/** Why the result of a formula is not put back into its cell; null where it is. */
export type NotPutBack = (sheet: DamagedSheet, cell: FormulaCell, slot: Partial<Slot>) => Noted | null;

/**
 * Tells results of formulas that would become typed figures which nobody entered: none, of blank cells, at random, a
 * truth value, or a 0 for want of a source that no reason stands beside.
 */
export function notPutBack(sheets: readonly SheetCells[], typed: TypedReturn | null): NotPutBack {
  const doubtOf = formulaDoubts(sheets);
  const explain = typed && reasonOfFigure(typed);
  return (sheet, cell, { field, rowKey: key = '', figure = null }) => {
    if (cell.formula === null) return null;
    const isFigure = field !== undefined && holdsFigures(field);
    const doubt = doubtOf(cell, sheet.found.facts.name);
    if (isBlank(cell.value) || doubt?.why === 'blanks')
      return note('repair-no-result', sheet, cell, { wanted: isFigure ? 'number' : 'text' });
    if (!isFigure || doubt === null) return null;
    if (doubt.why === 'fleeting') return note('repair-at-random', sheet, cell, {});
    if (doubt.why === 'truth') return note('repair-truth-value', sheet, cell, {});
    const isExplained = explain !== null && explain({ key, figure }).reason !== null;
    const { source, is } = doubt;
    return isExplained ? null : note('repair-from-blank', sheet, cell, { source, is });
  };
}
