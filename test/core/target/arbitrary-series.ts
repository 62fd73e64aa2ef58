import fc from 'fast-check';
import type { Figure } from '../../../core/observation/figure.ts';
import type { Comparator } from '../../../core/plan/model.ts';
import { targetKinds, type TargetKind } from '../../../core/plan/schema.ts';
import type { SeriesShape, TargetShape, ValuesShape } from './make-series.ts';

/** A series and what is known about it, both as tests state them. */
export interface KnownSeries {
  target: SeriesShape;
  known: ValuesShape;
}

/** First and last year of the sheets that hold arbitrary series. */
export const ARBITRARY_YEARS = { first: 2021, last: 2028 } as const;
const { first, last } = ARBITRARY_YEARS;
/** All years of such a sheet. */
export const arbitraryYears: readonly number[] = Array.from(
  { length: last - first + 1 },
  (_, at) => first + at,
);

/** A number with one decimal, as plans and reports print them. */
export const tenths = (from: number, to: number): fc.Arbitrary<number> =>
  fc.integer({ min: from * 10, max: to * 10 }).map((count) => count / 10);

/** What may be reported: mostly numbers, often near the targets, with every sign and blanks between them. */
export const arbitraryFigure: fc.Arbitrary<Figure> = fc.oneof(
  { weight: 5, arbitrary: tenths(0, 120) },
  { weight: 5, arbitrary: fc.integer({ min: 0, max: 120 }) },
  { weight: 1, arbitrary: tenths(-20, 0) },
  { weight: 1, arbitrary: fc.constantFrom('-' as const, '...' as const, 'x' as const) },
  { weight: 1, arbitrary: fc.constant(null) },
);

/** The comparators a plan may use of a kind; the loader refuses those that contradict the direction. */
function comparatorsOf(kind: TargetKind, direction: SeriesShape['direction']): Comparator[] {
  const paced = ['change', 'growth', 'relative'].includes(kind);
  const oneSided: Comparator[] = ['>', '>=', '<', '<='];
  const contrary: Comparator[] = direction === 'up' ? ['<', '<='] : direction === 'down' ? ['>', '>='] : [];
  const allowed = paced ? oneSided : oneSided.filter((comparator) => !contrary.includes(comparator));
  return [...allowed, '=', '~', 'range'];
}

function sizeOf(kind: TargetKind): fc.Arbitrary<number> {
  if (kind === 'change') return tenths(0, 12);
  if (kind === 'growth' || kind === 'relative') return tenths(0, 40);
  return tenths(0, 100);
}

function targetOf(kind: TargetKind, direction: SeriesShape['direction']): fc.Arbitrary<Partial<TargetShape>> {
  if (kind === 'milestone') return fc.constant({});
  return fc
    .record({
      comparator: fc.constantFrom(...comparatorsOf(kind, direction)),
      value: sizeOf(kind),
      width: tenths(0, 10),
    })
    .map(({ comparator, value, width }): Partial<TargetShape> =>
      comparator === 'range' ? { comparator, range: [value, value + width] } : { comparator, value },
    );
}

/** One target, or two that follow each other. */
function targetsOf(kind: TargetKind, direction: SeriesShape['direction']): fc.Arbitrary<TargetShape[]> {
  const periodic = kind !== 'level' && kind !== 'milestone';
  // Totals of two periods are two series.
  const most = kind === 'total' ? 1 : 2;
  const years = fc.uniqueArray(fc.integer({ min: first, max: last }), { minLength: 2, maxLength: 4 });
  return fc
    .record({ years, targets: fc.array(targetOf(kind, direction), { minLength: 2, maxLength: 2 }) })
    .map(({ years: drawn, targets }) => {
      const sorted = [...drawn].sort((a, b) => a - b);
      const shapes: TargetShape[] = [];
      for (const [at, target] of targets.slice(0, most).entries()) {
        const from = sorted[2 * at];
        const to = sorted[2 * at + 1];
        if (from !== undefined && to !== undefined)
          shapes.push({ ...target, to, ...(periodic ? { from } : {}) });
      }
      return shapes;
    });
}

/** Any series of the given kinds. */
export function arbitrarySeries(kinds: readonly TargetKind[] = targetKinds): fc.Arbitrary<SeriesShape> {
  return fc
    .constantFrom(...kinds)
    .chain((kind) =>
      fc
        .constantFrom(...(kind === 'milestone' ? (['up'] as const) : (['up', 'down', 'neutral'] as const)))
        .map((direction) => ({ kind, direction })),
    )
    .chain(({ kind, direction }) =>
      fc.record({
        kind: fc.constant(kind),
        direction: fc.constant(direction),
        targets: targetsOf(kind, direction),
        decimals: fc.constantFrom(0, 1, 2),
        average: ['change', 'growth', 'flow'].includes(kind) ? fc.boolean() : fc.constant(false),
        interpolation:
          kind === 'level' || kind === 'relative'
            ? fc.constantFrom('linear' as const, 'compound' as const)
            : fc.constant('linear' as const),
        ...(kind === 'milestone'
          ? {}
          : { hard: fc.constantFrom([0, 100] as const, [-1_000, 1_000] as const) }),
        measure:
          kind === 'level'
            ? fc.constantFrom('amount' as const, 'count' as const, 'ordinal' as const)
            : fc.constantFrom('amount' as const, 'amount' as const, 'count' as const),
      }),
    );
}

/** Some of what decisions may give, possible or not. */
function arbitraryGiven(
  kind: TargetKind,
  direction: SeriesShape['direction'],
): fc.Arbitrary<NonNullable<SeriesShape['given']>> {
  const value = fc.record({
    comparator: fc.constantFrom(...comparatorsOf(kind, direction).filter((one) => one !== 'range')),
    value: fc.oneof({ weight: 8, arbitrary: sizeOf(kind) }, { weight: 1, arbitrary: tenths(-5, 0) }),
  });
  const years = fc.constantFrom(...arbitraryYears).map(String);
  return fc.dictionary(years, value, { maxKeys: 3, noNullPrototype: true });
}

/** Any series, of a unit that may have been given values by decisions; the plan may not be its own. */
export function arbitraryUnitSeries(): fc.Arbitrary<SeriesShape> {
  return arbitrarySeries().chain((shape) =>
    fc
      .record({ own: fc.boolean(), given: arbitraryGiven(shape.kind, shape.direction) })
      .map((unit) => ({ ...shape, ...unit })),
  );
}

/** Anything that may be known about a series whose targets lie in {@link arbitraryYears}. */
export const arbitraryValues: fc.Arbitrary<ValuesShape> = fc
  .record({
    round: fc.integer({ min: first, max: last }),
    assigned: fc.integer({ min: 0, max: 9 }).map((drawn) => drawn > 0),
    base: fc.record({
      year: fc.oneof(
        { weight: 6, arbitrary: fc.constant(first - 1) },
        { weight: 3, arbitrary: fc.integer({ min: first - 3, max: last }) },
        { weight: 1, arbitrary: fc.constant(null) },
      ),
      value: fc.oneof(
        { weight: 5, arbitrary: tenths(0, 120) },
        { weight: 5, arbitrary: fc.integer({ min: 0, max: 120 }) },
        { weight: 1, arbitrary: fc.constantFrom(0, -5) },
        { weight: 1, arbitrary: fc.constant(null) },
      ),
    }),
    reported: fc.array(arbitraryFigure, {
      minLength: arbitraryYears.length,
      maxLength: arbitraryYears.length,
    }),
    small: fc.oneof(
      { weight: 6, arbitrary: fc.constant<number[]>([]) },
      { weight: 1, arbitrary: fc.subarray([...arbitraryYears]) },
    ),
  })
  .map(({ reported, ...values }) => ({
    ...values,
    firstYear: first,
    figures: Object.fromEntries(arbitraryYears.map((year, at) => [year, reported[at] ?? null])),
  }));

/** Any series with anything known about it. */
export const arbitraryKnownSeries: fc.Arbitrary<KnownSeries> = fc.record({
  target: fc.oneof(arbitrarySeries(), arbitraryUnitSeries()),
  known: arbitraryValues,
});
