import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Publication, PublishedCount, PublishedSum } from '../../../core/suppress/publication.ts';
import { suppress } from '../../../core/suppress/suppress.ts';
import { knowledge } from './attacker.ts';
import { interval } from './solver.ts';

const THRESHOLD = 5;
const names = (count: number) => Array.from({ length: count }, (_, at) => `u${at}`);

function sumsOf(groups: readonly (readonly string[])[], values: ReadonlyMap<string, number>) {
  return groups.map((members, at): PublishedSum => ({
    group: `g${at}`,
    members: new Set(members.filter((unit) => values.has(unit))),
    beside: [],
  }));
}

/** One count, with a total over all units. */
function one(values: readonly number[], groups = [names(values.length)]): Publication {
  const byUnit = new Map(names(values.length).map((unit, at) => [unit, values[at] ?? 0]));
  const count = { key: 'poor', values: byUnit, sums: sumsOf(groups, byUnit), wholes: [] };
  return { families: [{ isOfPeople: true, counts: [count] }], shares: [] };
}

const hiddenIn = (publication: Publication, key = 'poor', threshold = THRESHOLD) => {
  const { cell } = suppress(publication, threshold);
  const units = publication.families.flatMap(({ counts }) => counts).find((each) => each.key === key)?.values;
  return [...(units?.keys() ?? [])].filter((unit) => cell(key, unit));
};

/** Hidden figures that a reader can narrow down further than he may. */
function known(publication: Publication, threshold = THRESHOLD): string[] {
  const { unknown, rests, constraints } = knowledge(publication, suppress(publication, threshold));
  const small = rests.filter(({ value }) => value < threshold);
  return [...unknown, ...small].flatMap(({ name, value }) => {
    const { low, high } = interval(name, constraints);
    // A large count that is hidden for what it leaves of its whole may have a part that is shown: it is no less.
    const isFree = value >= threshold && high - low >= threshold - 2 - 1e-6;
    const isOpen = low <= 1 + 1e-6 && high >= threshold - 1 - 1e-6;
    // Nobody stands behind a zero.
    return value === 0 || isOpen || isFree ? [] : [`${value}: ${low} to ${high}`];
  });
}

describe('small counts', () => {
  it('are hidden with one more that they can change places with, the smallest; zeros and others stay', () => {
    expect(hiddenIn(one([3, 500, 40, 0, 60]))).toEqual(['u0', 'u2']);
    expect(hiddenIn(one([0, 5, 40]))).toEqual([]);
    expect(hiddenIn(one([4, 10]), 'poor', 3)).toEqual([]);
  });

  it('need no other where they are many, and one more where together they are few', () => {
    expect(hiddenIn(one([3, 4, 40, 60]))).toEqual(['u0', 'u1']);
    expect(hiddenIn(one([1, 1, 40, 60]))).toEqual(['u0', 'u1', 'u2']);
  });

  it('that are a total, or alone in what is published, go without sums', () => {
    const total = suppress(one([3, 0, 0]), THRESHOLD);
    expect([total.cell('poor', 'u0'), total.sum('poor', 'g0')]).toEqual([true, true]);
    const nobody = suppress(one([3, 0, 0], [names(3), ['u0', 'u1']]), THRESHOLD);
    expect(nobody.sum('poor', 'g0')).toBe(true);
  });

  it('that are alone in a sum of some units go without that sum, and leave that of all', () => {
    // The group of the first two units; without it the third is what is left of all.
    const groups = [names(3), ['u0', 'u1']];
    const { sum, cell } = suppress(one([70, 80, 3], groups), THRESHOLD);
    expect([sum('poor', 'g0'), sum('poor', 'g1')]).toEqual([false, true]);
    expect(names(3).map((unit) => cell('poor', unit))).toEqual([true, false, true]);
  });

  const dropped = (publication: Publication) => {
    const { sum } = suppress(publication, THRESHOLD);
    const sums = publication.families[0]?.counts[0]?.sums ?? [];
    return sums.flatMap(({ group }) => (sum('poor', group) ? [group] : []));
  };

  it('that are what is left of two sums go without the narrower of them', () => {
    const groups = [names(7), ['u0', 'u1'], ['u2', 'u3'], ['u4', 'u5', 'u6'], ['u1']];
    const publication = one([3, 60, 70, 80, 90, 95, 99], groups);
    expect(dropped(publication)).toEqual(['g4']);
    expect(known(publication)).toEqual([]);
  });

  it('that are the sum of a province take that of another, so that neither is what is left, and leave all others', () => {
    const groups = [names(8), ['u0', 'u1'], ['u2', 'u3', 'u4'], ['u5', 'u6'], ['u7']];
    const publication = one([1, 2, 70, 80, 90, 95, 99, 0], groups);
    expect(dropped(publication)).toEqual(['g1', 'g3']);
    expect(known(publication)).toEqual([]);
    // Two provinces in which there are few hide each other, once together they are not few.
    const two = one([3, 0, 70, 80, 90, 4, 0, 0], groups);
    expect(dropped(two)).toEqual(['g1', 'g3']);
    expect(known(two)).toEqual([]);
  });

  it('that are the total of a part take the totals of all parts with them, and leave that of the whole', () => {
    const of = (key: string, wholes: string[], figures: readonly number[]) => {
      const values = new Map(figures.map((figure, at) => [`u${at}`, figure]));
      return { key, values, wholes, sums: sumsOf([names(figures.length)], values) };
    };
    const counts = [
      of('urban', ['jobs'], [1, 0, 2, 0]),
      of('jobs', [], [300, 400, 500, 600]),
      of('rural', ['jobs'], [299, 400, 498, 600]),
    ];
    const publication = { families: [{ isOfPeople: true, counts }], shares: [] };
    const { sum, cell } = suppress(publication, THRESHOLD);
    expect(['jobs', 'urban', 'rural'].filter((key) => sum(key, 'g0'))).toEqual(['urban', 'rural']);
    expect(names(4).filter((unit) => cell('jobs', unit))).toEqual(['u0', 'u2']);
    // The whole comes first for who reads it.
    const [urban, jobs, rural] = counts;
    const families = [{ isOfPeople: true, counts: [jobs, urban, rural].flatMap((one) => one ?? []) }];
    expect(known({ families, shares: [] })).toEqual([]);
  });

  it('take their share with them, and a share that says a small count is hidden without it', () => {
    const { families } = one([3, 500, 40]);
    const all = new Map([
      ['u0', 100],
      ['u1', 900],
      ['u2', 50],
      ['u3', 200],
    ]);
    const denominator = { key: 'all', values: all, sums: [], wholes: [] };
    const share = {
      key: 'rate',
      numerator: 'poor',
      denominator: 'all',
      per: 100,
      values: new Map([
        ['u0', 3],
        ['u1', 55.56],
        ['u2', 80],
        ['u3', 1],
      ]),
      sums: [],
    };
    const publication = {
      families: [...families, { isOfPeople: true, counts: [denominator] }],
      shares: [share],
    };
    const { cell } = suppress(publication, THRESHOLD);
    expect(names(4).filter((unit) => cell('rate', unit))).toEqual(['u0', 'u2', 'u3']);
  });

  it('of what others publish for the whole hide it too', () => {
    const { families } = one([30, 40]);
    const small = families.map(({ counts, ...family }) => ({
      ...family,
      counts: counts.map((count) => ({ ...count, sums: count.sums.map((sum) => ({ ...sum, beside: [3] })) })),
    }));
    expect(suppress({ families: small, shares: [] }, THRESHOLD).sum('poor', 'g0')).toBe(true);
  });

  it('are also what a count leaves of its whole: 1 198 of 1 200 is hidden, with others, and its share', () => {
    const of = (key: string, wholes: string[], figures: readonly number[]) => {
      const values = new Map(names(4).map((unit, at) => [unit, figures[at] ?? 0]));
      return { isOfPeople: true, counts: [{ key, values, wholes, sums: sumsOf([names(4)], values) }] };
    };
    const share = {
      key: 'rate',
      numerator: 'connected',
      denominator: 'all',
      per: 100,
      values: new Map(names(4).map((unit) => [unit, 50])),
      sums: sumsOf([names(4)], new Map(names(4).map((unit) => [unit, 1]))),
    };
    const publication = {
      families: [of('all', [], [1200, 3000, 2500, 9000]), of('connected', ['all'], [1198, 1500, 900, 7000])],
      shares: [share],
    };
    const { cell, sum } = suppress(publication, THRESHOLD);
    expect(names(4).map((unit) => cell('connected', unit))).toEqual([true, true, true, false]);
    expect(names(4).some((unit) => cell('all', unit))).toBe(false);
    expect([cell('rate', 'u0'), cell('rate', 'u3'), sum('connected', 'g0')]).toEqual([true, false, false]);
    expect(known(publication)).toEqual([]);
  });

  it('of things nobody stands behind are shown', () => {
    const { families } = one([3, 500]);
    const things = { families: families.map((each) => ({ ...each, isOfPeople: false })), shares: [] };
    expect(hiddenIn(things)).toEqual([]);
  });
});

/** Tables with nested and overlapping groups, parts and wholes, shares, and an indicator by parts that add up. */
const publications = fc
  .record({
    households: fc.array(fc.oneof(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 20, max: 900 })), {
      minLength: 2,
      maxLength: 9,
    }),
    shares: fc.array(fc.oneof(fc.constantFrom(0, 1), fc.double({ min: 0, max: 1, noNaN: true })), {
      minLength: 9,
      maxLength: 9,
    }),
    merit: fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 9, maxLength: 9 }),
    missing: fc.array(fc.boolean(), { minLength: 9, maxLength: 9 }),
    strata: fc.array(fc.array(fc.boolean(), { minLength: 9, maxLength: 9 }), { maxLength: 2 }),
    urban: fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 9, maxLength: 9 }),
    rural: fc.array(fc.integer({ min: 0, max: 300 }), { minLength: 9, maxLength: 9 }),
    half: fc.integer({ min: 1, max: 8 }),
    third: fc.integer({ min: 1, max: 8 }),
  })
  .map((made): Publication => {
    const units = names(made.households.length);
    const groups = [
      units,
      units.slice(0, made.half),
      units.slice(made.half, made.half + made.third),
      units.slice(made.half + made.third),
      ...made.strata.map((stratum) => units.filter((_, at) => stratum[at])),
    ].filter((members) => members.length > 0);
    const count = (key: string, wholes: string[], valueAt: (at: number) => number | null): PublishedCount => {
      const values = new Map(
        units.flatMap((unit, at) => {
          const value = valueAt(at);
          return value === null ? [] : [[unit, value] as const];
        }),
      );
      return { key, wholes, values, sums: sumsOf(groups, values) };
    };
    const poorAt = (at: number) => Math.floor((made.households[at] ?? 0) * (made.shares[at] ?? 0));
    const all = count('all', [], (at) => made.households[at] ?? 0);
    const poor = count('poor', ['all'], (at) => (made.missing[at] ? null : poorAt(at)));
    const merit = count('merit', ['poor'], (at) =>
      made.missing[at] ? null : Math.floor(poorAt(at) * (made.merit[at] ?? 0)),
    );
    const jobs = [
      count('jobs', [], (at) => (made.urban[at] ?? 0) + (made.rural[at] ?? 0)),
      count('jobs-urban', ['jobs'], (at) => made.urban[at] ?? 0),
      count('jobs-rural', ['jobs'], (at) => made.rural[at] ?? 0),
    ];
    const rates = new Map(
      [...poor.values].flatMap(([unit, value]) => {
        const divisor = all.values.get(unit) ?? 0;
        return divisor > 0 ? [[unit, (100 * value) / divisor] as const] : [];
      }),
    );
    return {
      families: [[all], [poor], [merit], jobs].map((counts) => ({ isOfPeople: true, counts })),
      shares: [
        {
          key: 'rate',
          numerator: 'poor',
          denominator: 'all',
          per: 100,
          values: rates,
          sums: sumsOf(groups, rates),
        },
      ],
    };
  });

describe('no hidden count', () => {
  it('can be narrowed down to less than 1 to the threshold less 1 by a linear programme', () => {
    fc.assert(
      fc.property(publications, fc.integer({ min: 3, max: 11 }), (publication, threshold) => {
        expect(known(publication, threshold)).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it('is small and shown', () => {
    fc.assert(
      fc.property(publications, fc.integer({ min: 3, max: 11 }), (publication, threshold) => {
        const { cell, sum } = suppress(publication, threshold);
        for (const { key, values, sums } of publication.families.flatMap(({ counts }) => counts)) {
          for (const [unit, value] of values)
            if (value > 0 && value < threshold) expect(cell(key, unit)).toBe(true);
          for (const { group, members } of sums) {
            const total = [...members].reduce((all, unit) => all + (values.get(unit) ?? 0), 0);
            if (total > 0 && total < threshold) expect(sum(key, group)).toBe(true);
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  it('is hidden for nothing: without hiding others the linear programme finds it', () => {
    const publication = one([3, 500, 40]);
    const onlySmall = {
      ...suppress(publication, THRESHOLD),
      cell: (_: string, unit: string) => unit === 'u0',
    };
    const { unknown, constraints } = knowledge(publication, onlySmall);
    expect(interval(unknown[0]?.name ?? '', constraints)).toEqual({ low: 3, high: 3 });
  });
});
