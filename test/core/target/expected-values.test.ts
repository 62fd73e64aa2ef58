import { describe, expect, it } from 'vitest';
import { measured } from '../../../core/observation/measured.ts';
import { cumulative } from '../../../core/target/accumulate.ts';
import { gap, pathGap } from '../../../core/target/gap.ts';
import type { SeriesValues } from '../../../core/target/kind.ts';
import { kinds } from '../../../core/target/kinds/index.ts';
import type { Series } from '../../../core/target/series.ts';
import { verdict } from '../../../core/target/verdict.ts';
import { makeIndicator, makeSeries, makeValues, type SeriesShape, type ValuesShape } from './make-series.ts';

/** Worked examples from the provinces' plans; bases the plans do not print are assumed. */

function path(series: Series, values: SeriesValues, year: number, bound: 'low' | 'high' = 'low'): number {
  const value = kinds[series.kind].path(series, values, year, bound);
  if (value === null) throw new Error(`There is no path in ${year}.`);
  return value;
}

interface Example {
  target: SeriesShape;
  base: NonNullable<ValuesShape['base']>;
  /** Printed with so many decimals. */
  decimals: number;
  expected: Record<number, number>;
}

const percentDown = { direction: 'down', measure: 'share', hard: [0, 100] } as const;

const examples: Record<string, Example> = {
  'compulsory social insurance grows 7,1 % a year from 10.000': {
    target: {
      kind: 'growth',
      direction: 'up',
      average: true,
      targets: [{ value: 7.1, from: 2013, to: 2020 }],
    },
    base: { year: 2012, value: 10_000 },
    decimals: 1,
    expected: { 2013: 10_710, 2015: 12_284.8, 2020: 17_310.7 },
  },
  'voluntary social insurance grows 25,8 % a year from 1.000': {
    target: {
      kind: 'growth',
      direction: 'up',
      average: true,
      targets: [{ value: 25.8, from: 2013, to: 2020 }],
    },
    base: { year: 2012, value: 1_000 },
    decimals: 1,
    expected: { 2013: 1_258, 2015: 1_990.9, 2020: 6_272.6 },
  },
  'infant mortality falls from 28 to 24, linear': {
    target: {
      kind: 'level',
      direction: 'down',
      measure: 'rate',
      unit: '‰',
      targets: [{ value: 24, to: 2020 }],
    },
    base: { year: 2015, value: 28 },
    decimals: 6,
    expected: { 2016: 27.2, 2017: 26.4, 2018: 25.6, 2019: 24.8, 2020: 24 },
  },
  'infant mortality falls from 28 to 24, compound': {
    target: {
      kind: 'level',
      direction: 'down',
      measure: 'rate',
      unit: '‰',
      interpolation: 'compound',
      targets: [{ value: 24, to: 2020 }],
    },
    base: { year: 2015, value: 28 },
    decimals: 2,
    expected: { 2016: 27.15, 2017: 26.33, 2018: 25.53, 2019: 24.75, 2020: 24 },
  },
  'skilled workers rise by 20 % from 2015 to 2020, linear': {
    target: { kind: 'relative', direction: 'up', targets: [{ value: 20, to: 2020, baseYear: 2015 }] },
    base: { year: 2015, value: 50_000 },
    decimals: 6,
    expected: { 2016: 52_000, 2018: 56_000, 2020: 60_000, 2021: 60_000 },
  },
  'accidents fall by a fifth from 2015 to 2020, compound': {
    target: {
      kind: 'relative',
      direction: 'down',
      interpolation: 'compound',
      targets: [{ value: 20, to: 2020, baseYear: 2015 }],
    },
    base: { year: 2015, value: 500 },
    decimals: 2,
    expected: { 2016: 478.18, 2017: 457.31, 2020: 400 },
  },
  'doctors rise from 9 to 15, linear': {
    target: { kind: 'level', direction: 'up', targets: [{ value: 15, to: 2020 }] },
    base: { year: 2015, value: 9 },
    decimals: 6,
    expected: { 2016: 10.2, 2017: 11.4, 2018: 12.6, 2019: 13.8, 2020: 15 },
  },
  'doctors rise from the milestone 9 in 2015 to 15, linear': {
    target: {
      kind: 'level',
      direction: 'up',
      targets: [
        { value: 9, to: 2015 },
        { value: 15, to: 2020 },
      ],
    },
    base: { year: null, value: null },
    decimals: 6,
    expected: { 2015: 9, 2016: 10.2, 2017: 11.4, 2018: 12.6, 2019: 13.8, 2020: 15, 2021: 15 },
  },
  'doctors rise from 9 to 15, compound': {
    target: { kind: 'level', direction: 'up', interpolation: 'compound', targets: [{ value: 15, to: 2020 }] },
    base: { year: 2015, value: 9 },
    decimals: 2,
    expected: { 2016: 9.97, 2017: 11.04, 2018: 12.23, 2019: 13.54, 2020: 15 },
  },
  'poor households fall 3 points a year from 16,33': {
    target: { kind: 'change', ...percentDown, targets: [{ value: 3, from: 2021, to: 2025 }] },
    base: { year: 2020, value: 16.33 },
    decimals: 6,
    expected: { 2021: 13.33, 2022: 10.33, 2023: 7.33, 2024: 4.33, 2025: 1.33 },
  },
  'three points a year from 25 are points, not percent of percent': {
    target: { kind: 'change', ...percentDown, targets: [{ value: 3, from: 2021, to: 2025 }] },
    base: { year: 2020, value: 25 },
    decimals: 6,
    expected: { 2025: 10 },
  },
  'poor districts fall 4,3 points a year from 30': {
    target: { kind: 'change', ...percentDown, targets: [{ value: 4.3, from: 2021, to: 2025 }] },
    base: { year: 2020, value: 30 },
    decimals: 6,
    expected: { 2021: 25.7, 2022: 21.4, 2023: 17.1, 2024: 12.8, 2025: 8.5 },
  },
  'social insurance coverage rises from 20 in 2025 to 25 in 2030': {
    target: {
      kind: 'level',
      direction: 'up',
      targets: [
        { value: 20, to: 2025 },
        { value: 25, to: 2030 },
      ],
    },
    base: { year: null, value: null },
    decimals: 6,
    expected: { 2026: 21, 2027: 22, 2028: 23, 2029: 24, 2030: 25 },
  },
  'new-rural communes rise from 16 to 38': {
    target: {
      kind: 'level',
      direction: 'up',
      targets: [
        { value: 16, to: 2015 },
        { value: 38, to: 2020 },
      ],
    },
    base: { year: null, value: null },
    decimals: 6,
    expected: { 2016: 20.4, 2017: 24.8, 2018: 29.2, 2019: 33.6, 2020: 38 },
  },
  '8.500 jobs a year add up to 42.500': {
    target: { kind: 'flow', direction: 'up', targets: [{ value: 8_500, from: 2021, to: 2025 }] },
    base: { year: null, value: null },
    decimals: 6,
    expected: { 2021: 8_500, 2023: 25_500, 2025: 42_500 },
  },
  '8.000 trained people a year add up to 40.000': {
    target: { kind: 'flow', direction: 'up', targets: [{ value: 8_000, from: 2021, to: 2025 }] },
    base: { year: null, value: null },
    decimals: 6,
    expected: { 2025: 40_000 },
  },
  '5.000–6.000 jobs a year add up to at least 45.000': {
    target: { kind: 'flow', direction: 'up', targets: [{ range: [5_000, 6_000], from: 2012, to: 2020 }] },
    base: { year: null, value: null },
    decimals: 6,
    expected: { 2012: 5_000, 2020: 45_000 },
  },
  '32.000 jobs a year add up to 96.000 in three years': {
    target: { kind: 'flow', direction: 'up', targets: [{ value: 32_000, from: 2013, to: 2015 }] },
    base: { year: null, value: null },
    decimals: 6,
    expected: { 2015: 96_000 },
  },
  'training of 33.600 a year, then 35.200: 100.800 and 176.000 more': {
    target: {
      kind: 'flow',
      direction: 'up',
      targets: [
        { value: 33_600, from: 2013, to: 2015 },
        { value: 35_200, from: 2016, to: 2020 },
      ],
    },
    base: { year: null, value: null },
    decimals: 6,
    expected: { 2015: 100_800, 2020: 100_800 + 176_000 },
  },
};

describe('reference paths of the plans', () => {
  const rows = Object.entries(examples).flatMap(([name, example]) =>
    Object.entries(example.expected).map(([year, expected]) => ({
      name,
      example,
      year: Number(year),
      expected,
    })),
  );

  it.each(rows)('$name: $expected in $year', ({ example, year, expected }) => {
    const values = makeValues({ firstYear: Math.min(year, 2021), base: example.base });
    expect(path(makeSeries(example.target), values, year)).toBeCloseTo(expected, example.decimals);
  });

  it('growth of 7,1 % multiplies a base by 1,7311 in eight years', () => {
    const series = makeSeries({
      kind: 'growth',
      direction: 'up',
      average: true,
      targets: [{ value: 7.1, from: 2013, to: 2020 }],
    });
    const values = makeValues({ firstYear: 2013, base: { year: 2012, value: 1 } });
    expect(path(series, values, 2020)).toBeCloseTo(1.7311, 4);
  });
});

describe('a cut of 4–5 points a year on average, from 40 % in 2011', () => {
  const series = makeSeries({
    kind: 'change',
    ...percentDown,
    average: true,
    targets: [{ range: [4, 5], from: 2012, to: 2020 }],
  });
  const known = (figures: ValuesShape['figures'] = {}) =>
    makeValues({ round: 2020, firstYear: 2012, base: { year: 2011, value: 40 }, figures });

  it('leaves 4 % at the weaker bound and stops at 0 % at the stronger one', () => {
    expect(path(series, known(), 2020, 'low')).toBeCloseTo(4, 9);
    // 40 − 9 × 5 = −5
    expect(path(series, known(), 2020, 'high')).toBe(0);
  });

  it('is not met at 3,4 points a year and met at 4,91', () => {
    // 40 − 9 × 3,4 = 9,4; on to five years: 40 − 5 × 4,91 = 15,45
    expect(verdict(series, known({ 2020: 9.4 }), 2020)).toBe('notMet');
    expect(gap(series, known({ 2020: 9.4 }), 2020)).toBeCloseTo(-0.6, 9);
    expect(verdict(series, known({ 2016: 15.45 }), 2016)).toBe('met');
    expect(gap(series, known({ 2016: 15.45 }), 2016)).toBeCloseTo(0.91, 9);
  });
});

describe('single figures', () => {
  it('infant mortality of 26 in 2018 lies 0,4 behind its path', () => {
    const series = makeSeries({
      kind: 'level',
      direction: 'down',
      measure: 'rate',
      unit: '‰',
      targets: [{ value: 24, to: 2020 }],
    });
    const values = makeValues({
      round: 2018,
      firstYear: 2016,
      base: { year: 2015, value: 28 },
      figures: { 2018: 26 },
    });
    expect(pathGap(series, values, 2018)).toBeCloseTo(-0.4, 9);
    expect(verdict(series, values, 2018)).toBe('notDue');
  });

  it('income per head from 19 to 46,7 million in five years grows 19,7 % a year', () => {
    const series = makeSeries({
      kind: 'growth',
      direction: 'up',
      measure: 'amount',
      average: true,
      targets: [{ value: 19, from: 2016, to: 2020 }],
    });
    const values = makeValues({
      round: 2020,
      firstYear: 2016,
      base: { year: 2015, value: 19 },
      figures: { 2020: 46.7 },
    });
    expect(kinds.growth.result(series, values, 2020)).toBeCloseTo(19.7, 1);
  });

  it('8.600, 8.400 and 9.000 jobs are 101,96 % of three years at 8.500', () => {
    const series = makeSeries({
      kind: 'flow',
      direction: 'up',
      targets: [{ value: 8_500, from: 2021, to: 2025 }],
    });
    const values = makeValues({ round: 2023, figures: { 2021: 8_600, 2022: 8_400, 2023: 9_000 } });
    const sum = cumulative(series, values, 2023);
    expect(sum).toBe(26_000);
    expect((100 * (sum ?? 0)) / path(series, values, 2023)).toBeCloseTo(101.96, 2);
  });

  it('91 communes of 106 are 85,8 %', () => {
    const share = measured(makeIndicator({ direction: 'up', measure: 'share' }), {
      published: null,
      numerator: 91,
      denominator: 106,
    });
    expect(share).toBeCloseTo(85.8, 1);
  });

  it.each([
    [7.02, 6.6, 6.8, 'exceeded'],
    [33.9, 33, 34, 'met'],
  ] as const)('%d for %d–%d is %s', (figure, low, high, expected) => {
    const series = makeSeries({
      kind: 'level',
      direction: 'up',
      targets: [{ range: [low, high], to: 2025 }],
    });
    expect(verdict(series, makeValues({ figures: { 2025: figure } }), 2025)).toBe(expected);
  });
});
