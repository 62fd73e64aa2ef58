import { evaluationOf, others, shown, type SpotData } from '../fold.ts';
import { mergedSpots } from '../merged-spots.ts';
import type { StructureRule } from '../structure-rule.ts';

/** Cells for marks, reasons and other texts merged into one. */
export const remarkCellsMerged: StructureRule<SpotData> = {
  code: 'remark-cells-merged',
  severity: 'warning',
  needs: 'file',
  judgedBy: 'keys',
  text: {
    vi: {
      title: 'Ô lý do bị gộp',
      meaning:
        'Gộp ô chỉ giữ chữ ở ô đầu: lý do chỉ được tính cho dòng trên cùng, hoặc bị đọc thành đánh dấu của cột bên trái; các dòng khác coi như không có lý do.',
      example: 'Năm ô lý do L14:L18 được gộp thành một, ghi "mưa lũ cả vùng".',
      fix: 'Bỏ gộp ô (Merge & Center > Unmerge), rồi ghi lý do vào từng dòng.',
      message: (data) =>
        `Vùng ${shown(data.found, 'vi')} gộp các ô lý do, đánh dấu hoặc ghi chú; chỉ ô đầu được đọc${others(data, 'vi')}.`,
      expected: () => 'mỗi lý do, đánh dấu một ô',
    },
    en: {
      title: 'Cells of reasons merged',
      meaning:
        'Merging keeps the text of the first cell only: the reason counts for the top row, or is read as the mark in the column to the left; the other rows have no reason.',
      example: 'The five cells of reasons L14:L18 were merged into one that says "floods in the whole area".',
      fix: 'Unmerge the cells (Merge & Center > Unmerge) and write the reason on every row.',
      message: (data) =>
        `The range ${shown(data.found, 'en')} merges cells of reasons, marks or remarks; only the first is read${others(data, 'en')}.`,
      expected: () => 'one cell for every reason and mark',
    },
  },
  evaluate: ({ alignment }) => {
    const { spots, passed } = mergedSpots(alignment.all, 'texts');
    return evaluationOf(remarkCellsMerged, spots, { passed });
  },
};
