import { describe, expect, it } from 'vitest';
import { Recalculation } from '../../../../core/sheet/evaluate/recalculation.ts';
import { newSheet, put } from '../../../../core/sheet/draft.ts';
import type { Indicator } from '../../../../core/catalogue/schema.ts';
import { communesSum, sumDiffers, sumDiffersFormula } from '../../../../core/template/form/communes-sum.ts';

const counted = { decimals: 0, hard: [0, 1e9] } as unknown as Indicator;
const measured = { decimals: 1, hard: [0, 1e9] } as unknown as Indicator;
const balance = { decimals: 1, hard: [-100, 100] } as unknown as Indicator;

/** What the formula comes to over a sum, the province's figure and whether all communes are there. */
function byFormula(indicator: Indicator, sum: number, province: number, complete: boolean): boolean {
  const sheet = newSheet('Số liệu', []);
  [sum, province, complete ? 1 : 0].forEach((value, at) => put(sheet, at + 1, 2, 'plain', value));
  const condition = sumDiffersFormula(indicator, { sum: 'B1', province: 'B2', complete: 'B3=1' });
  const [isTrue, isFalse] = [1, 0].map((result) => {
    const one = { ...sheet, cells: new Map(sheet.cells) };
    put(one, 4, 2, 'plain', { formula: `IF(${condition},1,0)`, result });
    try {
      // It refuses a sheet of which a result is another.
      new Recalculation([one]);
      return true;
    } catch {
      return false;
    }
  });
  if (isTrue === isFalse) throw new Error(condition);
  return isTrue === true;
}

describe('what communes come to against the province', () => {
  it.each([
    [counted, 370, 370, true, false],
    [counted, 370, 371, true, true],
    [counted, 370, 400, false, null],
    [counted, 370, 369, false, true],
    // Reported with one decimal: 0,04 is no difference, 0,06 is one.
    [measured, 12.34, 12.3, true, false],
    [measured, 12.36, 12.3, true, true],
    [measured, 12.34, 12.3, false, null],
    [measured, 0.1 + 0.2, 0.3, true, false],
    // What may be below 0 can still bring a sum down.
    [balance, 12, 11, false, null],
    [balance, 12, 11, true, true],
  ])('%#: one rule in the check and on the sheet', (indicator, sum, province, complete, differs) => {
    expect(sumDiffers(indicator, { sum, province, complete })).toBe(differs);
    expect(byFormula(indicator, sum, province, complete)).toBe(differs === true);
  });

  it('is a sum without traces of binary fractions', () => {
    expect(communesSum([0.1, 0.2, 0.7])).toBe(1);
    expect(communesSum([])).toBe(0);
  });
});
