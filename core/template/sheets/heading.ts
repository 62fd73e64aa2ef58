import { cellAddress } from '../../sheet/address.ts';
import { put, setHeight, wrappedHeight } from '../../sheet/draft.ts';
import type { SheetModel, StyleName } from '../../sheet/model.ts';
import { printedWidth } from '../../sheet/page.ts';
import type { WorkbookRequest } from '../../workbook/request.ts';
import { reporterName, SAMPLE_BANNER, workbookLine } from '../../workbook/wording.ts';

/** Title, whose workbook it is, and the hint or the sample banner: rows 2 to 4 of every sheet. */
export function putHeading(sheet: SheetModel, request: WorkbookRequest, title: string, hint: string): void {
  put(sheet, 2, 2, 'title', title);
  setHeight(sheet, 2, 24);
  putAcross(sheet, 3, 'workbookLine', workbookLine(request.plans, reporterName(request), request.reporting));
  if (request.sample) put(sheet, 4, 2, 'banner', SAMPLE_BANNER);
  else putAcross(sheet, 4, 'hint', hint);
}

/** A text over all printed columns that wraps: what runs out of the last one is not printed. */
function putAcross(sheet: SheetModel, row: number, style: StyleName, text: string): void {
  const last = sheet.printTo ?? lastVisible(sheet);
  put(sheet, row, 2, style, text);
  if (last > 2) sheet.merges.push(`${cellAddress(row, 2)}:${cellAddress(row, last)}`);
  setHeight(sheet, row, wrappedHeight(text, printedWidth(sheet)));
}

function lastVisible({ columns }: SheetModel): number {
  return columns.reduce((last, { hidden }, at) => (hidden ? last : at + 1), 1);
}
