import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  compare,
  numberTokens,
  parsePrinted,
  round,
  storedResult,
  wholeTokenOccurrences,
} from '../../../core/base/number.ts';
import { occurrences } from '../../../core/base/text.ts';

/** A number as Vietnamese documents print it; the reverse of parsePrinted, for numbers with few decimals. */
function print(value: number, decimals: number): string {
  const [whole = '', fraction] = value.toFixed(decimals).split('.');
  const grouped = whole.replace(/\B(?=(?:\d{3})+$)/gu, '.');
  return fraction === undefined ? grouped : `${grouped},${fraction}`;
}

describe('round', () => {
  it.each([
    [2.675, 2, 2.68],
    [-2.675, 2, -2.68],
    [1.005, 2, 1.01],
    [0.5, 0, 1],
    [-0.5, 0, -1],
    [1234.5, -1, 1230],
    [1e21, 2, 1e21],
    [0, 3, 0],
  ])('rounds %d at %d decimals to %d', (value, decimals, expected) => {
    expect(round(value, decimals)).toBe(expected);
  });

  it('never returns minus zero', () => {
    expect(Object.is(round(-0.0000001, 6), 0)).toBe(true);
  });

  it('leaves what is not finite as it is', () => {
    expect(round(Number.POSITIVE_INFINITY, 2)).toBe(Number.POSITIVE_INFINITY);
    expect(round(Number.NaN, 2)).toBeNaN();
  });

  it('mirrors around zero, is idempotent and moves a figure by half a unit at most', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -1e9, max: 1e9, noNaN: true }),
        fc.integer({ min: 0, max: 6 }),
        (value, decimals) => {
          const rounded = round(value, decimals);
          expect(round(rounded, decimals)).toBe(rounded);
          expect(round(-value, decimals)).toBe(0 - rounded);
          expect(Math.abs(rounded - value)).toBeLessThanOrEqual(0.5 * 10 ** -decimals + 1e-6);
        },
      ),
    );
  });

  it('gives what the digits give, near and far from a half', () => {
    const digits = fc.tuple(fc.bigInt({ min: 0n, max: 10n ** 14n }), fc.integer({ min: 0, max: 9 }));
    fc.assert(
      fc.property(digits, fc.integer({ min: 0, max: 9 }), ([units, scale], decimals) => {
        const value = Number(`${units}e-${scale}`);
        const cut = 10n ** BigInt(Math.max(0, scale - decimals));
        const expected = Number(`${(2n * units + cut) / (2n * cut)}e-${Math.min(scale, decimals)}`);
        expect(round(value, decimals)).toBe(expected);
      }),
      { numRuns: 20_000 },
    );
  });

  it('takes every printed half away from zero, whatever the binary fraction lies', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10_000_000 }), (hundredths) => {
        expect(round(Number(`${hundredths}.5`) / 100, 2)).toBe((hundredths + 1) / 100);
      }),
    );
  });
});

describe('compare', () => {
  it('takes figures that differ after the sixth decimal for equal', () => {
    expect(compare(0.1 + 0.2, 0.3)).toBe(0);
    expect(compare(12.0000004, 12)).toBe(0);
    expect(compare(12.000001, 12)).toBeGreaterThan(0);
    expect(compare(11.999999, 12)).toBeLessThan(0);
  });
});

describe('storedResult', () => {
  it('keeps 12 significant digits', () => {
    expect(storedResult(1 / 3)).toBe(0.333333333333);
    expect(storedResult(0.1 + 0.2)).toBe(0.3);
  });
});

describe('parsePrinted', () => {
  it.each([
    ['62,8', { value: 62.8 }],
    ['5.000', { value: 5000 }],
    ['08', { value: 8 }],
    ['0,5', { value: 0.5 }],
    ['5 nghìn', { value: 5000 }],
    ['1,83 triệu', { value: 1_830_000 }],
    ['5.000 – 6.000', { low: 5000, high: 6000 }],
    ['4 - 5', { low: 4, high: 5 }],
    ['1-1,5', { low: 1, high: 1.5 }],
    ['5 – 6 nghìn', { low: 5000, high: 6000 }],
    ['5 nghìn'.normalize('NFD'), { value: 5000 }],
  ])('reads %s', (text, expected) => {
    const parsed = parsePrinted(text);
    const rounded = Object.fromEntries(
      Object.entries(parsed ?? {}).map(([key, value]) => [key, round(value, 6)]),
    );
    expect(rounded).toEqual(expected);
  });

  it.each([
    '',
    '5%',
    '5 000',
    '5.00',
    '1,2,3',
    '5 hộ',
    '-5',
    '5 -',
    '1e3',
    '١',
    'nghìn',
    '5.000.00',
    '5nghìn',
  ])('refuses %j rather than guess', (text) => {
    expect(parsePrinted(text)).toBeNull();
  });

  it('reads back every number it is printed from', () => {
    fc.assert(
      fc.property(fc.nat(2_000_000_000), fc.integer({ min: 0, max: 3 }), (units, decimals) => {
        const value = Number((units / 10 ** decimals).toFixed(decimals));
        expect(parsePrinted(print(value, decimals))).toEqual({ value });
      }),
    );
  });

  it('gives finite figures or nothing for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'0123456789., -–nghìtrệu%'.split('')) }), (text) => {
        const parsed = parsePrinted(text);
        if (parsed !== null) expect(Object.values(parsed).every(Number.isFinite)).toBe(true);
      }),
    );
  });
});

describe('wholeTokenOccurrences', () => {
  const count = (text: string, printed: string): number =>
    wholeTokenOccurrences(text, printed, occurrences(text, printed)).length;

  it.each([
    ['đạt 5% và 65%', '5', 1],
    ['đạt 1.5 và 5,5 và 15', '5', 0],
    ['đạt 5, 6 và 7.', '7', 1],
    ['đạt 5, 6 và 7.', '5', 1],
    ['QH15', '15', 0],
    ['15b', '15', 1],
    ['5 nghìn hộ, 15 nghìn người', '5 nghìn', 1],
    ['100% và 100%', '100', 2],
    ['5.000 – 6.000', '5.000 – 6.000', 1],
  ])('in %j finds %j %d times', (text, printed, expected) => {
    expect(count(text, printed)).toBe(expected);
  });

  it('finds exactly the tokens that numberTokens sees', () => {
    const piece = fc.oneof(fc.nat(99999).map(String), fc.constantFrom('.', ',', ' ', '%', ' – ', '/'));
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const text = pieces.join('');
        for (const token of numberTokens(text)) {
          const same = numberTokens(text).filter((other) => other.text === token.text);
          expect(count(text, token.text)).toBe(same.length);
        }
      }),
    );
  });
});
