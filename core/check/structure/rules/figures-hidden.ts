import { evaluationOf, others, type Spot, type SpotData } from '../fold.ts';
import type { StructureRule } from '../structure-rule.ts';

/** Rows and columns of figures that nobody sees. */
export const figuresHidden: StructureRule<SpotData> = {
  code: 'figures-hidden',
  severity: 'warning',
  needs: 'file',
  judgedBy: 'keys',
  text: {
    vi: {
      title: 'Ô phải nhập bị ẩn',
      meaning:
        'Dòng hoặc cột có số phải báo cáo bị ẩn (hay bị lọc): số vẫn được đọc, nhưng người ký không nhìn thấy.',
      example: 'Ba dòng bị lọc ẩn khi in, nên không ai nhập số.',
      fix: 'Bỏ lọc, hiện lại dòng và cột (chuột phải > Bỏ ẩn), xem lại các số.',
      message: (data) =>
        `${data.count} dòng hoặc cột có ô phải nhập bị ẩn: ${data.key}${others(data, 'vi')}.`,
      expected: () => 'mọi ô phải nhập nhìn thấy được',
    },
    en: {
      title: 'Figures hidden',
      meaning:
        'A row or column with figures asked for is hidden (or filtered away): it is read, but whoever signs does not see it.',
      example: 'Three rows were filtered away for printing, and nobody filled them in.',
      fix: 'Remove the filter, unhide rows and columns and look at the figures again.',
      message: (data) =>
        `${data.count} rows or columns with cells to fill in are hidden: ${data.key}${others(data, 'en')}.`,
      expected: () => 'every cell to fill in can be seen',
    },
  },
  evaluate({ alignment }) {
    const spots: Spot[] = [];
    let passed = 0;
    for (const { expected, found, rows, columns } of alignment.sheets) {
      const { facts, keys } = found;
      const figures = keys.columns.filter(({ field }) => field === 'value');
      if (figures.length === 0) continue;
      for (const { row, key } of keys.rows) {
        const wasHidden = expected.rows.get(rows.expected(row) ?? 0)?.hidden === true;
        if (facts.hiddenRows.has(row) && !wasHidden) spots.push({ sheet: facts.name, key, found: key });
        else passed += 1;
      }
      for (const { column, key } of figures) {
        const issued = expected.columns[(columns.expected(column) ?? 0) - 1];
        // Outlined columns are made to be folded away.
        const mayHide = issued?.hidden === true || issued?.outlined === true;
        if (facts.hiddenColumns.has(column) && !mayHide) spots.push({ sheet: facts.name, key, found: key });
        else passed += 1;
      }
    }
    return evaluationOf(figuresHidden, spots, { passed });
  },
};
