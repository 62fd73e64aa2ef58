import { periodSaid } from '../period/period.ts';
import type { MissingSource } from '../returned/blank-sources.ts';
import { whyZero } from '../returned/formula-doubts.ts';
import { screenText, type OnScreen } from '../sheet/on-screen.ts';
import { message, type Language } from '../base/finding.ts';
import { BEFORE_HEAD } from '../workbook/commune-layout.ts';
import type { WorkbookIdentity } from '../workbook/contract.ts';
import { numberText, readableNumber } from '../base/number-text.ts';
import { excerpt } from '../base/message-pieces.ts';

/** What a cell of the damaged file holds, and its formula where it computes. */
interface Held {
  found: number | string;
  formula: string | null;
}

function held({ found, formula }: Held, language: Language): string {
  const text = typeof found === 'number' ? numberText(readableNumber(found), language) : excerpt(found, 60);
  return formula === null ? `"${text}"` : `"${text}" (=${excerpt(formula, 60)})`;
}

const KEEP_VI = 'Nội dung được giữ ở trang "Không xếp được".';
const KEEP_EN = 'The content is kept on the sheet "Không xếp được".';
const ENTER_VI = 'Nếu là số liệu hay lý do của một chỉ tiêu, hãy nhập vào ô nền vàng của chỉ tiêu ấy.';
const ENTER_EN =
  'If it is a figure or a reason of an indicator, enter it in the yellow cell of that indicator.';

/** What of a damaged file could not be read. */
export type UnreadablePart = 'sheet' | 'shared' | 'comments' | 'drawings';
const PART_VI: Record<UnreadablePart, string> = {
  sheet: 'Trang này',
  shared: 'Phần chung của tệp',
  comments: 'Ghi chú trong tệp',
  drawings: 'Khung chữ và hình trong tệp',
};
const PART_EN: Record<UnreadablePart, string> = {
  sheet: 'This sheet',
  shared: 'What the sheets of the file share',
  comments: 'The comments of the file',
  drawings: 'The text boxes and pictures of the file',
};

const LOST_VI = {
  row: (name: string) => `Dòng "${name}"`,
  column: (name: string) => `Cột "${name}"`,
  sheet: (name: string) => `Trang "${name}"`,
};
const LOST_EN = {
  row: (name: string) => `The row "${name}"`,
  column: (name: string) => `The column "${name}"`,
  sheet: (name: string) => `The sheet "${name}"`,
};
/** Cells that are named one by one. */
const NAMED_CELLS = 8;
function few(cells: readonly string[]): string {
  return `${cells.slice(0, NAMED_CELLS).join(', ')}${cells.length > NAMED_CELLS ? ' …' : ''}`;
}
const AGAIN_VI = 'Số và lý do đã nhập ở đó thì không ai còn thấy: hãy nhập lại.';
const AGAIN_EN = 'Nobody can see any more what had been entered there: enter figures and reasons again.';

/** Findings of a repair: what could not be put back, and what has to be looked at. */
export const repairMessages = {
  'repair-foreign-sheet': message<Held>(
    'warning',
    (data) => `Ghi ${held(data, 'vi')} trên một trang không thuộc mẫu. ${ENTER_VI}`,
    (data) => `Holds ${held(data, 'en')} on a sheet that is not of the template. ${ENTER_EN}`,
  ),
  'repair-other-workbook': message<Held & { identity: string }>(
    'warning',
    (data) =>
      `Ghi ${held(data, 'vi')} trên trang của sổ khác (${data.identity}), nên không đưa vào sổ này. Hãy chuyển về sổ của nó.`,
    (data) =>
      `Holds ${held(data, 'en')} on a sheet of another workbook (${data.identity}), so it was not taken into this one. Take it back to its own.`,
  ),
  'repair-row-unknown': message<Held>(
    'warning',
    (data) =>
      `Ghi ${held(data, 'vi')} ở dòng mất mã, hoặc có mã hay tên không xác định được một dòng duy nhất của mẫu. ${ENTER_VI}`,
    (data) =>
      `Holds ${held(data, 'en')} in a row that lost its key, or whose key or name does not stand for one row of the template. ${ENTER_EN}`,
  ),
  'repair-column-unknown': message<Held>(
    'warning',
    (data) =>
      `Ghi ${held(data, 'vi')} ở cột mất mã, hoặc có mã hay tiêu đề không xác định được một cột duy nhất của mẫu. ${ENTER_VI}`,
    (data) =>
      `Holds ${held(data, 'en')} in a column that lost its key, or whose key or heading does not stand for one column of the template. ${ENTER_EN}`,
  ),
  'repair-column-unclear': message<Held & { heading: string }>(
    'warning',
    (data) =>
      `Ghi ${held(data, 'vi')} ở cột có tiêu đề "${data.heading}" nhưng mã ẩn là của cột khác; chữ in và công thức trong cột không cho biết số đi theo tiêu đề hay theo mã, nên không đặt lại. Hãy xem lại tệp cũ rồi nhập vào ô nền vàng đúng của nó.`,
    (data) =>
      `Holds ${held(data, 'en')} in a column headed "${data.heading}" whose hidden key is of another; what is printed and computed in it does not tell whether its figures went with the heading or stayed with the key, so it was not put back. Look at the old file and enter it in its own yellow cell.`,
  ),
  'repair-not-asked': message<Held>(
    'warning',
    (data) => `Ghi ${held(data, 'vi')}, nhưng mẫu không có ô nhập cho chỉ tiêu này ở kỳ này. ${ENTER_VI}`,
    (data) =>
      `Holds ${held(data, 'en')}, but the template has no input cell for this indicator and period. ${ENTER_EN}`,
  ),
  'repair-contradicts': message<Held & { kept: number | string; keptAt: string }>(
    'warning',
    (data) =>
      `Ghi ${held(data, 'vi')}, khác với ${held({ found: data.kept, formula: null }, 'vi')} ở ${data.keptAt} đã được đặt lại cho cùng ô. Hãy giữ số đúng.`,
    (data) =>
      `Holds ${held(data, 'en')}, other than ${held({ found: data.kept, formula: null }, 'en')} at ${data.keptAt}, which was put back for the same cell. Keep the right one.`,
  ),
  'repair-over-formula': message<Held & { result: number | string }>(
    'warning',
    (data) =>
      `Ghi ${held(data, 'vi')} đè lên ô tự tính; công thức đã trở lại và cho ${held({ found: data.result, formula: null }, 'vi')}. Nếu số gõ đè đúng, hãy nhập vào ô nền vàng của chỉ tiêu.`,
    (data) =>
      `Holds ${held(data, 'en')} typed over a computed cell; the formula is back and gives ${held({ found: data.result, formula: null }, 'en')}. If the typed one is right, enter it in the yellow cell of the indicator.`,
  ),
  'repair-target-changed': message<Held & { printed: number | string }>(
    'warning',
    (data) =>
      `Ghi ${held(data, 'vi')} ở ô mức phải đạt hoặc được giao, mẫu ghi ${held({ found: data.printed, formula: null }, 'vi')}. Mức chỉ đổi khi có quyết định nên không đặt lại; nếu đã có, hãy giao lại và tạo sổ mới.`,
    (data) =>
      `Holds ${held(data, 'en')} in the cell of a value to reach or assigned; the template has ${held({ found: data.printed, formula: null }, 'en')}. Only a decision changes it, so it was not put back; if there is one, assign it and generate a new workbook.`,
  ),
  'repair-print-changed': message<Held & { printed: number | string }>(
    'warning',
    (data) =>
      `Ghi ${held(data, 'vi')}, mẫu in ${held({ found: data.printed, formula: null }, 'vi')}; chữ in của mẫu đã trở lại. ${KEEP_VI}`,
    (data) =>
      `Holds ${held(data, 'en')}; the template prints ${held({ found: data.printed, formula: null }, 'en')}, which is back. ${KEEP_EN}`,
  ),
  'repair-into-before': message<{ heading: string; range: string; count: number }>(
    'warning',
    ({ heading, range, count }) =>
      `${range}: ${count} số gõ vào cột "${BEFORE_HEAD}: ${heading}", cột chỉ in số năm trước; số in đã trở lại. Các số đã gõ được giữ ở trang "Không xếp được", mỗi ô một dòng; nếu là số của kỳ này, hãy chép sang cột "${heading}".`,
    ({ heading, range, count }) =>
      `${range}: ${count} numbers were typed into the column "${BEFORE_HEAD}: ${heading}", which only prints last year's; those are back. The numbers typed are kept on the sheet "Không xếp được", a line for each cell; if they are this round's, copy them to the column "${heading}".`,
  ),
  'repair-outside': message<Held>(
    'warning',
    (data) => `Ghi ${held(data, 'vi')} ở ngoài các ô nhập của mẫu. ${ENTER_VI}`,
    (data) => `Holds ${held(data, 'en')} outside the input cells of the template. ${ENTER_EN}`,
  ),
  'repair-no-result': message<Held & { wanted: 'number' | 'text' }>(
    'warning',
    (data) =>
      `Ô nhập chứa công thức chưa có kết quả, hoặc chỉ lấy từ ô trống: ${held(data, 'vi')}. ${data.wanted === 'text' ? 'Hãy gõ thẳng nội dung.' : 'Hãy nhập số.'}`,
    (data) =>
      `The input cell holds a formula without a result, or one over blank cells only: ${held(data, 'en')}. ${data.wanted === 'text' ? 'Type its words.' : 'Enter the number.'}`,
  ),
  'repair-at-random': message<Held>(
    'warning',
    (data) =>
      `Ô nhập chứa công thức cho số ngẫu nhiên hoặc tính theo ngày giờ mở tệp: ${held(data, 'vi')}. Đó không phải số liệu nên ô để trống. Hãy nhập số thực tế.`,
    (data) =>
      `The input cell holds a formula for random numbers or by the clock: ${held(data, 'en')}. That is no figure, and the cell is left blank. Enter the actual one.`,
  ),
  'repair-truth-value': message<Held>(
    'warning',
    (data) =>
      `Ô nhập chứa công thức chỉ cho biết đúng hay sai (TRUE, FALSE): ${held(data, 'vi')}. Đó không phải số liệu nên ô để trống. Hãy nhập số thực tế.`,
    (data) =>
      `The input cell holds a formula that says whether something is so (TRUE, FALSE): ${held(data, 'en')}. That is no figure, and the cell is left blank. Enter the actual one.`,
  ),
  'repair-from-blank': message<Held & MissingSource>(
    'warning',
    (data) =>
      `Ô nhập chứa công thức ${held(data, 'vi')}: ${whyZero(data, 'vi')}. Không ai nói rõ có đúng là 0 hay không nên ô để trống. Hãy nhập số thực tế; nếu đúng là 0, gõ 0 và ghi lý do.`,
    (data) =>
      `The input cell holds the formula ${held(data, 'en')}: ${whyZero(data, 'en')}. Nobody says whether it is 0 indeed, and the cell is left blank. Enter the actual figure; if it is 0, type 0 and say why.`,
  ),
  'repair-listed-before': message<Held>(
    'warning',
    (data) => `Ghi ${held(data, 'vi')}: lần khôi phục trước đã nêu mà chưa ai xử lý. ${ENTER_VI}`,
    (data) =>
      `Holds ${held(data, 'en')}: an earlier repair listed it and nobody has dealt with it. ${ENTER_EN}`,
  ),
  'repair-by-name': message<Held>(
    'note',
    (data) =>
      `Xếp theo tên: mã của dòng hoặc cột đã mất, ${held(data, 'vi')} được đặt lại theo số thứ tự, tên, đơn vị tính và tiêu đề cột. Hãy kiểm tra.`,
    (data) =>
      `Placed by name: the key of the row or column is lost, ${held(data, 'en')} was put back by number, name, unit and heading. Verify it.`,
  ),
  'repair-sorted': message<Held & { other: Record<Language, string> | null }>(
    'note',
    (data) =>
      `Khối nhìn thấy bị sắp xếp mà cột mã ẩn đứng yên: mọi tên lệch mã theo cùng một cách, nên ${held(data, 'vi')} và cả dòng được đặt lại theo tên in trên dòng${data.other ? `, không theo mã (của ${data.other.vi})` : ''}. Hãy kiểm tra.`,
    (data) =>
      `The visible block was sorted while the hidden keys stayed: all names left their keys in one consistent way, so ${held(data, 'en')} and the whole row were put back by the printed name${data.other ? `, not by the key (of ${data.other.en})` : ''}. Verify it.`,
  ),
  'repair-columns-exchanged': message<Held>(
    'note',
    (data) =>
      `Cột đã đổi chỗ cùng tiêu đề mà dòng mã ẩn đứng yên: chữ in và công thức trong cột đi theo tiêu đề, nên các số trong cột, đầu tiên là ${held(data, 'vi')}, được đặt lại theo tiêu đề, không theo mã. Hãy kiểm tra.`,
    (data) =>
      `The column changed places with its heading while the hidden keys stayed: what is printed and computed in it went with the heading, so its figures, ${held(data, 'en')} first, were put back by the heading, not by the key. Verify them.`,
  ),
  'repair-left-blank': message<{
    what: 'row' | 'column' | 'sheet';
    name: Record<Language, string>;
    /** Addresses in the repaired workbook. */
    cells: readonly string[];
  }>(
    'warning',
    ({ what, name, cells }) =>
      `${LOST_VI[what](name.vi)} không còn trong tệp: ${cells.length} ô nhập để trống (${few(cells)}). ${AGAIN_VI}`,
    ({ what, name, cells }) =>
      `${LOST_EN[what](name.en)} is gone from the file: ${cells.length} input cells are blank (${few(cells)}). ${AGAIN_EN}`,
  ),
  'repair-key-and-name': message<Held & { other: Record<Language, string> }>(
    'warning',
    (data) =>
      `Mã ẩn của dòng và tên in trên dòng là của hai chỉ tiêu hoặc hai xã khác nhau (tên là của ${data.other.vi}): dòng đã bị sắp xếp hoặc sửa thiếu cột mã. ${held(data, 'vi')} và cả dòng được đặt lại theo mã; hãy kiểm tra cả dòng.`,
    (data) =>
      `The hidden key of the row and its printed name are of two indicators or communes (the name is of ${data.other.en}): it was sorted or edited without the column of keys. ${held(data, 'en')} and the whole row were put back by the key; verify the row.`,
  ),
  'repair-key-and-heading': message<Held & { heading: string }>(
    'warning',
    (data) =>
      `Mã ẩn của cột và tiêu đề in trên cột là của hai cột khác nhau (tiêu đề ghi "${data.heading}"): cột đã bị đổi chỗ hoặc sửa thiếu dòng mã. Các số trong cột, đầu tiên là ${held(data, 'vi')}, được đặt lại theo mã; hãy kiểm tra cả cột.`,
    (data) =>
      `The hidden key of the column and its heading are of two columns (the heading says "${data.heading}"): it was moved or edited without the row of keys. The figures of the column, ${held(data, 'en')} first, were put back by the key; verify the whole column.`,
  ),
  'repair-formula-kept': message<Held>(
    'note',
    (data) =>
      `Ô nhập chứa công thức ${held(data, 'vi')}: kết quả của nó được đặt lại như một số. Hãy kiểm tra.`,
    (data) =>
      `The input cell held the formula ${held(data, 'en')}: its result was put back as typed. Verify it.`,
  ),
  'repair-format-misleads': message<Held & { screen: OnScreen }>(
    'warning',
    (data) =>
      `Ô cũ hiện ${data.screen === '' ? 'trống' : screenText(data.screen, 'vi')} vì định dạng của ô (phần trăm, ngày, giờ, chia nghìn, gạch ngang, chữ không nhìn thấy …), còn nội dung lưu trong ô là ${held(data, 'vi')}. Nội dung lưu được đặt lại theo định dạng của mẫu; hãy kiểm tra, nhập lại theo đơn vị tính của dòng nếu chưa đúng.`,
    (data) =>
      `The old cell showed ${data.screen === '' ? 'nothing' : screenText(data.screen, 'en')} because of its format (a percentage, date, time, thousands cut off, struck out, letters not seen …), but stored ${held(data, 'en')}. What was stored is put back in the format of the template; verify it, and enter it again in the unit of the row where it is not right.`,
  ),
  'repair-cells-merged': message<Held & { range: string }>(
    'warning',
    (data) =>
      `Các ô nhập ${data.range} bị gộp thành một; nay đã bỏ gộp, ${data.found === '' ? 'ô đầu để trống' : `${held(data, 'vi')} chỉ đứng ở ô đầu`}. Nếu nội dung là của mọi ô trong vùng, hãy nhập lại vào từng ô; xem cả ô nào trong vùng có nội dung trước đây bị che.`,
    (data) =>
      `The input cells ${data.range} were merged into one and are apart again; ${data.found === '' ? 'the first is blank' : `${held(data, 'en')} stands in the first only`}. If it is meant for all of them, enter it in each; look also at what the merge had covered.`,
  ),
  'repair-part-unreadable': message<{ part: UnreadablePart; reason: Record<Language, string> }>(
    'error',
    ({ part, reason }) =>
      `${PART_VI[part]} chỉ đọc được một phần hoặc không đọc được: ${reason.vi} Những gì đọc được đã đặt lại; hãy so với tệp cũ.`,
    ({ part, reason }) =>
      `${PART_EN[part]} could be read in part or not at all: ${reason.en} What was read is put back; compare it with the old file.`,
  ),
  'repair-comment': message<Held>(
    'warning',
    (data) =>
      `Ghi chú (comment) gắn vào ô: ${held(data, 'vi')}. Mẫu không có ghi chú nên chữ của nó được giữ ở đây.`,
    (data) =>
      `A comment on the cell: ${held(data, 'en')}. The template has none, so its words are kept here.`,
  ),
  'repair-text-box': message<Held>(
    'warning',
    (data) =>
      `Khung chữ (text box) đặt trên trang, góc trên bên trái ở ô này: ${held(data, 'vi')}. Mẫu không có khung chữ nên chữ của nó được giữ ở đây. ${ENTER_VI}`,
    (data) =>
      `A text box on the sheet, its upper left corner over this cell: ${held(data, 'en')}. The template has none, so its words are kept here. ${ENTER_EN}`,
  ),
  'repair-pictures': message<{ count: number }>(
    'warning',
    ({ count }) =>
      `Trang có ${count} ảnh hoặc hình vẽ không có chữ (hình đầu tiên ở ô này). Hình không được chép sang sổ mới; nếu cần, hãy chép tay từ tệp cũ.`,
    ({ count }) =>
      count === 1
        ? 'The sheet has a picture or drawing without words, over this cell. It is not taken into the new workbook; copy it from the old file if it is needed.'
        : `The sheet has ${count} pictures or drawings without words, the first over this cell. They are not taken into the new workbook; copy them from the old file if they are needed.`,
  ),
  'repair-signature': message<Record<string, never>>(
    'note',
    () =>
      'Tệp gốc có chữ ký số; sổ khôi phục là tệp mới nên không mang chữ ký. Hãy giữ tệp gốc, xem lại sổ mới rồi ký lại.',
    () =>
      'The file carries a digital signature; the repaired workbook is a new file and does not carry it. Keep the original, look the new workbook through and sign it again.',
  ),
  'repair-own-definition': message<{ plans: readonly string[] }>(
    'note',
    ({ plans }) =>
      `Sổ được cấp theo bản khác của kế hoạch ${plans.join(', ')} so với bản đang cài: mẫu được dựng lại theo định nghĩa mà sổ mang theo.`,
    ({ plans }) =>
      `The workbook was issued for another version of ${plans.join(', ')} than the installed one: the template is rebuilt by the definition the workbook carries.`,
  ),
  'repair-files-unused': message<{ options: readonly string[] }>(
    'note',
    ({ options }) =>
      `Sổ còn nguyên định nghĩa của mẫu nên không dùng ${options.join(', ')}. Muốn đổi số giao, số gốc hay số cấp sẵn, hãy tạo sổ mới bằng generate.`,
    ({ options }) =>
      `The workbook has its definition, so ${options.join(', ')} is not used. To change what is assigned or filled in, generate a new workbook.`,
  ),
  'repair-from-plans': message<{ plans: readonly string[]; unit: string; round: string }>(
    'warning',
    ({ plans, unit, round }) =>
      `Sổ không còn định nghĩa của mẫu: mẫu được dựng lại theo kế hoạch đang cài (${plans.join(', ')}; ${unit}; kỳ ${periodSaid(round)}). Số đã giao, số gốc, số cấp sẵn chỉ có khi đưa lại tệp bằng --assignments, --baselines, --figures.`,
    ({ plans, unit, round }) =>
      `The workbook has lost its definition: the template is rebuilt from the installed plans (${plans.join(', ')}; ${unit}; round ${periodSaid(round, 'en')}). Assigned values, baselines and known figures are there only if their files are given with --assignments, --baselines, --figures.`,
  ),
  'repair-plan-changed': message<{ plans: readonly string[] }>(
    'warning',
    ({ plans }) =>
      `Bản đang cài của kế hoạch ${plans.join(', ')} khác bản mà sổ được cấp. Dòng không còn trong bản mới nằm ở trang "Không xếp được".`,
    ({ plans }) =>
      `The installed version of ${plans.join(', ')} is not the one the workbook was issued for. Rows the new version lacks are on the sheet "Không xếp được".`,
  ),
  'repair-not-identified': message<{ missing: readonly string[]; onSheets: WorkbookIdentity | null }>(
    'error',
    ({ missing, onSheets }) =>
      `Không còn gì trong tệp cho biết (hoặc các trang mâu thuẫn về) kế hoạch, đơn vị và kỳ của sổ. Hãy ghi rõ bằng --plan, --unit và --round, ${onSheets ? 'theo phần lớn các trang của tệp là' : 'ví dụ'}: ${optionsOf(onSheets ?? EXAMPLE)}. Còn thiếu: ${missing.join(', ')}.`,
    ({ missing, onSheets }) =>
      `Nothing in the file says (or its sheets disagree about) of which plan, unit and round it is. Name them with --plan, --unit and --round, ${onSheets ? 'by most sheets of the file' : 'for example'}: ${optionsOf(onSheets ?? EXAMPLE)}. Missing: ${missing.join(', ')}.`,
  ),
  'repair-identity-differs': message<{ option: string; given: string; found: string }>(
    'error',
    ({ option, given, found }) =>
      `${option} ghi "${given}", nhưng sổ ghi là của "${found}". Hãy bỏ tùy chọn này hoặc dùng đúng tệp.`,
    ({ option, given, found }) =>
      `${option} says "${given}", but the workbook says it is of "${found}". Leave the option out or use the right file.`,
  ),
  'repair-unit-unknown': message<{ unit: string; plans: readonly string[] }>(
    'error',
    ({ unit, plans }) =>
      `Kế hoạch ${plans.join(', ')} đang cài không có đơn vị báo cáo "${unit}". Hãy kiểm tra mã, hoặc đưa danh sách đơn vị bằng --units.`,
    ({ unit, plans }) =>
      `The installed plans ${plans.join(', ')} have no reporting unit "${unit}". Check the id, or give the list of units with --units.`,
  ),
  'repair-too-much': message<{ limit: number }>(
    'error',
    ({ limit }) =>
      `Tệp có hơn ${limit} ô không thuộc mẫu nên không khôi phục. Hãy chép các trang không thuộc mẫu sang tệp khác, xóa khỏi bản sao của tệp này rồi chạy lại.`,
    ({ limit }) =>
      `The file has more than ${limit} cells that are not of the template and is not repaired. Copy the sheets that are not of the template to another file, delete them from a copy of this one and run again.`,
  ),
  'repair-numbers-as-reasons': message<{ numbers: number; until: string }>(
    'warning',
    ({ numbers, until }) =>
      `Từ ô này đến ${until}, cột lý do có ${numbers} ô chỉ ghi số: có lẽ số liệu bị nhập vào cột lý do. Các số ấy được giữ nguyên tại chỗ; hãy chuyển sang cột của kỳ báo cáo ở cùng dòng rồi xóa ở cột lý do.`,
    ({ numbers, until }) =>
      `From this cell to ${until}, ${numbers} cells of the reason column hold a number only: figures were probably typed into the reason column. They are kept where they are; move them to the round's column of their rows, and clear the reasons.`,
  ),
  'repair-out-exists': message<Record<string, never>>(
    'error',
    () => 'Tệp đã có nên không ghi đè. Hãy chọn tên khác bằng --out.',
    () => 'The file exists and is not overwritten. Choose another name with --out.',
  ),
};

const EXAMPLE: WorkbookIdentity = {
  plans: ['lai-chau-2021'],
  unit: 'VN12.106',
  reporter: 'VN12.106',
  round: '2023',
};

/** An identity as the options of the command name it. */
function optionsOf({ plans, reporter, round }: WorkbookIdentity): string {
  const named = [...plans.map((plan) => `--plan ${plan}`), `--unit ${reporter}`, `--round ${round}`];
  return excerpt(named.join(' '), 200);
}

/** Code of a finding of a repair. */
export type RepairCode = keyof typeof repairMessages;

/** How much was put back, as the words of a repair count it. */
interface Counts {
  figures: number;
  remarks: number;
  ownVerdicts: number;
  baselines: number;
  cover: number;
}

/** What a repair says beside its findings. */
export const repairWords = {
  vi: {
    done: (from: string, to: string) => `Đã khôi phục ${from} thành ${to}.`,
    placed: ({ figures, remarks, ownVerdicts, baselines, cover }: Counts) =>
      `Đặt lại: ${figures} số liệu; ${remarks} đánh dấu, lý do; ${ownVerdicts} ô tự đánh giá; ${baselines} ô số gốc; ${cover} mục ở Bìa.`,
    leftBlank: (count: number) => `Để trống vì tệp không còn, cần nhập lại (${count} chỗ):`,
    asIssued: (count: number) => `${count} ô cấp sẵn mất dòng hoặc cột trong tệp hỏng: ghi lại như lúc cấp.`,
    unplaced: (count: number) => `Không xếp được ${count} ô (trang "Không xếp được" của sổ mới):`,
    toVerify: (count: number) =>
      `Đã đặt lại nhưng cần kiểm tra ${count} ô (trang "Không xếp được" của sổ mới):`,
    more: (count: number) => `… và ${count} ô nữa.`,
  },
  en: {
    done: (from: string, to: string) => `Repaired ${from} as ${to}.`,
    placed: ({ figures, remarks, ownVerdicts, baselines, cover }: Counts) =>
      `Put back: ${figures} figures; ${remarks} marks and reasons; ${ownVerdicts} cells of own verdicts; ${baselines} cells of baselines; ${cover} entries of the cover.`,
    leftBlank: (count: number) =>
      `Blank because the file has it no more, to be entered again (${count} places):`,
    asIssued: (count: number) =>
      `${count} prefilled cells have lost their row or column in the damaged file: they are as issued.`,
    unplaced: (count: number) =>
      `${count} cells could not be placed (sheet "Không xếp được" of the new workbook):`,
    toVerify: (count: number) =>
      `${count} cells were put back but have to be verified (sheet "Không xếp được" of the new workbook):`,
    more: (count: number) => `… and ${count} more.`,
  },
} satisfies Record<Language, unknown>;
