import { linesOf } from '../../sheet/draft.ts';
import type { ColumnModel } from '../../sheet/model.ts';
import type { PlacedColumn } from '../../workbook/input-columns.ts';
import type { InputSheetLayout } from '../../workbook/layout.ts';

/**
 * Width that all forms share, in digits of the default font: however many columns a round has, the printed
 * letters have one size. The name takes what the others leave. With the column of the check beside it, which takes
 * another 11, the form is 1 309 of the 1 310 pixels that a screen of 1366 × 768 has for it.
 */
const FORM_WIDTH = 176;
const SMALLEST_NAME = 35;

/** Of the letters of the input sheets, in points; a digit of the default font has 11. */
export const FORM_LETTERS = 10;
const LETTERS_TO_DIGIT = 1.38;
const LINE_HEIGHT = 12;
const ABOVE_AND_BELOW = 0.75;

/** Height of a row of an input sheet for its name: most take one line. */
export function formRowHeight(input: InputSheetLayout, name: string): number {
  const place = input.columns.find(({ id }) => id === 'name');
  const width = place ? widthOf(input, place) : SMALLEST_NAME;
  return linesOf(name, width * LETTERS_TO_DIGIT) * LINE_HEIGHT + ABOVE_AND_BELOW;
}

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
