import type { SheetCell, SheetCells } from '../sheet/facts.ts';
import { areaOfCells } from '../sheet/evaluate/area-of-cells.ts';
import { compileFormula, type Reference } from '../sheet/evaluate/compile.ts';
import type { Area } from '../sheet/evaluate/operand.ts';
import { FormulaError, NotComputed, type Value } from '../sheet/evaluate/value.ts';
import { cellIndex } from '../sheet/model.ts';

/** Longer formulas of figures nobody writes; what is nested in them is computed by as many calls. */
const LONGEST_FORMULA = 2_000;
/** Larger ranges are not computed over. */
const MOST_CELLS = 10_000;
/** Cells that all formulas together may look at; a file made to take time has more. */
const MOST_LOOKS = 2_000_000;

/**
 * What a formula in a cell comes to from what the file has in the cells it refers to. Null where it comes to neither number
 * nor truth value, and where that cannot be told here: other functions, other files, sources without a stored result.
 */
export function formulaResults(
  sheets: readonly SheetCells[],
): (formula: string, place: { sheet: string; row: number; column: number }) => number | boolean | null {
  const byName = new Map(sheets.map((sheet) => [sheet.name.toUpperCase(), sheet]));
  const known = new Map<string, ReadonlyMap<number, SheetCell>>();
  let looks = 0;
  const cellsOf = (name: string): ReadonlyMap<number, SheetCell> => {
    const found = known.get(name);
    if (found) return found;
    const sheet = byName.get(name);
    if (!sheet) throw new NotComputed(`no sheet ${name}`);
    const cells = new Map(sheet.cells.map((cell) => [cellIndex(cell.row, cell.column), cell]));
    known.set(name, cells);
    return cells;
  };
  const areaOf = ({ sheet, ...range }: Reference): Area => {
    if ((range.bottom - range.top + 1) * (range.right - range.left + 1) > MOST_CELLS)
      throw new NotComputed('a range of many cells');
    const cells = cellsOf(sheet.toUpperCase());
    return areaOfCells(range, (row, column) => {
      looks += 1;
      if (looks > MOST_LOOKS) throw new NotComputed('many cells');
      return valueOf(cells.get(cellIndex(row, column)));
    });
  };
  return (formula, { sheet, row, column }) => {
    if (formula.length > LONGEST_FORMULA) return null;
    try {
      const value = compileFormula(formula, { sheet: sheet.toUpperCase(), row, column }, areaOf).value();
      if (typeof value === 'boolean') return value;
      return typeof value === 'number' && Number.isFinite(value) ? value : null;
    } catch (error) {
      if (error instanceof NotComputed) return null;
      throw error;
    }
  };
}

function valueOf(cell: SheetCell | undefined): Value {
  if (cell === undefined) return null;
  if (cell.value === null && (cell.formula ?? null) !== null)
    throw new NotComputed('a source without result');
  return typeof cell.value === 'object' && cell.value !== null
    ? new FormulaError(cell.value.error)
    : cell.value;
}
