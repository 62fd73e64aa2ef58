import { evaluationOf, ofKey, others, shown, type SpotData } from '../fold.ts';
import { staleFigures } from '../stale-figures.ts';
import type { StructureRule } from '../structure-rule.ts';

/** A figure by a formula that comes to another number than the file keeps as its result. */
export const figureResultStale: StructureRule<SpotData> = {
  code: 'figure-result-stale',
  severity: 'warning',
  needs: 'cells',
  judgedBy: 'keys',
  unseenInFigures: true,
  text: {
    vi: {
      title: 'Số của công thức chưa tính lại',
      meaning:
        'Ô số liệu là một công thức; từ các ô nguồn trong tệp, công thức tính ra số khác số được lưu (Excel đang để tính toán thủ công, hoặc chương trình khác lưu mà không tính lại). Số được đọc là số được lưu; người mở tệp sẽ thấy số kia.',
      example: 'Ô ghi =E37+5, ô E37 là 101, nhưng tệp lưu kết quả 160.',
      fix: 'Mở tệp, bấm Ctrl+Alt+F9 (LibreOffice: Ctrl+Shift+F9) để tính lại, xem lại số rồi lưu và gửi lại; hoặc gõ thẳng số đúng vào ô.',
      message: (data) =>
        `Số được đọc là ${shown(data.found, 'vi')}${ofKey(data)}, nhưng công thức của ô tính ra ${shown(data.expected, 'vi')}${others(data, 'vi')}.`,
      expected: () => 'số đúng bằng kết quả của công thức, hoặc số gõ thẳng',
    },
    en: {
      title: 'Formula of a figure not recalculated',
      meaning:
        'A figure is a formula that comes to another number, from its sources in the file, than the file keeps (Excel calculates by hand, or another program saved without calculating). Read is what is kept; whoever opens the file sees the other.',
      example: 'The cell is =E37+5, E37 is 101, and the file keeps 160.',
      fix: 'Open the file, press Ctrl+Alt+F9 (LibreOffice: Ctrl+Shift+F9), look at the figure, save and send it again; or type the right figure.',
      message: (data) =>
        `The figure read is ${shown(data.found, 'en')}${ofKey(data)}, but the formula of the cell comes to ${shown(data.expected, 'en')}${others(data, 'en')}.`,
      expected: () => 'the result of the formula, or a typed figure',
    },
  },
  evaluate(context) {
    const spots = staleFigures(context).map(({ number: { at, value }, result }) => ({
      ...at,
      found: value,
      expected: result,
    }));
    return evaluationOf(figureResultStale, spots, { passed: context.numbers.length - spots.length });
  },
};
