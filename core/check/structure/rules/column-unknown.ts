import { cellIndex } from '../../../sheet/model.ts';
import { holdsFigures } from '../../../workbook/entry-fields.ts';
import { keyedPart } from '../../../returned/align/keyed-part.ts';
import { evaluationOf, others, shown, type Spot, type SpotData } from '../fold.ts';
import { REPAIR } from '../repair-words.ts';
import type { StructureRule } from '../structure-rule.ts';

/** A column of figures under a key that the issued workbook does not have. */
export const columnUnknown: StructureRule<SpotData> = {
  code: 'column-unknown',
  severity: 'error',
  needs: 'cells',
  judgedBy: 'keys',
  text: {
    vi: {
      title: 'Mã cột lạ',
      meaning: 'Cột mang mã kỳ không có trong mẫu mà lại có số: các số đó không thuộc kỳ nào phải báo cáo.',
      example: 'Cột chép từ sổ kỳ trước mang mã "2019|final|value".',
      fix: `Nếu cột thừa, hãy xóa. Nếu mã bị sửa nhầm: ${REPAIR.vi}`,
      message: (data) =>
        `Mã cột ${shown(data.found, 'vi')} không có trong mẫu mà cột có số${others(data, 'vi')}.`,
      expected: () => 'mã cột của mẫu đã cấp',
    },
    en: {
      title: 'Unknown column key',
      meaning:
        'A column with figures has the key of a period that is not in the template: its figures belong to nothing that was asked for.',
      example: 'A column copied from the workbook of an earlier round has the key "2019|final|value".',
      fix: `Delete the column if it is spare. If its key was changed by mistake: ${REPAIR.en}`,
      message: (data) =>
        `The column key ${shown(data.found, 'en')} is not in the template, and the column holds figures${others(data, 'en')}.`,
      expected: () => 'a column key of the issued template',
    },
  },
  evaluate({ alignment }) {
    const sheets = [...alignment.sheets, ...alignment.missing.map(keyedPart)];
    const known = new Set(sheets.flatMap((sheet) => sheet.keyedColumns.map(({ key }) => key)));
    const spots: Spot[] = [];
    let passed = 0;
    for (const sheet of alignment.all) {
      for (const { column, key, field } of sheet.keys.columns) {
        const isEmpty = () =>
          sheet.keys.rows.every(({ row }) => (sheet.cells.get(cellIndex(row, column))?.value ?? '') === '');
        if (known.has(key) || !holdsFigures(field) || isEmpty()) passed += 1;
        else {
          const row = sheet.keys.marker?.row ?? null;
          spots.push({ sheet: sheet.facts.name, row, column, key, found: key });
        }
      }
    }
    return evaluationOf(columnUnknown, spots, { passed });
  },
};
