import { coverOf } from '../../../sheet/area-cover.ts';
import { evaluateCovered } from '../covered-cells.ts';
import type { SpotData } from '../fold.ts';
import { REPAIR } from '../repair-words.ts';
import type { StructureRule } from '../structure-rule.ts';

/** Cells that no longer change colour. */
export const conditionalFormatLost: StructureRule<SpotData> = {
  code: 'conditional-format-lost',
  severity: 'note',
  needs: 'file',
  judgedBy: 'template',
  text: {
    vi: {
      title: 'Mất màu báo hiệu',
      meaning:
        'Ô không còn tự đổi màu (ô đã nhập, chữ không đọc được, đánh giá). Màu chỉ lặp lại điều chữ đã nói; số liệu không bị ảnh hưởng.',
      example: 'Dán đè làm ô nhập giữ nền vàng sau khi đã có số.',
      fix: `${REPAIR.vi} Lần sau, dán bằng "Dán giá trị" (Paste Values).`,
      message: (data) => `${data.count} ô không còn tự đổi màu.`,
      expected: () => 'định dạng có điều kiện như mẫu',
    },
    en: {
      title: 'Conditional format lost',
      meaning:
        'Cells no longer change colour (filled in, not readable, verdicts). Colour only repeats what words say; figures are not affected.',
      example: 'After a paste input cells stay yellow although they are filled in.',
      fix: `${REPAIR.en} Next time use Paste Values.`,
      message: (data) => `${data.count} cells no longer change colour.`,
      expected: () => 'the conditional formats of the template',
    },
  },
  evaluate: ({ alignment }) =>
    evaluateCovered(
      conditionalFormatLost,
      alignment,
      ({ expected }) => {
        const isCovered = coverOf(expected.conditional.map(({ range }) => range));
        return ({ row, column }) => isCovered(row, column);
      },
      ({ found }) => found.facts.conditional,
    ),
};
