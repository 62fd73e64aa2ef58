import { evaluationOf, others, type Spot, type SpotData } from '../fold.ts';
import type { StructureRule } from '../structure-rule.ts';

/** A column key twice on a sheet, over figures that do not contradict each other. */
export const columnRepeated: StructureRule<SpotData> = {
  code: 'column-repeated',
  severity: 'note',
  needs: 'cells',
  judgedBy: 'keys',
  text: {
    vi: {
      title: 'Cột lặp lại',
      meaning: 'Một mã cột đứng ở hai cột nhưng số không mâu thuẫn.',
      example: 'Cột năm 2023 được sao chép sang bên cạnh, cùng số.',
      fix: 'Xóa cột thừa để sau này không sửa nhầm cột.',
      message: (data) => `Cột ${data.key} có ở nhiều nơi, số không mâu thuẫn${others(data, 'vi')}.`,
      expected: () => 'mỗi mã cột một lần trên một trang',
    },
    en: {
      title: 'Column repeated',
      meaning: 'A column key stands over two columns whose figures do not contradict each other.',
      example: 'The column of 2023 was copied beside itself with the same figures.',
      fix: 'Delete the spare column, so that nobody later changes the wrong one.',
      message: (data) =>
        `The column ${data.key} stands in several places that do not contradict each other${others(data, 'en')}.`,
      expected: () => 'every column key once on a sheet',
    },
  },
  evaluate({ alignment, repeated }) {
    const contradicting = new Set(repeated.conflicts.map(({ columnKey }) => columnKey));
    const spots: Spot[] = [];
    let passed = 0;
    for (const sheet of alignment.all) {
      const first = new Set<string>();
      for (const { column, key } of sheet.keys.columns) {
        if (!first.has(key) || contradicting.has(key)) passed += 1;
        else {
          const row = sheet.keys.marker?.row ?? null;
          spots.push({ sheet: sheet.facts.name, row, column, key, found: key });
        }
        first.add(key);
      }
    }
    return evaluationOf(columnRepeated, spots, { passed });
  },
};
