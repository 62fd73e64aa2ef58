import { kindAdvice, kindWord, type FileKind } from '../base/file-kind.ts';
import { message, type Language } from '../base/finding.ts';
import { excerpt, meant } from '../base/message-pieces.ts';
import { vintageNames, type Vintage } from '../observation/vintage.ts';
import type { ChangedCell } from './changed-cell.ts';

/** A name in both languages. */
interface Name {
  vi: string;
  en: string;
}

/** What a code stands for. */
export type CodeOf = 'unit' | 'reporter' | 'indicator' | 'stratum';

const codeWords: Record<CodeOf, Name> = {
  unit: { vi: 'đơn vị', en: 'unit' },
  reporter: { vi: 'đơn vị báo cáo', en: 'reporter' },
  indicator: { vi: 'chỉ tiêu', en: 'indicator' },
  stratum: { vi: 'phân tổ', en: 'stratum' },
};

const SAVE_UTF8_VI =
  'Trong Excel hãy lưu bằng kiểu "CSV UTF-8 (Comma delimited)"; trong LibreOffice chọn bảng mã UTF-8. Chắc chắn nhất là gửi lại sổ .xlsx.';
const SAVE_UTF8_EN =
  'In Excel save as "CSV UTF-8 (Comma delimited)"; in LibreOffice choose the encoding UTF-8. Safest is to send the .xlsx workbook again.';
const EXPORT_AGAIN_VI =
  'Hãy xuất lại từ sổ: thẻ "Xuất tệp" ở trang Chỉ Tiêu trên trình duyệt (hoặc "chitieu export").';
const EXPORT_AGAIN_EN =
  'Export it again from the workbook: "Export" in the Chỉ Tiêu page in a browser (or "chitieu export").';

/** Errors that a workbook had when it was exported. */
interface HadErrors {
  count: number;
  /** As far as the descriptor says; without a title where nobody knows the rule. */
  codes: readonly { code: string; count: number; title: Name | null }[];
  forced: boolean;
}

/** Findings about the CSV files of a return: writing them, and reading them back. */
export const csvReturnMessages = {
  'csv-too-large': message<{ bytes: number; limit: number }>(
    'error',
    ({ bytes, limit }) =>
      `Tệp có ${bytes} byte, lớn hơn giới hạn ${limit} byte nên không đọc. Hãy kiểm tra xem có đúng tệp không.`,
    ({ bytes, limit }) =>
      `The file has ${bytes} bytes, more than the limit of ${limit}, and was not read. Check that it is the right file.`,
  ),
  'csv-too-many-rows': message<{ limit: number }>(
    'error',
    ({ limit }) => `Tệp có hơn ${limit} dòng nên dừng đọc. Hãy kiểm tra xem có đúng tệp không.`,
    ({ limit }) => `The file has more than ${limit} lines; reading stopped. Check that it is the right file.`,
  ),
  'csv-cell-too-long': message<{ limit: number }>(
    'error',
    ({ limit }) =>
      `Có ô dài hơn ${limit} ký tự, quá mức một ô Excel chứa được. Hãy rút ngắn, hoặc kiểm tra dấu nháy kép bị thừa.`,
    ({ limit }) =>
      `A cell is longer than the ${limit} characters an Excel cell can hold. Shorten it, or look for a stray quote.`,
  ),
  'csv-empty': message<Record<string, never>>(
    'error',
    () => `Tệp rỗng; cần dòng tiêu đề và các dòng số liệu. ${EXPORT_AGAIN_VI}`,
    () => `The file is empty; a header and rows were expected. ${EXPORT_AGAIN_EN}`,
  ),
  'csv-utf16': message<Record<string, never>>(
    'error',
    () => `Tệp được lưu bằng bảng mã UTF-16 nhưng bị hỏng hoặc thiếu phần cuối. ${SAVE_UTF8_VI}`,
    () => `The file is UTF-16 and damaged, or its end is missing. ${SAVE_UTF8_EN}`,
  ),
  'csv-not-utf8': message<Record<string, never>>(
    'error',
    () =>
      `Dòng này không phải UTF-8, và tên đơn vị, chỉ tiêu bên cạnh mã không cho biết là windows-1258, TCVN3 hay VNI; không đoán chữ. Nếu biết chắc, hãy ghi --encoding. ${SAVE_UTF8_VI}`,
    () =>
      `This line is not UTF-8, and the names beside the codes do not tell windows-1258, TCVN3 or VNI; letters are not guessed. If you know it, say --encoding. ${SAVE_UTF8_EN}`,
  ),
  'csv-old-letters': message<{ encoding: string; name: string }>(
    'error',
    ({ encoding, name }) =>
      `Chữ trong tệp theo bảng mã ${name}, không phải Unicode, nên chưa nhận. Hãy chạy lại kèm "--encoding ${encoding}" để đổi sang Unicode, hoặc lưu lại bằng Unicode.`,
    ({ encoding, name }) =>
      `The letters are ${name}, not Unicode, and the file was not taken. Run again with "--encoding ${encoding}" to convert them, or save the file in Unicode.`,
  ),
  'csv-converted': message<{ name: string }>(
    'note',
    ({ name }) =>
      `Chữ theo bảng mã ${name}, đã đổi sang Unicode; tên đơn vị, chỉ tiêu được đối chiếu với danh mục. Không cần sửa gì.`,
    ({ name }) =>
      `The letters were ${name} and have been converted to Unicode; names agree with the code lists. Nothing to do.`,
  ),
  'csv-letters-lost': message<Record<string, never>>(
    'error',
    () =>
      `Khi lưu, nhiều chữ đã bị thay bằng dấu "?" ("T?nh" thay cho "Tỉnh"), ghi chú cũng có thể mất chữ. Hãy xuất lại từ sổ, hoặc lưu lại từ bản còn đủ chữ bằng kiểu "CSV UTF-8 (Comma delimited)".`,
    () =>
      `Letters became "?" when the file was saved ("T?nh" for "Tỉnh"), and notes may have lost some too. Export again, or save what still has its letters as "CSV UTF-8 (Comma delimited)".`,
  ),
  'csv-header-again': message<Record<string, never>>(
    'error',
    () =>
      'Dòng tiêu đề đứng lần thứ hai ở đây: nhiều tệp đã được nối làm một. "chitieu import" tự tách theo đơn vị; còn để kiểm tra thì hãy đưa từng báo cáo một tệp.',
    () =>
      'The header stands here a second time: several files were joined. "chitieu import" takes them apart by unit; to check them, give each return a file of its own.',
  ),
  'csv-other-kind': message<{ found: FileKind }>(
    'error',
    ({ found }) => `Tệp mang đuôi .csv nhưng là ${kindWord(found, 'vi')}. ${kindAdvice(found, 'vi')}`,
    ({ found }) => `The file is named .csv but is ${kindWord(found, 'en')}. ${kindAdvice(found, 'en')}`,
  ),
  'csv-nul': message<Record<string, never>>(
    'error',
    () => `Dòng này có byte NUL: tệp bị hỏng hoặc không phải văn bản. ${EXPORT_AGAIN_VI}`,
    () => `This line has a NUL byte: the file is damaged or no text. ${EXPORT_AGAIN_EN}`,
  ),
  'csv-unclosed-quote': message<Record<string, never>>(
    'error',
    () =>
      'Dấu nháy kép mở ở dòng này không được đóng, nên phần sau của tệp không đọc được. Hãy thêm dấu nháy đóng, hoặc xóa dấu nháy thừa.',
    () =>
      'The quote opened on this line is never closed, so the rest of the file cannot be read. Close it, or delete the stray quote.',
  ),
  'csv-stray-quote': message<Record<string, never>>(
    'error',
    () =>
      'Dấu nháy kép đứng sai chỗ ở dòng này. Ô có dấu nháy phải nằm trong cặp nháy, và dấu nháy bên trong viết hai lần ("").',
    () =>
      'A quote stands in the wrong place on this line. A cell with a quote must be quoted, and the quote inside written twice ("").',
  ),
  'csv-not-ours': message<{ found: string }>(
    'error',
    ({ found }) =>
      `Dòng tiêu đề "${excerpt(found)}" không phải của tệp số liệu Chỉ Tiêu (các cột ngăn bằng "," hoặc ";"). ${EXPORT_AGAIN_VI}`,
    ({ found }) =>
      `The header "${excerpt(found)}" is not that of a Chỉ Tiêu table (columns separated by "," or ";"). ${EXPORT_AGAIN_EN}`,
  ),
  'csv-wrong-columns': message<{ table: Name; missing: string[]; unknown: string[]; twice: string[] }>(
    'error',
    ({ table, missing, unknown, twice }) =>
      `Các cột của bảng ${table.vi} chưa đúng: ${columnList('vi', missing, unknown, twice)}. Hãy sửa dòng tiêu đề cho đúng tên, hoặc xuất lại.`,
    ({ table, missing, unknown, twice }) =>
      `The columns of the table ${table.en} are wrong: ${columnList('en', missing, unknown, twice)}. Correct the header, or export again.`,
  ),
  'csv-delimiter': message<{ found: string; expected: string }>(
    'error',
    ({ found, expected }) =>
      `Các cột ngăn bằng "${found}", nhưng tệp mô tả ghi "${expected}": tệp đã được lưu lại bằng chương trình khác nên dấu thập phân không còn chắc. ${EXPORT_AGAIN_VI}`,
    ({ found, expected }) =>
      `Columns are separated by "${found}", but the descriptor says "${expected}": another program saved the file, and its decimal sign is not certain. ${EXPORT_AGAIN_EN}`,
  ),

  'csv-tab': message<Record<string, never>>(
    'error',
    () =>
      `Các cột ngăn bằng dấu tab ("Unicode Text", "Text"), mà không có tệp mô tả (.datapackage.json) đọc được nên không biết dấu thập phân. Hãy gửi kèm tệp mô tả, hoặc gửi lại sổ .xlsx.`,
    () =>
      `Columns are separated by tabs ("Unicode Text", "Text"), and without a descriptor (.datapackage.json) that can be read nobody knows the decimal sign. Send the descriptor along, or send the .xlsx workbook again.`,
  ),
  'csv-descriptor-invalid': message<{ reason: string }>(
    'error',
    ({ reason }) => `Tệp mô tả (datapackage.json) không đọc được: ${excerpt(reason)}. ${EXPORT_AGAIN_VI}`,
    ({ reason }) =>
      `The descriptor (datapackage.json) cannot be read: ${excerpt(reason)}. ${EXPORT_AGAIN_EN}`,
  ),
  'csv-descriptor-newer': message<{ found: string; known: number }>(
    'error',
    ({ found, known }) =>
      `Tệp mô tả có phiên bản định dạng "${excerpt(found)}", chương trình này chỉ đọc phiên bản ${known}. Hãy cập nhật chương trình.`,
    ({ found, known }) =>
      `The descriptor has format version "${excerpt(found)}"; this program reads version ${known}. Update the program.`,
  ),
  'csv-descriptor-twice': message<{ first: string }>(
    'error',
    ({ first }) => `Đã có tệp mô tả ${first}. Hãy đưa từng báo cáo một.`,
    ({ first }) => `There is a descriptor already: ${first}. Give one return at a time.`,
  ),
  'return-no-descriptor': message<Record<string, never>>(
    'note',
    () =>
      'Không có tệp mô tả (.datapackage.json) nên chưa đối chiếu được số dòng, mã băm và các kế hoạch. Hãy gửi kèm tệp này nếu có.',
    () =>
      'There is no descriptor (.datapackage.json): row count, hash and plans could not be compared. Send it along if there is one.',
  ),
  'return-hash': message<Record<string, never>>(
    'note',
    () =>
      'Tệp đã được sửa hoặc lưu lại sau khi xuất (mã băm khác tệp mô tả). Không cần sửa gì nếu đã chủ ý; từng dòng được kiểm tra riêng.',
    () =>
      'The file was edited or saved again since it was exported (its hash differs from the descriptor). Nothing to do if that is intended; every row is checked by itself.',
  ),
  'return-row-count': message<{ found: number; expected: number }>(
    'error',
    ({ found, expected }) =>
      `Tệp có ${found} dòng số liệu, tệp mô tả ghi ${expected}. Có dòng bị mất hoặc thêm; hãy kiểm tra lại hoặc xuất lại từ sổ.`,
    ({ found, expected }) =>
      `The file has ${found} rows, the descriptor says ${expected}. Rows were lost or added; check, or export again.`,
  ),
  'return-file-missing': message<{ path: string }>(
    'error',
    ({ path }) => `Thiếu tệp "${excerpt(path)}" mà tệp mô tả liệt kê. Hãy gửi đủ các tệp của báo cáo.`,
    ({ path }) =>
      `The file "${excerpt(path)}" that the descriptor lists is missing. Send all files of the return.`,
  ),
  'return-no-observations': message<Record<string, never>>(
    'error',
    () => `Không có bảng số liệu (observations) nào đọc được trong các tệp đã đưa. ${EXPORT_AGAIN_VI}`,
    () => `None of the files given is a table of observations that can be read. ${EXPORT_AGAIN_EN}`,
  ),
  'return-table-twice': message<{ table: Name; first: string }>(
    'error',
    ({ table, first }) =>
      `Bảng ${table.vi} đã có ở tệp ${first}. Hãy đưa từng báo cáo một, mỗi bảng một tệp.`,
    ({ table, first }) =>
      `The table ${table.en} is already given by ${first}. Give one return at a time, each table once.`,
  ),
  'return-profile-differs': message<{ first: string }>(
    'error',
    ({ first }) =>
      `Tệp dùng dấu ngăn cột khác với tệp ${first} của cùng báo cáo. Hãy xuất lại cả báo cáo theo một kiểu.`,
    ({ first }) =>
      `The file separates its columns differently from ${first} of the same return. Export the whole return in one profile.`,
  ),
  'return-had-errors': message<HadErrors>(
    'error',
    ({ count, codes, forced }) =>
      `Khi xuất, sổ còn ${count} lỗi${codeList('vi', codes)}, nên các tệp này có thể thiếu số hoặc có số sai chỗ.${forced ? ' Sổ được xuất bằng --force dù số có thể đứng dưới tên của chỉ tiêu, kỳ hoặc đơn vị khác.' : ''} Hãy sửa sổ (hoặc chạy "chitieu repair") rồi xuất lại.`,
    ({ count, codes, forced }) =>
      `When it was exported the workbook had ${count === 1 ? '1 error' : `${count} errors`}${codeList('en', codes)}, so figures may be missing or misplaced here.${forced ? ' It was exported with --force although figures may stand under the name of another indicator, period or unit.' : ''} Correct the workbook (or run "chitieu repair") and export again.`,
  ),
  'return-had-figure-errors': message<HadErrors>(
    'note',
    ({ count, codes }) =>
      `Khi xuất, số liệu trong sổ có ${count} lỗi${codeList('vi', codes)}; ở đây số liệu được xét lại và không thấy đủ các lỗi ấy. Không cần sửa gì nếu các dòng đã được sửa sau khi xuất.`,
    ({ count, codes }) =>
      `When it was exported ${count === 1 ? '1 error was' : `${count} errors were`} found in the figures of the workbook${codeList('en', codes)}; here they were judged anew, and not all of these were found. Nothing to do if the rows were corrected since.`,
  ),
  'return-other': message<{ column: string; found: string; expected: string }>(
    'error',
    ({ column, found, expected }) =>
      `Cột ${column} ghi "${excerpt(found)}", nhưng báo cáo này là của "${expected}". Hãy bỏ dòng của báo cáo khác.`,
    ({ column, found, expected }) =>
      `The column ${column} holds "${excerpt(found)}", but this return is that of "${expected}". Remove rows of other returns.`,
  ),
  'return-row-twice': message<{ label: string; firstLine: number }>(
    'error',
    ({ label, firstLine }) => `Dòng của ${excerpt(label, 160)} đã có ở dòng ${firstLine}. Hãy giữ một dòng.`,
    ({ label, firstLine }) =>
      `The row of ${excerpt(label, 160)} already stands on line ${firstLine}. Keep one.`,
  ),
  'return-row-changed': message<ChangedCell & { label: string }>(
    'error',
    ({ label, column, found, was }) =>
      was === null
        ? `Dòng của ${excerpt(label, 160)} không còn như khi xuất (mã kiểm tra không khớp; cột ${column} ghi "${excerpt(found)}"): có thể bảng tính đã đổi mã, kỳ, số hoặc dấu. Hãy so với sổ; nếu đã chủ ý sửa, hãy để trống ô check của dòng này.`
        : `Dòng của ${excerpt(label, 160)}: cột ${column} ghi "${excerpt(found)}", khi xuất là "${excerpt(was)}"; có thể bảng tính đã đổi. Hãy ghi lại như khi xuất; nếu đã chủ ý sửa, hãy để trống ô check của dòng này.`,
    ({ label, column, found, was }) =>
      was === null
        ? `The row of ${excerpt(label, 160)} is no longer what was exported (its check does not fit; the column ${column} holds "${excerpt(found)}"): a spreadsheet may have changed a code, the period, the number or the sign. Compare it with the workbook; if the change is meant, empty the cell check of this row.`
        : `The row of ${excerpt(label, 160)}: the column ${column} holds "${excerpt(found)}", exported was "${excerpt(was)}"; a spreadsheet may have changed it. Write it as it was; if the change is meant, empty the cell check of this row.`,
  ),
  'return-too-many-faults': message<{ limit: number }>(
    'error',
    ({ limit }) =>
      `Tệp có hơn ${limit} lỗi nên dừng đọc ở dòng này. Hãy kiểm tra xem có đúng tệp không, hoặc xuất lại từ sổ.`,
    ({ limit }) =>
      `The file has more than ${limit} faults; reading stopped on this line. Check that it is the right file, or export again.`,
  ),
  'return-cell-empty': message<{ column: string }>(
    'error',
    ({ column }) => `Ô của cột ${column} để trống; cột này phải có giá trị. Hãy ghi thêm.`,
    ({ column }) => `The cell of the column ${column} is empty; a value is required. Enter it.`,
  ),
  'return-cell-form': message<{ column: string; found: string; expected: string }>(
    'error',
    ({ column, found, expected }) =>
      `Cột ${column} ghi "${excerpt(found)}"; cần dạng ${expected}. Hãy sửa lại.`,
    ({ column, found, expected }) =>
      `The column ${column} holds "${excerpt(found)}"; expected something like ${expected}. Correct it.`,
  ),
  'return-code-unknown': message<{ what: CodeOf; found: string; closest: string | null }>(
    'error',
    ({ what, found, closest }) =>
      `Không có ${codeWords[what].vi} "${excerpt(found)}"${meant.vi(closest)}. Bảng tính có thể đã đổi mã; hãy sửa cho đúng.`,
    ({ what, found, closest }) =>
      `There is no ${codeWords[what].en} "${excerpt(found)}"${meant.en(closest)}. A spreadsheet may have changed the code; correct it.`,
  ),
  'return-zeros-restored': message<{ what: CodeOf; found: string; code: string }>(
    'warning',
    ({ what, found, code }) =>
      `Mã ${codeWords[what].vi} "${excerpt(found)}" đã mất số 0 ở đầu; theo danh mục và tên ghi bên cạnh, mã là "${code}" và được đọc như vậy. Hãy kiểm tra; lần sau đừng lưu tệp bằng bảng tính.`,
    ({ what, found, code }) =>
      `The ${codeWords[what].en} id "${excerpt(found)}" has lost its zeros; by the code list and the name beside it it is "${code}", and was read so. Check it, and do not save the file in a spreadsheet next time.`,
  ),
  'return-code-name': message<{ what: CodeOf; code: string; name: string; other: string }>(
    'error',
    ({ what, code, name, other }) =>
      `Mã ${codeWords[what].vi} là "${code}" nhưng tên "${excerpt(name)}" là của "${other}". Hãy kiểm tra xem dòng này của mã nào rồi sửa.`,
    ({ what, code, name, other }) =>
      `The ${codeWords[what].en} id is "${code}" but the name "${excerpt(name)}" is that of "${other}". Find out which one the row is about and correct it.`,
  ),
  'return-name-differs': message<{ what: CodeOf; code: string; name: string; expected: string }>(
    'warning',
    ({ what, code, name, expected }) =>
      `Mã ${codeWords[what].vi} "${code}" có tên "${excerpt(name)}" trong tệp, trong danh mục là "${excerpt(expected)}". Hãy kiểm tra xem có đúng mã không.`,
    ({ what, code, name, expected }) =>
      `The ${codeWords[what].en} "${code}" is named "${excerpt(name)}" in the file and "${excerpt(expected)}" in the catalogue. Check that the id is right.`,
  ),
  'return-number-dialect': message<{ column: string; found: string; expected: ',' | '.' }>(
    'error',
    ({ column, found, expected }) =>
      `Cột ${column} ghi "${excerpt(found)}"; tệp này dùng dấu "${expected}" cho phần thập phân và không ngăn hàng nghìn, nên không đoán số. Hãy viết lại, ví dụ 1234${expected}5.`,
    ({ column, found, expected }) =>
      `The column ${column} holds "${excerpt(found)}"; this file has the decimal sign "${expected}" and no thousands sign, and numbers are not guessed. Write it like 1234${expected}5.`,
  ),
  'return-thousands-or-decimal': message<{ column: string; found: string; whole: string; broken: string }>(
    'error',
    ({ column, found, whole, broken }) =>
      `Cột ${column} ghi "${excerpt(found)}": là ${excerpt(whole)} hay ${excerpt(broken.replace('.', ','))}? Chỉ tiêu này đếm bằng số nguyên, nên số không được có dấu "." hay ",". Hãy viết lại liền các chữ số, ví dụ ${excerpt(whole)}.`,
    ({ column, found, whole, broken }) =>
      `The column ${column} holds "${excerpt(found)}": ${excerpt(whole)} or ${excerpt(broken)}? The indicator counts whole things, so the number takes neither "." nor ",". Write its digits alone, such as ${excerpt(whole)}.`,
  ),
  'return-thousands-unproven': message<{ column: string; found: string; whole: string; broken: string }>(
    'error',
    ({ column, found, whole, broken }) =>
      `Cột ${column} ghi "${excerpt(found)}": là ${excerpt(whole)} hay ${excerpt(broken.replace('.', ','))}? Không có tệp mô tả, dòng không có mã kiểm tra và cột không có số nào cho biết dấu thập phân. Hãy gửi kèm tệp mô tả, hoặc viết số không dùng dấu ngăn nghìn.`,
    ({ column, found, whole, broken }) =>
      `The column ${column} holds "${excerpt(found)}": ${excerpt(whole)} or ${excerpt(broken)}? There is no descriptor, the row has no checksum and no number of the column tells the decimal sign. Send the descriptor along, or write the number without a thousands sign.`,
  ),
  'return-number-shortened': message<{ column: string; found: string }>(
    'error',
    ({ column, found }) =>
      `Cột ${column} ghi "${excerpt(found)}": bảng tính đã rút gọn số này và mất chữ số. Hãy viết đủ các chữ số.`,
    ({ column, found }) =>
      `The column ${column} holds "${excerpt(found)}": a spreadsheet has shortened the number and lost digits. Write it in full.`,
  ),
  'return-not-a-number': message<{ column: string; found: string; expected: ',' | '.' }>(
    'error',
    ({ column, found, expected }) =>
      `Cột ${column} ghi "${excerpt(found)}": không phải số dạng 1234${expected}5. Hãy sửa lại, hoặc để trống và ghi dấu ở cột sign.`,
    ({ column, found, expected }) =>
      `The column ${column} holds "${excerpt(found)}": no number like 1234${expected}5. Correct it, or leave it empty and use the column sign.`,
  ),
  'return-value-and-sign': message<{ value: string; sign: string }>(
    'error',
    ({ value, sign }) => `Dòng vừa có số ${value} vừa có dấu "${sign}". Hãy giữ một trong hai.`,
    ({ value, sign }) => `The row has both the number ${value} and the sign "${sign}". Keep one of the two.`,
  ),
  'return-unread': message<{ found: string }>(
    'error',
    ({ found }) =>
      `Trong sổ, chỗ cần số lại ghi "${excerpt(found)}". Hãy ghi đúng số vào cột value (hoặc dấu vào cột sign; status là "reported"), rồi để trống cột unread và check.`,
    ({ found }) =>
      `In the workbook "${excerpt(found)}" was typed where a number was asked for. Enter the number in the column value (or a sign in the column sign; the status is "reported"), and empty the columns unread and check.`,
  ),
  'return-not-asked': message<{ label: string; vintage: Vintage }>(
    'error',
    ({ label, vintage }) =>
      `Số của ${excerpt(label, 160)}, mức ${vintageNames[vintage].vi}, không thuộc ô nào của sổ đã cấp cho đơn vị và kỳ này nên không được xét. Hãy sửa chỉ tiêu, kỳ hoặc mức (cột vintage), hoặc bỏ dòng.`,
    ({ label, vintage }) =>
      `The figure of ${excerpt(label, 160)}, ${vintageNames[vintage].en}, has no cell in the workbook of this unit and round and was not judged. Correct indicator, period or vintage, or remove the row.`,
  ),
  // A note, as no reason could explain it: the workbook itself says nothing of it.
  'return-verdict-missing': message<{ reason: string }>(
    'note',
    ({ reason }) =>
      `Có lý do "${excerpt(reason)}" ở cột tự đánh giá nhưng không có đánh giá của cán bộ; lý do vẫn được giữ. Nếu cán bộ đánh giá khác, hãy chọn đánh giá trong sổ rồi xuất lại.`,
    ({ reason }) =>
      `There is the reason "${excerpt(reason)}" for an own verdict but no verdict of the officer; the reason is kept. If the officer judges otherwise, choose the verdict in the workbook and export again.`,
  ),
  'return-status': message<{ status: 'reported' | 'blank' | 'unread' }>(
    'error',
    ({ status }) =>
      status !== 'blank'
        ? 'Dòng không ghi là bỏ trống (status) nhưng không có số và dấu, hoặc chưa có vintage. Hãy ghi số, hoặc đổi status thành "blank" và vintage thành "_".'
        : 'Cột status ghi "blank" nhưng dòng có số, dấu hoặc vintage. Hãy đổi status thành "reported" và ghi đúng vintage, hoặc để trống số và ghi vintage "_".',
    ({ status }) =>
      status !== 'blank'
        ? 'The row is not marked as blank (status) but has neither number nor sign, or no vintage. Enter the figure, or write "blank" with the vintage "_".'
        : 'The column status says "blank" but the row has a number, a sign or a vintage. Write "reported" with the right vintage, or empty the figure and write the vintage "_".',
  ),

  'return-empty': message<Record<string, never>>(
    'error',
    () =>
      'Sổ chưa có số, dấu, lý do hay số gốc nào nên không có gì để xuất; không ghi tệp nào. Hãy nhập số rồi xuất.',
    () =>
      'The workbook has no figure, sign, reason or baseline yet, so there is nothing to export; no file was written. Enter the figures, then export.',
  ),
  'return-identity': message<{ field: string; found: string }>(
    'error',
    ({ field, found }) =>
      `Trang _meta của sổ ghi ${field} là "${excerpt(found)}", không thể dùng trong tên tệp. Hãy dùng sổ do "chitieu generate" tạo.`,
    ({ field, found }) =>
      `The sheet _meta gives "${excerpt(found)}" as ${field}, which cannot stand in a file name. Use a workbook made by "chitieu generate".`,
  ),
  'return-contradiction': message<{ table: Name; label: string }>(
    'error',
    ({ table, label }) =>
      `Bảng ${table.vi} có hai dòng khác nhau cho ${excerpt(label, 160)}; cả hai được giữ trong tệp. Hãy xóa dòng thừa trong sổ rồi xuất lại.`,
    ({ table, label }) =>
      `The table ${table.en} has two different rows for ${excerpt(label, 160)}; both are kept. Delete the copied row in the workbook and export again.`,
  ),
};

/** " (Mất cột số liệu: 1; Thiếu số phải báo cáo: 3)"; what nobody has a title for is in the count alone. */
function codeList(language: Language, codes: HadErrors['codes']): string {
  const parts = codes.flatMap(({ count, title }) => (title === null ? [] : `${title[language]}: ${count}`));
  return parts.length === 0 ? '' : ` (${parts.join('; ')})`;
}

function columnList(language: Language, missing: string[], unknown: string[], twice: string[]): string {
  const parts: [Name, string[]][] = [
    [{ vi: 'thiếu', en: 'missing' }, missing],
    [{ vi: 'không có cột tên', en: 'unknown' }, unknown],
    [{ vi: 'ghi hai lần', en: 'twice' }, twice],
  ];
  return parts
    .filter(([, names]) => names.length > 0)
    .map(([word, names]) => `${word[language]} ${names.map((name) => `"${excerpt(name, 40)}"`).join(', ')}`)
    .join('; ');
}
