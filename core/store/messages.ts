import { periodSaid } from '../period/period.ts';
import { message } from '../base/finding.ts';
import { judgedSaid } from './judged-said.ts';
import { returnName } from './model.ts';

type Of = { return: number };

/** Who is told: whoever has the store of the return that is named, of which there may be none yet, or the unit. */
export type Told = { self?: number | 'unit' };

/** The command that lets in what was held back, by its name where it has one. */
export function releaseCommand({ self }: Told): string {
  return `"chitieu import --release${typeof self === 'number' ? ` ${returnName(self)}` : ''}"`;
}

/** What whoever has the store does where a held return is right; a unit has none. */
function ifRight(told: Told): Record<'vi' | 'en', string> {
  if (told.self === 'unit') return { vi: '', en: '' };
  const command = releaseCommand(told);
  return { vi: `. Đúng thì ${command}`, en: `. If right: ${command}` };
}

/** Why a file that is imported is in its state. */
export const storeMessages = {
  'store-same-file': message<Of>(
    'note',
    ({ return: of }) => `đúng tệp này đã nhận ở ${returnName(of)}`,
    ({ return: of }) => `this very file was received as ${returnName(of)}`,
  ),
  'store-said-too-late': message<Of>(
    'warning',
    ({ return: of }) =>
      `${returnName(of)} đã ở trong kho nên --corrects, --reason không có tác dụng. Nếu bản ấy đang giữ lại: chitieu import --release ${returnName(of)} --reason "…"; nếu đang mâu thuẫn: chitieu resolve --list`,
    ({ return: of }) =>
      `${returnName(of)} is in the store already, so --corrects and --reason do nothing. If it is held back: chitieu import --release ${returnName(of)} --reason "…"; if it is in conflict: chitieu resolve --list`,
  ),
  'store-still-held': message<Of & { reason: string | null }>(
    'warning',
    ({ return: of, reason }) =>
      `${returnName(of)} vẫn đang giữ lại. Cho vào bằng: chitieu import --release ${returnName(of)} --reason "${reason ?? '…'}"`,
    ({ return: of, reason }) =>
      `${returnName(of)} is still held back. Let it in: chitieu import --release ${returnName(of)} --reason "${reason ?? '…'}"`,
  ),
  'store-same-content': message<Of>(
    'note',
    ({ return: of }) => `tệp khác nhưng cùng số liệu với ${returnName(of)}`,
    ({ return: of }) => `another file with the figures of ${returnName(of)}`,
  ),
  'store-judged-anew': message<Of & { errors: number; warnings: number }>(
    'note',
    ({ return: of, errors, warnings }) =>
      `cùng số liệu với ${returnName(of)}, kết quả kiểm tra mới: ${judgedSaid({ errors, warnings }, 'vi') || 'không còn điểm nào'}; thay cho ${returnName(of)}`,
    ({ return: of, errors, warnings }) =>
      `the figures of ${returnName(of)} with a new result of the check: ${judgedSaid({ errors, warnings }, 'en') || 'nothing is left'}; replaces ${returnName(of)}`,
  ),
  'store-replaced-since': message<Of & { by: number }>(
    'note',
    ({ return: of, by }) =>
      `nay ${returnName(by)} thay ${returnName(of)}. Nếu số của tệp này mới đúng: ghi "Thay cho bản ngày" ở bìa rồi nhận tệp đã lưu lại`,
    ({ return: of, by }) =>
      `${returnName(by)} has replaced ${returnName(of)}. If the figures of this file are right after all, fill in on the cover what it replaces and import the saved file`,
  ),
  'store-corrects': message<Of & { reason: string | null }>(
    'note',
    ({ return: of, reason }) => `thay cho ${returnName(of)}${reason === null ? '' : ` (${reason})`}`,
    ({ return: of, reason }) => `replaces ${returnName(of)}${reason === null ? '' : ` (${reason})`}`,
  ),
  'store-answers': message<{ returns: number[] }>(
    'note',
    ({ returns }) => `cùng các bản trước đó chưa giải quyết: ${returns.map(returnName).join(', ')}`,
    ({ returns }) => `and the versions before it that were open: ${returns.map(returnName).join(', ')}`,
  ),
  'store-adds': message<Of & { added: number; leftOut: number }>(
    'note',
    ({ return: of, added, leftOut }) => {
      const stays = leftOut > 0 ? `; ${leftOut} số không có trong tệp này vẫn giữ nguyên` : '';
      if (added > 0) return `thêm ${added} số vào ${returnName(of)}, không đổi số nào${stays}`;
      return leftOut > 0
        ? `không thêm, không đổi số nào của ${returnName(of)}${stays}`
        : `chỉ đổi ghi chú của ${returnName(of)}`;
    },
    ({ return: of, added, leftOut }) => {
      const stays = leftOut > 0 ? `; ${leftOut} figures that this file lacks stay` : '';
      if (added > 0) return `adds ${added} figures to ${returnName(of)} and changes none${stays}`;
      return leftOut > 0
        ? `adds and changes no figure of ${returnName(of)}${stays}`
        : `changes only notes of ${returnName(of)}`;
    },
  ),
  'store-differs': message<Of & { differing: number }>(
    'error',
    ({ return: of, differing }) =>
      `${differing} số khác với ${returnName(of)} mà chưa nói thay cho bản ấy. Dùng "chitieu resolve" để chọn`,
    ({ return: of, differing }) =>
      `${differing} figures differ from ${returnName(of)} and nothing says that it is replaced. Choose with "chitieu resolve"`,
  ),
  'store-names-none': message<{ day: string }>(
    'note',
    ({ day }) =>
      `bìa ghi thay cho bản ngày ${day}, mà từ ngày ấy chưa nhận bản nào còn hiệu lực về kế hoạch này`,
    ({ day }) =>
      `the cover says it replaces the one of ${day}, and since then none came in on this plan that still counts`,
  ),
  'store-given-changed': message<{ returns: number[]; differing: number }>(
    'error',
    ({ returns, differing }) =>
      `${differing} số khác số đã cấp sẵn (${returns.map(returnName).join(', ')}). Hãy chọn bằng "chitieu resolve"`,
    ({ returns, differing }) =>
      `${differing} figures differ from what the planner gave (${returns.map(returnName).join(', ')}). Choose with "chitieu resolve"`,
  ),
  'store-sample': message<Record<string, never>>(
    'error',
    () => 'số liệu mẫu, không phải số thật. Hãy lấy tệp thật của đơn vị',
    () => 'made-up sample figures. Ask the unit for its real return',
  ),
  'store-misplaced': message<{ errors: number }>(
    'error',
    ({ errors }) =>
      `số có thể đứng sai tên chỉ tiêu, kỳ hoặc đơn vị (${errors} lỗi). Chạy "chitieu repair" rồi nhập sổ mới`,
    ({ errors }) =>
      `figures may stand under a wrong name (${errors} errors). Run "chitieu repair" and import the new workbook`,
  ),
  'store-not-whole': message<{ errors: number; first: string }>(
    'error',
    ({ errors, first }) => `bộ CSV có ${errors} lỗi, chưa nhận phần nào. Lỗi đầu: ${first}`,
    ({ errors, first }) => `the CSV set has ${errors} errors; nothing of it was taken. The first: ${first}`,
  ),
  'store-no-descriptor': message<Told>(
    'error',
    (told) =>
      `chỉ có bảng số liệu, thiếu tệp mô tả (.datapackage.json) nên không biết có đủ bảng không. ${told.self === 'unit' ? 'Hãy gửi cả bộ' : `Hãy xin cả bộ; chắc là đủ thì ${releaseCommand(told)}`}`,
    (told) =>
      `only a table, without the descriptor that says which tables there are. ${told.self === 'unit' ? 'Send the whole set' : `Ask for the whole set; if you are sure that it is whole: ${releaseCommand(told)}`}`,
  ),
  'store-unreadable': message<{ first: string }>(
    'error',
    ({ first }) => `không đọc được: ${first}`,
    ({ first }) => `cannot be read: ${first}`,
  ),
  'store-not-a-zip': message<Record<string, never>>(
    'error',
    () =>
      'tên là .zip nhưng bên trong không phải tệp nén .zip (có thể là .rar hay .7z đã đổi tên). Hãy giải nén ra rồi nhận các tệp bên trong',
    () =>
      'named .zip, but it is none (perhaps a .rar or .7z that was renamed). Unpack it and import the files inside',
  ),
  'store-other-round': message<Told & { found: string; expected: string }>(
    'error',
    ({ found, expected, ...told }) =>
      `báo cáo của kỳ ${periodSaid(found)}, đang nhận kỳ ${periodSaid(expected)}${ifRight(told).vi}`,
    ({ found, expected, ...told }) =>
      `of the round ${periodSaid(found, 'en')}, while ${periodSaid(expected, 'en')} is being received${ifRight(told).en}`,
  ),
  'store-not-owed': message<Told & { unit: string }>(
    'error',
    (told) => `đơn vị không phải báo cáo trong kỳ này${ifRight(told).vi}`,
    (told) => `this unit owes no return in this round${ifRight(told).en}`,
  ),
  'store-not-asked': message<Told & { figures: number }>(
    'error',
    ({ figures, ...told }) =>
      `kế hoạch của tệp này không hỏi gì đơn vị trong kỳ, mà tệp có ${figures > 0 ? `${figures} số` : 'ghi chú'}: giữ nguyên, chưa tính${ifRight(told).vi}`,
    ({ figures, ...told }) =>
      `the plan of this file asks nothing of the unit in the round, and the file holds ${figures > 0 ? `${figures} figures` : 'remarks'}: they are kept and do not count yet${ifRight(told).en}`,
  ),
  'store-nothing-asked': message<Record<string, never>>(
    'note',
    () => 'kế hoạch của tệp này không hỏi gì đơn vị trong kỳ, nên không cần nộp tệp này',
    () => 'the plan of this file asks nothing of the unit in the round, so it need not be sent',
  ),
  'store-like-last-round': message<Told & { round: string; equal: number; of: number }>(
    'error',
    ({ round, equal, of, ...told }) =>
      `${equal} trong ${of} số giống hệt kỳ ${periodSaid(round)}: có thể là tệp kỳ trước${ifRight(told).vi}`,
    ({ round, equal, of, ...told }) =>
      `${equal} of ${of} figures equal those of ${periodSaid(round, 'en')}: perhaps last round's file${ifRight(told).en}`,
  ),
  'store-blank-again': message<Told & Of & { before: number; prefilled: number }>(
    'error',
    ({ return: of, before, prefilled, ...told }) =>
      `sổ ${prefilled > 0 ? `chỉ có ${prefilled} số điền sẵn, không có số nào đơn vị nhập` : 'không có số nào'}, trong khi ${returnName(of)} đã có ${before} số: có thể gửi nhầm sổ trống. Số đã nhận vẫn còn${ifRight(told).vi}`,
    ({ return: of, before, prefilled, ...told }) =>
      `holds ${prefilled > 0 ? `only ${prefilled} figures that were filled in beforehand and none that was entered` : 'no figure'}, while ${returnName(of)} has ${before}: perhaps the blank workbook was sent. What was received stays${ifRight(told).en}`,
  ),
  'store-far-fewer': message<Told & Of & { before: number; lacking: number }>(
    'error',
    ({ return: of, before, lacking, ...told }) =>
      `thiếu ${lacking} trong ${before} số đã có ở ${returnName(of)} mà không nói thay cho bản nào: có thể gửi nhầm sổ chưa điền xong. Số đã nhận vẫn còn${ifRight(told).vi}`,
    ({ return: of, before, lacking, ...told }) =>
      `lacks ${lacking} of the ${before} figures that ${returnName(of)} has, and says not what it replaces: perhaps an unfinished workbook was sent. What was received stays${ifRight(told).en}`,
  ),
  'store-closed': message<Told & { round: string; day: string }>(
    'error',
    ({ round, day, ...told }) =>
      `kỳ ${periodSaid(round)} đã khóa sổ ngày ${day} nên tệp được giữ lại, chưa đổi số nào${told.self === 'unit' ? '' : `. Cần sửa số của kỳ đã khóa: ${releaseCommand(told)} kèm --reason. Cần nhận nhiều báo cáo nữa: mở lại kỳ bằng "chitieu close --round ${round} --reopen --reason …" rồi cho vào`}`,
    ({ round, day, ...told }) =>
      `the round ${periodSaid(round, 'en')} was closed on ${day}, so the file is held back and no figure has changed${told.self === 'unit' ? '' : `. To correct a figure of the closed round: ${releaseCommand(told)} with --reason. To receive more returns: open it again with "chitieu close --round ${round} --reopen --reason …" and let them in`}`,
  ),
  'store-after-close': message<{ round: string; day: string; reason: string }>(
    'note',
    ({ round, day, reason }) => `sửa sau khi khóa sổ kỳ ${periodSaid(round)} ngày ${day}: ${reason}`,
    ({ round, day, reason }) => `corrects the round ${periodSaid(round, 'en')}, closed on ${day}: ${reason}`,
  ),
  'store-other-return': message<Of & { unit: string; round: string }>(
    'error',
    ({ return: of, unit, round }) =>
      `không thể thay cho ${returnName(of)}: đó là báo cáo của ${unit}, kỳ ${periodSaid(round)}`,
    ({ return: of, unit, round }) =>
      `cannot replace ${returnName(of)}, which is of ${unit}, ${periodSaid(round, 'en')}`,
  ),
};
