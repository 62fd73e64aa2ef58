import { signerLines } from '../../plan/signer.ts';
import { cellAddress } from '../../sheet/address.ts';
import { put, setHeight } from '../../sheet/draft.ts';
import type { SheetModel, StyleName } from '../../sheet/model.ts';
import type { WorkbookRequest } from '../../workbook/request.ts';

/** The columns a side takes. */
interface Side {
  from: number;
  to: number;
}

/**
 * The foot of a Vietnamese form: place and date, who drew it up, who signs. Takes three rows.
 * @param room for seal and signature below the words, in points
 * @returns the last of the rows
 */
export function putSignature(
  sheet: SheetModel,
  request: WorkbookRequest,
  row: number,
  { left, right, room = 85 }: { left: Side; right: Side; room?: number | undefined },
): number {
  const { form } = request.plans[0].file;
  const putSide = ({ from, to }: Side, at: number, style: StyleName, words: string) => {
    put(sheet, at, from, style, words);
    if (from < to) sheet.merges.push(`${cellAddress(at, from)}:${cellAddress(at, to)}`);
  };
  putSide(right, row, 'signatureNote', '…………, ngày …… tháng …… năm ………');
  putSide(left, row + 1, 'signature', form.preparer.toLocaleUpperCase('vi'));
  const signer = signerLines(request.plans[0].file, request.reporter);
  putSide(right, row + 1, signer.length > 1 ? 'signatureLines' : 'signature', signer.join('\n'));
  if (signer.length > 1) setHeight(sheet, row + 1, 16 * signer.length);
  putSide(left, row + 2, 'signatureNote', '(Ký, họ tên)');
  putSide(right, row + 2, 'signatureNote', '(Ký, đóng dấu, họ tên)');
  // Room for seal and signature below the words. An empty row would be none: LibreOffice leaves it out when
  // it fits a sheet to its page.
  setHeight(sheet, row + 2, room);
  return row + 2;
}
