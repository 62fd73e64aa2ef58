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

/** Height of a row of an input sheet for its name and its unit of measure: most take one line. */
export function formRowHeight(input: InputSheetLayout, name: string, unit = ''): number {
  const lettersOf = (column: 'name' | 'unit') => {
    const place = input.columns.find(({ id }) => id === column);
    return (place ? widthOf(input, place) : SMALLEST_NAME) * LETTERS_TO_DIGIT;
  };
  const lines = Math.max(linesOf(name, lettersOf('name')), linesOfWords(unit, lettersOf('unit')));
  return lines * LINE_HEIGHT + ABOVE_AND_BELOW;
}

/** In a narrow column it matters that a text breaks between its words only. */
function linesOfWords(text: string, letters: number): number {
  const lines = [''];
  for (const word of text.split(' ')) {
    const longer = `${lines.at(-1) ?? ''} ${word}`.trim();
    if (linesOf(longer, letters) === 1) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines.length;
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
