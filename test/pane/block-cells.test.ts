import { describe, expect, it } from 'vitest';
import { bandsOf, inBatches } from '../../addin/office/bands.ts';
import { cellsOf } from '../../addin/office/block-cells.ts';

describe('cells of a block', () => {
  const one = (value: unknown, formula: unknown, type: string) =>
    cellsOf({ rowIndex: 6, columnIndex: 3, values: [[value]], formulas: [[formula]], valueTypes: [[type]] });
  const place = { row: 7, column: 4 };

  it.each([
    ['a typed number', 12.5, 12.5, 'Double', { value: 12.5, formula: null }],
    ['a date, which is its serial number', 45_292, 45_292, 'Double', { value: 45_292, formula: null }],
    ['a logical value', true, true, 'Boolean', { value: true, formula: null }],
    ['a text', '12,5', '12,5', 'String', { value: '12,5', formula: null }],
    ['a text with an equals sign', '=B7', '=B7', 'String', { value: '=B7', formula: null }],
    ['a text that looks like an error', '#N/A', '#N/A', 'String', { value: '#N/A', formula: null }],
    ['a typed error', '#N/A', '#N/A', 'Error', { value: { error: '#N/A' }, formula: null }],
    ['a formula', 3, '=B7+1', 'Double', { value: 3, formula: 'B7+1' }],
    [
      'a formula that gives nothing',
      '',
      '=IF(B7="","",B7)',
      'Empty',
      { value: '', formula: 'IF(B7="","",B7)' },
    ],
    ['a formula in error', '#DIV/0!', '=1/0', 'Error', { value: { error: '#DIV/0!' }, formula: '1/0' }],
  ])('%s', (_, value, formula, type, expected) => {
    expect(one(value, formula, type)).toEqual([{ ...place, ...expected }]);
  });

  it('a blank cell is no cell', () => {
    expect(one('', '', 'Empty')).toEqual([]);
  });
});

describe('bands', () => {
  const area = { row: 2, column: 1, rows: 10, columns: 4 };

  it('cover the rectangle without a gap, each within the limit', () => {
    const bands = bandsOf(area, 13);
    expect(bands.map(({ row, rows }) => [row, rows])).toEqual([
      [2, 3],
      [5, 3],
      [8, 3],
      [11, 1],
    ]);
    expect(bandsOf(area, 2)).toHaveLength(10);
  });

  it('travel together as long as there is room', () => {
    const bands = bandsOf(area, 13);
    expect(inBatches(bands, 24).map((batch) => batch.length)).toEqual([2, 2]);
    expect(inBatches(bands, 1).map((batch) => batch.length)).toEqual([1, 1, 1, 1]);
    expect(inBatches([], 10)).toEqual([]);
  });
});
