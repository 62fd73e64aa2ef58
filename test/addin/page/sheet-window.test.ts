import { describe, expect, it } from 'vitest';
import { sheetWindow } from '../../../addin/page/sheet-window.ts';
import type { SheetFacts } from '../../../core/check/structure/facts.ts';

function sheet(change: Partial<SheetFacts> = {}): SheetFacts {
  return {
    name: 'Nhập liệu',
    state: 'visible',
    cells: [
      { row: 1, column: 1, value: 'chitieu:keys:1', formula: null },
      { row: 6, column: 1, value: 'poverty-rate|_T', formula: null },
      { row: 6, column: 3, value: 'Tỷ lệ hộ nghèo', formula: null },
      { row: 6, column: 5, value: 12.5, formula: null },
    ],
    merges: [],
    hiddenRows: new Set([1, 5]),
    hiddenColumns: new Set([1, 4]),
    isProtected: true,
    validations: [],
    conditional: [],
    ...change,
  };
}

describe('sheetWindow', () => {
  it('shows rows and columns around the cell, without hidden ones', () => {
    const window = sheetWindow([sheet()], { sheet: 'Nhập liệu', cell: 'E6' });
    expect(window?.columns).toEqual(['B', 'C', 'E', 'F']);
    expect(window?.rows.map(({ number }) => number)).toEqual([3, 4, 6, 7, 8]);
    expect(window?.rows[2]?.cells).toEqual([
      { value: null, isWanted: false },
      { value: 'Tỷ lệ hộ nghèo', isWanted: false },
      { value: 12.5, isWanted: true },
      { value: null, isWanted: false },
    ]);
  });

  it('gives the columns the words of the table head above them', () => {
    const head = ['TT', 'Chỉ tiêu', 'Đơn vị tính', 'Chính thức năm 2023', 'Ước năm 2024'];
    const words = head.map((value, at) => ({ row: 3, column: 2 + at, value, formula: null }));
    const tall = sheet({ cells: [...sheet().cells, ...words], hiddenRows: new Set([1]) });
    const window = sheetWindow([tall], { sheet: 'Nhập liệu', cell: 'E6' });
    expect(window?.columns).toEqual(['B', 'C', 'E', 'F']);
    expect(window?.titles).toEqual(['TT', 'Chỉ tiêu', 'Chính thức năm 2023', 'Ước năm 2024']);
    // A window that shows the head itself does not say it twice; a sheet without a head has none.
    expect(sheetWindow([tall], { sheet: 'Nhập liệu', cell: 'E4' })?.titles).toBeNull();
    expect(sheetWindow([sheet()], { sheet: 'Nhập liệu', cell: 'E6' })?.titles).toBeNull();
  });

  it('leaves keys out where a program has shown them', () => {
    const shown = sheet({ hiddenRows: new Set(), hiddenColumns: new Set() });
    const window = sheetWindow([shown], { sheet: 'Nhập liệu', cell: 'B2' });
    expect(window?.columns).toEqual(['B', 'C']);
    expect(window?.rows.map(({ number }) => number)).toEqual([2, 3, 4]);
  });

  it('shows a hidden cell that was asked for', () => {
    const window = sheetWindow([sheet()], { sheet: 'Nhập liệu', cell: 'D5' });
    expect(
      window?.rows.some(({ number, cells }) => number === 5 && cells.some(({ isWanted }) => isWanted)),
    ).toBe(true);
  });

  it('ends where a sheet hides everything', () => {
    const hidden = new Set(Array.from({ length: 200 }, (_, at) => at + 7));
    expect(
      sheetWindow([sheet({ hiddenRows: hidden })], { sheet: 'Nhập liệu', cell: 'E6' })?.rows.at(-1)?.number,
    ).toBe(6);
  });

  it.each([
    [{ sheet: 'Trang khác', cell: 'A1' }],
    [{ sheet: 'Nhập liệu' }],
    [{ sheet: 'Nhập liệu', cell: 'A0' }],
  ])('has nothing to show for %j', (place) => {
    expect(sheetWindow([sheet()], place)).toBeNull();
  });
});
