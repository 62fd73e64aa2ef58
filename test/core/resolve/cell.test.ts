import { describe, expect, it } from 'vitest';
import { foldWithLines } from '../../../core/base/text.ts';
import { checkCitation } from '../../../core/resolve/citation.ts';
import { yearsOfColumn } from '../../../core/resolve/cell.ts';

const SOURCE = `Biểu kèm theo kế hoạch

| TT | Chỉ tiêu | ĐVT | Kế hoạch | Kế hoạch |
| TT | Chỉ tiêu | ĐVT | Năm 2025 | Năm 2030 |
| (1) | (2) | (3) | (4) | (5) |
| 1 | Tỷ lệ hộ nghèo | % | 2,0 | 2,0 |
| 2 | Số trạm y tế | trạm | 104 | 106 |
`;
const document = foldWithLines(SOURCE);
const cited = {
  id: 'poverty-2030',
  line: 6,
  quote: '| 1 | Tỷ lệ hộ nghèo | % | 2,0 | 2,0 |',
  printed: '2,0',
  cell: { row: 'Tỷ lệ hộ nghèo', column: 'Kế hoạch / Năm 2030' },
};
const check = (change: Partial<typeof cited>) => checkCitation({ ...cited, ...change }, document, () => ({}));
const codeOf = (change: Partial<typeof cited>) => check(change).findings.map(({ code }) => code);

describe('a number of a table', () => {
  it('is found where its row and its column meet, though its row prints it twice', () => {
    const { findings, at } = check({});
    expect(findings).toEqual([]);
    expect(at).toBe(document.text.lastIndexOf('2,0'));
    const earlier = check({ cell: { ...cited.cell, column: 'Kế hoạch / Năm 2025' } });
    expect(earlier.at).toBe(document.text.indexOf('2,0'));
  });

  it('is refused on another line, in another row, another column, or with another number', () => {
    expect(codeOf({ line: 1 })).toEqual(['cell-no-table']);
    expect(codeOf({ line: 5 })).toEqual(['cell-no-table']);
    expect(codeOf({ line: 7, quote: '| 2 | Số trạm y tế |' })).toEqual(['cell-row']);
    expect(codeOf({ cell: { ...cited.cell, column: 'Năm 2030' } })).toEqual(['cell-column']);
    expect(codeOf({ printed: '2' })).toEqual(['cell-printed']);
    expect(codeOf({ quote: 'không có' })).toEqual(['quote-not-in-source']);
  });

  it('has the years of its column', () => {
    expect(yearsOfColumn('Giai đoạn 2021-2025 / Năm 2025')).toEqual([2021, 2025, 2025]);
    expect(yearsOfColumn('Kế hoạch')).toEqual([]);
  });
});
