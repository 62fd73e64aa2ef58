import { excerpt } from '../../../base/message-pieces.ts';
import { entryFields, textFields } from '../../../workbook/entry-fields.ts';
import { evaluateTexts, type TextInTwoPlaces } from '../repeated-texts.ts';
import type { StructureRule } from '../structure-rule.ts';

/** A verdict of the officer's own that is contradicted is an error of its own. */
const FIELDS = textFields.filter((field) => field !== 'ownVerdict');

/** A reason, mark or source that stands in two places with different words. */
export const remarkInTwoPlaces: StructureRule<TextInTwoPlaces> = {
  code: 'remark-in-two-places',
  severity: 'warning',
  needs: 'cells',
  judgedBy: 'keys',
  unread: true,
  text: {
    vi: {
      title: 'Lý do ở hai nơi khác nhau',
      meaning:
        'Cùng một chỉ tiêu có hai ô lý do, đánh dấu hoặc nguồn mang cùng mã mà ghi khác nhau: không biết lời nào là của đơn vị.',
      example: 'Dòng "Số hộ nghèo" được sao chép, số như nhau nhưng lý do ở hai dòng khác nhau.',
      fix: 'Ghi lại một lý do ở dòng đúng, xóa dòng, cột hoặc trang thừa.',
      message: ({ key, field, first, other, firstCell, otherCell, count }) =>
        `${entryFields[field].words.vi} của ${key} là "${excerpt(first)}" (${firstCell}) và "${excerpt(other)}" (${otherCell})${count > 1 ? `; cùng ${count - 1} lời khác trên trang` : ''}.`,
      expected: () => 'mỗi lời giải trình một nơi, hoặc các nơi ghi như nhau',
    },
    en: {
      title: 'A reason in two places that differ',
      meaning:
        'Two cells for the reason, mark or source of the same indicator hold different words; nobody can tell which the unit means.',
      example: 'The row of poor households was copied, with the same figure and another reason.',
      fix: 'Write one reason on the right row and delete the spare row, column or sheet.',
      message: ({ key, field, first, other, firstCell, otherCell, count }) =>
        `${entryFields[field].words.en} of ${key} is "${excerpt(first)}" (${firstCell}) and "${excerpt(other)}" (${otherCell})${count > 1 ? `; so are ${count - 1} more on the sheet` : ''}.`,
      expected: () => 'one place for a remark, or places that agree',
    },
  },
  evaluate: ({ texts }) => evaluateTexts(remarkInTwoPlaces, texts, FIELDS),
};
