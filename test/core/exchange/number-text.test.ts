import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { numberTextOf, parseNumberText } from '../../../core/exchange/number-text.ts';
import { profiles } from '../../../core/exchange/profile.ts';

describe.each(profiles)('a number of the %s profile', (profile) => {
  it('comes back as the same number to 15 digits, without exponent or grouping', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        const text = numberTextOf(value, profile);
        expect(text).toMatch(/^-?\d+(?:[.,]\d+)?$/u);
        const kept = Number((value === 0 ? 0 : value).toPrecision(15));
        expect(parseNumberText(text, profile)).toBe(Number.isFinite(kept) ? kept : value);
      }),
    );
  });
});

describe('a number that is no number of the profile', () => {
  it.each([
    ['machine', '12,5', 'decimal-sign'],
    ['machine', '1.234,5', 'decimal-sign'],
    ['machine', '1,234', 'decimal-sign'],
    ['excel', '1.234', 'decimal-sign'],
    ['excel', '12.5', 'decimal-sign'],
    ['excel', '1.234,5', 'decimal-sign'],
    ['machine', '1.23E+11', 'exponent'],
    ['excel', '1,23E+11', 'exponent'],
    ['machine', '012', 'not-a-number'],
    ['machine', '+1', 'not-a-number'],
    ['machine', '1 234', 'not-a-number'],
    ['machine', '.5', 'not-a-number'],
    ['machine', '5.', 'not-a-number'],
    ['machine', '１２', 'not-a-number'],
    ['machine', 'Infinity', 'not-a-number'],
    ['machine', '0x10', 'not-a-number'],
    ['machine', '9'.repeat(400), 'too-large'],
  ] as const)('%s: %s', (profile, text, problem) => {
    expect(parseNumberText(text, profile)).toBe(problem);
  });

  it.each([
    [1.234, '1.234', '1,234'],
    [1e21, '1000000000000000000000', '1000000000000000000000'],
    [1.5e-7, '0.00000015', '0,00000015'],
    [-12.5, '-12.5', '-12,5'],
    [-0, '0', '0'],
    [0.1 + 0.2, '0.3', '0,3'],
    [2 ** 60, '1152921504606850000', '1152921504606850000'],
    [Number.MAX_VALUE, `17976931348623157${'0'.repeat(292)}`, `17976931348623157${'0'.repeat(292)}`],
  ])('%d is written %s and %s', (value, machine, excel) => {
    expect(numberTextOf(value, 'machine')).toBe(machine);
    expect(numberTextOf(value, 'excel')).toBe(excel);
  });
});
