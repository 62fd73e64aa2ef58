import { renderMessage } from '../../core/messages/render.ts';
import { WorkbookReadError } from '../../formats/read-error.ts';
import { BenchProblem } from '../pane/bench-problem.ts';

/** What keeps a file from being read, in words; errors of the program stay what they are. */
export function fileProblem(error: unknown): unknown {
  if (error instanceof WorkbookReadError) {
    const { finding } = error;
    const text = { vi: renderMessage(finding, 'vi'), en: renderMessage(finding, 'en') };
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

const changedOnDisk = {
  vi: 'Tệp đã thay đổi hoặc bị chuyển đi sau khi mở. Hãy mở lại tệp; lý do chưa lưu vẫn còn cho đến khi mở sổ khác.',
  en: 'The file was changed or moved after it was opened. Open it again; reasons not saved are kept until then.',
};
