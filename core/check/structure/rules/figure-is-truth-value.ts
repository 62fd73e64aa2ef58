import { ofKey, others, shown, type SpotData } from '../fold.ts';
import { evaluationOfDoubt } from '../number-cells.ts';
import type { StructureRule } from '../structure-rule.ts';

/** A formula that says whether something is so. Excel keeps TRUE as such, LibreOffice 7.4.7 as the number 1. */
export const figureIsTruthValue: StructureRule<SpotData> = {
  code: 'figure-is-truth-value',
  severity: 'error',
  needs: 'cells',
  judgedBy: 'keys',
  holdsNoFigure: true,
  text: {
    vi: {
      title: 'Công thức của số liệu chỉ cho biết đúng hay sai',
      meaning:
        'Ô nhập ghi một phép so sánh (=E11>5, =AND(…)): kết quả là TRUE hoặc FALSE, không phải số liệu. Có chương trình lưu TRUE thành số 1, FALSE thành số 0.',
      example: 'Ô số hộ nghèo ghi =E11>5.',
      fix: 'Gõ số thực tế vào ô.',
      message: (data) =>
        `Công thức ở ô này chỉ cho biết đúng hay sai (TRUE, FALSE): ${shown(data.found, 'vi')}${ofKey(data)}${others(data, 'vi')}.`,
      expected: () => 'số thực tế, gõ vào ô',
    },
    en: {
      title: 'Formula of a figure says whether something is so',
      meaning:
        'A cell for figures holds a comparison (=E11>5, =AND(…)): it comes to TRUE or FALSE, which is no figure. Some programs keep TRUE as the number 1 and FALSE as 0.',
      example: 'The poor households are =E11>5.',
      fix: 'Type the actual figure into the cell.',
      message: (data) =>
        `The formula in this cell only says whether something is so (TRUE, FALSE): ${shown(data.found, 'en')}${ofKey(data)}${others(data, 'en')}.`,
      expected: () => 'the actual figure, typed into the cell',
    },
  },
  evaluate: ({ numbers }) => evaluationOfDoubt(figureIsTruthValue, numbers, 'truth'),
};
