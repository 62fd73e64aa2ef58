import { periodSaid } from '../period/period.ts';
import { message } from '../base/finding.ts';
import { vietnameseDate } from '../round/round.ts';
import type { WorkbookIdentity } from '../workbook/contract.ts';
import { LATEST_YEARS } from '../round/sent-in.ts';

/** Findings about a returned workbook: which figures could be read by their keys. */
export const returnedWorkbookMessages = {
  'identity-missing': message<Record<string, never>>(
    'error',
    () =>
      'Tệp không phải sổ Chỉ Tiêu: không có trang _meta với mã đơn vị và kỳ báo cáo. Hãy gửi đúng tệp đã được cấp.',
    () =>
      'The file is not a Chỉ Tiêu workbook: it has no _meta sheet with unit and round. Send the file that was issued.',
  ),
  'identity-contradictory': message<{ identities: readonly { sheet: string; identity: WorkbookIdentity }[] }>(
    'error',
    ({ identities }) =>
      `Các trang của sổ ghi những đơn vị hoặc kỳ báo cáo khác nhau, nên không biết số liệu là của ai: ${identities.map(({ sheet, identity }) => `${sheet} (${whoseVi(identity)})`).join('; ')}. Hãy gửi đúng tệp đã được cấp, không sửa trang _meta, không ghép trang của sổ khác; nếu không còn tệp ấy, chạy "chitieu repair" và ghi rõ --plan, --unit, --round.`,
    ({ identities }) =>
      `The sheets of the workbook name different units or rounds, so that nobody knows whose figures they are: ${identities.map(({ sheet, identity }) => `${sheet} (${whoseEn(identity)})`).join('; ')}. Send the file that was issued, with its own _meta and without sheets of another; where it is lost, run "chitieu repair" with --plan, --unit and --round.`,
  ),
  'too-many-keys': message<Record<string, never>>(
    'error',
    () =>
      'Sổ có nhiều dòng và cột mang mã hơn hẳn mọi sổ Chỉ Tiêu nên không được đọc. Hãy gửi đúng tệp đã được cấp.',
    () =>
      'The workbook has far more keyed rows and columns than any Chỉ Tiêu workbook and is not read. Send the file that was issued.',
  ),
  'layout-newer': message<{ found: string; known: number }>(
    'error',
    ({ found, known }) =>
      `Sổ có phiên bản mẫu "${found}", chương trình này chỉ đọc đến phiên bản ${known}. Hãy cập nhật chương trình.`,
    ({ found, known }) =>
      `The workbook has layout version "${found}"; this program reads up to ${known}. Update the program.`,
  ),
  'figure-not-read': message<{ key: string; period: string; found: string }>(
    'error',
    ({ key, period, found }) =>
      `Ô của ${key}, kỳ ${periodSaid(period)} ghi "${found}": không phải số và không phải dấu "-", "...", "x". Hãy nhập lại bằng số.`,
    ({ key, period, found }) =>
      `The cell of ${key}, period ${periodSaid(period, 'en')} holds "${found}": neither a number nor one of "-", "...", "x". Enter a number.`,
  ),
  'baseline-not-read': message<{ key: string; found: string }>(
    'error',
    ({ key, found }) =>
      `Ô năm gốc hoặc số gốc của ${key} ghi "${found}", không phải số. Hãy nhập lại bằng số; ghi chú để ở cột nguồn.`,
    ({ key, found }) =>
      `The cell for base year or baseline of ${key} holds "${found}", which is no number. Enter a number; notes go to the source column.`,
  ),
  'replaced-not-read': message<{ found: string }>(
    'error',
    ({ found }) =>
      `Ô "Thay cho bản ngày" ghi "${found}", không phải một ngày. Hãy ghi ngày của bản đã gửi trước, ví dụ 15/01/2024; gửi lần đầu thì để trống.`,
    ({ found }) =>
      `The cell "Thay cho bản ngày" (replaces the return of) holds "${found}", which is no day. Enter the day of the return sent before, as in 15/01/2024; leave it blank in a first return.`,
  ),
  'replaced-too-early': message<{ day: string; round: string }>(
    'error',
    ({ day, round }) =>
      `Ô "Thay cho bản ngày" ghi ${vietnameseDate(day)}, trước năm của kỳ ${periodSaid(round)}: khi ấy chưa ai gửi báo cáo của kỳ này. Hãy ghi ngày của bản đã gửi trước, ví dụ 15/01/2024; gửi lần đầu thì để trống.`,
    ({ day, round }) =>
      `The cell "Thay cho bản ngày" (replaces the return of) holds ${vietnameseDate(day)}, before the year of the round ${periodSaid(round, 'en')}, when nobody has sent its returns yet. Enter the day of the return sent before, as in 15/01/2024; leave it blank in a first return.`,
  ),
  'replaced-too-late': message<{ day: string; round: string }>(
    'error',
    ({ day, round }) =>
      `Ô "Thay cho bản ngày" ghi ${vietnameseDate(day)}, quá ${LATEST_YEARS} năm sau kỳ ${periodSaid(round)}: khi ấy không ai còn gửi báo cáo của kỳ này. Hãy ghi ngày của bản đã gửi trước, ví dụ 15/01/2024; gửi lần đầu thì để trống.`,
    ({ day, round }) =>
      `The cell "Thay cho bản ngày" (replaces the return of) holds ${vietnameseDate(day)}, more than ${LATEST_YEARS} years after the round ${periodSaid(round, 'en')}, when nobody sends its returns any more. Enter the day of the return sent before, as in 15/01/2024; leave it blank in a first return.`,
  ),
};

function whoseVi({ unit, reporter, round, plans }: WorkbookIdentity): string {
  const by = reporter === unit ? '' : `, do ${reporter} báo cáo`;
  return `đơn vị ${unit}${by}, kỳ ${periodSaid(round)}, kế hoạch ${plans.join(', ')}`;
}

function whoseEn({ unit, reporter, round, plans }: WorkbookIdentity): string {
  const by = reporter === unit ? '' : ` by ${reporter}`;
  return `unit ${unit}${by}, round ${periodSaid(round, 'en')}, plan ${plans.join(', ')}`;
}
