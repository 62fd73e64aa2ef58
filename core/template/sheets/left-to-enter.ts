import { absoluteAddress, columnLetters } from '../../sheet/address.ts';
import { sheetNames } from '../../workbook/contract.ts';
import { sheetReference } from '../../sheet/draft.ts';
import type { InputSheetLayout } from '../../workbook/layout.ts';
import { COLUMN } from './check/columns.ts';
import type { CheckLines, FigureLine } from './check/lines.ts';

/** What the sheet of shared counts owes, which no number says beforehand. */
export const DENOMINATORS_OWED = 'mẫu số của mỗi tử số đã nhập khi chưa có tỷ lệ';

/**
 * Figures a sheet owes whatever else is typed, and how many are left to enter by the rule on missing figures.
 * A denominator is owed only once its numerator is there: of those `left` may be more than `owed`.
 */
export function progressOn(input: InputSheetLayout, lines: CheckLines): { owed: number; left: number } {
  const figures = lines.figures.filter((one) => one.input === input);
  return {
    owed: figures.filter(({ judged }) => judged.figure.context.owed).length,
    left: figures.filter(({ missing }) => missing).length,
  };
}

/** What is left on one row: the formula, which takes it from the check, and its result; null for nothing ever. */
export function leftOnRow(key: string, lines: CheckLines): { formula: string; result: number } | null {
  const counted = lines.figures.filter((one) => one.key === key && one.missing !== null);
  if (counted.length === 0) return null;
  const cellOf = ({ row }: FigureLine) =>
    sheetReference(sheetNames.check, absoluteAddress(row, COLUMN.missing));
  return {
    formula: counted.map(cellOf).join('+'),
    result: counted.filter(({ missing }) => missing).length,
  };
}

/** Figures of a sheet still to be entered, as a formula; `at` makes the range what its reader needs. */
export function leftFormula(
  input: InputSheetLayout,
  at: (range: string) => string = (range) => range,
): string {
  const column = columnLetters(input.leftColumn);
  const first = input.headerRow + 2;
  const last = Math.max(first, input.rows.at(-1)?.row ?? first);
  return `SUM(${at(`$${column}$${first}:$${column}$${last}`)})`;
}
