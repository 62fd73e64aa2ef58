import { evaluationOf, ofKey, others, shown, type SpotData } from '../fold.ts';
import { REPAIR } from '../repair-words.ts';
import type { StructureRule } from '../structure-rule.ts';
import { formulaSpot } from '../compared-formulas.ts';

/** A formula that no longer says what the template's said. */
export const formulaAltered: StructureRule<SpotData> = {
  code: 'formula-altered',
  severity: 'error',
  needs: 'cells',
  judgedBy: 'template',
  text: {
    vi: {
      title: 'Công thức bị sửa',
      meaning:
        'Công thức của mẫu phải giữ nguyên ý nghĩa. Dòng, cột được chèn, chuyển hay sắp xếp không sao, miễn là công thức vẫn đọc đúng ô của chỉ tiêu.',
      example: 'Ô đánh giá của tỷ lệ hộ nghèo đọc số của tỷ lệ hộ cận nghèo, vì dòng được sao chép xuống.',
      fix: REPAIR.vi,
      message: (data) => `Công thức${ofKey(data)} nay là ${shown(data.found, 'vi')}${others(data, 'vi')}.`,
      expected: (data) => `công thức của mẫu: ${shown(data.expected, 'vi')}`,
    },
    en: {
      title: 'Formula altered',
      meaning:
        'A formula of the template must keep its meaning. Rows and columns may be inserted, moved or sorted as long as it still reads the cells of its own indicator.',
      example: 'The verdict of the poverty rate reads the near-poverty rate, because a row was copied down.',
      fix: REPAIR.en,
      message: (data) =>
        `The formula${ofKey(data)} now says ${shown(data.found, 'en')}${others(data, 'en')}.`,
      expected: (data) => `the formula of the template: ${shown(data.expected, 'en')}`,
    },
  },
  evaluate({ formulas }) {
    const altered = formulas.filter(({ state }) => state === 'altered');
    return evaluationOf(formulaAltered, altered.map(formulaSpot), {
      passed: formulas.filter(({ state }) => state === 'same').length,
      notEvaluable: formulas.filter(({ state }) => state === 'unknown').length,
    });
  },
};
