import { describe, expect, it } from 'vitest';
import { sheetWindow } from '../../../addin/page/sheet-window.ts';
import { cellAddress } from '../../../core/sheet/address.ts';
import type { SheetFacts } from '../../../core/sheet/facts.ts';
import { keyedCells } from '../../../core/returned/keyed-cells.ts';
import { factsOf } from '../../core/check/structure/facts-of.ts';
import { departmentWorkbook } from './department-workbook.ts';
import { filledWorkbook } from './filled-workbook.ts';

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

  it('shows years without groups of digits: by their key, whatever the head says', () => {
    const cells = [
      { row: 1, column: 1, value: 'chitieu:keys:1', formula: null },
      { row: 1, column: 5, value: '_|_|baseYear', formula: null },
      { row: 1, column: 6, value: '_|_|baseValue', formula: null },
      ...['TT', 'Chỉ tiêu', 'Đơn vị tính', 'Tự đặt tên', 'Năm trước'].map((value, at) => ({
        ...{ row: 4, column: 2 + at, value, formula: null },
      })),
      { row: 6, column: 5, value: 2020, formula: null },
      { row: 6, column: 6, value: 2020, formula: null },
    ];
    const years = sheet({ cells, hiddenRows: new Set([1]), hiddenColumns: new Set([1]) });
    const window = sheetWindow([years], { sheet: 'Nhập liệu', cell: 'F6' });
    const shown = window?.rows.find(({ number }) => number === 6)?.cells.map(({ value }) => value);
    expect(shown?.slice(-3)).toEqual(['2020', 2020, null]);
  });

  it('shows a figure under a head that begins as one of years with its groups', () => {
    const cells = [
      ...['TT', 'Mã xã', 'Xã', 'Năm 2023', 'Năm trước'].map((value, at) => ({
        ...{ row: 4, column: 2 + at, value, formula: null },
      })),
      { row: 6, column: 5, value: 2310, formula: null },
      { row: 6, column: 6, value: 2020, formula: null },
    ];
    const figures = sheet({ cells, hiddenRows: new Set([1]), hiddenColumns: new Set([1]) });
    const window = sheetWindow([figures], { sheet: 'Nhập liệu', cell: 'F6' });
    const shown = window?.rows.find(({ number }) => number === 6)?.cells.map(({ value }) => value);
    expect(shown?.slice(-3)).toEqual([2310, 2020, null]);
  });

  it('shows the years of every sheet of a real workbook as it shows them itself', async () => {
    const { model } = await filledWorkbook('lai-chau-2021', 'VN12');
    const { sheets } = factsOf(model);
    const shown = (name: string, cell: string) => {
      const window = sheetWindow(sheets, { sheet: name, cell }, model);
      return window?.rows.flatMap(({ cells }) => cells).find(({ isWanted }) => isWanted)?.value;
    };
    // The round, the head of a year, a base year that is looked up, and the typed one it comes from.
    expect(shown('Bìa', 'D12')).toBe('2023');
    const indicators = model.sheets.find(({ name }) => name === 'Y tế');
    const cells = [...(indicators?.cells.values() ?? [])];
    const head = cells.find(({ value }) => value === 2024);
    const looked = cells.find(({ formula, result }) => formula?.includes('Số gốc') && result === 2020);
    if (!head || !looked) throw new Error('no year on the sheet');
    expect(shown('Y tế', cellAddress(head.row, head.column))).toBe('2024');
    expect(shown('Y tế', cellAddress(looked.row, looked.column))).toBe('2020');
    const base = (keyedCells(sheets) ?? []).find(
      ({ field, value }) => field === 'baseYear' && value === 2020,
    );
    expect(shown('Số gốc', base?.address ?? '')).toBe('2020');
  });

  it('says a head of two rows as one, also where only its second row is in sight', async () => {
    const { sheets } = factsOf((await departmentWorkbook()).model);
    const titles = (cell: string) => sheetWindow(sheets, { sheet: 'Theo xã', cell })?.titles;
    const said = ['TT', 'Mã xã', 'Xã, phường, đặc khu', 'Số giường bệnh – Sơ bộ năm 2026 (giường)'];
    const next = ['Số bác sĩ – Sơ bộ năm 2026 (người)', 'Số dược sĩ đại học – Sơ bộ năm 2026 (người)'];
    expect(titles('F20')).toEqual([...said, ...next]);
    // Its second row stands in the window, the names above it do not.
    expect(titles('F9')).toEqual([...said, ...next]);
    expect(titles('F8')).toBeNull();
  });

  it('takes the words of the nearest head, not of another table or of a line', () => {
    const line = (row: number, words: string[], formula: string | null = null) =>
      words.map((value, at) => ({ row, column: 2 + at, value, formula }));
    const cells = [
      ...sheet().cells.filter(({ row }) => row === 1),
      ...line(3, ['Đánh giá', 'Số mục tiêu', 'Tỷ lệ', 'Ghi chú']),
      ...line(4, ['Đạt', 'mười', 'nửa', 'không'], 'COUNTIF(F:F,"Đạt")'),
      ...line(10, ['TT', 'Mục tiêu', 'Kế hoạch', 'Thực hiện']),
      ...line(11, ['A', 'B', '1', '2']),
      { row: 12, column: 1, value: 'lai-chau-2021|poverty-rate|_T|change', formula: null },
      ...line(12, ['1', 'Tỷ lệ hộ nghèo', 'giảm', 'Đạt']),
      { row: 20, column: 3, value: 12.5, formula: null },
    ];
    const two = sheet({ cells, hiddenRows: new Set([1]), hiddenColumns: new Set([1]) });
    const titles = (cell: string) => sheetWindow([two], { sheet: 'Nhập liệu', cell })?.titles;
    expect(titles('C20')).toEqual(['TT', 'Mục tiêu', 'Kế hoạch']);
    // The head of its own table stands in the window.
    expect(titles('C12')).toBeNull();
    expect(titles('C8')).toEqual(['Đánh giá', 'Số mục tiêu', 'Tỷ lệ']);
  });

  it('heads every table of a real workbook with its own words', async () => {
    const { model } = await filledWorkbook('lai-chau-2021', 'VN12');
    const { sheets } = factsOf(model);
    const keyed = keyedCells(sheets) ?? [];
    const words = {
      ownVerdict: 'Đơn vị tự đánh giá',
      ownReason: 'Lý do',
      mark: 'Đánh dấu',
      baseYear: 'Năm gốc',
    };
    for (const [wanted, title] of Object.entries(words)) {
      const windows = keyed
        .filter(({ field }) => field === wanted)
        .map(({ sheet: name, address }) => sheetWindow(sheets, { sheet: name, cell: address }));
      const said = windows.flatMap((window) => {
        const at = window?.rows.flatMap(({ cells }) => cells.findIndex(({ isWanted }) => isWanted)) ?? [];
        return window?.titles ? [window.titles[Math.max(...at)]] : [];
      });
      expect(said.length).toBeGreaterThan(5);
      expect(new Set(said)).toEqual(new Set([title]));
    }
    const entered = keyed.find(
      ({ field, period, row }) => field === 'value' && period === '2023' && row > 20,
    );
    if (!entered) throw new Error('no figure of 2023');
    const titles = sheetWindow(sheets, { sheet: entered.sheet, cell: entered.address })?.titles ?? [];
    expect(titles.join(' ')).toContain('năm 2023');
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
