import { evaluationOf, ofKey, others, shown, type SpotData } from '../fold.ts';
import { REPAIR } from '../repair-words.ts';
import type { StructureRule } from '../structure-rule.ts';
import { formulaSpot } from '../compared-formulas.ts';

/** Something typed where the template computes. */
export const formulaReplaced: StructureRule<SpotData> = {
  code: 'formula-replaced',
  severity: 'error',
  needs: 'cells',
  judgedBy: 'template',
  text: {
    vi: {
      title: 'Công thức bị gõ đè',
      meaning:
        'Ô tự tính mà chứa số hay chữ gõ vào thì không còn đổi theo số liệu: số trông đúng nhưng có thể sai.',
      example: 'Ô "Đánh giá" được gõ đè chữ "Đạt"; ô tỷ lệ được dán giá trị 12,5.',
      fix: `Nếu số gõ đè là số đúng, hãy nhập nó vào ô nền vàng của chỉ tiêu. ${REPAIR.vi}`,
      message: (data) =>
        `Ô tự tính${ofKey(data)} bị gõ đè bằng ${shown(data.found, 'vi')}${others(data, 'vi')}.`,
      expected: (data) => `công thức của mẫu: ${shown(data.expected, 'vi')}`,
    },
    en: {
      title: 'Formula typed over',
      meaning:
        'A computed cell that holds a typed number or word no longer follows the figures: it looks right and may be wrong.',
      example: 'The verdict was typed over with "Đạt"; a rate was pasted as the value 12.5.',
      fix: `If the typed number is right, enter it in the yellow cell of the indicator. ${REPAIR.en}`,
      message: (data) =>
        `The computed cell${ofKey(data)} was typed over with ${shown(data.found, 'en')}${others(data, 'en')}.`,
      expected: (data) => `the formula of the template: ${shown(data.expected, 'en')}`,
    },
  },
  evaluate({ formulas }) {
    const replaced = formulas.filter(({ state }) => state === 'replaced');
    return evaluationOf(formulaReplaced, replaced.map(formulaSpot), {
      passed: formulas.filter(({ state }) => state === 'same' || state === 'altered').length,
      notEvaluable: formulas.filter(({ row, column }) => row === null || column === null).length,
    });
  },
};
