import type { ColumnModel } from '../../sheet/model.ts';
import type { PlacedColumn } from '../../workbook/input-columns.ts';
import type { InputSheetLayout } from '../../workbook/layout.ts';

/**
 * Width that all forms share, in digits of the default font: however many columns a round has, the printed
 * letters have one size. The name takes what the others leave.
 */
const FORM_WIDTH = 162;
const SMALLEST_NAME = 36;

/** Columns of an input sheet from the second on. */
export function columnModels(input: InputSheetLayout): ColumnModel[] {
  return input.columns.map((column) => ({
    width: widthOf(input, column),
    ...(column.shown === 'hidden' ? { hidden: true } : {}),
    ...(column.shown === 'folded' ? { outlined: true } : {}),
  }));
}

/** Width of a column; the names, which wrap, have what the others leave of the paper. */
export function widthOf({ columns }: InputSheetLayout, { width }: PlacedColumn): number {
  if (width !== 'rest') return width;
  const others = columns.filter(({ shown }) => shown === 'printed').map((one) => one.width);
  const taken = others.reduce<number>((sum, other) => sum + (other === 'rest' ? 0 : other), 0);
  return Math.max(SMALLEST_NAME, FORM_WIDTH - taken);
}
