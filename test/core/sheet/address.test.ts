import { describe, expect, it } from 'vitest';
import {
  absoluteAddress,
  cellAddress,
  columnLetters,
  parseAddress,
  SHEET_COLUMNS,
  SHEET_ROWS,
} from '../../../core/sheet/address.ts';

describe('columnLetters', () => {
  it.each([
    [1, 'A'],
    [26, 'Z'],
    [27, 'AA'],
    [52, 'AZ'],
    [53, 'BA'],
    [702, 'ZZ'],
    [703, 'AAA'],
    [16_384, 'XFD'],
  ])('names column %i %s', (column, letters) => {
    expect(columnLetters(column)).toBe(letters);
  });

  it.each([0, -1, 1.5, 16_385, Number.NaN])('refuses column %d', (column) => {
    expect(() => columnLetters(column)).toThrow(RangeError);
  });
});

describe('parseAddress', () => {
  it('reads back every column it can name, in relative and absolute form', () => {
    for (let column = 1; column <= SHEET_COLUMNS; column += 1) {
      const row = 1 + ((column * 61) % SHEET_ROWS);
      expect(parseAddress(cellAddress(row, column))).toEqual({ row, column });
      expect(parseAddress(absoluteAddress(row, column))).toEqual({ row, column });
    }
  });

  it('accepts lower-case letters and the last cell of a sheet', () => {
    expect(parseAddress('j12')).toEqual({ row: 12, column: 10 });
    expect(parseAddress('XFD1048576')).toEqual({ row: 1_048_576, column: 16_384 });
  });

  it.each([
    '',
    'A',
    '1',
    'A0',
    'A01',
    'XFE1',
    'A1048577',
    'A1:B2',
    'Sheet1!A1',
    'A-1',
    'A1 ',
    '[1',
    'Ä1',
    '$$A1',
    'AAAAAAAAAAAAAAAA1',
  ])('says that %j is no cell', (text) => {
    expect(parseAddress(text)).toBeNull();
  });
});

describe('cell addresses', () => {
  it('refuses rows that no sheet has', () => {
    expect(() => cellAddress(0, 1)).toThrow(RangeError);
    expect(() => absoluteAddress(SHEET_ROWS + 1, 1)).toThrow(RangeError);
  });
});
