import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formulaTokens } from '../../../../core/sheet/formula/tokens.ts';
import { arbitraryFormula, move } from './arbitrary-formula.ts';

const tokens = (formula: string) => formulaTokens(formula, 10, 5);

describe('tokens of a formula', () => {
  it('are its operands and operators, with references from the cell', () => {
    expect(tokens('IF($B$7>D9,"x",-\'Số liệu\'!E11%)')).toEqual([
      'R7C2',
      'R[-1]C[-1]',
      '>',
      '"x"',
      "'SỐ LIỆU'!R[1]C[0]",
      'negate',
      '%',
      'IF(3)',
    ]);
  });

  it.each([
    ['A1+B1', ' A1 +\n B1 '],
    ['A1+B1', '=A1+B1'],
    ['A1*B1+1', '((A1*B1))+(1)'],
    ['A1*2', '+A1*+2'],
    ['IF(TRUE,1,FALSE)', 'if(TRUE(),1,false())'],
    ['0.1', '.1'],
    ['0.1', '1E-1'],
    ['0.1', '0.10'],
    ['0.05', '0.0500000000000000000007'],
    ['1E21*A1', '1e+021*A1'],
    ['STDEV.S(A1:B2)', '_xlfn.STDEV.S(A1:B2)'],
    ['FILTER(A1:B2,A1)', '_xlfn._xlws.FILTER(A1:B2,A1)'],
    ['A1', '_xlfn.SINGLE(A1)'],
    ['Bìa!A1', "'Bìa'!A1"],
    ['Bìa!A1', '$Bìa!A1'],
    ["'Ông ''Hai'!A1", "'ông ''hai'!A1"],
    ['Bìa!A1:B2', 'Bìa!A1:Bìa!B2'],
    ['SUM(A1:A1)', 'SUM(A1)'],
    ['SUM(A:C)', 'SUM(A1:C1048576)'],
    ['SUM(2:3)', 'SUM(A2:XFD3)'],
    ['SUM((A1,B1))', 'SUM((A1~B1))'],
    ['#REF!', 'Bìa!#REF!'],
    ['#REF!', '#REF!A1'],
    ['#REF!', '#ref!:B2'],
    ['B1%%', '(B1%)%'],
    ['-2^2', '(-2)^2'],
    ['SUM({1,-2.5;"a",TRUE})', 'SUM({ 1 , -2.50 ; "a" , true })'],
    ['Tỷ_lệ*2', 'TỶ_LỆ*2'],
  ])('%s and %s are the same', (one, other) => {
    expect(tokens(one)[0]).not.toBe('?');
    expect(tokens(other)).toEqual(tokens(one));
  });

  it.each([
    ['A1-(B1-C1)', 'A1-B1-C1'],
    ['(A1+B1)*2', 'A1+B1*2'],
    ['2^(3^2)', '2^3^2'],
    ['A1', '$A1'],
    ['A1', 'A2'],
    ['"a"', '"A"'],
    ['"a "', '"a"'],
    ['IF(A1,,2)', 'IF(A1,2)'],
    ['IF(A1,1,)', 'IF(A1,1)'],
    ['SUM((A1,B1))', 'SUM(A1,B1)'],
    ['SUM(A1:B2 B1:C3)', 'SUM(A1:B2,B1:C3)'],
    ['-A1', 'A1'],
    ['Bìa!A1', 'A1'],
    ['A1', 'XFE1'],
    ['5%', '5'],
    ['TRUE', '"TRUE"'],
    ['{1,2}', '{1;2}'],
  ])('%s and %s are not the same', (one, other) => {
    expect(tokens(one)[0]).not.toBe('?');
    expect(tokens(other)).not.toEqual(tokens(one));
  });

  it('stay when the formula moves with its row, and change when its row shifts', () => {
    expect(formulaTokens('E7-$C$3', 7, 6)).toEqual(formulaTokens('E9-$C$3', 9, 6));
    expect(formulaTokens('E7-$C$3', 7, 6)).not.toEqual(formulaTokens('E8-$C$3', 7, 6));
    fc.assert(
      fc.property(arbitraryFormula, move, (formula, { rows, columns }) => {
        expect(formulaTokens(formula.moved(rows, columns), 500 + rows, 500 + columns)).toEqual(
          formulaTokens(formula.moved(0, 0), 500, 500),
        );
      }),
      { numRuns: 500 },
    );
  });

  it.each(['', 'A1+', '(A1', 'A1)', 'SUM(A1', 'A1 1', '1,2', '"a', ',', 'A1;B1'])(
    'of %j, which is no formula, are its pieces',
    (text) => {
      expect(tokens(text)[0]).toBe('?');
    },
  );

  it.each(['(', '-', '(A1,', 'A1 ', 'SUM(', '{1,', '#REF!', 'A1:', '(-(A1,B1', '-(A1,'])(
    'are made in time however often a hostile formula repeats %s',
    (piece) => {
      expect(formulaTokens(piece.repeat(32_767 / piece.length), 1, 1).length).toBeGreaterThan(0);
    },
    5_000,
  );
});
