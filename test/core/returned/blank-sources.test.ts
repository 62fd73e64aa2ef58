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
  {
    name: 'Số liệu nền',
    cells: [
      { row: 3, column: 2, value: 0, formula: 'C9' },
      { row: 4, column: 2, value: 0, formula: 'B3+C10' },
      { row: 5, column: 2, value: 7, formula: '3+4' },
      { row: 6, column: 2, value: 0, formula: 'B7' },
      { row: 7, column: 2, value: 0, formula: 'B6' },
      { row: 8, column: 2, value: '  ' },
    ],
  },
];

describe('formulas over blank cells', () => {
  const isOfBlanks = blankSources(sheets);

  it.each([
    'A2',
    '$B$7',
    "'Số liệu nền'!B9",
    'SUM(B1:C9)',
    "SUM('Số liệu nền'!C1:D2)+B5",
    'IF(B1="",0,B1)',
    "'Số liệu nền'!B8",
    'SUM(B:C)',
    '$7:9',
    'SUM(B1:XFD1048576)',
    // Through another formula, and through two.
    "'Số liệu nền'!B3",
    "'Số liệu nền'!$B$4*2",
    // Round in a circle, to which programs give 0.
    "'Số liệu nền'!B6",
    'IF(TRUE,B1)',
  ])('%s', (formula) => {
    expect(isOfBlanks(formula, 'A')).toBe(true);
  });

  it.each([
    'A1',
    'SUM(A1:B9)',
    "'Số liệu nền'!B5",
    "SUM('Số liệu nền'!B:B)",
    '2+3',
    'Tên',
    'A:B',
    '1:3',
    "'Khác'!A1",
    '[1]A!B1',
    'B1+A1',
    'SUM(A1:XFD1048576)',
  ])('not %s', (formula) => {
    expect(isOfBlanks(formula, 'A')).toBe(false);
  });
});

it('a chain without end is no figure of blanks', () => {
  const cells = Array.from({ length: 5_000 }, (_, at) => ({
    row: at + 1,
    column: 1,
    value: 0,
    formula: `A${at + 2}`,
  }));
  expect(blankSources([{ name: 'A', cells }])('A1', 'A')).toBe(false);
});
