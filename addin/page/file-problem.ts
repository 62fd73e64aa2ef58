import { returnIdentity } from '../../core/returned/return-identity.ts';
import { returnMessage } from '../../core/wording/return-message.ts';
import type { FileKind } from '../../core/base/file-kind.ts';
import type { SheetCells } from '../../core/sheet/facts.ts';
import { WorkbookReadError } from '../../formats/read-error.ts';
import { BenchProblem, benchProblem } from '../pane/bench-problem.ts';

/** @throws BenchProblem for a workbook of somebody else: nothing here is about it */
export function refuseForeign(sheets: readonly SheetCells[]): void {
  if (!returnIdentity(sheets).isOurs) throw benchProblem('not-ours');
}

/** What keeps a file from being read, in words; errors of the program stay what they are. */
export function fileProblem(error: unknown): unknown {
  if (error instanceof WorkbookReadError) {
    const { finding } = error;
    const said = { vi: returnMessage(finding, 'vi'), en: returnMessage(finding, 'en') };
    const text = isText(finding) ? exchangeFile : said;
    return new BenchProblem('file-refused', text, { cause: error });
  }
  // The browser refuses files that were changed, moved or deleted since they were chosen.
  if (
    error instanceof DOMException &&
    (error.name === 'NotReadableError' || error.name === 'NotFoundError')
  ) {
    return new BenchProblem('file-refused', changedOnDisk, { cause: error });
  }
  return error;
}

/** A text may be one of our own exchange files: saved as a workbook it would not be one of ours. */
function isText({ code, data }: WorkbookReadError['finding']): boolean {
  return code === 'not-a-zip' && (data as { looksLike?: FileKind }).looksLike === 'text';
}

const exchangeFile = {
  vi: 'Đây là tệp văn bản (có thể là CSV), không phải sổ .xlsx. Nếu là tệp trao đổi (CSV) do Chỉ Tiêu xuất thì kiểm tra bằng lệnh "chitieu check"; nếu không, hãy mở đúng sổ .xlsx đã được cấp.',
  en: 'This is a text file (perhaps CSV), not an .xlsx workbook. An exchange file (CSV) exported by Chỉ Tiêu is checked with the command "chitieu check"; else open the .xlsx workbook that was issued.',
};

const changedOnDisk = {
  vi: 'Tệp đã thay đổi hoặc bị chuyển đi sau khi chọn. Hãy chọn lại tệp.',
  en: 'The file was changed or moved after it was chosen. Choose it again.',
};
