import { message, type Language } from '../../base/finding.ts';
import { screenText, type OnScreen } from '../../sheet/on-screen.ts';
import { doubtSaid, type FormulaDoubt } from '../../returned/formula-doubts.ts';
import { numberText, readableNumber } from '../../base/number-text.ts';
import { HEAD_COLUMN_KEY, headRowKeys, type GridHeadField } from './grid-contract.ts';

/** A name in both languages. */
type Name = Readonly<Record<Language, string>>;

/** Findings about a grid of assignments that came back. */
export const gridMessages = {
  'not-our-grid': message<Record<string, never>>(
    'error',
    () =>
      'Tệp không phải bảng giao chỉ tiêu: không có trang _meta của bảng giao. Hãy đưa tệp do "chitieu assign grid" tạo ra.',
    () =>
      'The file is no assignment grid: it has no _meta sheet of a grid. Give the file that "chitieu assign grid" made.',
  ),
  'grid-newer': message<{ found: string; known: number }>(
    'error',
    ({ found, known }) =>
      `Bảng giao có phiên bản mẫu "${found}", chương trình này chỉ đọc phiên bản ${known}. Hãy cập nhật chương trình.`,
    ({ found, known }) =>
      `The grid has layout version "${found}"; this program reads version ${known}. Update the program.`,
  ),
  'grid-head-missing': message<{ field: GridHeadField }>(
    'error',
    ({ field }) =>
      `Chưa ghi ${headFields[field].vi} ở đầu bảng. Hãy ghi rồi đọc lại; chưa dòng nào được ghi ra.`,
    ({ field }) =>
      `The head of the grid has no ${headFields[field].en}. Enter it and read again; nothing was written.`,
  ),
  'grid-head-invalid': message<{ field: GridHeadField; found: string }>(
    'error',
    ({ field, found }) =>
      `Ô ${headFields[field].vi} ghi "${found}"; cần ${headExpected[field].vi}. Hãy sửa lại.`,
    ({ field, found }) =>
      `The cell for the ${headFields[field].en} holds "${found}"; expected ${headExpected[field].en}. Correct it.`,
  ),
  'grid-cell-not-number': message<{ key: string; unit: string; found: string }>(
    'error',
    ({ found }) => `Ô ghi "${found}": không phải số. Hãy nhập lại bằng số, hoặc để trống nếu không giao.`,
    ({ found }) =>
      `The cell holds "${found}": not a number. Enter a number, or leave it blank if nothing is assigned.`,
  ),
  'grid-formula-without-result': message<Record<string, never>>(
    'error',
    () =>
      'Ô có công thức nhưng trong tệp không có kết quả, nên không đọc được số. Hãy mở bảng bằng Excel hoặc LibreOffice, lưu lại rồi đọc lại; hoặc gõ thẳng số.',
    () =>
      'The cell has a formula whose result is not in the file, so there is no number to read. Open the grid in Excel or LibreOffice, save it and read again; or type the number.',
  ),
  'grid-formula-doubted': message<{ doubt: FormulaDoubt }>(
    'error',
    ({ doubt }) => `Ô có công thức ${doubtSaid(doubt, 'vi')}. Không giao thì xóa nội dung ô.`,
    ({ doubt }) =>
      `The cell has a formula that ${doubtSaid(doubt, 'en')}. If nothing is assigned, empty the cell.`,
  ),
  'grid-cell-format': message<{ value: number; shown: OnScreen }>(
    'error',
    ({ value, shown }) =>
      `Ô hiện ${screenText(shown, 'vi') || '(trống)'} nhưng số trong ô là ${numberText(readableNumber(value), 'vi')}. Hãy đổi định dạng của ô về số thường (Number), rồi ghi lại số giao theo đơn vị tính của dòng.`,
    ({ value, shown }) =>
      `The cell shows ${screenText(shown, 'en') || '(nothing)'}, but its number is ${numberText(readableNumber(value), 'en')}. Set its format to a plain number and enter the value again in the unit of its row.`,
  ),
  'grid-name-moved': message<{ what: 'row' | 'column'; found: string; own: string; more: number }>(
    'error',
    ({ what, found, own, more }) =>
      `Tên ghi ở đây là "${found}", nhưng ${what === 'row' ? 'dòng' : 'cột'} này là của "${own}"${more > 0 ? `; ${more} ${what === 'row' ? 'dòng' : 'cột'} khác cũng lệch như vậy` : ''}: tên và số đã được sắp xếp, chuyển chỗ hay gõ đè mà mã ẩn ở đầu ${what === 'row' ? 'dòng' : 'cột'} không đi theo, nên không biết số giao cho ai. Hãy hoàn tác việc sắp xếp (Ctrl+Z), hoặc tạo lại bảng rồi nhập lại.`,
    ({ what, found, own, more }) =>
      `The name here is "${found}", but this ${what} is that of "${own}"${more > 0 ? `; ${more} more ${what}s are off like it` : ''}: names and values were sorted, moved or typed over without the hidden keys of the ${what}, so nobody can tell what was assigned to whom. Undo the sort (Ctrl+Z), or make the grid anew and enter the values again.`,
  ),
  'grid-cell-merged': message<{ key: string; unit: string; value: number }>(
    'error',
    ({ key, unit, value }) =>
      `Số giao ${numberText(value, 'vi')} của ${key}, đơn vị ${unit} nằm trong ô gộp: các ô khác trong ô gộp không có số. Hãy bỏ gộp ô (Merge & Center), ghi số vào từng ô rồi đọc lại.`,
    ({ key, unit, value }) =>
      `The value ${numberText(value, 'en')} of ${key}, unit ${unit} stands in a merged cell: the other cells in it have none. Unmerge the cells, enter a value in each and read the grid again.`,
  ),
  'grid-cell-hidden': message<{ key: string; unit: string; value: number }>(
    'error',
    ({ key, unit, value }) =>
      `Số giao ${numberText(value, 'vi')} của ${key}, đơn vị ${unit} nằm ở dòng, cột hoặc trang bị ẩn (hay bị lọc), người ký không nhìn thấy. Hãy bỏ lọc, hiện lại, xem số rồi đọc lại.`,
    ({ key, unit, value }) =>
      `The value ${numberText(value, 'en')} of ${key}, unit ${unit} stands in a row, column or sheet that is hidden (or filtered away), where whoever signs does not see it. Unhide it, look at it and read the grid again.`,
  ),
  'grid-cell-not-asked': message<{ key: string; unit: string }>(
    'error',
    ({ key, unit }) =>
      `Ô của ${key}, đơn vị ${unit} là ô không giao: đơn vị này không có số riêng của chỉ tiêu. Hãy xóa số ở ô này; số chung giao ở cột của tỉnh.`,
    ({ key, unit }) =>
      `The cell of ${key}, unit ${unit} takes no value: the unit has no figure of its own here. Delete it; what is common is assigned in the province's column.`,
  ),
  'grid-value-outside': message<{ found: string }>(
    'error',
    ({ found }) =>
      `${found === '' ? 'Công thức' : `"${found}"`} nằm ngoài các ô của bảng giao nên không được đọc. Hãy chuyển số vào đúng ô (dòng chỉ tiêu, cột đơn vị), hoặc xóa đi; dòng, cột, trang thêm vào không giao được.`,
    ({ found }) =>
      `${found === '' ? 'A formula' : `"${found}"`} stands outside the cells of the grid and is not read. Move it to its cell (row of the indicator, column of the unit), or delete it; added rows, columns and sheets assign nothing.`,
  ),
  'grid-values-outside': message<{ more: number }>(
    'error',
    ({ more }) => `Còn ${more} ô nữa nằm ngoài các ô của bảng giao.`,
    ({ more }) => `${more} more cells stand outside the cells of the grid.`,
  ),
  'grid-paths-unkept': message<Record<string, never>>(
    'note',
    () =>
      'Bảng giao này làm từ bản trước, không ghi lại lộ trình: nếu có ai gõ số vào cột lộ trình thì không phân biệt được, và các số trong cột này không được đọc. Số giao chỉ lấy ở cột của từng đơn vị.',
    () =>
      'This grid was made by an earlier version that kept no reference paths: a number typed into their column cannot be told from a path, and nothing in this column is read. Values are taken from the columns of the units alone.',
  ),
  'grid-cell-emptied': message<{ key: string; unit: string; before: number }>(
    'error',
    ({ key, unit, before }) =>
      `Ô của ${key}, đơn vị ${unit} đã bị xóa trống; trước đó là ${numberText(before, 'vi')}. Ô trống không bãi bỏ được số đã giao: hãy ghi lại số cũ hoặc số mới.`,
    ({ key, unit, before }) =>
      `The cell of ${key}, unit ${unit} was emptied; it held ${numberText(before, 'en')}. A blank does not withdraw what was assigned: enter the old value or a new one.`,
  ),
  'grid-key-missing': message<{ keys: string[] }>(
    'error',
    ({ keys }) =>
      `Không còn dòng hoặc cột của ${fewOf(keys, 'vi')} trong bảng. Hãy khôi phục từ bảng đã tạo, hoặc tạo lại bảng.`,
    ({ keys }) =>
      `The row or column of ${fewOf(keys, 'en')} is no longer in the grid. Restore it from the grid as made, or make it anew.`,
  ),
  'grid-keys-gone': message<Record<string, never>>(
    'error',
    () =>
      'Bảng không còn mã ẩn ở cột đầu và dòng đầu (cột hay dòng ấy đã bị xóa), nên không biết ô nào là của chỉ tiêu, đơn vị nào; chưa đọc số nào. Hãy tạo lại bảng bằng "chitieu assign grid" rồi chép số giao sang theo tên.',
    () =>
      'The grid has no hidden keys in its first column and row any more (one of them was deleted), so nobody can tell whose its cells are; nothing was read. Make it anew with "chitieu assign grid" and copy the values over by name.',
  ),
  'grid-earlier-missing': message<{ decisions: string[]; count: number }>(
    'error',
    ({ decisions, count }) =>
      `Bảng được tạo từ ${count} số giao của ${decisions.map((one) => `"${one}"`).join(', ')}, nhưng các số này không có trong tệp giao chỉ tiêu đưa vào. Hãy đưa đúng tệp bằng --assignments để số giao trước được giữ lại.`,
    ({ decisions, count }) =>
      `The grid was made from ${count} values of ${decisions.map((one) => `"${one}"`).join(', ')} that are not in the assignments file given. Give the right file with --assignments, so that earlier values are kept.`,
  ),
  'grid-cell-twice': message<{ key: string; unit: string; otherCell: string }>(
    'error',
    ({ key, unit, otherCell }) =>
      `Số giao của ${key}, đơn vị ${unit} có ở hai ô và khác nhau (ô kia: ${otherCell}). Hãy xóa dòng hoặc cột bị sao chép.`,
    ({ key, unit, otherCell }) =>
      `The value of ${key}, unit ${unit} stands in two cells that differ (the other: ${otherCell}). Delete the copied row or column.`,
  ),
  'grid-outdated': message<{ key: string; unit: string; before: string | null; now: string | null }>(
    'error',
    ({ key, unit, before, now }) =>
      `Bảng được tạo khi ${key}, đơn vị ${unit} ${byDecision.vi(before)}; trong tệp giao chỉ tiêu hiện nay ${byDecision.vi(now)}. Hãy đưa đúng tệp bằng --assignments, hoặc tạo lại bảng từ tệp hiện nay.`,
    ({ key, unit, before, now }) =>
      `The grid was made when ${key}, unit ${unit} ${byDecision.en(before)}; in the assignments file it now ${byDecision.en(now)}. Give the right file with --assignments, or make the grid anew from the present one.`,
  ),
  'grid-valid-from-early': message<{
    key: string;
    unit: string;
    validFrom: string;
    decision: string;
    laterFrom: string;
  }>(
    'error',
    ({ key, unit, validFrom, decision, laterFrom }) =>
      `Ngày hiệu lực mới là ${validFrom}, nhưng ${key}, đơn vị ${unit} đã có quyết định "${decision}" hiệu lực từ ${laterFrom}, muộn hơn. Hãy sửa ngày hiệu lực.`,
    ({ key, unit, validFrom, decision, laterFrom }) =>
      `The new values hold from ${validFrom}, but ${key}, unit ${unit} already has the decision "${decision}" from ${laterFrom}, which is later. Correct the date.`,
  ),
};

const headFieldNames: readonly GridHeadField[] = ['decision', 'decisionDate', 'validFrom'];

/** How many rows and columns that are gone are named. */
const NAMED = 5;

function fewOf(keys: readonly string[], language: Language): string {
  const named = keys.slice(0, NAMED).map((key) => {
    const [field] = headFieldNames.filter((one) => headRowKeys[one] === key);
    if (key === HEAD_COLUMN_KEY) return language === 'vi' ? 'các ô đầu bảng' : 'the cells at the head';
    return `"${field === undefined ? key : headFields[field][language]}"`;
  });
  const more = keys.length - named.length;
  const rest = language === 'vi' ? ` và ${more} dòng, cột nữa` : ` and ${more} more`;
  return named.join(', ') + (more > 0 ? rest : '');
}

const headFields: Record<GridHeadField, Name> = {
  decision: { vi: 'số quyết định', en: 'number of the decision' },
  decisionDate: { vi: 'ngày quyết định', en: 'date of the decision' },
  validFrom: { vi: 'ngày có hiệu lực', en: 'date from which it is valid' },
};

const aDate: Name = {
  vi: 'một ngày từ năm 2000, ví dụ 31/12/2024',
  en: 'a date from 2000 on, such as 31/12/2024',
};

const headExpected: Record<GridHeadField, Name> = {
  decision: { vi: 'số quyết định bằng chữ', en: 'the number as text' },
  decisionDate: aDate,
  validFrom: aDate,
};

const byDecision = {
  vi: (decision: string | null) =>
    decision === null ? 'chưa được giao' : `do quyết định "${decision}" giao`,
  en: (decision: string | null) => (decision === null ? 'has no value' : `has its value of "${decision}"`),
};
