import { describe, expect, it } from 'vitest';
import { doneOf } from '../../../core/target/done.ts';
import { makeSeries, makeValues, type SeriesShape, type ValuesShape } from './make-series.ts';

/** From 20 in 2020 to 25 in 2025: a point a year. */
const rising: SeriesShape = { kind: 'level', direction: 'up', targets: [{ value: 25, to: 2025 }] };
const falling: SeriesShape = { kind: 'level', direction: 'down', targets: [{ value: 10, to: 2025 }] };
const from20: ValuesShape = { base: { year: 2020, value: 20 } };

function doneIn(year: number, shape: SeriesShape, figure: number, more: ValuesShape = from20) {
  const values = makeValues({ ...more, round: year, figures: { [year]: figure } });
  return doneOf(makeSeries(shape), values, year);
}

describe('the share of the required change that is done', () => {
  it.each([
    ['all of it where the target is met', 2025, rising, 25, 1],
    ['four fifths where one point of five is missing', 2025, rising, 24, 0.8],
    ['more than all of it beyond the target', 2025, rising, 26, 1.2],
    ['what the path has covered while the year lies ahead', 2023, rising, 23, 0.6],
    ['less behind the path', 2023, rising, 22, 0.4],
    ['more ahead of it', 2023, rising, 24, 0.8],
    ['of a fall as of a rise', 2025, falling, 12, 0.8],
    ['beyond a fall too', 2025, falling, 9, 1.1],
  ] as const)('is %s', (_what, year, shape, figure, share) => {
    const done = doneIn(year, shape, figure);
    expect(done?.share).toBeCloseTo(share, 9);
    expect(done?.of).toBe('change');
  });

  it('is a share of the value that was assigned where no change is known', () => {
    const given: SeriesShape = { ...rising, own: false, given: { 2023: { comparator: '>=', value: 40 } } };
    expect(doneIn(2023, given, 30, {})).toEqual({ share: 0.75, of: 'value' });
    expect(doneIn(2023, given, 50, {})).toEqual({ share: 1.25, of: 'value' });
  });

  it('is below nothing where the figure moved away from the target', () => {
    // Two points back of five asked for: more is missing than the change, so the part is of the value and at least all.
    expect(doneIn(2025, rising, 18)).toEqual({ share: 0, of: 'backward' });
  });

  it('is unknown without a figure, without a target, and before the year has come', () => {
    const values = makeValues({ ...from20, round: 2024 });
    expect(doneOf(makeSeries(rising), values, 2025)).toBeNull();
    expect(doneOf(makeSeries(rising), values, 2024)).toBeNull();
    expect(doneOf(makeSeries({ ...rising, own: false }), { ...values, assigned: false }, 2024)).toBeNull();
  });
});
