import * as fc from 'fast-check';
import { columnLetters } from '../../../../core/sheet/address.ts';

/** A piece of a formula that knows what it becomes when the formula is copied along. */
export interface FormulaPiece {
  moved: (rows: number, columns: number) => string;
}

const fixed = (text: string): FormulaPiece => ({ moved: () => text });

/** Texts that look like references and are none. */
const lookalikes = fc
  .constantFrom(
    '"A1"',
    '"a""B2"',
    "'A1'!$C$3",
    "'Tờ ''B2'' C3'!$A$1",
    'LOG10(2)',
    'A1_RATE',
    'RATE.A1',
    'XFE1',
    'A1048577',
    'TRUE',
    '1E5',
    '#REF!',
    'Bảng[[#This Row],[A1]]',
    '{1,"A1"}',
    '[1]Tờ1!$B$2',
    'Tờ1:Tờ3!$A$1',
  )
  .map(fixed);

const row = fc.integer({ min: 50, max: 900 });
const column = fc.integer({ min: 50, max: 900 });
const sheetPrefix = fc.constantFrom('', 'Tờ1!', "'Nhập liệu'!", "'Ông ''Hai'''!");

const reference = fc
  .record({ row, column, fixedRow: fc.boolean(), fixedColumn: fc.boolean(), sheet: sheetPrefix })
  .map((cell) => ({
    moved: (rows: number, columns: number) =>
      cell.sheet +
      (cell.fixedColumn ? '$' : '') +
      columnLetters(cell.column + (cell.fixedColumn ? 0 : columns)) +
      (cell.fixedRow ? '$' : '') +
      (cell.row + (cell.fixedRow ? 0 : rows)),
  }));

const wholeRows = fc.tuple(row, row).map(([first, last]) => ({
  moved: (rows: number) => `${first + rows}:$${last}`,
}));

const wholeColumns = fc.tuple(column, column).map(([first, last]) => ({
  moved: (_: number, columns: number) => `$${columnLetters(first)}:${columnLetters(last + columns)}`,
}));

const piece: fc.Arbitrary<FormulaPiece> = fc.oneof(reference, lookalikes, wholeRows, wholeColumns);

/** Formulas whose relative references stay in the sheet for moves of up to 40 rows and columns. */
export const arbitraryFormula: fc.Arbitrary<FormulaPiece> = fc
  .tuple(
    fc.constantFrom('SUM', 'if', 'IFERROR'),
    fc.array(piece, { minLength: 1, maxLength: 6 }),
    fc.constantFrom(',', ' , ', '+', '&', '<>'),
  )
  .map(([name, pieces, separator]) => ({
    moved: (rows, columns) => `${name}(${pieces.map((one) => one.moved(rows, columns)).join(separator)})`,
  }));

/** How far a formula is copied. */
export const move = fc.record({
  rows: fc.integer({ min: -40, max: 40 }),
  columns: fc.integer({ min: -40, max: 40 }),
});
