import { describe, expect, it } from 'vitest';
import { areaAddress, fitsSheet, fullAddress, parseArea } from './area.ts';

describe('addresses', () => {
  it.each(['B7', 'B7:D9', 'B:D', '7:9'])('%s is read and written the same', (address) => {
    const area = parseArea(address);
    expect(area && areaAddress(area)).toBe(address);
  });

  it('corners may come in any order, with signs and a sheet', () => {
    expect(parseArea("'Nhập liệu'!$D$9:b7")).toEqual({ row: 7, column: 2, rows: 3, columns: 3 });
  });

  it.each(['', 'B', '7', 'B0', 'A1:', 'A1:B2:C3', 'XFE1', 'A1048577'])('%j is none', (address) => {
    expect(parseArea(address)).toBeNull();
  });

  it('names of sheets are quoted where a formula would need it', () => {
    const area = { row: 1, column: 1, rows: 1, columns: 1 };
    expect(fullAddress('Bìa', area)).toBe('Bìa!A1');
    expect(fullAddress('Số gốc', area)).toBe("'Số gốc'!A1");
    expect(fullAddress("O'Neil", area)).toBe("'O''Neil'!A1");
  });

  it('what leaves the sheet does not fit', () => {
    expect(fitsSheet({ row: 0, column: 1, rows: 1, columns: 1 })).toBe(false);
    expect(fitsSheet({ row: 1, column: 16_384, rows: 1, columns: 2 })).toBe(false);
  });
});
