import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formulaLexemes } from '../../../../core/sheet/formula/lexemes.ts';
import { shiftable } from '../../../../core/sheet/formula/shift.ts';
import { arbitraryFormula, move } from './arbitrary-formula.ts';

describe('a formula copied along', () => {
  it.each([
    ['B7*$C$3+D$2+$E4', 2, 1, 'C9*$C$3+E$2+$E6'],
    ["'Nhập liệu'!E9", 1, 0, "'Nhập liệu'!E10"],
    ['SUM(A:B,2:$3)', 1, 1, 'SUM(B:C,3:$3)'],
    ['IF(A1="A1",LOG10(A1),A1B)', 1, 0, 'IF(A2="A1",LOG10(A2),A1B)'],
    ['b7', 1, 1, 'C8'],
    ['A1', 0, 0, 'A1'],
  ])('%s by %i rows and %i columns is %s', (formula, rows, columns, expected) => {
    expect(shiftable(formula).shifted(rows, columns)).toBe(expected);
  });

  it.each([
    ['A1+B2', -1, 0, '#REF!+B1'],
    ['A1:B2', 0, -1, '#REF!:A2'],
    ['Tờ!XFD1', 0, 1, 'Tờ!#REF!'],
    ['A1048576', 1, 0, '#REF!'],
    ['A:B', 0, -1, '#REF!'],
    ['1:2', -1, 0, '#REF!'],
    ['$A1', 0, -5, '$A1'],
  ])('%s by %i rows and %i columns leaves the sheet: %s', (formula, rows, columns, expected) => {
    expect(shiftable(formula).shifted(rows, columns)).toBe(expected);
  });

  it('moves references and nothing else', () => {
    fc.assert(
      fc.property(arbitraryFormula, move, (formula, { rows, columns }) => {
        expect(shiftable(formula.moved(0, 0)).shifted(rows, columns)).toBe(formula.moved(rows, columns));
      }),
      { numRuns: 1000 },
    );
  });

  it('keeps every character of what is no formula', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(
          formulaLexemes(text)
            .map((lexeme) => lexeme.text)
            .join(''),
        ).toBe(text);
        expect(shiftable(text).shifted(0, 0)).toBe(text);
      }),
      { numRuns: 1000 },
    );
  });

  it.each(['(', '"', "'", '[', 'A', '1', '$', 'a:', '!', '#', "'a'!", '""'])(
    'is read in time however often it repeats %s',
    (piece) => {
      const formula = piece.repeat(32_000);
      expect(shiftable(formula).shifted(0, 0)).toBe(formula);
    },
    5_000,
  );
});
