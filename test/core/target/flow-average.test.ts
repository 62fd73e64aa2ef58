import { expect, it } from 'vitest';
import { gap } from '../../../core/target/gap.ts';
import { kinds } from '../../../core/target/kinds/index.ts';
import { verdict } from '../../../core/target/verdict.ts';
import { makeSeries, makeValues } from './make-series.ts';

/** "Bình quân mỗi năm … trên 32.000 lao động", 2013–2015. */
const jobs = makeSeries({
  kind: 'flow',
  direction: 'up',
  average: true,
  targets: [{ comparator: '>', value: 32_000, from: 2013, to: 2015 }],
});
const figures = { 2013: 33_000, 2014: 31_500, 2015: 31_400 };
const values = makeValues({ round: 2015, firstYear: 2013, figures });

it.each([
  [2013, 33_000, 'met', 1_000],
  // 64 500 over two years: the year alone lies below, the mean does not.
  [2014, 32_250, 'met', 250],
  // 95 900 over three years.
  [2015, 31_966.666666666668, 'notMet', -33.33],
] as const)('%i is judged by the mean of the years so far, %d', (year, mean, word, distance) => {
  expect(kinds.flow.result(jobs, values, year)).toBeCloseTo(mean, 9);
  expect(verdict(jobs, values, year)).toBe(word);
  expect(gap(jobs, values, year)).toBe(distance);
});

it('cannot be assessed when an earlier year is missing', () => {
  const broken = makeValues({ round: 2015, firstYear: 2013, figures: { ...figures, 2014: null } });
  expect(verdict(jobs, broken, 2015)).toBe('notEvaluable');
  expect(verdict(jobs, broken, 2013)).toBe('met');
});

it('shows the mean on a row of its own', () => {
  expect(kinds.flow.fields(jobs)).toContain('result');
  expect(kinds.flow.resultField(jobs, 2014)).toBe('result');
});
