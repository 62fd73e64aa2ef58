import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sumOf, sumOver } from '../../../core/consolidate/add-up.ts';
import { exactOf, exactText } from '../../../core/consolidate/exact.ts';
import { AMOUNT_DECIMALS, LARGEST_AMOUNT } from '../../../core/consolidate/figure-table.ts';
import { addUnit, eachUnit, noUnits, sizeOf } from '../../../core/consolidate/unit-set.ts';

const figure = fc.record({
  amount: fc.oneof(
    fc.integer({ min: -1e9, max: 1e9 }),
    fc.constantFrom(LARGEST_AMOUNT - 1, 1 - LARGEST_AMOUNT),
  ),
  wide: fc.option(fc.constantFrom('99999999999999999999.00001', '-0.00000001'), { freq: 12 }),
  isNumber: fc.boolean(),
  isIn: fc.boolean(),
});

describe('a sum over some of the units of a column', () => {
  it('is that of whole numbers of any size, whichever way it is come by', () => {
    fc.assert(
      fc.property(fc.array(figure, { maxLength: 100 }), (figures) => {
        const [number, some] = [noUnits(figures.length), noUnits(figures.length)];
        const wide = new Map<number, ReturnType<typeof exactOf>>();
        let expected = 0n;
        const scale = 10n ** 8n;
        for (const [at, one] of figures.entries()) {
          if (!one.isNumber) continue;
          addUnit(number, at);
          if (one.wide !== null) wide.set(at, exactOf(one.wide));
          if (!one.isIn) continue;
          addUnit(some, at);
          const [whole = '', fraction = ''] = (one.wide ?? '').split('.');
          expected +=
            one.wide === null
              ? BigInt(one.amount) * (scale / 10n ** BigInt(AMOUNT_DECIMALS))
              : BigInt(whole + fraction.padEnd(8, '0'));
        }
        const amount = Float64Array.from(figures, (one) => (one.wide === null ? one.amount : 0));
        const column = { amount, wide, number, sum: sumOf({ amount, wide }, number) };
        expect(exactText(sumOver(column, some))).toBe(exactText({ units: expected, scale: 8 }));
      }),
    );
  });
});

describe('a set of units', () => {
  it('has those that were put into it', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: 0, max: 130 })), (places) => {
        const set = noUnits(131);
        for (const at of places) addUnit(set, at);
        const found: number[] = [];
        eachUnit(set, (at) => found.push(at));
        expect(found).toEqual([...places].sort((a, b) => a - b));
        expect(sizeOf(set)).toBe(places.length);
      }),
    );
  });
});
