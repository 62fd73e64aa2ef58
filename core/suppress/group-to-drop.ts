import type { PublishedSum } from './publication.ts';

/** Sums that a unit is in, as a sign for each of them: units with the same signs are one class. */
function signsOf(unit: string, sums: readonly PublishedSum[]): string {
  return sums.map(({ members }) => (members.has(unit) ? '1' : '0')).join('');
}

/** Signs of units in the sums that are left of some; of thousands of units few are not the same. */
export function signsIn(
  units: readonly string[],
  sums: readonly PublishedSum[],
): (left: ReadonlySet<PublishedSum>) => (unit: string) => string {
  const all = new Map(units.map((unit) => [unit, signsOf(unit, sums)]));
  return (left) => {
    const isLeft = sums.map((one) => left.has(one));
    const known = new Map<string, string>();
    return (unit) => {
      const signs = all.get(unit) ?? '';
      const before = known.get(signs);
      if (before !== undefined) return before;
      const rest = [...signs].filter((_, at) => isLeft[at]).join('');
      known.set(signs, rest);
      return rest;
    };
  };
}

/** The group with the most units, whose sums are wanted most; '' where there are no sums. */
export function widestOf(sums: readonly PublishedSum[]): string {
  const [widest] = [...sums].sort((a, b) => b.members.size - a.members.size);
  return widest?.group ?? '';
}

/**
 * The group without whose sums a class that cannot be hidden gets others beside it: the smallest that its units are in,
 * else the smallest beside it with whose units it can be hidden, else the one that adds most. Never the widest.
 * @param failing units of the class
 * @param left sums that are still published
 * @param signsOf signs of a unit in these
 * @param helps of units whether figures can go to them at all
 * @param isEnough whether these could be hidden as one class
 */
export function groupToDrop(
  failing: readonly string[],
  {
    left,
    units,
    signsOf,
  }: { left: readonly PublishedSum[]; units: readonly string[]; signsOf: (unit: string) => string },
  { helps, isEnough }: { helps: (unit: string) => boolean; isEnough: (units: readonly string[]) => boolean },
): string | null {
  const widest = widestOf(left);
  const [unit = ''] = failing;
  const mine = left.filter(({ group, members }) => group !== widest && members.has(unit));
  const [own] = [...mine].sort((a, b) => a.members.size - b.members.size);
  if (own) return own.group;
  const signs = signsOf(unit);
  const known = new Map<string, string | null>();
  /** The only group in whose sums units with these signs are and those of the class are not, or the other way. */
  const groupBetween = (theirs: string): string | null => {
    const before = known.get(theirs);
    if (before !== undefined) return before;
    const between = new Set(left.flatMap(({ group }, at) => (signs[at] === theirs[at] ? [] : [group])));
    const [group] = between;
    const only = group === undefined || between.size > 1 || group === widest ? null : group;
    known.set(theirs, only);
    return only;
  };
  const gained = new Map<string, string[]>();
  for (const other of units) {
    const group = helps(other) ? groupBetween(signsOf(other)) : null;
    if (group === null) continue;
    const before = gained.get(group);
    if (before) before.push(other);
    else gained.set(group, [other]);
  }
  const bySize = [...gained].sort(([, one], [, other]) => one.length - other.length);
  const enough = bySize.find(([, others]) => isEnough([...failing, ...others]));
  return (enough ?? bySize.at(-1))?.[0] ?? null;
}
