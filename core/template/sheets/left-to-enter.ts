import { absoluteAddress, columnLetters } from '../../sheet/address.ts';
import { sheetNames } from '../../workbook/contract.ts';
import { sheetReference } from '../../sheet/draft.ts';
import type { InputSheetLayout } from '../../workbook/layout.ts';
import { COLUMN } from './check/columns.ts';
import type { CheckLines, FigureLine } from './check/lines.ts';

/** Figures the workbook owes, whatever is typed, and how many of them are left to enter: the same on every sheet. */
export function progressOf(lines: CheckLines): { owed: number; left: number } {
  const { owed, left } = lines.communes ?? { owed: 0, left: 0 };
  return { owed: lines.figures.filter(isOwed).length + owed, left: lines.counts.left + left };
}

/** What is left on one row: the formula, which takes it from the check, and its result; null for nothing ever. */
export function leftOnRow(key: string, lines: CheckLines): { formula: () => string; result: number } | null {
  const owed = (lines.byRow.get(key)?.figures ?? []).filter(isOwed);
  if (owed.length === 0) return null;
  const cellOf = ({ row }: FigureLine) => sheetReference(sheetNames.check, absoluteAddress(row, COLUMN.left));
  return {
    formula: () => owed.map(cellOf).join('+'),
    result: owed.filter(({ judged }) => judged.isLeft).length,
  };
}

function leftFormula(input: InputSheetLayout, at: (range: string) => string): string {
  const column = columnLetters(input.leftColumn);
  const first = input.headerRow + 2;
  const last = Math.max(first, input.rows.at(-1)?.row ?? first);
  return `SUM(${at(`$${column}$${first}:$${column}$${last}`)})`;
}

/** Figures of the workbook still to be entered, as a formula of any sheet. */
export function leftInAllFormula({ figures, communes }: CheckLines): string {
  const inputs = [...new Set(figures.filter(isOwed).map(({ input }) => input))];
  const sums = inputs.map((input) => leftFormula(input, (range) => sheetReference(input.sheet, range)));
  const all = communes ? [...sums, communes.formula] : sums;
  return all.length === 0 ? '0' : all.join('+');
}

function isOwed({ judged }: FigureLine): boolean {
  return judged.figure.context.owed;
}
