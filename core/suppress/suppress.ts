import { bounds } from './bounds.ts';
import { restsBetween, withRests, type Rests } from './complement.ts';
import { inFamily, isSmall } from './family.ts';
import type { CountFamily, Publication, Suppression } from './publication.ts';

/**
 * Which figures are hidden, as a number that changes with it: two publications of the same figures of which each hides
 * others tell together what each of them hides. 1: a count had sums of all groups or of none; 2: sums of a group that were small took those of all groups with them.
 */
export const METHOD = 3;

/**
 * Hides the counts of persons or households that are smaller than a threshold, and so many others that no reader can
 * narrow a hidden one down to less than 1 to threshold − 1, whatever else of the publication he adds, subtracts or
 * divides; zeros stay, as nobody stands behind them.
 *
 * The method leaves every hidden count a way to move without any published number moving. Units that are in the same
 * published sums are one class; within a class figures can change places. In every class with a small count further
 * units are hidden, smallest first, until the others could take up all of the small one (each below what it is a part
 * of), and it could take up threshold − 1 from them (each above what is a part of it). Where a class has no such units,
 * or a sum itself is small, the sums of its group are left out, and of others beside it until they are one class with
 * units that can; else the sums of the parts, and where that is not enough all sums of the count: whatever hides fewest
 * sums, and then fewest units.
 * A share is hidden with either of its parts, so that published ones say
 * nothing new. A count that leaves a small rest of a whole is hidden as a small one is: 1 198 of 1 200 says 2. That this
 * is enough is a sufficient condition; tests hold it against a linear programme.
 *
 * @param publication all tables that are published together; two publications of the same round are one
 * @param threshold at least 2; counts from 1 to threshold − 1 are small
 */
export function suppress({ families, shares }: Publication, threshold: number): Suppression {
  const boundsOf = bounds(families);
  const rests = restsBetween(families);
  const told = toldWholes(families, rests, threshold);
  const hidden = new Map<string, ReadonlySet<string>>();
  const withoutSums = new Set<string>();
  const dropped = new Map<string, ReadonlySet<string>>();
  const undivided = new Set<string>();
  let [small, beside] = [0, 0];
  for (const family of families) {
    if (!family.isOfPeople) continue;
    const found = inFamily(withRests(family), shares, { threshold, boundsOf, rests, told });
    for (const { key, values } of family.counts) {
      const units = new Set([...found.units].filter((unit) => values.has(unit) && found.moves(key, unit)));
      hidden.set(key, units);
      if (!found.summed.has(key)) withoutSums.add(key);
      dropped.set(key, found.dropped);
      if (!found.isDivided) undivided.add(key);
      for (const unit of units)
        if (isSmall(values.get(unit) ?? 0, threshold)) small += 1;
        else beside += 1;
    }
  }
  const values = new Map(
    families.flatMap(({ isOfPeople, counts }) =>
      counts.map((one) => [one.key, isOfPeople ? one.values : null] as const),
    ),
  );
  for (const { key, numerator, denominator, per, values: rates, sums } of shares) {
    const [above, below] = [hidden.get(numerator), hidden.get(denominator)];
    const divisors = allOf(families, denominator);
    const units = [...rates].flatMap(([unit, rate]) => {
      const divisor = divisors?.get(unit);
      const counted = values.get(numerator);
      // Who knows the rate and what is divided by knows the count, reported or not.
      const implied = (rate * (divisor ?? 0)) / per;
      const isCounted = counted !== null && divisor !== undefined;
      const isTold =
        isCounted && [implied, divisor - implied].some((one) => isSmall(Math.round(one), threshold));
      return above?.has(unit) || below?.has(unit) || isTold ? [unit] : [];
    });
    hidden.set(key, new Set(units));
    const isTold = (rate: number) =>
      values.get(numerator) !== null &&
      totalsOf(families, denominator).some((total) =>
        [(rate * total) / per, total - (rate * total) / per].some((one) =>
          isSmall(Math.round(one), threshold),
        ),
      );
    const told = sums.filter(({ beside: said }) => said.some(isTold)).map(({ group }) => group);
    const isPartHidden = [numerator, denominator].some(
      (part) => withoutSums.has(part) || undivided.has(part),
    );
    if (isPartHidden) withoutSums.add(key);
    dropped.set(
      key,
      new Set([...told, ...[numerator, denominator].flatMap((part) => [...(dropped.get(part) ?? [])])]),
    );
  }
  return {
    cell: (key, unit) => hidden.get(key)?.has(unit) ?? false,
    sum: (key, group) => withoutSums.has(key) || (dropped.get(key)?.has(group) ?? false),
    small,
    beside,
  };
}

/** Wholes that would tell a small rest of another whole, as `key|unit`: they are hidden with it. */
function toldWholes(families: readonly CountFamily[], rests: Rests, threshold: number): ReadonlySet<string> {
  return new Set(
    families.flatMap(({ counts }) =>
      counts.flatMap(({ key, values }) =>
        [...values.keys()].flatMap((unit) =>
          isSmall(rests.ofUnit(key, unit) ?? 0, threshold)
            ? rests.telling(key, unit).map((whole) => `${whole}|${unit}`)
            : [],
        ),
      ),
    ),
  );
}

function allOf(families: readonly CountFamily[], key: string): ReadonlyMap<string, number> | undefined {
  return families.flatMap(({ counts }) => counts).find((one) => one.key === key)?.values;
}

/** Everything that is published of several units together in a count. */
function totalsOf(families: readonly CountFamily[], key: string): number[] {
  const one = families.flatMap(({ counts }) => counts).find((each) => each.key === key);
  return (one?.sums ?? []).flatMap(({ members, beside }) => [
    [...members].reduce((sum, unit) => sum + (one?.values.get(unit) ?? 0), 0),
    ...beside,
  ]);
}
