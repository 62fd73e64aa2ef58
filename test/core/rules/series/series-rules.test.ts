import { describe, expect, it } from 'vitest';
import { largeGap } from '../../../../core/rules/series/rules/gap-to-explain.ts';
import { forUnit } from '../../../../core/target/plan-series.ts';
import { makeSeries, makeValues, type SeriesShape, type ValuesShape } from '../../target/make-series.ts';

const poverty: SeriesShape = {
  kind: 'change',
  direction: 'down',
  measure: 'share',
  hard: [0, 100],
  targets: [{ comparator: '>=', value: 4, from: 2021, to: 2025 }],
};
const doctors: SeriesShape = { kind: 'level', direction: 'up', targets: [{ value: 15, to: 2025 }] };
const base = { year: 2020, value: 10 };

describe('largeGap', () => {
  it.each<[string, SeriesShape, ValuesShape, number, string]>([
    ['a change met', poverty, { figures: { 2021: 30, 2022: 26 } }, 2022, 'passed'],
    // 4 points asked for: 0,8 may be missing.
    ['a change a fifth short', poverty, { figures: { 2021: 30, 2022: 26.8 } }, 2022, 'passed'],
    ['a change more than a fifth short', poverty, { figures: { 2021: 30, 2022: 26.81 } }, 2022, 'failed'],
    ['no figure', poverty, { figures: { 2021: 30 } }, 2022, 'not-evaluable'],
    ['a level a fifth of its change short', doctors, { base, figures: { 2025: 14 } }, 2025, 'passed'],
    ['a level further short', doctors, { base, figures: { 2025: 13.9 } }, 2025, 'failed'],
    // Without a baseline the value itself is the measure: 3 of 15.
    ['a level without baseline a fifth short', doctors, { figures: { 2025: 12 } }, 2025, 'passed'],
    ['a level without baseline further short', doctors, { figures: { 2025: 11.9 } }, 2025, 'failed'],
    // Nothing had to change: whatever is missing was there before.
    [
      'a level below what its baseline had',
      doctors,
      { base: { year: 2020, value: 15.1 }, figures: { 2025: 14.9 } },
      2025,
      'failed',
    ],
    [
      'a level as its baseline had it',
      doctors,
      { base: { year: 2020, value: 15 }, figures: { 2025: 15 } },
      2025,
      'passed',
    ],
    [
      'a level of 0 missed',
      { kind: 'level', direction: 'down', targets: [{ value: 0, to: 2025 }] },
      { figures: { 2025: 1_200 } },
      2025,
      'failed',
    ],
    [
      'a milestone not done',
      { kind: 'milestone', direction: 'up', targets: [{ to: 2025 }] },
      { figures: { 2025: 0 } },
      2025,
      'failed',
    ],
    [
      'a milestone done',
      { kind: 'milestone', direction: 'up', targets: [{ to: 2025 }] },
      { figures: { 2025: 1 } },
      2025,
      'passed',
    ],
  ])('%s', (_name, shape, values, year, outcome) => {
    expect(largeGap.check(makeSeries(shape), makeValues(values), year).outcome).toBe(outcome);
  });

  it('measures an assigned value by itself', () => {
    const district = (value: number) => {
      const assigned = new Map([[2024, { comparator: '>=' as const, value: 15, decision: '12/QĐ' }]]);
      const series = forUnit(makeSeries(doctors), false, assigned);
      return largeGap.check(series, makeValues({ figures: { 2024: value } }), 2024);
    };
    expect(district(12).outcome).toBe('passed');
    expect(district(11.9)).toMatchObject({ outcome: 'failed', data: { of: 'value' } });
  });

  it('has nothing to say before a target is in force', () => {
    expect(largeGap.appliesTo(makeSeries(doctors), 2024)).toBe(false);
    expect(largeGap.appliesTo(makeSeries(doctors), 2025)).toBe(true);
  });

  it('says how much is missing', () => {
    const result = largeGap.check(
      makeSeries(poverty),
      makeValues({ figures: { 2021: 30, 2022: 28.5 } }),
      2022,
    );
    if (result.outcome !== 'failed') throw new Error('expected a failure');
    expect(largeGap.text.vi.message(result.data)).toBe(
      'Chưa đạt: còn thiếu 2,5 điểm %/năm, bằng 62,5 % mức phải thay đổi (quá 20 % thì cần lý do).',
    );
    expect(largeGap.text.en.message(result.data)).toBe(
      'Missed by 2.5 percentage points/year, which is 62.5 % of the change asked for (more than 20 % wants a reason).',
    );
  });
});

/**
 * The engines as referees: the cells of a series hold what core computes for them, the formula of the rule
 * has to give TRUE exactly where its function fails.
 */
