import { describe, expect, it } from 'vitest';
import { shown } from '../../../../core/rules/figure/wording.ts';

describe('a figure in a message', () => {
  it.each([
    [0, '0 hộ', '0 hộ'],
    [-0, '0 hộ', '0 hộ'],
    [18_926, '18.926 hộ', '18,926 hộ'],
    [1.000_000_000_000_1, '1 hộ', '1 hộ'],
    [0.000_001, '0,000001 hộ', '0.000001 hộ'],
    [1e-300, 'dưới 0,000001 hộ', 'below 0.000001 hộ'],
    [-1e-9, 'trên -0,000001 hộ', 'above -0.000001 hộ'],
  ])('%d', (value, vi, en) => {
    expect(shown(value, 'hộ', 'vi')).toBe(vi);
    expect(shown(value, 'hộ', 'en')).toBe(en);
  });
});
