import { cellAddress, SHEET_COLUMNS } from '../../core/sheet/address.ts';
import { areaOfCells } from '../../core/sheet/evaluate/area-of-cells.ts';
import { compileFormula, type Reference } from '../../core/sheet/evaluate/compile.ts';
import type { Area } from '../../core/sheet/evaluate/operand.ts';
import { FormulaError, NotComputed, type Value } from '../../core/sheet/evaluate/value.ts';
import { shiftable } from '../../core/sheet/formula/shift.ts';
import type { CellRange } from './cell-range.ts';
import type { CellContent, ReadCell } from './cells.ts';
import type { ConditionalRule } from './conditional-rules.ts';

/** Ranges with more cells are not computed over. */
const MOST_CELLS = 500;
/** A sheet has no name of its own here; no name of a sheet has a colon. */
const SHEET = ':';

/** The cells of a workbook's sheets by their names in capitals. */
export type SheetsByName = ReadonlyMap<string, readonly ReadCell[]>;

export const NO_SHEETS: SheetsByName = new Map();

const OPERATORS: Readonly<Record<string, string | undefined>> = {
  equal: '=',
  notEqual: '<>',
  greaterThan: '>',
  lessThan: '<',
  greaterThanOrEqual: '>=',
  lessThanOrEqual: '<=',
};

/** Tells whether the condition of a rule holds in a cell; false where that cannot be told. */
export function conditionsOver(
  cells: readonly ReadCell[],
  sheets: SheetsByName,
): (rule: ConditionalRule, cell: Pick<ReadCell, 'row' | 'column'>) => boolean {
  const known = new Map([[SHEET, valuesOf(cells)]]);
  const valuesOn = (sheet: string): ReadonlyMap<number, Value> => {
    const found = known.get(sheet);
    if (found) return found;
    const others = sheets.get(sheet);
    if (!others) throw new NotComputed('no such sheet');
    const values = valuesOf(others);
    known.set(sheet, values);
    return values;
  };
  const areaOf = (reference: Reference): Area => areaOver(valuesOn(reference.sheet.toUpperCase()), reference);
  const prepared = new Map<ConditionalRule, ReturnType<typeof shiftable>[]>();
  return (rule, { row, column }) => {
    const base = baseOf(rule.ranges);
    const formulas = prepared.get(rule) ?? rule.formulas.map(shiftable);
    prepared.set(rule, formulas);
    if (base === null) return false;
    const shifted = formulas.map((one) => one.shifted(row - base.top, column - base.left));
    const formula = conditionOf(rule, cellAddress(row, column), shifted);
    if (formula === null) return false;
    try {
      const value = compileFormula(formula, { sheet: SHEET, row, column }, areaOf).value();
      return value === true || (typeof value === 'number' && value !== 0);
    } catch (error) {
      if (error instanceof NotComputed) return false;
      throw error;
    }
  };
}

function conditionOf(
  { type, operator }: ConditionalRule,
  address: string,
  [first, second]: readonly string[],
): string | null {
  if (first === undefined) return null;
  if (type !== 'cellIs') return first;
  const sign = OPERATORS[operator];
  if (sign !== undefined) return `${address}${sign}(${first})`;
  if (second === undefined) return null;
  const between = `AND(${address}>=(${first}),${address}<=(${second}))`;
  return operator === 'between' ? between : operator === 'notBetween' ? `NOT(${between})` : null;
}

/** The cell whose formulas are written: the leftmost of the topmost. */
function baseOf(ranges: readonly CellRange[]): Pick<CellRange, 'top' | 'left'> | null {
  if (ranges.length === 0) return null;
  return {
    top: ranges.reduce((least, { top }) => Math.min(least, top), Number.POSITIVE_INFINITY),
    left: ranges.reduce((least, { left }) => Math.min(least, left), Number.POSITIVE_INFINITY),
  };
}

function valuesOf(cells: readonly ReadCell[]): Map<number, Value> {
  return new Map(cells.map(({ row, column, value }) => [indexOf(row, column), valueOf(value)]));
}

function areaOver(values: ReadonlyMap<number, Value>, range: Reference): Area {
  const cells = (range.bottom - range.top + 1) * (range.right - range.left + 1);
  if (cells > MOST_CELLS) throw new NotComputed('too far off');
  return areaOfCells(range, (row, column) => values.get(indexOf(row, column)) ?? null);
}

function valueOf(value: CellContent): Value {
  return typeof value === 'object' && value !== null ? new FormulaError(value.error) : value;
}

function indexOf(row: number, column: number): number {
  return row * SHEET_COLUMNS + column;
}
