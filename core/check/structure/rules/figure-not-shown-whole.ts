import type { Language } from '../../../base/finding.ts';
import { evaluationOf, ofKey, others, shown, type Spot, type SpotData } from '../fold.ts';
import { TOO_NARROW } from '../../../sheet/facts.ts';
import type { StructureRule } from '../structure-rule.ts';

function why({ expected, found }: SpotData, language: Language): string {
  const figure = shown(found, language);
  if (expected === TOO_NARROW)
    return language === 'vi'
      ? `Cột quá hẹp, ô hiện ${TOO_NARROW} thay cho số ${figure}`
      : `The column is too narrow: the cell shows ${TOO_NARROW} in place of ${figure}`;
  return language === 'vi'
    ? `Trang đang tắt hiện số không, ô ghi ${figure} hiện trống`
    : `The sheet does not show zeros: the cell with ${figure} looks blank`;
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
        'Cột hẹp đến mức ô hiện #### thay cho số, hoặc trang tắt hiện số 0: số vẫn được đọc, nhưng người ký không nhìn thấy, bản in cũng vậy.',
      example: 'Cột số liệu bị kéo hẹp, ô 18.926 hiện và in ra ####.',
      fix: 'Cột hẹp: Xem lại > Bỏ bảo vệ trang tính (không có mật khẩu), kéo rộng cột rồi in lại. Tắt hiện số 0: Tệp > Tùy chọn > Nâng cao > "Hiện số 0 trong ô có giá trị bằng 0" (LibreOffice: Công cụ > Tùy chọn > Calc > Xem > Giá trị bằng 0).',
      message: (data) => `${why(data, 'vi')}${ofKey(data)}${others(data, 'vi')}.`,
      expected: () => 'số hiện đủ trên màn hình và bản in',
    },
    en: {
      title: 'Figure not shown whole',
      meaning:
        'The column is so narrow that the cell shows #### in place of its figure, or the sheet does not show zeros: the figure is read, but whoever signs does not see it, nor does it print.',
      example: 'The column of figures was made narrow: the cell with 18,926 shows and prints ####.',
      fix: 'Narrow column: Review > Unprotect Sheet (no password), make the column wider and print again. Zeros: File > Options > Advanced > "Show a zero in cells that have zero value" (LibreOffice: Tools > Options > Calc > View > Zero values).',
      message: (data) => `${why(data, 'en')}${ofKey(data)}${others(data, 'en')}.`,
      expected: () => 'figures that show whole on screen and paper',
    },
  },
  evaluate({ numbers, found: { sheets } }) {
    const withoutZeros = new Set(
      sheets.flatMap(({ name, hidesZeros }) => (hidesZeros === true ? [name] : [])),
    );
    const spots: Spot[] = [];
    let passed = 0;
    for (const { cell, value, at } of numbers) {
      const isNarrow = cell.isCutOff === true;
      if (isNarrow || (value === 0 && withoutZeros.has(at.sheet)))
        spots.push({ ...at, found: value, expected: isNarrow ? TOO_NARROW : '' });
      else passed += 1;
    }
    return evaluationOf(figureNotShownWhole, spots, { passed });
  },
};
