import { holdsFigures } from '../../../workbook/entry-fields.ts';
import { missingColumns } from '../missing-columns.ts';
import { evaluationOf, others, type SpotData } from '../fold.ts';
import { REPAIR } from '../repair-words.ts';
import type { StructureRule } from '../structure-rule.ts';

/** A column of marks, reasons or own verdicts whose key is gone. */
export const remarkColumnMissing: StructureRule<SpotData> = {
  code: 'remark-column-missing',
  severity: 'warning',
  needs: 'cells',
  judgedBy: 'keys',
  unread: true,
  text: {
    vi: {
      title: 'Mất cột lý do, ghi chú',
      meaning: 'Cột đánh dấu, lý do hoặc tự đánh giá không còn: lời giải trình đã ghi ở đó không đọc được.',
      example: 'Cột "Lý do, ghi chú" bị xóa trước khi gửi.',
      fix: `${REPAIR.vi} Sau đó ghi lại lý do.`,
      message: (data) => `Không còn cột ${data.key}${others(data, 'vi')}.`,
      expected: () => 'mỗi mã cột của mẫu có một cột',
    },
    en: {
      title: 'Column of reasons missing',
      meaning:
        'A column of marks, reasons or own verdicts is gone: explanations written there cannot be read.',
      example: 'The column "Lý do, ghi chú" was deleted before sending.',
      fix: `${REPAIR.en} Then write the reasons again.`,
      message: (data) => `The column ${data.key} is gone${others(data, 'en')}.`,
      expected: () => 'one column for every column key of the template',
    },
  },
  evaluate({ alignment }) {
    const { spots, passed, notEvaluable } = missingColumns(alignment, ({ field }) => !holdsFigures(field));
    return evaluationOf(remarkColumnMissing, spots, { passed, notEvaluable });
  },
};
