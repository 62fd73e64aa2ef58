import { figureFamiliesOf } from '../../../workbook/entry-fields.ts';
import { evaluationOf, others, type Spot, type SpotData } from '../fold.ts';
import { REPAIR } from '../repair-words.ts';
import type { StructureRule } from '../structure-rule.ts';

/** A row of formulas that is gone; what was typed is not lost with it. */
export const computedRowMissing: StructureRule<SpotData> = {
  code: 'computed-row-missing',
  severity: 'note',
  needs: 'cells',
  judgedBy: 'template',
  text: {
    vi: {
      title: 'Mất dòng tự tính',
      meaning:
        'Dòng tự tính (mức phải đạt, lộ trình, đánh giá) không còn trong tệp. Số liệu đã nhập không bị mất.',
      example: 'Khối dòng của tỷ lệ hộ cận nghèo bị xóa khỏi trang Giảm nghèo.',
      fix: REPAIR.vi,
      message: (data) => `Không còn dòng tự tính của ${data.key}${others(data, 'vi')}.`,
      expected: () => 'mỗi mã dòng của mẫu có một dòng',
    },
    en: {
      title: 'Computed row missing',
      meaning:
        'A computed row (value to reach, path, verdict) is no longer in the file. No typed figure is lost.',
      example: 'The block of the near-poverty rate was deleted from its sheet.',
      fix: REPAIR.en,
      message: (data) => `The computed row of ${data.key} is gone${others(data, 'en')}.`,
      expected: () => 'one row for every row key of the template',
    },
  },
  evaluate({ alignment }) {
    const spots: Spot[] = [];
    let passed = 0;
    for (const sheet of alignment.sheets) {
      if (figureFamiliesOf(sheet.keyedColumns).size > 0) continue;
      for (const { row, key } of sheet.keyedRows) {
        if (sheet.rows.found(row) !== undefined) passed += 1;
        else spots.push({ sheet: sheet.found.facts.name, key, expected: key });
      }
    }
    return evaluationOf(computedRowMissing, spots, { passed });
  },
};
