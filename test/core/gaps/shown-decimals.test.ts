import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { shownDecimals } from '../../../core/gaps/shown-decimals.ts';
import { compare, round } from '../../../core/base/number.ts';

it('is two where two tell the numbers apart, and no more than are compared', () => {
  expect(shownDecimals([])).toBe(2);
  expect(shownDecimals([[12.5, 11.2]])).toBe(2);
  expect(shownDecimals([[95, 95]])).toBe(2);
  expect(
    shownDecimals([
      [99.998, 100],
      [-0.002, 0],
    ]),
  ).toBe(3);
  expect(shownDecimals([[2.9999991, 3]])).toBe(6);
  expect(shownDecimals([[2.99999991, 3]])).toBe(2);
});

it('shows as different whatever is compared as different', () => {
  const number = fc.double({ min: -1e6, max: 1e6, noNaN: true });
  fc.assert(
    fc.property(number, number, fc.double({ min: -1e-3, max: 1e-3, noNaN: true }), (left, right, by) => {
      for (const other of [right, left + by]) {
        const decimals = shownDecimals([[left, other]]);
        if (compare(left, other) !== 0 && Math.abs(left - other) >= 1e-6)
          expect(round(left, decimals)).not.toBe(round(other, decimals));
      }
    }),
  );
});
