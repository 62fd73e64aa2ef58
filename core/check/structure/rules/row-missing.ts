import { foundRowKeys, hasLostKeys } from '../../../returned/align/keyed-sheets.ts';
import { figureFamiliesOf } from '../../../workbook/entry-fields.ts';
import { evaluationOf, others, type Spot, type SpotData } from '../fold.ts';
import { REPAIR } from '../repair-words.ts';
import type { StructureRule } from '../structure-rule.ts';

/** A row of figures or baselines of which no sheet has the key any more. */
export const rowMissing: StructureRule<SpotData> = {
  code: 'row-missing',
  severity: 'error',
  needs: 'cells',
  judgedBy: 'keys',
  text: {
    vi: {
      title: 'Mất dòng số liệu',
      meaning:
        'Mỗi chỉ tiêu phải báo cáo có một dòng mang mã ẩn ở cột A. Mất dòng hoặc mất mã thì số của chỉ tiêu đó không đọc được.',
      example: 'Dòng "Tỷ lệ hộ nghèo" bị xóa khỏi trang Nhập liệu.',
      fix: `${REPAIR.vi} Sau đó nhập lại số của dòng bị mất.`,
      message: (data) => `Không còn dòng của ${data.key}${others(data, 'vi')}.`,
      expected: () => 'mỗi mã dòng của mẫu có một dòng',
    },
    en: {
      title: 'Row of figures missing',
      meaning:
        'Every figure asked for has a row with a hidden key in column A. Without the row or its key the figure cannot be read.',
      example: 'The row of the poverty rate was deleted from the sheet Nhập liệu.',
      fix: `${REPAIR.en} Then enter the figures of the lost row again.`,
      message: (data) => `The row of ${data.key} is gone${others(data, 'en')}.`,
      expected: () => 'one row for every row key of the template',
    },
  },
  evaluate({ alignment }) {
    const found = foundRowKeys(alignment.all);
    const spots: Spot[] = [];
    let passed = 0;
    let notEvaluable = 0;
    for (const sheet of alignment.sheets) {
      const families = [...figureFamiliesOf(sheet.keyedColumns)];
      if (families.length === 0) continue;
      const rows = sheet.keyedRows;
      // A sheet without any keys, or in the place of another, says so once, not row by row.
      if (hasLostKeys(sheet) || alignment.foreign.has(sheet.found)) notEvaluable += rows.length;
      else
        for (const { key } of rows) {
          if (families.some((family) => found[family].has(key))) passed += 1;
          else spots.push({ sheet: sheet.found.facts.name, key, expected: key });
        }
    }
    return evaluationOf(rowMissing, spots, { passed, notEvaluable });
  },
};
