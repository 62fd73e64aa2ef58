import { describe, expect, it } from 'vitest';
import { blankSources } from '../../../core/returned/blank-sources.ts';

const sheets = [
  {
    name: 'A',
    cells: [
      { row: 1, column: 1, value: 5 },
      { row: 2, column: 1, value: '' },
    ],
  },
  { name: 'Số liệu nền', cells: [{ row: 3, column: 2, value: null, formula: 'C9' }] },
];

describe('formulas over blank cells', () => {
  const isOfBlanks = blankSources(sheets);

  it.each(['A2', '$B$7', "'Số liệu nền'!B4", 'SUM(B1:C9)', "SUM('Số liệu nền'!C1:D2)+B5", 'IF(B1="",0,B1)'])(
    '%s',
    (formula) => {
      expect(isOfBlanks(formula, 'A')).toBe(true);
    },
  );

  it.each([
    'A1',
    'SUM(A1:B9)',
    "'Số liệu nền'!B3",
    '2+3',
    'Tên',
    'B:B',
    "'Khác'!A1",
    '[1]A!B1',
    'B1+A1',
    'SUM(A1:XFD1048576)',
  ])('not %s', (formula) => {
    expect(isOfBlanks(formula, 'A')).toBe(false);
  });
});
