import { periodSaid } from '../../../period/period.ts';
import { excerpt } from '../../../base/message-pieces.ts';
import { evaluateTexts, type TextInTwoPlaces } from '../repeated-texts.ts';
import type { StructureRule } from '../structure-rule.ts';

/** An officer's own verdict that stands in two places with different words. */
export const ownVerdictInTwoPlaces: StructureRule<TextInTwoPlaces> = {
  code: 'own-verdict-in-two-places',
  severity: 'error',
  needs: 'cells',
  judgedBy: 'keys',
  text: {
    vi: {
      title: 'Hai đánh giá trái nhau của đơn vị',
      meaning:
        'Cùng một mục tiêu có hai ô tự đánh giá mang cùng mã mà ghi khác nhau: không biết đơn vị đánh giá thế nào.',
      example: 'Dòng mục tiêu được sao chép; dòng gốc ghi "Đạt", dòng sao chép ghi "Chưa đạt".',
      fix: 'Giữ đánh giá đúng, xóa dòng, cột hoặc trang thừa.',
      message: ({ key, period, first, other, firstCell, otherCell, count }) =>
        `Tự đánh giá của ${key}${period === '' ? '' : `, kỳ ${periodSaid(period)}`} là "${excerpt(first)}" (${firstCell}) và "${excerpt(other)}" (${otherCell})${count > 1 ? `; cùng ${count - 1} đánh giá khác trên trang` : ''}.`,
      expected: () => 'mỗi mục tiêu một đánh giá, hoặc các nơi ghi như nhau',
    },
    en: {
      title: 'Two own verdicts that contradict each other',
      meaning:
        'Two cells for the own verdict on the same target hold different words; nobody can tell how the unit judges.',
      example: 'The row of a target was copied; the original says "Đạt", the copy "Chưa đạt".',
      fix: 'Keep the right verdict and delete the spare row, column or sheet.',
      message: ({ key, period, first, other, firstCell, otherCell, count }) =>
        `The own verdict on ${key}${period === '' ? '' : `, period ${periodSaid(period, 'en')}`} is "${excerpt(first)}" (${firstCell}) and "${excerpt(other)}" (${otherCell})${count > 1 ? `; so are ${count - 1} more on the sheet` : ''}.`,
      expected: () => 'one verdict on a target, or places that agree',
    },
  },
  evaluate: ({ texts }) => evaluateTexts(ownVerdictInTwoPlaces, texts, ['ownVerdict']),
};
