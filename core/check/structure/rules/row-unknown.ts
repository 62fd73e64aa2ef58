import { figureFamiliesOf, type FigureFamily } from '../../../workbook/entry-fields.ts';
import { keyedPart } from '../../../returned/align/keyed-part.ts';
import { evaluationOf, others, shown, type Spot, type SpotData } from '../fold.ts';
import { REPAIR } from '../repair-words.ts';
import type { StructureRule } from '../structure-rule.ts';

/** A row key that the issued workbook does not have. */
export const rowUnknown: StructureRule<SpotData> = {
  code: 'row-unknown',
  severity: 'error',
  needs: 'cells',
  judgedBy: 'template',
  text: {
    vi: {
      title: 'Mã dòng lạ',
      meaning: 'Mã ở cột A không có trong mẫu đã cấp: số ở dòng đó không thuộc chỉ tiêu nào phải báo cáo.',
      example: 'Dòng chép từ sổ của đơn vị khác mang mã "school-rate|_T".',
      fix: `Nếu dòng thừa, hãy xóa. Nếu mã bị sửa nhầm: ${REPAIR.vi}`,
      message: (data) => `Mã dòng ${shown(data.found, 'vi')} không có trong mẫu${others(data, 'vi')}.`,
      expected: () => 'mã dòng của mẫu đã cấp',
    },
    en: {
      title: 'Unknown row key',
      meaning:
        'The key in column A is not in the issued template: figures of the row belong to nothing that was asked for.',
      example: 'A row copied from the workbook of another unit has the key "school-rate|_T".',
      fix: `Delete the row if it is spare. If its key was changed by mistake: ${REPAIR.en}`,
      message: (data) =>
        `The row key ${shown(data.found, 'en')} is not in the template${others(data, 'en')}.`,
      expected: () => 'a row key of the issued template',
    },
  },
  evaluate({ alignment }) {
    const known: Record<FigureFamily, Set<string>> = { figure: new Set(), baseline: new Set() };
    for (const sheet of [...alignment.sheets, ...alignment.missing.map(keyedPart)]) {
      for (const family of figureFamiliesOf(sheet.keyedColumns))
        for (const { key } of sheet.keyedRows) known[family].add(key);
    }
    const spots: Spot[] = [];
    let passed = 0;
    for (const sheet of alignment.all) {
      const families = [...figureFamiliesOf(sheet.keys.columns)];
      if (families.length === 0) continue;
      for (const { row, key } of sheet.keys.rows) {
        if (families.some((family) => known[family].has(key))) passed += 1;
        else {
          const column = sheet.keys.marker?.column ?? null;
          spots.push({ sheet: sheet.facts.name, row, column, key, found: key });
        }
      }
    }
    return evaluationOf(rowUnknown, spots, { passed });
  },
};
