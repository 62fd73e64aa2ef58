import type { UnitBounds } from './bounds.ts';
import type { Rests } from './complement.ts';
import type { CountFamily, PublishedShare, PublishedSum } from './publication.ts';
import { canMove, weight, type Vector } from './vector.ts';

/** Whether a count says something of so few that they may be known by it. */
export function isSmall(value: number, threshold: number): boolean {
  return value > 0 && value < threshold;
}

/** Groups whose sums may be left out before those of all are: a publication in which most are hidden is none. */
const MOST_DROPPED = 8;

/** What of a family of counts is hidden. */
export interface InFamily {
  units: ReadonlySet<string>;
  /** Keys of the counts whose sums are published. */
  summed: ReadonlySet<string>;
  /** Groups whose sums are not. */
  dropped: ReadonlySet<string>;
  /** Whether the sums of shares that are made of them are published. */
  isDivided: boolean;
  /** Whether a unit's count is hidden with it: one that all hidden units of its class have none of stays 0. */
  moves: (key: string, unit: string) => boolean;
}

/** The units of a family of counts whose figures are hidden, all of the family or none. */
export function inFamily(
  { counts }: CountFamily,
  shares: readonly PublishedShare[],
  {
    threshold,
    boundsOf,
    rests,
    told,
  }: {
    threshold: number;
    boundsOf: (unit: string, key: string) => UnitBounds;
    rests: Rests;
    told: ReadonlySet<string>;
  },
): InFamily {
  const keys = counts.map(({ key }) => key);
  const at = (key: string, unit: string) => counts.find((one) => one.key === key)?.values.get(unit) ?? 0;
  const all = [...new Set(counts.flatMap(({ values }) => [...values.keys()]))];
  const isPrimary = (unit: string) =>
    keys.some(
      (key) =>
        isSmall(at(key, unit), threshold) ||
        isSmall(rests.ofUnit(key, unit) ?? 0, threshold) ||
        told.has(`${key}|${unit}`),
    );
  const vectors = new Map(
    all.map((unit): [string, Vector] => [
      unit,
      keys.map((key) => {
        const rest = rests.ofUnit(key, unit) ?? 0;
        return {
          value: at(key, unit),
          ...boundsOf(unit, key),
          more: isSmall(rest, threshold) ? rest - 1 : 0,
        };
      }),
    ]),
  );
  const vector = (unit: string) => vectors.get(unit) ?? [];
  const primary = all.filter(isPrimary);
  const alone: InFamily = {
    units: new Set(primary),
    summed: new Set(),
    dropped: new Set(),
    isDivided: true,
    moves: (key, unit) => at(key, unit) > 0,
  };
  const isSmallSum = (key: string, sum: PublishedSum) =>
    [[...sum.members].reduce((total, unit) => total + at(key, unit), 0), ...sum.beside].some((value) =>
      isSmall(value, threshold),
    );
  const isSmallRest = (key: string) => rests.ofSums(key).some((rest) => isSmall(rest, threshold));

  const divided = shares.filter(({ numerator, denominator }) =>
    keys.some((key) => key === numerator || key === denominator),
  );
  const isIncluded = (unit: string, of: readonly PublishedSum[]) =>
    of.map(({ members }) => (members.has(unit) ? '1' : '0')).join('');
  const tried = new Map<string, readonly string[] | null>();

  /** The units of a class whose figures are hidden; null where they could not change places with enough others. */
  const chosenOf = (members: readonly string[], summed: ReadonlySet<string>): readonly string[] | null => {
    const name = `${[...summed].join(' ')}|${members.join(' ')}`;
    const known = tried.get(name);
    if (known !== undefined) return known;
    const others = members
      .filter((unit) => !isPrimary(unit) && vector(unit).some(({ value }) => value > 0))
      // What is a part of it and is shown must not say that it is more than 1.
      .filter((unit) => vector(unit).every(({ low }) => low <= 1))
      .sort((a, b) => weight(vector(a)) - weight(vector(b)));
    const isSummed = keys.map((key) => summed.has(key));
    let chosen: string[] | null = members.filter(isPrimary);
    while (chosen && !canMove(chosen.map(vector), threshold, isSummed)) {
      const next = others.shift();
      chosen = next === undefined ? null : [...chosen, next];
    }
    tried.set(name, chosen);
    return chosen;
  };

  /** What is hidden where the sums of some counts are published but for some groups; a class that cannot be hidden. */
  const withGroups = (
    summed: ReadonlySet<string>,
    sums: readonly PublishedSum[],
    dropped: ReadonlySet<string>,
  ): InFamily | { failing: readonly string[] } => {
    const units = new Set<string>();
    const totals = new Map<string, number>();
    const left = sums.filter(({ group }) => !dropped.has(group));
    const classes = new Map<string, string[]>();
    for (const unit of all) {
      const signature = isIncluded(unit, left);
      const before = classes.get(signature);
      if (before) before.push(unit);
      else classes.set(signature, [unit]);
    }
    for (const members of classes.values()) {
      if (!members.some(isPrimary)) continue;
      const chosen = chosenOf(members, summed);
      if (chosen === null) return { failing: members };
      for (const unit of chosen) units.add(unit);
      for (const key of keys) {
        const total = chosen.reduce((sum, unit) => sum + at(key, unit), 0);
        for (const unit of chosen) totals.set(`${key}|${unit}`, total);
      }
    }
    return {
      units,
      summed,
      dropped,
      isDivided: true,
      moves: (key, unit) => (totals.get(`${key}|${unit}`) ?? 0) > 0,
    };
  };

  /** What is hidden where the sums of some counts are published; null where none may be. */
  const withSumsOf = (summed: ReadonlySet<string>): InFamily | null => {
    const own = counts.flatMap(({ key, sums }) => (summed.has(key) ? sums.map((sum) => ({ key, sum })) : []));
    if (own.some(({ key, sum }) => isSmallSum(key, sum)) || [...summed].some(isSmallRest)) return null;
    if (primary.length === 0) return { ...alone, summed };
    const ofCounts = own.map(({ sum }) => sum);
    const ofShares = divided.flatMap((share) => share.sums);
    // A unit without the other part of a share is in the sum of the count alone, and would have to be hidden by itself.
    return (
      withoutSome(summed, [...ofCounts, ...ofShares]) ??
      (ofShares.length > 0 ? withoutSome(summed, ofCounts, { isDivided: false }) : null)
    );
  };

  const withoutSome = (
    summed: ReadonlySet<string>,
    sums: readonly PublishedSum[],
    more: Partial<InFamily> = {},
  ): InFamily | null => {
    const dropped = new Set<string>();
    for (;;) {
      const found = withGroups(summed, sums, dropped);
      if (!('failing' in found)) return { ...found, ...more };
      const next = dropped.size < MOST_DROPPED ? groupToDrop(found.failing, sums, dropped) : null;
      if (next === null) return null;
      dropped.add(next);
    }
  };

  /**
   * The group without whose sums most units come into a class that cannot be hidden: its own, or one beside it. Never
   * the widest, whose sums are wanted most.
   */
  const groupToDrop = (
    failing: readonly string[],
    sums: readonly PublishedSum[],
    dropped: ReadonlySet<string>,
  ): string | null => {
    const left = sums.filter(({ group }) => !dropped.has(group));
    const [widest] = [...left].sort((a, b) => b.members.size - a.members.size);
    const [unit = ''] = failing;
    const mine = left.filter(({ group, members }) => group !== widest?.group && members.has(unit));
    const [own] = [...mine].sort((a, b) => a.members.size - b.members.size);
    if (own) return own.group;
    const inClass = new Set(failing);
    const gained = [...new Set(left.map(({ group }) => group))]
      .filter((group) => group !== widest?.group)
      .map((group) => {
        const without = left.filter((one) => one.group !== group);
        const signature = isIncluded(unit, without);
        const gain = all.filter(
          (other) =>
            !inClass.has(other) &&
            vector(other).some(({ value }) => value > 0) &&
            isIncluded(other, without) === signature,
        );
        return { group, gain: gain.length };
      })
      .sort((a, b) => b.gain - a.gain);
    return gained[0] && gained[0].gain > 0 ? gained[0].group : null;
  };

  // Whoever knows the sums of a whole and of one part knows that of the rest: either all parts are published, or none.
  const whole = counts.find(({ wholes }) => !wholes.some((one) => keys.includes(one)))?.key ?? '';
  return withSumsOf(new Set(keys)) ?? withSumsOf(new Set([whole])) ?? alone;
}
