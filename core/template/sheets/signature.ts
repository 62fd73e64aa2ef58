import { signerLines } from '../../plan/signer.ts';
import { cellAddress } from '../../sheet/address.ts';
import { put, setHeight } from '../../sheet/draft.ts';
import type { SheetModel, StyleName } from '../../sheet/model.ts';
import type { WorkbookRequest } from '../../workbook/request.ts';

/**
 * The foot of a Vietnamese form: place and date, who drew it up, who signs. Takes three rows.
 * @param columns `rightFrom` where the right side takes several columns up to `right`
 * @returns the last of the rows
 */
export function putSignature(
  sheet: SheetModel,
  request: WorkbookRequest,
  row: number,
  columns: { left: number; rightFrom?: number; right: number },
): number {
  const { form } = request.plans[0].file;
  const { left, right, rightFrom = right } = columns;
  const putRight = (at: number, style: StyleName, words: string) => {
    put(sheet, at, rightFrom, style, words);
    if (rightFrom < right) sheet.merges.push(`${cellAddress(at, rightFrom)}:${cellAddress(at, right)}`);
  };
  putRight(row, 'signatureNote', '…………, ngày …… tháng …… năm ………');
  put(sheet, row + 1, left, 'signature', form.preparer.toLocaleUpperCase('vi'));
  const signer = signerLines(request.plans[0].file, request.reporter);
  putRight(row + 1, signer.length > 1 ? 'signatureLines' : 'signature', signer.join('\n'));
  if (signer.length > 1) setHeight(sheet, row + 1, 16 * signer.length);
  put(sheet, row + 2, left, 'signatureNote', '(Ký, họ tên)');
  putRight(row + 2, 'signatureNote', '(Ký, đóng dấu, họ tên)');
  // Room for seal and signature below the words. An empty row would be none: LibreOffice leaves it out when
  // it fits a sheet to its page.
  setHeight(sheet, row + 2, 85);
  return row + 2;
}
