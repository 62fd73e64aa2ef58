import { describe, expect, it } from 'vitest';
import { fractionsUpTo, isFraction } from '../../../core/target/fraction.ts';
import { seriesOf } from '../../../core/target/plan-series.ts';
import { forUnit } from '../../../core/target/plan-series.ts';
import { makeIndicator } from '../rules/figure/figure-fixture.ts';
import { loadSeeds } from '../../workbook/seed-workbooks.ts';

const share = makeIndicator({ measure: 'share', hard: [0, 100] });

describe('a percentage stored as a fraction', () => {
  it.each<[string, number, { upTo: number; isLarge: boolean }, boolean]>([
    ['where the plan says clearly more', 0.834, { upTo: 1, isLarge: false }, true],
    ['where another year does', 0.25, { upTo: 0, isLarge: true }, true],
    ['that is the whole', 1, { upTo: 1, isLarge: false }, true],
    ['is none above one', 1.2, { upTo: 1, isLarge: true }, false],
    ['is none at zero', 0, { upTo: 1, isLarge: true }, false],
    ['is none while nothing says so', 0.25, { upTo: 0, isLarge: false }, false],
    ['is one below what a year is to cut', 0.9, { upTo: 1, isLarge: false }, true],
  ])('%s: %d', (_what, value, evidence, expected) => {
    expect(isFraction(share, value, evidence)).toBe(expected);
  });

  it('is never one of what is not counted in per cent', () => {
    for (const other of [
      makeIndicator({ unit: 'nghìn người' }),
      makeIndicator({ measure: 'rate', unit: '‰' }),
    ])
      expect(isFraction(other, 0.25, { upTo: 1, isLarge: true })).toBe(false);
  });

  it('is told by what plans print: clear levels, and cuts of the unit itself', async () => {
    const { plans } = await loadSeeds();
    const of = (id: string, isOwn: boolean) => {
      const series = plans
        .flatMap((plan) => seriesOf(plan))
        .filter(({ plan, indicator }) => plan === 'lai-chau-2021' && indicator.id === id)
        .map((one) => forUnit(one, isOwn, new Map()));
      expect(series.length).toBeGreaterThan(0);
      return fractionsUpTo(series);
    };
    expect(of('health-insurance-coverage', true)).toBe(1);
    expect(of('health-insurance-coverage', false)).toBe(1);
    expect(of('poverty-rate', true)).toBeGreaterThan(0);
    expect(of('poverty-rate', false)).toBe(0);
    expect(of('new-jobs', true)).toBe(0);
  });
});
