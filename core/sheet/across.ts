import { cellAddress } from './address.ts';
import { put, setHeight, wrappedHeight } from './draft.ts';
import type { SheetModel, StyleName } from './model.ts';
import { printedWidth } from './page.ts';

/** Letters, in italics, are a little narrower than digits. */
const LETTERS_TO_DIGIT = 1.05;

/**
 * A text over the printed columns that wraps: what runs out of the last one is not printed.
 * @param last of them; all where it is not said
 */
export function putAcross(
  sheet: SheetModel,
  row: number,
  style: StyleName,
  text: string,
  last = sheet.printTo ?? lastVisible(sheet),
): void {
  put(sheet, row, 2, style, text);
  if (last > 2) sheet.merges.push(`${cellAddress(row, 2)}:${cellAddress(row, last)}`);
  const width = printedWidth({ ...sheet, printTo: last }) * LETTERS_TO_DIGIT;
  setHeight(sheet, row, wrappedHeight(text, width));
}

function lastVisible({ columns }: SheetModel): number {
  return columns.reduce((last, { hidden }, at) => (hidden ? last : at + 1), 1);
}
