import type { Language } from '../../../base/finding.ts';
import { evaluationOf, ofKey, others, shown, type Spot, type SpotData } from '../fold.ts';
import { TOO_NARROW } from '../../../sheet/facts.ts';
import { compare, round } from '../../../base/number.ts';
import { formatDecimals } from '../../../sheet/format-decimals.ts';
import { cellIndex } from '../../../sheet/model.ts';
import type { StructureContext, StructureRule } from '../structure-rule.ts';

function why({ expected, found }: SpotData, language: Language): string {
  const figure = shown(found, language);
  if (expected === TOO_NARROW)
    return language === 'vi'
      ? `Cột quá hẹp, ô hiện ${TOO_NARROW} thay cho số ${figure}`
      : `The column is too narrow: the cell shows ${TOO_NARROW} in place of ${figure}`;
  if (typeof expected === 'number')
    return language === 'vi'
      ? `Định dạng của ô bớt chữ số thập phân: ô hiện ${shown(expected, 'vi')}, số được đọc là ${figure}`
      : `The format of the cell leaves out decimals: it shows ${shown(expected, 'en')}, the figure read is ${figure}`;
  return language === 'vi'
    ? `Trang đang tắt hiện số không, ô ghi ${figure} hiện trống`
    : `The sheet does not show zeros: the cell with ${figure} looks blank`;
}

/** What is shown where the cell has fewer decimals than the template gave it and the figure is another with them; else null. */
function shownCoarsely(
  decimals: number,
  value: number,
  { sheet: name, row, column }: { sheet: string; row: number; column: number },
  { byName }: StructureContext['alignment'],
): number | null {
  const sheet = byName.get(name.toLowerCase());
  const [at, of] = [sheet?.rows.expected(row), sheet?.columns.expected(column)];
  const format = at && of ? sheet?.expected.cells.get(cellIndex(at, of))?.format : undefined;
  const issued = format === undefined ? null : formatDecimals(format);
  if (issued === null || decimals >= issued) return null;
  const shown = round(value, decimals);
  return compare(shown, round(value, issued)) === 0 ? null : shown;
}

/** A figure that the width of its column or a setting of the sheet keeps off screen and paper. */
export const figureNotShownWhole: StructureRule<SpotData> = {
  code: 'figure-not-shown-whole',
  severity: 'warning',
  needs: 'file',
  judgedBy: 'keys',
  unseenInFigures: true,
  text: {
    vi: {
      title: 'Số không hiện đủ',
      meaning:
        'Cột hẹp đến mức ô hiện #### thay cho số, trang tắt hiện số 0, hoặc định dạng của ô có ít chữ số thập phân hơn của mẫu nên 45,27 hiện là 45: số vẫn được đọc, nhưng người ký không nhìn thấy, bản in cũng vậy.',
      example: 'Cột số liệu bị kéo hẹp, ô 18.926 hiện và in ra ####.',
      fix: 'Cột hẹp: Xem lại > Bỏ bảo vệ trang tính (không có mật khẩu), kéo rộng cột rồi in lại. Tắt hiện số 0: Tệp > Tùy chọn > Nâng cao > "Hiện số 0 trong ô có giá trị bằng 0" (LibreOffice: Công cụ > Tùy chọn > Calc > Xem > Giá trị bằng 0). Thiếu chữ số thập phân: bỏ bảo vệ trang, Ctrl+1 > Number, đặt lại số chữ số thập phân của dòng.',
      message: (data) => `${why(data, 'vi')}${ofKey(data)}${others(data, 'vi')}.`,
      expected: () => 'số hiện đủ trên màn hình và bản in',
    },
    en: {
      title: 'Figure not shown whole',
      meaning:
        'The column is so narrow that the cell shows #### in place of its figure, the sheet does not show zeros, or the format of the cell has fewer decimals than that of the template, so that 45.27 shows as 45: the figure is read, but whoever signs does not see it, nor does it print.',
      example: 'The column of figures was made narrow: the cell with 18,926 shows and prints ####.',
      fix: 'Narrow column: Review > Unprotect Sheet (no password), make the column wider and print again. Zeros: File > Options > Advanced > "Show a zero in cells that have zero value" (LibreOffice: Tools > Options > Calc > View > Zero values). Missing decimals: unprotect the sheet, Ctrl+1 > Number, give the cell the decimals of its row.',
      message: (data) => `${why(data, 'en')}${ofKey(data)}${others(data, 'en')}.`,
      expected: () => 'figures that show whole on screen and paper',
    },
  },
  evaluate({ numbers, alignment, found: { sheets } }) {
    const withoutZeros = new Set(
      sheets.flatMap(({ name, hidesZeros }) => (hidesZeros === true ? [name] : [])),
    );
    const spots: Spot[] = [];
    let passed = 0;
    for (const { cell, value, at } of numbers) {
      const isNarrow = cell.isCutOff === true;
      if (isNarrow || (value === 0 && withoutZeros.has(at.sheet)))
        spots.push({ ...at, found: value, expected: isNarrow ? TOO_NARROW : '' });
      else {
        const coarse =
          cell.shownDecimals === undefined ? null : shownCoarsely(cell.shownDecimals, value, at, alignment);
        if (coarse === null) passed += 1;
        else spots.push({ ...at, found: value, expected: coarse });
      }
    }
    return evaluationOf(figureNotShownWhole, spots, { passed });
  },
};
