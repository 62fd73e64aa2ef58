import type { Language } from '../../../base/finding.ts';
import { evaluationOf, ofKey, others, shown, type Spot, type SpotData } from '../fold.ts';
import type { StructureRule } from '../structure-rule.ts';

/** Of a data table, and of cells that an array formula fills, the file has no formula of their own. */
function formulaOf({ found }: SpotData, language: Language): string {
  if (found !== '') return shown(found, language);
  return language === 'vi' ? 'mảng hoặc bảng dữ liệu (What-If)' : 'an array or a what-if data table';
}

/** Figures that a formula gives: what is handed on is the result the file holds, and no longer changes with it. */
export const figureIsFormula: StructureRule<SpotData> = {
  code: 'figure-is-formula',
  severity: 'note',
  needs: 'cells',
  judgedBy: 'keys',
  text: {
    vi: {
      title: 'Số liệu là công thức',
      meaning:
        'Ô nhập ghi công thức thay cho số. Số được đọc là kết quả đang lưu trong tệp; nếu ô nguồn thay đổi sau đó, số đã gửi không đổi theo. Công thức mà các ô nguồn đều trống thì không tính là số.',
      example: 'Ô số hộ nghèo ghi =18000+926 hoặc =Sheet2!B4.',
      fix: 'Không bắt buộc sửa. Muốn chắc chắn: chọn các ô, sao chép, rồi dán lại bằng "Dán giá trị".',
      message: (data) =>
        `Số ở ô này là kết quả của công thức ${formulaOf(data, 'vi')}${ofKey(data)}${others(data, 'vi')}.`,
      expected: () => 'số gõ vào, hoặc công thức có chủ ý',
    },
    en: {
      title: 'Figures that are formulas',
      meaning:
        'A cell for figures holds a formula. What is read is the result stored in the file; when a source changes later, the figure that was sent does not. A formula whose sources are all blank is no figure.',
      example: 'The poor households are =18000+926 or =Sheet2!B4.',
      fix: 'Nothing has to be done. To be sure: select the cells, copy, and paste again with Paste Values.',
      message: (data) =>
        `The figure in this cell is the result of the formula ${formulaOf(data, 'en')}${ofKey(data)}${others(data, 'en')}.`,
      expected: () => 'a typed number, or a formula that is meant',
    },
  },
  evaluate({ numbers }) {
    const spots: Spot[] = [];
    let passed = 0;
    for (const { cell, at, doubt } of numbers) {
      // What is no figure, or one that is doubtful, is named as that, with its formula.
      if (cell.formula === null || doubt) passed += 1;
      else spots.push({ ...at, found: cell.formula === '' ? '' : `=${cell.formula}` });
    }
    return evaluationOf(figureIsFormula, spots, { passed });
  },
};
