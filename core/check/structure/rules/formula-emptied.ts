import { evaluationOf, ofKey, others, shown, type SpotData } from '../fold.ts';
import { REPAIR } from '../repair-words.ts';
import type { StructureRule } from '../structure-rule.ts';
import { formulaSpot } from '../compared-formulas.ts';

/** A computed cell that was cleared. */
export const formulaEmptied: StructureRule<SpotData> = {
  code: 'formula-emptied',
  severity: 'error',
  needs: 'cells',
  judgedBy: 'template',
  text: {
    vi: {
      title: 'Công thức bị xóa',
      meaning: 'Ô tự tính bị xóa trắng làm mất một số, và các công thức đọc ô đó tính thiếu.',
      example: 'Ô "Thực hiện" năm 2023 của tỷ lệ hộ nghèo trống, nên chênh lệch và đánh giá cũng trống.',
      fix: REPAIR.vi,
      message: (data) => `Công thức${ofKey(data)} đã bị xóa, ô để trống${others(data, 'vi')}.`,
      expected: (data) => `công thức của mẫu: ${shown(data.expected, 'vi')}`,
    },
    en: {
      title: 'Formula deleted',
      meaning: 'A computed cell that was cleared loses a number, and the formulas that read it fall short.',
      example: 'The cell "Thực hiện" of 2023 is blank, and so are gap and verdict.',
      fix: REPAIR.en,
      message: (data) => `The formula${ofKey(data)} was deleted; the cell is blank${others(data, 'en')}.`,
      expected: (data) => `the formula of the template: ${shown(data.expected, 'en')}`,
    },
  },
  evaluate({ formulas }) {
    const emptied = formulas.filter(({ state }) => state === 'emptied');
    const gone = formulas.filter(({ row, column }) => row === null || column === null).length;
    return evaluationOf(formulaEmptied, emptied.map(formulaSpot), {
      passed: formulas.length - emptied.length - gone,
      notEvaluable: gone,
    });
  },
};
