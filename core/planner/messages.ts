import { type Language, message } from '../base/finding.ts';
import { meant } from '../base/message-pieces.ts';
import { numberText, readableNumber } from '../base/number-text.ts';
import { doubtSaid, type FormulaDoubt } from '../returned/formula-doubts.ts';
import { wordsOfNumber } from '../base/number-words.ts';
import type { Vintage } from '../observation/vintage.ts';
import { few } from './few-rows.ts';

/** Findings about rows of assignments, baselines and known figures, whatever they say. */
export const rowMessages = {
  'rows-alike': message<{ count: number }>(
    'error',
    ({ count }) =>
      `Từ dòng này còn ${numberText(count, 'vi')} dòng nữa có cùng lỗi như các dòng vừa kể. Thường cả một cột sai: hãy sửa cột rồi kiểm tra lại.`,
    ({ count }) =>
      `From this row on ${numberText(count, 'en')} more have the same fault as those named. Usually a whole column is wrong: correct the column and check again.`,
  ),
  'row-unit-unknown': message<{ unit: string; closest: string | null }>(
    'error',
    ({ unit, closest }) =>
      `Không có đơn vị "${unit}"${meant.vi(closest)} trong danh sách đơn vị. Hãy sửa mã đơn vị, hoặc đưa danh sách có đơn vị này bằng --units.`,
    ({ unit, closest }) =>
      `There is no unit "${unit}"${meant.en(closest)} in the unit list. Correct the id, or give a list that has it with --units.`,
  ),
  'row-indicator-unknown': message<{ indicator: string; closest: string | null }>(
    'error',
    ({ indicator, closest }) =>
      `Không có chỉ tiêu "${indicator}"${meant.vi(closest)} trong danh mục. Hãy sửa mã chỉ tiêu.`,
    ({ indicator, closest }) =>
      `There is no indicator "${indicator}"${meant.en(closest)} in the catalogue. Correct the id.`,
  ),
  'row-stratum-unknown': message<{ stratum: string; closest: string | null }>(
    'error',
    ({ stratum, closest }) =>
      `Không có phân tổ "${stratum}"${meant.vi(closest)} trong danh mục. Hãy sửa, hoặc để trống nếu là số chung.`,
    ({ stratum, closest }) =>
      `There is no stratum "${stratum}"${meant.en(closest)} in the catalogue. Correct it, or leave it empty for the whole.`,
  ),
  'row-twice': message<{ what: string; firstLine: number }>(
    'error',
    ({ what, firstLine }) => `Số của ${what} đã có ở dòng ${firstLine}. Hãy giữ một dòng.`,
    ({ what, firstLine }) => `The figure of ${what} already stands on line ${firstLine}. Keep one row.`,
  ),
  'figures-differ': message<{ what: string; file: string; line: number }>(
    'error',
    ({ what, file, line }) =>
      `Số của ${what} khác số ở ${file}, dòng ${line}. Hãy bỏ tệp của cơ quan không công bố số này khỏi thư mục, hoặc sửa cho khớp.`,
    ({ what, file, line }) =>
      `The figure of ${what} differs from that in ${file}, line ${line}. Take the file of whoever does not publish it out of the folder, or make them agree.`,
  ),
  'row-impossible': message<{ value: number; low: number; high: number }>(
    'error',
    ({ value, low, high }) =>
      `Số ${numberText(readableNumber(value, value > high ? high : low), 'vi')} nằm ngoài giới hạn của chỉ tiêu (từ ${numberText(low, 'vi')} đến ${numberText(high, 'vi')}). Hãy kiểm tra số và đơn vị tính.`,
    ({ value, low, high }) =>
      `The figure ${numberText(readableNumber(value, value > high ? high : low), 'en')} is outside the bounds of the indicator (${numberText(low, 'en')} to ${numberText(high, 'en')}). Check the figure and its unit.`,
  ),

  'row-not-whole': message<{ column: string; written: string; indicator: { vi: string; en: string } }>(
    'error',
    ({ column, written, indicator }) =>
      `Cột ${column} ghi "${written}", nhưng "${indicator.vi}" đếm từng đơn vị, không có phần lẻ${twoReadings.vi(written)}. Trong tệp này dấu chấm là dấu thập phân: hãy ghi số nguyên, không có dấu.`,
    ({ column, written, indicator }) =>
      `The column ${column} has "${written}", but "${indicator.en}" counts whole things and has no fractions${twoReadings.en(written)}. In this file a dot is the decimal sign: write a whole number without any sign.`,
  ),

  'row-number-unsure': message<{ column: string; written: string; sign: string }>(
    'error',
    ({ column, written, sign }) =>
      `Cột ${column} ghi "${written}": ${unsure(written).vi}. Hãy ghi số không có chữ và dấu phân nhóm, dấu thập phân là "${sign}" (1234${sign}5), hoặc để ô ở dạng số của Excel.`,
    ({ column, written, sign }) =>
      `The column ${column} has "${written}": ${unsure(written).en}. Write it without words and grouping and with "${sign}" (1234${sign}5), or as a number of Excel.`,
  ),
  'row-of-sample': message<Record<string, never>>(
    'error',
    () => 'Dòng là số liệu mẫu, không phải số thật. Hãy lấy tệp xuất từ báo cáo thật.',
    () => 'The row is of made-up sample figures. Take the export of a real return.',
  ),
  'row-no-result': message<{ column: string }>(
    'error',
    ({ column }) =>
      `Ô ở cột ${column} có công thức nhưng tệp không giữ kết quả, hoặc báo lỗi. Hãy mở, tính lại và lưu, hoặc gõ thẳng số.`,
    ({ column }) =>
      `The cell in the column ${column} has a formula without a result, or an error. Recalculate and save, or type it.`,
  ),
  'row-formula-doubted': message<{ column: string; doubt: FormulaDoubt }>(
    'error',
    ({ column, doubt }) => `Ô ở cột ${column} có công thức ${doubtSaid(doubt, 'vi')}.`,
    ({ column, doubt }) => `The cell in the column ${column} has a formula that ${doubtSaid(doubt, 'en')}.`,
  ),
  'rows-hidden': message<{ what: 'sheet' | 'row' | 'column'; count: number; column: string }>(
    'error',
    ({ what, count, column }) =>
      `${HIDDEN.vi[what](count, column)} bị ẩn (hay bị lọc) mà có nội dung, không ai nhìn thấy khi xem bảng. Hãy bỏ lọc, bỏ ẩn và xem lại; dòng không dùng thì xóa hẳn.`,
    ({ what, count, column }) =>
      `${HIDDEN.en[what](count, column)} hidden (or filtered away) and not empty, where nobody who looks at the table sees it. Remove the filter, unhide and look again; delete what is not to be used.`,
  ),
  'row-shown-otherwise': message<{ column: string; value: number }>(
    'error',
    ({ column, value }) =>
      `Ô ở cột ${column} chứa ${numberText(value, 'vi')} nhưng màn hình hiện khác (phần trăm, ngày, làm tròn). Hãy đặt dạng ô là Number đủ số lẻ rồi xem lại số.`,
    ({ column, value }) =>
      `The cell in the column ${column} holds ${numberText(value, 'en')} but shows something else (per cent, a day, rounded). Format it as a number and look again.`,
  ),
  'rows-no-table': message<{ columns: string[] }>(
    'error',
    ({ columns }) =>
      `Sổ không có bảng nào có đủ các cột ${columns.join(', ')}. Hãy đặt đúng tên cột ở dòng đầu bảng, hoặc lấy sổ bằng "chitieu planner-files".`,
    ({ columns }) =>
      `The workbook has no table with the columns ${columns.join(', ')}. Name the columns so, or make one with "chitieu planner-files".`,
  ),

  'figures-unsure': message<{
    rows: { unit: string; figure: string; period: string; vintage: Vintage; wanted: Vintage }[];
  }>(
    'warning',
    ({ rows }) =>
      `Không điền ${rows.length} số đã biết, vì kém chắc chắn hơn cột của kỳ: ${few(
        rows.map((row) => ({ ...row, year: row.period })),
        'vi',
        ({ vintage, wanted }) => `${vintage}, cột cần ${wanted}`,
      )}. Hãy đưa số chắc chắn hơn, hoặc để đơn vị tự nhập.`,
    ({ rows }) =>
      `${rows.length} known figures are not filled in, because they are less sure than their column: ${few(
        rows.map((row) => ({ ...row, year: row.period })),
        'en',
        ({ vintage, wanted }) => `${vintage}, the column takes ${wanted}`,
      )}. Give a surer figure, or leave it to the unit.`,
  ),
};

const HIDDEN = {
  vi: {
    sheet: () => 'Trang',
    row: (count: number) => (count === 1 ? 'Dòng này' : `${count} dòng của bảng, đầu tiên là dòng này,`),
    column: (_: number, column: string) => `Cột ${column}`,
  },
  en: {
    sheet: () => 'The sheet is',
    row: (count: number) => (count === 1 ? 'This row is' : `${count} rows of the table, this one first, are`),
    column: (_: number, column: string) => `The column ${column} is`,
  },
};

/** What a number with three digits behind its dot may have been meant as; grouped in words, which no sign can blur. */
const twoReadings = {
  vi: (written: string) => {
    const both = readings(written);
    if (both === null) return '';
    const { grouped, decimal } = both;
    return ` ("${written}": ${wordsOfNumber(grouped)} (${grouped}) hay ${numberText(decimal, 'vi')}?)`;
  },
  en: (written: string) => {
    const both = readings(written);
    if (both === null) return '';
    return ` ("${written}": ${both.grouped}, without a thousands sign, or ${numberText(both.decimal, 'en')}?)`;
  },
};

function readings(written: string): { grouped: number; decimal: number } | null {
  if (!/^-?\d{1,3}\.\d{3}$/u.test(written)) return null;
  return { grouped: Number(written.replace('.', '')), decimal: Number(written) };
}

/** Why a text is not read as a number: words in it, or signs that may group or part it. */
function unsure(written: string): Readonly<Record<Language, string>> {
  return /\p{L}/u.test(written)
    ? { vi: 'có chữ lẫn trong ô số', en: 'there are words in a cell for a number' }
    : { vi: 'không rõ dấu nào là dấu thập phân', en: 'which sign is the decimal one is not certain' };
}
