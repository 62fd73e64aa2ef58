import type { CountFamily, PublishedCount, PublishedSum } from './publication.ts';

/**
 * What a whole has beside a part that is published with it: of 1 200 households 1 198 connected are 2 that are not.
 * Within a family the rest is a count like the others, since a unit's counts are hidden together.
 */
export function withRests(family: CountFamily): CountFamily {
  const byKey = new Map(family.counts.map((one) => [one.key, one]));
  const rests = family.counts.flatMap((part) =>
    part.wholes.flatMap((key) => {
      const whole = byKey.get(key);
      return whole ? [restOf(whole, part)] : [];
    }),
  );
  return { ...family, counts: [...family.counts, ...rests] };
}

function restOf(whole: PublishedCount, part: PublishedCount): PublishedCount {
  const values = new Map(
    [...whole.values].flatMap(([unit, all]) => {
      const own = part.values.get(unit);
      return own === undefined || own > all ? [] : [[unit, all - own] as const];
    }),
  );
  const sums = part.sums.map(({ group, members, beside }) => {
    const same = whole.sums.find((one) => isSameSet(one.members, members));
    const wholes = same ? [totalOf(whole, members), ...same.beside] : [];
    return {
      group,
      members: new Set([...members].filter((unit) => values.has(unit))),
      beside: wholes.flatMap((all) =>
        [totalOf(part, members), ...beside].flatMap((own) => (own > all ? [] : [all - own])),
      ),
    };
  });
  return { key: `${whole.key} - ${part.key}`, values, sums, wholes: [] };
}

/** What a sum leaves of that of a whole. */
export interface SumRest {
  group: string;
  members: ReadonlySet<string>;
  rest: number;
}

/** What counts leave of their wholes in other families, see {@link restsBetween}. */
export interface Rests {
  /** The smallest rest from 1 on that a unit's count leaves of any whole; null where it leaves none. */
  ofUnit: (key: string, unit: string) => number | null;
  /** Rests of what is published of several units, by count, with whose sum it is. */
  ofSums: (key: string) => readonly SumRest[];
  /** Wholes of a count that lie so far below the one with the smallest rest that they would tell it. */
  telling: (key: string, unit: string) => readonly string[];
}

/** What counts of persons leave of wholes in other families, directly or over others. */
export function restsBetween(families: readonly CountFamily[]): Rests {
  const people = families.filter(({ isOfPeople }) => isOfPeople);
  const counts = new Map(people.flatMap((family) => family.counts.map((one) => [one.key, { one, family }])));
  const above = new Map(
    [...counts].map(([key, { family }]) => [
      key,
      [...wholesOver(key, counts)].flatMap((whole) => {
        const found = counts.get(whole);
        return found && found.family !== family ? [found.one] : [];
      }),
    ]),
  );
  const restsOfUnit = (key: string, unit: string) => {
    const own = counts.get(key)?.one.values.get(unit);
    return own === undefined
      ? []
      : (above.get(key) ?? []).flatMap((whole) => {
          const all = whole.values.get(unit);
          return all === undefined || all < own ? [] : [{ key: whole.key, rest: all - own }];
        });
  };
  const ofUnit: Rests['ofUnit'] = (key, unit) => {
    const rests = restsOfUnit(key, unit).flatMap(({ rest }) => (rest > 0 ? [rest] : []));
    return rests.length === 0 ? null : Math.min(...rests);
  };
  return {
    ofUnit,
    ofSums: (key) => {
      const one = counts.get(key)?.one;
      return one ? (above.get(key) ?? []).flatMap((whole) => restOf(whole, one).sums.flatMap(restsIn)) : [];
    },
    telling: (key, unit) => {
      const smallest = ofUnit(key, unit) ?? 0;
      return restsOfUnit(key, unit).flatMap(({ key: whole, rest }) => (rest < smallest ? [whole] : []));
    },
  };
}

function restsIn({ group, members, beside }: PublishedSum): SumRest[] {
  return beside.map((rest) => ({ group, members, rest }));
}

function wholesOver(
  key: string,
  counts: ReadonlyMap<string, { one: PublishedCount }>,
  found = new Set<string>(),
): Set<string> {
  for (const whole of counts.get(key)?.one.wholes ?? [])
    if (!found.has(whole)) {
      found.add(whole);
      wholesOver(whole, counts, found);
    }
  return found;
}

function isSameSet(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  return one.size === other.size && [...one].every((each) => other.has(each));
}

function totalOf({ values }: PublishedCount, members: ReadonlySet<string>): number {
  return [...members].reduce((sum, unit) => sum + (values.get(unit) ?? 0), 0);
}
