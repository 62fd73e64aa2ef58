import type { FormulaCell } from '../../core/sheet/facts.ts';

/** A rectangle of a sheet as Excel hands it out: its first cell, counted from 0, and three grids. */
export interface CellBlock {
  readonly rowIndex: number;
  readonly columnIndex: number;
  readonly values: readonly (readonly unknown[])[];
  /** In US English with `=`; what is typed stands as it is. Empty where only values were asked for. */
  readonly formulas: readonly (readonly unknown[])[];
  /** Tells an error from a text that looks like one; null where no text does. */
  readonly valueTypes: readonly (readonly string[])[] | null;
}

/** The cells of a block that hold something, as a reader of files delivers them. */
export function cellsOf({ rowIndex, columnIndex, values, formulas, valueTypes }: CellBlock): FormulaCell[] {
  const cells: FormulaCell[] = [];
  // Most of a block is blank: a line is gone through as it stands, without a list for each of its cells.
  for (const [down, line] of values.entries()) {
    for (let right = 0; right < line.length; right += 1) {
      const value = line[right];
      const formula = formulaOf(value, formulas[down]?.[right]);
      if (value === '' && formula === null) continue;
      const place = { row: rowIndex + down + 1, column: columnIndex + right + 1, formula };
      cells.push({ ...place, value: valueOf(value, valueTypes?.[down]?.[right]) });
    }
  }
  return cells;
}

/** A text that begins with `=` is its own formula; the result of a formula never is. */
function formulaOf(value: unknown, formula: unknown): string | null {
  if (typeof formula !== 'string' || !formula.startsWith('=') || formula === value) return null;
  return formula.slice(1);
}

function valueOf(value: unknown, type: string | undefined): FormulaCell['value'] {
  if (type === 'Error') return { error: String(value) };
  if (typeof value === 'number' || typeof value === 'boolean') return value;
  return String(value);
}
