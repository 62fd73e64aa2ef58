import { describe, expect, it } from 'vitest';
import { numberText, readableNumber } from '../../../core/base/number-text.ts';

describe('a number for people', () => {
  it.each([
    [83.4, 83.4],
    [0.619, 0.619],
    [18_926, 18_926],
    [58.000353, 58],
    [65.9090909090909, 65.91],
    [0.00123456, 0.00123],
    [-100.454545454545, -100.45],
    [1e21, 1e21],
  ])('%d is shown as %d', (value, shown) => {
    expect(readableNumber(value)).toBe(shown);
  });

  it('keeps the decimals that tell it from the number beside it', () => {
    expect(readableNumber(65.9090909, 65.9190909)).toBe(65.91);
    expect(readableNumber(65.9090909, 65.9091212)).toBe(65.90909);
    expect(numberText(readableNumber(1_234.56789), 'vi')).toBe('1.234,57');
  });
});
