import { message } from '../finding.ts';

/** Findings about a returned workbook: which figures could be read by their keys. */
export const returnedWorkbookMessages = {
  'not-our-workbook': message<Record<string, never>>(
    'error',
    () =>
      'Tệp không phải sổ Chỉ Tiêu: không có trang _meta với mã đơn vị và kỳ báo cáo. Hãy gửi đúng tệp đã được cấp.',
    () =>
      'The file is not a Chỉ Tiêu workbook: it has no _meta sheet with unit and round. Send the file that was issued.',
  ),
  'workbook-newer': message<{ found: string; known: number }>(
    'error',
    ({ found, known }) =>
      `Sổ có phiên bản mẫu "${found}", chương trình này chỉ đọc đến phiên bản ${known}. Hãy cập nhật chương trình.`,
    ({ found, known }) =>
      `The workbook has layout version "${found}"; this program reads up to ${known}. Update the program.`,
  ),
  'figure-not-read': message<{ key: string; period: string; found: string }>(
    'error',
    ({ key, period, found }) =>
      `Ô của ${key}, kỳ ${period} ghi "${found}": không phải số và không phải dấu "-", "...", "x". Hãy nhập lại bằng số.`,
    ({ key, period, found }) =>
      `The cell of ${key}, period ${period} holds "${found}": neither a number nor one of "-", "...", "x". Enter a number.`,
  ),
  'figure-in-two-places': message<{
    key: string;
    period: string;
    kept: string;
    other: string;
    otherCell: string;
  }>(
    'error',
    ({ key, period, kept, other, otherCell }) =>
      `Số của ${key}, kỳ ${period} có ở hai nơi và khác nhau: ${kept} và ${other} (${otherCell}). Hãy giữ một số đúng.`,
    ({ key, period, kept, other, otherCell }) =>
      `The figure of ${key}, period ${period} stands in two places that differ: ${kept} and ${other} (${otherCell}). Keep the right one.`,
  ),
  'row-missing': message<{ key: string }>(
    'error',
    ({ key }) => `Không còn dòng của ${key} trong sổ. Hãy khôi phục dòng này từ mẫu đã cấp.`,
    ({ key }) => `The row of ${key} is no longer in the workbook. Restore it from the issued template.`,
  ),
};
