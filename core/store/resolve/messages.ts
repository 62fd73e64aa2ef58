import { message } from '../../base/finding.ts';
import { returnName } from '../model.ts';

/** Findings about a workbook of conflicts that came back filled in. */
export const resolveMessages = {
  'not-a-resolve-workbook': message<Record<string, never>>(
    'error',
    () =>
      'Tệp không phải bảng mâu thuẫn: không có dòng, cột khóa của bảng. Hãy đưa tệp do "chitieu resolve --list --out" tạo ra.',
    () =>
      'The file is no table of conflicts: its keys are not there. Give the file that "chitieu resolve --list --out" made.',
  ),
  'resolve-no-result': message<Record<string, never>>(
    'error',
    () => 'Ô có công thức nhưng tệp không giữ kết quả, hoặc báo lỗi. Hãy gõ thẳng nội dung vào ô.',
    () => 'The cell has a formula without a result, or an error. Type its content instead.',
  ),
  'resolve-keep-unknown': message<{ found: string; holders: number[] }>(
    'error',
    ({ found, holders }) =>
      `Ghi "${found}", không phải bản có số trong mâu thuẫn này. Hãy chọn ${holders.map(returnName).join(' hoặc ')}.`,
    ({ found, holders }) =>
      `Holds "${found}", which is no return with a figure in this conflict. Choose ${holders.map(returnName).join(' or ')}.`,
  ),
  'resolve-keep-missing': message<Record<string, never>>(
    'error',
    () =>
      'Đã ghi người quyết định hoặc lý do mà chưa chọn bản nào. Hãy chọn bản ở cột "Giữ số của bản", hoặc xóa ô này.',
    () => 'Who decides or why is there, but no return is chosen. Choose one, or clear this cell.',
  ),
  'resolve-reason-missing': message<Record<string, never>>(
    'error',
    () => 'Đã chọn bản mà chưa ghi lý do. Hãy ghi vì sao số ấy đúng, kèm văn bản nếu có.',
    () => 'A return is chosen without a reason. Say why its figure is right.',
  ),
  'resolve-by-missing': message<Record<string, never>>(
    'error',
    () => 'Chưa biết ai quyết định. Hãy ghi tên ở ô này, ghi --by, hoặc ghi "by:" trong chitieu.yaml.',
    () => 'Nobody is named who decides. Fill in this cell, --by, or "by:" in chitieu.yaml.',
  ),
  'resolve-gone': message<Record<string, never>>(
    'error',
    () =>
      'Mâu thuẫn này không còn trong kho: đã giải quyết khác, hoặc có bản đã rút hay được thay. Hãy lấy bảng mới bằng "chitieu resolve --list --out".',
    () =>
      'This conflict is not open any more: it was decided otherwise, or a return was withdrawn or replaced. Make a new table.',
  ),
  'resolve-changed': message<Record<string, never>>(
    'error',
    () =>
      'Từ khi lập bảng đã có số khác tham gia mâu thuẫn này. Hãy lấy bảng mới bằng "chitieu resolve --list --out" rồi quyết định lại.',
    () =>
      'Another figure has joined this conflict since the table was made. Make a new table and decide again.',
  ),
  'resolve-twice': message<{ other: string }>(
    'error',
    ({ other }) => `Dòng bị chép đôi và nội dung khác với ${other}. Hãy giữ một dòng.`,
    ({ other }) => `The row stands twice and differs from ${other}. Keep one.`,
  ),
};
