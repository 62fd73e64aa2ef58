import { describe, expect, it } from 'vitest';
import { perOf } from '../../../core/catalogue/per.ts';

describe('per how many people a rate is', () => {
  it.each([
    ['bác sĩ/vạn dân', 10_000],
    ['ca/100.000 trẻ đẻ sống', 100_000],
    ['ca/10 vạn dân', 100_000],
    ['nhân viên/10.000 dân', 10_000],
    ['‰', 1_000],
    ['bé trai/100 bé gái', 100],
  ])('is said by the unit %s', (unit, per) => {
    expect(perOf({ measure: 'rate', unit })).toBe(per);
  });

  it.each(['lượt/người', 'bác sĩ', 'ca/1 dân'])('is not said by %s', (unit) => {
    expect(perOf({ measure: 'rate', unit })).toBeNull();
  });
});
