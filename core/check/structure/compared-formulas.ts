import { cellIndex, type CellModel } from '../../sheet/model.ts';
import type { AlignedSheet } from '../../returned/align/align-sheet.ts';
import type { Alignment } from '../../returned/align/alignment.ts';
import type { FormulaCell } from '../../sheet/facts.ts';
import { plainValue, type Spot } from './fold.ts';
import type { FormulaComparison } from './formula-comparison.ts';
import { periodOf, rowKeyOf } from '../../returned/align/row-key.ts';

/**
 * What became of a formula: `same`; `altered` says something else; `replaced` by something typed; `emptied`;
 * `unknown` where its row or column is gone.
 */
export type FormulaState = 'same' | 'altered' | 'replaced' | 'emptied' | 'unknown';

type CellWithFormula = CellModel & { formula: string };

/** An expected formula cell and what stands in its place. */
export interface ComparedFormula {
  sheet: AlignedSheet;
  cell: CellWithFormula;
  /** Null where its row or column is gone. */
  row: number | null;
  column: number | null;
  found: FormulaCell | null;
  state: FormulaState;
}

/** Compares every formula of the workbook with what stands in its place. */
export function compareFormulas(alignment: Alignment, comparison: FormulaComparison): ComparedFormula[] {
  return alignment.sheets.flatMap((sheet) => {
    const compared: ComparedFormula[] = [];
    for (const cell of sheet.expected.cells.values()) {
      if (!hasFormula(cell)) continue;
      const row = sheet.rows.found(cell.row) ?? null;
      const column = sheet.columns.found(cell.column) ?? null;
      const isPlaced = row !== null && column !== null;
      const found = isPlaced ? (sheet.found.cells.get(cellIndex(row, column)) ?? null) : null;
      const state = isPlaced ? stateOf(comparison, sheet, cell.formula, found) : 'unknown';
      compared.push({ sheet, cell, row, column, found, state });
    }
    return compared;
  });
}

function hasFormula(cell: CellModel): cell is CellWithFormula {
  return cell.formula !== undefined;
}

function stateOf(
  comparison: FormulaComparison,
  sheet: AlignedSheet,
  expected: string,
  found: FormulaCell | null,
): FormulaState {
  if (found === null) return 'emptied';
  if (found.formula === null) return found.value === null || found.value === '' ? 'emptied' : 'replaced';
  // Part of an array formula or a data table: no cell of the template is, so it computes something else.
  if (found.formula === '') return 'altered';
  return comparison.isSame(sheet, expected, found.formula) ? 'same' : 'altered';
}

/** A compared formula as a place of a finding. */
export function formulaSpot({ sheet, cell, row, column, found }: ComparedFormula): Spot {
  return {
    sheet: sheet.found.facts.name,
    row,
    column,
    key: rowKeyOf(sheet, cell.row),
    period: periodOf(sheet, cell.column),
    found: found?.formula ? `=${found.formula}` : plainValue(found?.value ?? null),
    expected: `=${cell.formula}`,
  };
}
