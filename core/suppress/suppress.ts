import { bounds, type UnitBounds } from './bounds.ts';
import type { CountFamily, Publication, PublishedShare, PublishedSum, Suppression } from './publication.ts';

/**
 * Hides the counts of persons or households that are smaller than a threshold, and so many others that no reader can
 * narrow a hidden one down to less than 1 to threshold − 1, whatever else of the publication he adds, subtracts or
 * divides; zeros stay, as nobody stands behind them.
 *
 * The method leaves every hidden count a way to move without any published number moving. Units that are in the same
 * published sums are one class; within a class figures can change places. In every class with a small count further
 * units are hidden, smallest first, until the others could take up all of the small one (each below what it is a part
 * of), and it could take up threshold − 1 from them (each above what is a part of it). Where a class has no such units
 * the sums of the count are not published. A share is hidden with either of its parts, so that published ones say
 * nothing new. That this is enough is a sufficient condition; tests hold it against a linear programme.
 *
 * @param publication all tables that are published together; two publications of the same round are one
 * @param threshold at least 2; counts from 1 to threshold − 1 are small
 */
export function suppress({ families, shares }: Publication, threshold: number): Suppression {
  const boundsOf = bounds(families);
  const hidden = new Map<string, ReadonlySet<string>>();
  const withoutSums = new Set<string>();
  let [small, beside] = [0, 0];
  for (const family of families) {
    if (!family.isOfPeople) continue;
    const found = inFamily(family, shares, { threshold, boundsOf });
    for (const { key, values } of family.counts) {
      const units = new Set([...found.units].filter((unit) => values.has(unit) && found.moves(key, unit)));
      hidden.set(key, units);
      if (!found.sums) withoutSums.add(key);
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
  for (const { key, numerator, denominator, per, values: rates } of shares) {
    const [above, below] = [hidden.get(numerator), hidden.get(denominator)];
    const units = [...rates].flatMap(([unit, rate]) => {
      const divisor = allOf(families, denominator)?.get(unit);
      const counted = values.get(numerator);
      // Who knows the rate and what is divided by knows the count, reported or not.
      const implied = counted === null || divisor === undefined ? 0 : (rate * divisor) / per;
      const isTold = implied > 0 && Math.round(implied) < threshold;
      return above?.has(unit) || below?.has(unit) || isTold ? [unit] : [];
    });
    hidden.set(key, new Set(units));
    if (withoutSums.has(numerator) || withoutSums.has(denominator)) withoutSums.add(key);
  }
  return {
    cell: (key, unit) => hidden.get(key)?.has(unit) ?? false,
    sum: (key) => withoutSums.has(key),
    small,
    beside,
  };
}

function allOf(families: readonly CountFamily[], key: string): ReadonlyMap<string, number> | undefined {
  return families.flatMap(({ counts }) => counts).find((one) => one.key === key)?.values;
}

/** Whether a count says something of so few that they may be known by it. */
export function isSmall(value: number, threshold: number): boolean {
  return value > 0 && value < threshold;
}

interface InFamily {
  units: ReadonlySet<string>;
  /** Whether sums are published. */
  sums: boolean;
  /** Whether a unit's count is hidden with it: one that all hidden units of its class have none of stays 0. */
  moves: (key: string, unit: string) => boolean;
}

/** The units of a family of counts whose figures are hidden, all of the family or none. */
function inFamily(
  { counts }: CountFamily,
  shares: readonly PublishedShare[],
  { threshold, boundsOf }: { threshold: number; boundsOf: (unit: string, key: string) => UnitBounds },
): InFamily {
  const keys = counts.map(({ key }) => key);
  const at = (key: string, unit: string) => counts.find((one) => one.key === key)?.values.get(unit) ?? 0;
  const all = [...new Set(counts.flatMap(({ values }) => [...values.keys()]))];
  const isPrimary = (unit: string) => keys.some((key) => isSmall(at(key, unit), threshold));
  const vectors = new Map(
    all.map((unit): [string, Vector] => [
      unit,
      keys.map((key) => ({ value: at(key, unit), ...boundsOf(unit, key) })),
    ]),
  );
  const vector = (unit: string) => vectors.get(unit) ?? [];
  const primary = all.filter(isPrimary);
  const only: InFamily = {
    units: new Set(primary),
    sums: false,
    moves: (key, unit) => at(key, unit) > 0,
  };
  const own = counts.flatMap(({ key, sums }) => sums.map((sum) => ({ key, sum })));
  const isSmallSum = ({ key, sum }: { key: string; sum: PublishedSum }) =>
    [[...sum.members].reduce((total, unit) => total + at(key, unit), 0), ...sum.beside].some((value) =>
      isSmall(value, threshold),
    );
  if (own.some(isSmallSum)) return only;
  if (primary.length === 0) return { ...only, sums: true };
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
    while (!canMove(chosen.map(vector), threshold)) {
      const next = others.shift();
      if (next === undefined) return only;
      chosen.push(next);
    }
    for (const unit of chosen) units.add(unit);
    for (const key of keys) {
      const total = chosen.reduce((sum, unit) => sum + at(key, unit), 0);
      for (const unit of chosen) totals.set(`${key}|${unit}`, total);
    }
  }
  return { units, sums: true, moves: (key, unit) => (totals.get(`${key}|${unit}`) ?? 0) > 0 };
}

type Vector = readonly ({ value: number } & UnitBounds)[];

function weight(vector: Vector): number {
  return vector.reduce((sum, { value }) => sum + value, 0);
}

/** Whether of units whose sums are known each could be 0, and each of its counts threshold − 1, for all one knows. */
function canMove(chosen: readonly Vector[], threshold: number): boolean {
  const sums = (of: (one: Vector, at: number) => number) =>
    (chosen[0] ?? []).map((_, at) => chosen.reduce((sum, one) => sum + of(one, at), 0));
  const valueOf = (one: Vector, at: number) => one[at]?.value ?? 0;
  const spared = new Map(chosen.map((one) => [one, spare(one)]));
  const totals = sums(valueOf);
  const given = sums((one, at) => (spared.get(one) ?? 0) * valueOf(one, at));
  return chosen.every((one) => {
    const own = spared.get(one) ?? 0;
    const isReached = one.every(
      ({ value }, at) => totals[at] === 0 || value * (1 - own) + (given[at] ?? 0) >= threshold - 1,
    );
    return isReached && hasRoom(one, chosen);
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
