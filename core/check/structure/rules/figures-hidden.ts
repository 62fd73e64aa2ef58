import type { Language } from '../../../base/finding.ts';
import { entryFields } from '../../../workbook/entry-fields.ts';
import { cellIndex } from '../../../sheet/model.ts';
import { evaluationOf, others, type Spot, type SpotData } from '../fold.ts';
import type { StructureRule } from '../structure-rule.ts';

/** What hides a cell. */
const hiddenBy = {
  sheet: { vi: 'Cả trang bị ẩn', en: 'The whole sheet is hidden' },
  row: {
    vi: 'Dòng bị ẩn, bị lọc hoặc quá thấp',
    en: 'The row is hidden, filtered away or next to no height',
  },
  column: { vi: 'Cột bị ẩn hoặc quá hẹp', en: 'The column is hidden or has next to no width' },
  letters: {
    vi: 'Chữ trùng màu nền hoặc quá nhỏ',
    en: 'The letters have the colour of their ground or are too small',
  },
} as const;

function isHider(found: unknown): found is keyof typeof hiddenBy {
  return typeof found === 'string' && found in hiddenBy;
}

function hiderWords({ found }: SpotData, language: Language): string {
  return isHider(found) ? hiddenBy[found][language] : '';
}

/** "(Số hộ nghèo)"; a sheet has no key. */
function what({ key }: SpotData): string {
  return key === '' ? '' : ` (${key})`;
}

/** Figures and reasons that nobody sees. */
export const figuresHidden: StructureRule<SpotData> = {
  code: 'figures-hidden',
  severity: 'warning',
  needs: 'file',
  judgedBy: 'keys',
  text: {
    vi: {
      title: 'Số liệu, lý do bị ẩn',
      meaning:
        'Trang, dòng hoặc cột có số phải báo cáo bị ẩn (hay bị lọc, thu nhỏ gần bằng không), hoặc lý do viết bằng chữ trùng màu nền: nội dung vẫn được đọc, nhưng người ký không nhìn thấy.',
      example: 'Ba dòng bị lọc ẩn khi in, nên không ai nhập số.',
      fix: 'Bỏ lọc, hiện lại trang, dòng và cột (chuột phải > Bỏ ẩn), đặt lại màu và cỡ chữ, xem lại các số và lý do.',
      message: (data) =>
        `${hiderWords(data, 'vi')}: ô phải nhập không nhìn thấy được${what(data)}${others(data, 'vi')}.`,
      expected: () => 'mọi ô phải nhập nhìn thấy được',
    },
    en: {
      title: 'Figures or reasons hidden',
      meaning:
        'A sheet, row or column with figures asked for is hidden (or filtered away, or next to nothing in size), or a reason stands in letters of the colour of their ground: it is read, but whoever signs does not see it.',
      example: 'Three rows were filtered away for printing, and nobody filled them in.',
      fix: 'Remove the filter, unhide sheets, rows and columns, give the letters their colour and size back, and look at figures and reasons again.',
      message: (data) =>
        `${hiderWords(data, 'en')}: a cell to fill in cannot be seen${what(data)}${others(data, 'en')}.`,
      expected: () => 'every cell to fill in can be seen',
    },
  },
  evaluate({ alignment }) {
    const spots: Spot[] = [];
    let passed = 0;
    for (const { expected, found, rows, columns } of alignment.sheets) {
      const { facts, keys, cells } = found;
      const sheet = facts.name;
      const figures = keys.columns.filter(({ field }) => field === 'value');
      const texts = keys.columns.filter(({ field }) => entryFields[field].holds === 'text');
      const [firstRow] = keys.rows;
      const [firstColumn] = figures;
      const contentOf = (row: number, column: number) => cells.get(cellIndex(row, column));
      if (firstRow && firstColumn && facts.state !== 'visible' && expected.state === 'visible') {
        // What else is hidden on it comes to light with it.
        spots.push({ sheet, row: firstRow.row, column: firstColumn.column, found: 'sheet' });
        continue;
      }
      for (const { row, key } of keys.rows) {
        const wasHidden = expected.rows.get(rows.expected(row) ?? 0)?.hidden === true;
        const { column = 0 } = figures.find((one) => !facts.hiddenColumns.has(one.column)) ?? {};
        const isHidden = figures.length > 0 && facts.hiddenRows.has(row) && !wasHidden;
        if (isHidden) spots.push({ sheet, row, column, key, found: 'row' });
        else passed += 1;
        // Of a number that nobody sees the rule of formats speaks.
        for (const one of [...figures, ...texts]) {
          const { value, rendered } = contentOf(row, one.column) ?? {};
          if (rendered === '' && typeof value === 'string')
            spots.push({ sheet, row, column: one.column, key, found: 'letters' });
        }
      }
      for (const { column, key, field } of [...figures, ...texts]) {
        const issued = expected.columns[(columns.expected(column) ?? 0) - 1];
        // Outlined columns are made to be folded away; of texts only what somebody wrote is missed.
        const mayHide = issued?.hidden === true || issued?.outlined === true;
        const filled = keys.rows.find(({ row }) => (contentOf(row, column)?.value ?? null) !== null);
        const { row = null } = field === 'value' ? (firstRow ?? {}) : (filled ?? {});
        if (facts.hiddenColumns.has(column) && !mayHide && row !== null)
          spots.push({ sheet, row, column, key, found: 'column' });
        else passed += 1;
      }
    }
    return evaluationOf(figuresHidden, spots, { passed });
  },
};
