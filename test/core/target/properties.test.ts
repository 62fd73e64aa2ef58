import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Direction } from '../../../core/catalogue/schema.ts';
import type { Figure } from '../../../core/observation/figure.ts';
import type { Comparator } from '../../../core/plan/model.ts';
import type { Result } from '../../../core/target/kind.ts';
import { isAtEnd } from '../../../core/target/at-end.ts';
import { gap } from '../../../core/target/gap.ts';
import { kinds } from '../../../core/target/kinds/index.ts';
import { segmentInForce, type Series } from '../../../core/target/series.ts';
import { verdict } from '../../../core/target/verdict.ts';
import { arbitrarySeries, arbitraryValues, arbitraryYears, tenths } from './arbitrary-series.ts';
import {
  makeSeries,
  makeValues,
  type SeriesShape,
  type TargetShape,
  type ValuesShape,
} from './make-series.ts';

const RUNS = { numRuns: 500 };

const mirroredDirection: Record<Direction, Direction> = { up: 'down', down: 'up', neutral: 'neutral' };
const mirroredComparator: Record<Comparator, Comparator> = {
  '>': '<',
  '>=': '<=',
  '<': '>',
  '<=': '>=',
  '=': '=',
  '~': '~',
  range: 'range',
};

// Subtracting from 0 keeps 0 positive.
const negated = (value: number) => 0 - value;

function mirroredFigures(values: ValuesShape): ValuesShape {
  const mirrored = (figure: Figure) => (typeof figure === 'number' ? negated(figure) : figure);
  const base = values.base ?? { year: null, value: null };
  return {
    ...values,
    base: { ...base, value: base.value === null ? null : negated(base.value) },
    figures: Object.fromEntries(
      Object.entries(values.figures ?? {}).map(([year, figure]) => [year, mirrored(figure)]),
    ),
  };
}

function mirroredTarget(target: TargetShape): TargetShape {
  const { comparator, value, range, ...years } = target;
  return {
    ...years,
    ...(comparator ? { comparator: mirroredComparator[comparator] } : {}),
    ...(value === undefined ? {} : { value: negated(value) }),
    ...(range ? { range: [negated(range[1]), negated(range[0])] as const } : {}),
  };
}

/** The bounds in force with the verdicts that compare with them. */
function judgedYears(
  shape: SeriesShape,
  values: ValuesShape,
): { comparator: Comparator; word: string; distance: Result }[] {
  const series = makeSeries(shape);
  const known = makeValues(values);
  return arbitraryYears.flatMap((year) => {
    const word = verdict(series, known, year);
    const comparator = segmentInForce(series, year)?.comparator;
    if (!comparator || !['met', 'exceeded', 'notMet'].includes(word)) return [];
    // At the end of what the indicator can be less than asked is enough.
    if (isAtEnd(series, known, year)) return [];
    return [{ comparator, word, distance: gap(series, known, year) }];
  });
}

describe('the linear path to a level', () => {
  const rise = fc.record({
    baseYear: fc.integer({ min: 2010, max: 2024 }),
    base: tenths(-100, 100),
    span: fc.integer({ min: 1, max: 12 }),
    goal: tenths(-100, 100),
  });

  it('hits both ends and never turns back', () => {
    fc.assert(
      fc.property(rise, fc.constantFrom<Direction>('up', 'down', 'neutral'), (drawn, direction) => {
        const { baseYear, base, span, goal } = drawn;
        const series = makeSeries({
          kind: 'level',
          direction,
          targets: [{ value: goal, to: baseYear + span }],
        });
        const values = makeValues({ firstYear: baseYear, base: { year: baseYear, value: base } });
        const path = Array.from(
          { length: span + 1 },
          (_, at) => kinds.level.path(series, values, baseYear + at, 'low') ?? Number.NaN,
        );
        expect(path[0]).toBe(base);
        expect(path[span]).toBe(goal);
        const wanted = Math.sign(goal - base);
        for (let at = 1; at <= span; at += 1) {
          const step = (path[at] ?? Number.NaN) - (path[at - 1] ?? Number.NaN);
          expect(step).toBeCloseTo((goal - base) / span, 9);
          expect(step * wanted).toBeGreaterThanOrEqual(0);
        }
      }),
      RUNS,
    );
  });

  it('begins at its baseline and is held at its end', () => {
    fc.assert(
      fc.property(rise, fc.integer({ min: 1, max: 5 }), ({ baseYear, base, span, goal }, beyond) => {
        const series = makeSeries({
          kind: 'level',
          direction: 'up',
          targets: [{ value: goal, to: baseYear + span }],
        });
        const values = makeValues({ firstYear: baseYear - beyond, base: { year: baseYear, value: base } });
        expect(kinds.level.path(series, values, baseYear - beyond, 'low')).toBeNull();
        expect(kinds.level.path(series, values, baseYear + span + beyond, 'low')).toBe(goal);
      }),
      RUNS,
    );
  });
});

describe('gap and verdict', () => {
  it('say the same: met or exceeded where the gap is not negative, for bounds that may be touched', () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(arbitrarySeries(), arbitraryValues, (shape, values) => {
        for (const { comparator, word, distance } of judgedYears(shape, values)) {
          if (comparator === '>' || comparator === '<' || comparator === '~') continue;
          expect(distance).not.toBeNull();
          expect((distance ?? 0) >= 0).toBe(word !== 'notMet');
          seen.add(word);
        }
      }),
      RUNS,
    );
    expect([...seen].sort()).toEqual(['exceeded', 'met', 'notMet']);
  });

  it('say the same: met where the gap is positive, for strict bounds, and never exceeded', () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(arbitrarySeries(), arbitraryValues, (shape, values) => {
        for (const { comparator, word, distance } of judgedYears(shape, values)) {
          if (comparator !== '>' && comparator !== '<') continue;
          expect(distance).not.toBeNull();
          expect((distance ?? 0) > 0 ? 'met' : 'notMet').toBe(word);
          seen.add(word);
        }
      }),
      RUNS,
    );
    expect([...seen].sort()).toEqual(['met', 'notMet']);
  });

  it('never say exceeded of a neutral indicator or of something to maintain', () => {
    fc.assert(
      fc.property(arbitrarySeries(), arbitraryValues, (shape, values) => {
        fc.pre(shape.direction === 'neutral' || shape.kind === 'maintain');
        const series = makeSeries(shape);
        for (const year of arbitraryYears)
          expect(verdict(series, makeValues(values), year)).not.toBe('exceeded');
      }),
      RUNS,
    );
  });

  it('have nothing in force before the first target', () => {
    fc.assert(
      fc.property(arbitrarySeries(), arbitraryValues, (shape, values) => {
        const series: Series = makeSeries(shape);
        const before = series.segments[0].start - 1;
        expect(gap(series, makeValues(values), before)).toBeNull();
        expect(verdict(series, makeValues(values), before)).not.toBe('notMet');
      }),
      RUNS,
    );
  });
});

describe('the verdict does not depend on', () => {
  const unbased = arbitrarySeries(['level', 'flow', 'total', 'maintain', 'milestone']);

  it('the baseline, unless a yearly change or growth is measured from it', () => {
    fc.assert(
      fc.property(unbased, arbitraryValues, arbitraryValues, (shape, values, others) => {
        const series = makeSeries(shape);
        const rebased = makeValues({ ...values, ...(others.base ? { base: others.base } : {}) });
        for (const year of arbitraryYears) {
          expect(verdict(series, rebased, year)).toBe(verdict(series, makeValues(values), year));
          expect(gap(series, rebased, year)).toBe(gap(series, makeValues(values), year));
        }
      }),
      RUNS,
    );
  });

  it('the form of the path', () => {
    fc.assert(
      fc.property(arbitrarySeries(['level']), arbitraryValues, (shape, values) => {
        const known = makeValues(values);
        const linear = makeSeries({ ...shape, interpolation: 'linear' });
        const compound = makeSeries({ ...shape, interpolation: 'compound' });
        for (const year of arbitraryYears)
          expect(verdict(linear, known, year)).toBe(verdict(compound, known, year));
      }),
      RUNS,
    );
  });
});

describe('mirrored at 0', () => {
  it('levels, amounts and states to keep have the same verdict and gap', () => {
    fc.assert(
      fc.property(
        // A total only grows, so more and less are not alike for it.
        arbitrarySeries(['level', 'flow', 'maintain']),
        arbitraryValues,
        (shape, values) => {
          const unbounded = { ...shape, hard: [-1_000, 1_000] as const };
          const series = makeSeries(unbounded);
          const known = makeValues(values);
          const mirrored = makeSeries({
            ...unbounded,
            direction: mirroredDirection[shape.direction],
            targets: shape.targets.map(mirroredTarget),
          });
          const mirroredKnown = makeValues(mirroredFigures(values));
          for (const year of arbitraryYears) {
            expect(verdict(mirrored, mirroredKnown, year)).toBe(verdict(series, known, year));
            expect(gap(mirrored, mirroredKnown, year)).toBe(gap(series, known, year));
          }
        },
      ),
      RUNS,
    );
  });

  it('a yearly change has the same verdict and gap: its size is in the wanted direction', () => {
    fc.assert(
      fc.property(arbitrarySeries(['change']), arbitraryValues, (shape, values) => {
        fc.pre(shape.direction !== 'neutral');
        const unbounded = { ...shape, hard: [-1_000, 1_000] as const };
        const series = makeSeries(unbounded);
        const known = makeValues(values);
        const mirrored = makeSeries({ ...unbounded, direction: mirroredDirection[shape.direction] });
        const mirroredKnown = makeValues(mirroredFigures(values));
        for (const year of arbitraryYears) {
          expect(verdict(mirrored, mirroredKnown, year)).toBe(verdict(series, known, year));
          expect(gap(mirrored, mirroredKnown, year)).toBe(gap(series, known, year));
          const path = kinds.change.path(series, known, year, 'low');
          expect(kinds.change.path(mirrored, mirroredKnown, year, 'low')).toBe(
            path === null ? null : negated(path),
          );
        }
      }),
      RUNS,
    );
  });
});
