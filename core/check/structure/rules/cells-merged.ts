import { evaluationOf, others, shown, type SpotData } from '../fold.ts';
import { mergedSpots } from '../merged-spots.ts';
import type { StructureRule } from '../structure-rule.ts';

/** Cells for figures merged with others. */
export const cellsMerged: StructureRule<SpotData> = {
  code: 'cells-merged',
  severity: 'error',
  needs: 'file',
  judgedBy: 'keys',
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
  evaluate: ({ alignment }) => {
    const { spots, passed } = mergedSpots(alignment.all, 'figures');
    return evaluationOf(cellsMerged, spots, { passed });
  },
};
