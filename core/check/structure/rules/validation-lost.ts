import { evaluateCovered } from '../covered-cells.ts';
import type { SpotData } from '../fold.ts';
import { REPAIR } from '../repair-words.ts';
import type { StructureRule } from '../structure-rule.ts';

/** Input cells that no longer check what is typed. */
export const validationLost: StructureRule<SpotData> = {
  code: 'validation-lost',
  severity: 'note',
  needs: 'file',
  judgedBy: 'template',
  text: {
    vi: {
      title: 'Mất kiểm tra khi gõ',
      meaning:
        'Ô nhập không còn điều kiện kiểm tra khi gõ, thường do dán đè từ nơi khác. Số liệu không bị ảnh hưởng và vẫn được kiểm tra ở đây.',
      example: 'Dán cả cột số từ sổ cũ làm mất lời nhắc và kiểm tra của 24 ô.',
      fix: `${REPAIR.vi} Lần sau, dán bằng "Dán giá trị" (Paste Values).`,
      message: (data) => `${data.count} ô nhập không còn kiểm tra khi gõ.`,
      expected: () => 'kiểm tra khi gõ ở mọi ô nhập',
    },
    en: {
      title: 'Validation lost',
      meaning:
        'Input cells no longer check what is typed, mostly after a paste from elsewhere. Figures are not affected and are checked here all the same.',
      example: 'Pasting a column of figures from an old workbook took prompts and checks from 24 cells.',
      fix: `${REPAIR.en} Next time use Paste Values.`,
      message: (data) => `${data.count} input cells no longer check what is typed.`,
      expected: () => 'a validation on every input cell',
    },
  },
  evaluate: ({ alignment }) =>
    evaluateCovered(
      validationLost,
      alignment,
      () => (cell) => cell.validation !== undefined,
      ({ found }) => found.facts.validations?.map(({ range }) => range) ?? null,
    ),
};
