import { cellAddress } from './address.ts';
import { put, setHeight, wrappedHeight } from './draft.ts';
import type { SheetModel, StyleName } from './model.ts';
import { printedWidth } from './page.ts';

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
  setHeight(sheet, row, wrappedHeight(text, printedWidth({ ...sheet, printTo: last })));
}

function lastVisible({ columns }: SheetModel): number {
  return columns.reduce((last, { hidden }, at) => (hidden ? last : at + 1), 1);
}
