import { holdsFigures } from '../../../workbook/entry-fields.ts';
import { missingColumns } from '../missing-columns.ts';
import { evaluationOf, others, type SpotData } from '../fold.ts';
import { REPAIR } from '../repair-words.ts';
import type { StructureRule } from '../structure-rule.ts';

/** A column of figures or baselines whose key is gone. */
export const columnMissing: StructureRule<SpotData> = {
  code: 'column-missing',
  severity: 'error',
  needs: 'cells',
  judgedBy: 'keys',
  text: {
    vi: {
      title: 'Mất cột số liệu',
      meaning:
        'Mỗi cột số liệu mang mã ẩn ở dòng 1 (kỳ, loại số). Mất cột hoặc mất mã thì cả cột không đọc được.',
      example: 'Cột "Ước thực hiện năm 2024" bị xóa.',
      fix: `${REPAIR.vi} Sau đó nhập lại số của cột bị mất.`,
      message: (data) => `Không còn cột ${data.key}${others(data, 'vi')}.`,
      expected: () => 'mỗi mã cột của mẫu có một cột',
    },
    en: {
      title: 'Column of figures missing',
      meaning:
        'Every column of figures has a hidden key in row 1 (period, kind of figure). Without the column or its key nothing in it can be read.',
      example: 'The column of the 2024 estimate was deleted.',
      fix: `${REPAIR.en} Then enter the figures of the lost column again.`,
      message: (data) => `The column ${data.key} is gone${others(data, 'en')}.`,
      expected: () => 'one column for every column key of the template',
    },
  },
  evaluate({ alignment }) {
    const { spots, passed, notEvaluable } = missingColumns(alignment, ({ field }) => holdsFigures(field));
    return evaluationOf(columnMissing, spots, { passed, notEvaluable });
  },
};
