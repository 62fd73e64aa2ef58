import type { UnitBounds } from './bounds.ts';
import type { Rests } from './complement.ts';
import type { CountFamily, PublishedShare, PublishedSum } from './publication.ts';
import { groupToDrop, signsIn, widestOf } from './group-to-drop.ts';
import { canMoveTogether, HiddenTogether, weight, type Vector } from './vector.ts';

/** Whether a count says something of so few that they may be known by it. */
export function isSmall(value: number, threshold: number): boolean {
  return value > 0 && value < threshold;
}

/** Groups whose sums may be left out beside those that are small themselves, before those of all are. */
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
  const byKey = new Map(counts.map(({ key, values }) => [key, values]));
  const at = (key: string, unit: string) => byKey.get(key)?.get(unit) ?? 0;
  const all = [...new Set(counts.flatMap(({ values }) => [...values.keys()]))];
  const primary = all.filter((unit) =>
    keys.some(
      (key) =>
        isSmall(at(key, unit), threshold) ||
        isSmall(rests.ofUnit(key, unit) ?? 0, threshold) ||
        told.has(`${key}|${unit}`),
    ),
  );
  const primaries = new Set(primary);
  const isPrimary = (unit: string) => primaries.has(unit);
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
  const alone: InFamily = {
    units: new Set(primary),
    summed: new Set(),
    dropped: new Set(),
    isDivided: true,
    moves: (key, unit) => at(key, unit) > 0,
  };
  const divided = shares.filter(({ numerator, denominator }) =>
    keys.some((key) => key === numerator || key === denominator),
  );
  const ofShares = divided.flatMap((share) => share.sums);
  const sumOf = (key: string, units: ReadonlySet<string>) =>
    [...units].reduce((total, unit) => total + at(key, unit), 0);

  /** Groups whose own sums are small, or leave a small rest, where those of some counts are published. */
  const fewIn = (summed: ReadonlySet<string>): Few => {
    const groups = new Set<string>();
    const together: Few['together'] = [];
    for (const { key, sums } of counts) {
      if (!summed.has(key)) continue;
      const note = (group: string, members: ReadonlySet<string>, more: number) => {
        groups.add(group);
        together.push({ members, more: keys.map((one) => (one === key ? more : 0)) });
      };
      for (const { group, members, beside } of sums) {
        if (isSmall(sumOf(key, members), threshold)) note(group, members, 0);
        // What somebody else says of the group is tied to nothing else.
        if (beside.some((value) => isSmall(value, threshold))) groups.add(group);
      }
      for (const { group, members, rest } of rests.ofSums(key))
        if (isSmall(rest, threshold)) note(group, members, rest - 1);
    }
    return { groups, together };
  };

  const tried = new Map<string, readonly string[] | null>();

  /** The units of a class whose figures are hidden; null where they could not change places with enough others. */
  const chosenOf = (
    members: readonly string[],
    summed: ReadonlySet<string>,
    { together }: Few,
  ): readonly string[] | null => {
    const name = `${[...summed].join(' ')}|${members.join(' ')}`;
    const known = tried.get(name);
    if (known !== undefined) return known;
    const others = members
      .filter((unit) => !isPrimary(unit) && vector(unit).some(({ value }) => value > 0))
      // What is a part of it and is shown must not say that it is more than 1.
      .filter((unit) => vector(unit).every(({ low }) => low <= 1))
      .sort((a, b) => weight(vector(a)) - weight(vector(b)));
    const isSummed = keys.map((key) => summed.has(key));
    const hidden = (units: readonly string[]) => {
      const found = new HiddenTogether(threshold, isSummed);
      for (const unit of units) found.add(vector(unit));
      return found;
    };
    const areFree = (units: readonly string[], { canMove } = hidden(units)) =>
      canMove &&
      together.every(({ members: some, more }) => {
        const inside = units.filter((unit) => some.has(unit));
        const outside = units.filter((unit) => !some.has(unit));
        return inside.length === 0 || canMoveTogether(inside.map(vector), outside.map(vector), more);
      });
    let chosen: string[] | null = members.filter(isPrimary);
    const growing = hidden(chosen);
    while (chosen && !areFree(chosen, growing)) {
      const next = others.shift();
      if (next === undefined) chosen = null;
      else {
        chosen.push(next);
        growing.add(vector(next));
      }
    }
    const enough = chosen && leastOf(chosen, isPrimary, (units) => areFree(units));
    tried.set(name, enough);
    return enough;
  };

  /** What is hidden where the sums of some counts are published but for some groups; a class that cannot be hidden. */
  const withGroups = (
    summed: ReadonlySet<string>,
    signsOf: (unit: string) => string,
    few: Few,
  ): Pick<InFamily, 'units' | 'moves'> | { failing: readonly string[] } => {
    const units = new Set<string>();
    const totals = new Map<string, number>();
    const classes = new Map<string, string[]>();
    for (const unit of primary.length === 0 ? [] : all) {
      const signs = signsOf(unit);
      const before = classes.get(signs);
      if (before) before.push(unit);
      else classes.set(signs, [unit]);
    }
    for (const members of classes.values()) {
      if (!members.some(isPrimary)) continue;
      const chosen = chosenOf(members, summed, few);
      if (chosen === null) return { failing: members };
      for (const unit of chosen) units.add(unit);
      for (const key of keys) {
        const total = chosen.reduce((sum, unit) => sum + at(key, unit), 0);
        for (const unit of chosen) totals.set(`${key}|${unit}`, total);
      }
    }
    return { units, moves: (key, unit) => (totals.get(`${key}|${unit}`) ?? 0) > 0 };
  };

  /** What is hidden where some sums are published but for those of few groups; null where no few are enough. */
  const withoutSome = (
    summed: ReadonlySet<string>,
    sums: readonly PublishedSum[],
    { few, isDivided }: { few: Few; isDivided: boolean },
  ): InFamily | null => {
    const signsLeft = signsIn(primary.length === 0 ? [] : all, sums);
    const without = (groups: ReadonlySet<string>) => {
      const left = sums.filter(({ group }) => !groups.has(group));
      const signsOf = signsLeft(new Set(left));
      return { left, signsOf, found: withGroups(summed, signsOf, few) };
    };
    const dropped = new Set(few.groups);
    for (;;) {
      const { left, signsOf, found } = without(dropped);
      if (!('failing' in found)) break;
      if (dropped.size - few.groups.size >= MOST_DROPPED) return null;
      const { failing } = found;
      const inClass = new Set(failing);
      const next = groupToDrop(
        failing,
        { left, units: all, signsOf },
        {
          helps: (unit) => !inClass.has(unit) && vector(unit).some(({ value }) => value > 0),
          isEnough: (units) => chosenOf(units, summed, few) !== null,
        },
      );
      if (next === null) return null;
      dropped.add(next);
    }
    // What went first may not have been enough, and be wanted no longer.
    for (const group of [...dropped].filter((one) => !few.groups.has(one))) {
      dropped.delete(group);
      if ('failing' in without(dropped).found) dropped.add(group);
    }
    const { found } = without(dropped);
    return 'failing' in found ? null : { ...found, summed, dropped, isDivided };
  };

  /** What may be hidden where the sums of some counts are published; nothing where none may be. */
  const withSumsOf = (summed: ReadonlySet<string>): InFamily[] => {
    const ofCounts = counts.flatMap(({ key, sums }) => (summed.has(key) ? sums : []));
    const few = fewIn(summed);
    if (few.groups.has(widestOf(ofCounts))) return [];
    const whole = withoutSome(summed, [...ofCounts, ...ofShares], { few, isDivided: true });
    if (ofShares.length === 0 || whole?.dropped.size === few.groups.size) return whole ? [whole] : [];
    // A unit without the other part of a share is in the sum of the count alone, and would have to be hidden by itself.
    return [whole, withoutSome(summed, ofCounts, { few, isDivided: false })].flatMap((one) => one ?? []);
  };

  /** Sums that are hidden, which are wanted most, and figures of units. */
  const lossOf = ({ summed, dropped, isDivided, units }: InFamily): [sums: number, units: number] => {
    const isHidden = (sum: PublishedSum) => dropped.has(sum.group);
    const ofCounts = counts.map(({ key, sums }) => (summed.has(key) ? sums.filter(isHidden) : sums).length);
    const isGone = ({ numerator, denominator }: PublishedShare) =>
      !isDivided || [numerator, denominator].some((key) => keys.includes(key) && !summed.has(key));
    const gone = divided.map((one) => (isGone(one) ? one.sums : one.sums.filter(isHidden)).length);
    return [[...ofCounts, ...gone].reduce((sum, one) => sum + one, 0), units.size];
  };

  // Whoever knows the sums of a whole and of one part knows that of the rest: either all parts are published, or none.
  const whole = counts.find(({ wholes }) => !wholes.some((one) => keys.includes(one)))?.key ?? '';
  const found = withSumsOf(new Set(keys));
  const [best] = found;
  if (best && lossOf(best)[0] === 0) return best;
  return [...found, ...(keys.length > 1 ? withSumsOf(new Set([whole])) : []), alone].reduce((one, other) => {
    const [[sums, units], [otherSums, otherUnits]] = [lossOf(one), lossOf(other)];
    return otherSums < sums || (otherSums === sums && otherUnits < units) ? other : one;
  });
}

/** Sums that are small themselves. */
interface Few {
  /** Whose they are; with them all of the group is left out. */
  groups: ReadonlySet<string>;
  /** The units of each, and by how much more each count of theirs must be able to be. */
  together: { members: ReadonlySet<string>; more: readonly number[] }[];
}

/** Of units that are hidden those without which the others would not be free, the largest given back first. */
function leastOf(
  chosen: readonly string[],
  isPrimary: (unit: string) => boolean,
  areFree: (units: readonly string[]) => boolean,
): readonly string[] {
  return [...chosen].reverse().reduce<readonly string[]>((left, unit) => {
    const without = left.filter((one) => one !== unit);
    return !isPrimary(unit) && areFree(without) ? without : left;
  }, chosen);
}
