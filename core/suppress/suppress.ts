import { bounds, type UnitBounds } from './bounds.ts';
import { restsBetween, withRests, type Rests } from './complement.ts';
import type { CountFamily, Publication, PublishedShare, PublishedSum, Suppression } from './publication.ts';

/**
 * Hides the counts of persons or households that are smaller than a threshold, and so many others that no reader can
 * narrow a hidden one down to less than 1 to threshold − 1, whatever else of the publication he adds, subtracts or
 * divides; zeros stay, as nobody stands behind them.
 *
 * The method leaves every hidden count a way to move without any published number moving. Units that are in the same
 * published sums are one class; within a class figures can change places. In every class with a small count further
 * units are hidden, smallest first, until the others could take up all of the small one (each below what it is a part
 * of), and it could take up threshold − 1 from them (each above what is a part of it). Where a class has no such units,
 * or a sum itself is small, the sums of the parts are not published, and where that is not enough no sums of the count.
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
  let [small, beside] = [0, 0];
  for (const family of families) {
    if (!family.isOfPeople) continue;
    const found = inFamily(withRests(family), shares, { threshold, boundsOf, rests, told });
    for (const { key, values } of family.counts) {
      const units = new Set([...found.units].filter((unit) => values.has(unit) && found.moves(key, unit)));
      hidden.set(key, units);
      if (!found.summed.has(key)) withoutSums.add(key);
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
    const units = [...rates].flatMap(([unit, rate]) => {
      const divisor = allOf(families, denominator)?.get(unit);
      const counted = values.get(numerator);
      // Who knows the rate and what is divided by knows the count, reported or not.
      const implied = (rate * (divisor ?? 0)) / per;
      const isCounted = counted !== null && divisor !== undefined;
      const isTold =
        isCounted && [implied, divisor - implied].some((one) => isSmall(Math.round(one), threshold));
      return above?.has(unit) || below?.has(unit) || isTold ? [unit] : [];
    });
    hidden.set(key, new Set(units));
    const isSumTold =
      values.get(numerator) !== null &&
      sums.some(({ beside: said }) =>
        said.some((rate) =>
          totalsOf(families, denominator).some((total) =>
            [(rate * total) / per, total - (rate * total) / per].some((one) =>
              isSmall(Math.round(one), threshold),
            ),
          ),
        ),
      );
    if (withoutSums.has(numerator) || withoutSums.has(denominator) || isSumTold) withoutSums.add(key);
  }
  return {
    cell: (key, unit) => hidden.get(key)?.has(unit) ?? false,
    sum: (key) => withoutSums.has(key),
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

/** Whether a count says something of so few that they may be known by it. */
export function isSmall(value: number, threshold: number): boolean {
  return value > 0 && value < threshold;
}

interface InFamily {
  units: ReadonlySet<string>;
  /** Keys of the counts whose sums are published. */
  summed: ReadonlySet<string>;
  /** Whether a unit's count is hidden with it: one that all hidden units of its class have none of stays 0. */
  moves: (key: string, unit: string) => boolean;
}

/** The units of a family of counts whose figures are hidden, all of the family or none. */
function inFamily(
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
    moves: (key, unit) => at(key, unit) > 0,
  };
  const isSmallSum = (key: string, sum: PublishedSum) =>
    [[...sum.members].reduce((total, unit) => total + at(key, unit), 0), ...sum.beside].some((value) =>
      isSmall(value, threshold),
    );
  const isSmallRest = (key: string) => rests.ofSums(key).some((rest) => isSmall(rest, threshold));

  /** What is hidden where the sums of some counts are published; null where none may be. */
  const withSumsOf = (summed: ReadonlySet<string>): InFamily | null => {
    const own = counts.flatMap(({ key, sums }) => (summed.has(key) ? sums.map((sum) => ({ key, sum })) : []));
    if (own.some(({ key, sum }) => isSmallSum(key, sum)) || [...summed].some(isSmallRest)) return null;
    if (primary.length === 0) return { ...alone, summed };
    const divided = shares.filter(({ numerator, denominator }) =>
      keys.some((key) => key === numerator || key === denominator),
    );
    const sums = [...own.map(({ sum }) => sum), ...divided.flatMap((share) => share.sums)];
    const signature = (unit: string) => sums.map(({ members }) => (members.has(unit) ? '1' : '0')).join('');
    const units = new Set<string>();
    const totals = new Map<string, number>();
    const classes = new Map<string, string[]>();
    for (const unit of all) classes.set(signature(unit), [...(classes.get(signature(unit)) ?? []), unit]);
    for (const members of classes.values()) {
      const few = members.filter(isPrimary);
      if (few.length === 0) continue;
      const others = members
        .filter((unit) => !isPrimary(unit) && vector(unit).some(({ value }) => value > 0))
        // What is a part of it and is shown must not say that it is more than 1.
        .filter((unit) => vector(unit).every(({ low }) => low <= 1))
        .sort((a, b) => weight(vector(a)) - weight(vector(b)));
      const chosen = [...few];
      while (
        !canMove(
          chosen.map(vector),
          threshold,
          keys.map((key) => summed.has(key)),
        )
      ) {
        const next = others.shift();
        if (next === undefined) return null;
        chosen.push(next);
      }
      for (const unit of chosen) units.add(unit);
      for (const key of keys) {
        const total = chosen.reduce((sum, unit) => sum + at(key, unit), 0);
        for (const unit of chosen) totals.set(`${key}|${unit}`, total);
      }
    }
    return { units, summed, moves: (key, unit) => (totals.get(`${key}|${unit}`) ?? 0) > 0 };
  };

  // Whoever knows the sums of a whole and of one part knows that of the rest: either all parts are published, or none.
  const whole = counts.find(({ wholes }) => !wholes.some((one) => keys.includes(one)))?.key ?? '';
  return withSumsOf(new Set(keys)) ?? withSumsOf(new Set([whole])) ?? alone;
}

/** Counts of a unit; `more`: by how much each must be able to grow, so that a rest of a whole may be as few as 1. */
type Vector = readonly ({ value: number; more: number } & UnitBounds)[];

function weight(vector: Vector): number {
  return vector.reduce((sum, { value }) => sum + value, 0);
}

/**
 * Whether of units whose sums are known each could be 0, and each of its counts threshold − 1, for all one knows.
 * @param summed of each count whether its sums are known; one whose are not grows with the whole it is a part of
 */
function canMove(chosen: readonly Vector[], threshold: number, summed: readonly boolean[]): boolean {
  const sums = (of: (one: Vector, at: number) => number) =>
    (chosen[0] ?? []).map((_, at) => chosen.reduce((sum, one) => sum + of(one, at), 0));
  const valueOf = (one: Vector, at: number) => one[at]?.value ?? 0;
  const spared = new Map(chosen.map((one) => [one, spare(one)]));
  const totals = sums(valueOf);
  const given = sums((one, at) => (spared.get(one) ?? 0) * valueOf(one, at));
  return chosen.every((one) => {
    const own = spared.get(one) ?? 0;
    const isReached = one.every(({ value, high }, at) =>
      summed[at]
        ? totals[at] === 0 || value * (1 - own) + (given[at] ?? 0) >= threshold - 1
        : high >= threshold - 1,
    );
    const canGrow = one.every(({ value, more }, at) => (given[at] ?? 0) - own * value >= more);
    return isReached && canGrow && hasRoom(one, chosen);
  });
}

/** Whether others take up all of a unit's figures, each so large a part of all of them alike. */
function hasRoom(one: Vector, chosen: readonly Vector[]): boolean {
  let room = 0;
  for (const other of chosen) {
    if (other !== one) room += roomFor(one, other);
    if (room >= 1) return true;
  }
  return false;
}

/** How large a part of a unit's figures another one can take up, below what its own are parts of. */
function roomFor(one: Vector, other: Vector): number {
  return one.reduce((part, { value }, at) => {
    const { value: own = 0, high = Infinity } = other[at] ?? {};
    return value > 0 ? Math.min(part, (high - own) / value) : part;
  }, Infinity);
}

/** How large a part of its own figures a unit can do without, above what is a part of them. */
function spare(vector: Vector): number {
  return vector.reduce(
    (part, { value, low }) => (value > 0 ? Math.min(part, (value - low) / value) : part),
    1,
  );
}
