import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { add, exactOf, exactText, quotient, subtract, ZERO } from '../../../core/consolidate/exact.ts';

const digits = fc
  .tuple(fc.integer({ min: -999_999_999, max: 999_999_999 }), fc.integer({ min: 0, max: 9 }))
  .map(([units, scale]) => exactText({ units: BigInt(units), scale }));

describe('an exact number', () => {
  it('adds what doubles cannot', () => {
    const sum = ['0.1', '0.2', '1234567890123.4567'].map(exactOf).reduce(add, ZERO);
    expect(exactText(sum)).toBe('1234567890123.7567');
    expect(exactText(add(exactOf('12.50'), exactOf('-12.5')))).toBe('0');
    expect(exactText(subtract(exactOf('-0.05'), exactOf('1')))).toBe('-1.05');
  });

  it('comes to the same in any order', () => {
    fc.assert(
      fc.property(
        fc
          .array(digits)
          .chain((list) =>
            fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })),
          ),
        ([list, shuffled]) => {
          const sum = (numbers: string[]) => exactText(numbers.map(exactOf).reduce(add, ZERO));
          expect(sum(shuffled)).toBe(sum(list));
        },
      ),
    );
  });

  it('is divided once: the double nearest to the quotient', () => {
    expect(quotient(exactOf('1'), exactOf('3'), 100)).toBe(100 / 3);
    expect(quotient(exactOf('0.3'), exactOf('0.1'))).toBe(3);
    expect(quotient(exactOf('1'), ZERO)).toBeNull();
  });

  it('is no text that is no number', () => {
    for (const text of ['', '1,5', '1e3', ' 1', '.5']) expect(() => exactOf(text)).toThrow(RangeError);
  });
});
