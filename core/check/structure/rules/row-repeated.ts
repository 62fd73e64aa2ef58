import { familiesOf } from '../../../workbook/entry-fields.ts';
import { evaluationOf, others, type Spot, type SpotData } from '../fold.ts';
import type { StructureRule } from '../structure-rule.ts';

/** A row key on several rows whose contents do not contradict each other. */
export const rowRepeated: StructureRule<SpotData> = {
  code: 'row-repeated',
  severity: 'note',
  needs: 'cells',
  judgedBy: 'keys',
  text: {
    vi: {
      title: 'Dòng lặp lại',
      meaning:
        'Một mã dòng đứng ở hai dòng nhưng số, lý do và tự đánh giá giống nhau hoặc chỉ một dòng có: không mất gì.',
      example: 'Dòng "Số hộ nghèo" được sao chép xuống cuối bảng, cùng số 1.204.',
      fix: 'Xóa dòng thừa để sau này không sửa nhầm dòng.',
      message: (data) =>
        `Dòng của ${data.key} có ở nhiều nơi, nội dung không mâu thuẫn${others(data, 'vi')}.`,
      expected: () => 'mỗi mã dòng một lần',
    },
    en: {
      title: 'Row repeated',
      meaning:
        'A row key stands on two rows whose figures, reasons and own verdicts agree, or of which only one is filled in: nothing is lost.',
      example: 'The row of poor households was copied to the end of the table with the same 1,204.',
      fix: 'Delete the spare row, so that nobody later changes the wrong one.',
      message: (data) =>
        `The row of ${data.key} stands in several places that do not contradict each other${others(data, 'en')}.`,
      expected: () => 'every row key once',
    },
  },
  evaluate({ alignment, repeated, texts }) {
    const contradicting = new Set([...repeated.conflicts, ...texts.conflicts].map(({ rowKey }) => rowKey));
    // A copied sheet is reported as a whole.
    const copies = new Set(alignment.copies.map(({ sheet }) => sheet));
    const spots: Spot[] = [];
    let passed = 0;
    const first = new Set<string>();
    for (const sheet of alignment.all) {
      if (copies.has(sheet)) continue;
      const families = [...familiesOf(sheet.keys.columns)];
      for (const { row, key } of sheet.keys.rows) {
        const ids = families.map((family) => `${family} ${key}`);
        const isRepeated = ids.some((id) => first.has(id));
        for (const id of ids) first.add(id);
        if (!isRepeated || contradicting.has(key)) passed += 1;
        else {
          const column = sheet.keys.marker?.column ?? null;
          spots.push({ sheet: sheet.facts.name, row, column, key, found: key });
        }
      }
    }
    return evaluationOf(rowRepeated, spots, { passed });
  },
};
