import { put, setHeight } from '../draft.ts';
import type { SheetModel } from '../model.ts';
import type { WorkbookRequest } from '../request.ts';

/** The foot of a Vietnamese form: place and date, who drew it up, who signs. Takes four rows. */
export function putSignature(
  sheet: SheetModel,
  request: WorkbookRequest,
  row: number,
  columns: { left: number; right: number },
): void {
  const { form } = request.plans[0].file;
  put(sheet, row, columns.right, 'signatureNote', '…………, ngày …… tháng …… năm ………');
  put(sheet, row + 1, columns.left, 'signature', form.preparer.toLocaleUpperCase('vi'));
  put(sheet, row + 1, columns.right, 'signature', form.signer.toLocaleUpperCase('vi'));
  put(sheet, row + 2, columns.left, 'signatureNote', '(Ký, họ tên)');
  put(sheet, row + 2, columns.right, 'signatureNote', '(Ký, đóng dấu, họ tên)');
  // Room for seal and signature inside the print area.
  put(sheet, row + 3, columns.left, 'plain');
  setHeight(sheet, row + 3, 70);
}
