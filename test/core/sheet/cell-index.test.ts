import { expect, it } from 'vitest';
import { SHEET_COLUMNS, SHEET_ROWS } from '../../../core/sheet/address.ts';
import { cellIndex, cellPlace } from '../../../core/sheet/model.ts';

it.each([
  [1, 1],
  [1, SHEET_COLUMNS],
  [2, 1],
  [SHEET_ROWS, 1],
  [SHEET_ROWS, SHEET_COLUMNS],
])('an index is of one cell only: row %d, column %d', (row, column) => {
  expect(cellPlace(cellIndex(row, column))).toEqual({ row, column });
});
