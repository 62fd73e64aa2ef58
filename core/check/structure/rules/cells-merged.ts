import type { RuleDefinition } from '../../rule.ts';
import { parseRange, within } from '../area-cover.ts';
import { evaluationOf, others, shown, type Spot, type SpotData } from '../fold.ts';
import { holdsFigures } from '../keyed-sheets.ts';
import type { StructureRule } from '../structure-rule.ts';

const definition: RuleDefinition<'cells-merged', SpotData> = {
  code: 'cells-merged',
  severity: 'error',
  text: {
    vi: {
      title: 'Ô nhập bị gộp',
      meaning: 'Gộp ô giữ lại một số và che các ô còn lại: số của chỉ tiêu hoặc năm khác bị mất.',
      example: 'Ô năm 2022 và 2023 của một chỉ tiêu được gộp thành một.',
      fix: 'Bỏ gộp ô (Merge & Center > Unmerge), rồi nhập lại số của từng ô.',
      message: (data) => `Vùng ${shown(data.found, 'vi')} gộp nhiều ô nhập thành một${others(data, 'vi')}.`,
      expected: () => 'mỗi số một ô',
    },
    en: {
      title: 'Input cells merged',
      meaning:
        'Merging keeps one figure and covers the other cells: figures of other indicators or years are lost.',
      example: 'The cells of 2022 and 2023 of an indicator were merged into one.',
      fix: 'Unmerge the cells (Merge & Center > Unmerge) and enter the figure of each.',
      message: (data) =>
        `The range ${shown(data.found, 'en')} merges input cells into one${others(data, 'en')}.`,
      expected: () => 'one cell for every figure',
    },
  },
};

/** Input cells merged into one. */
export const cellsMerged: StructureRule = {
  definition,
  needs: 'file',
  evaluate({ alignment }) {
    const spots: Spot[] = [];
    let passed = 0;
    for (const { facts, keys } of alignment.all) {
      const rows = new Set(keys.rows.map(({ row }) => row));
      const figures = keys.columns.filter(({ field }) => holdsFigures(field));
      const columns = new Set(figures.map(({ column }) => column));
      for (const range of facts.merges) {
        const area = parseRange(range);
        if (!area) continue;
        const [row] = within(rows, area.top, area.bottom);
        const [column] = within(columns, area.left, area.right);
        if (row === undefined || column === undefined) passed += 1;
        else spots.push({ sheet: facts.name, row: area.top, column: area.left, found: range });
      }
    }
    return evaluationOf(definition, spots, { passed });
  },
};
