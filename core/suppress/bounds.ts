import type { CountFamily } from './publication.ts';

/** Between what a count of a unit must lie by what else is counted there. */
export interface UnitBounds {
  /** The largest of what is a part of it. */
  low: number;
  /** The smallest of what it is a part of. */
  high: number;
}

/**
 * Bounds of counts by those of other families, as they are: a figure that moves within them moves none of these.
 * @returns of a unit and the key of a count
 */
export function bounds(families: readonly CountFamily[]): (unit: string, key: string) => UnitBounds {
  const counts = new Map(
    families.flatMap((family) => family.counts.map((one) => [one.key, { one, family }])),
  );
  const parts = new Map<string, string[]>();
  for (const { one, family } of counts.values())
    for (const whole of one.wholes)
      if (counts.get(whole)?.family !== family) parts.set(whole, [...(parts.get(whole) ?? []), one.key]);
  return (unit, key) => {
    const found = counts.get(key);
    if (!found) return { low: 0, high: Infinity };
    const value = (of: string) => counts.get(of)?.one.values.get(unit);
    const wholes = found.one.wholes.filter((whole) => counts.get(whole)?.family !== found.family);
    const own = value(key) ?? 0;
    return {
      // Figures that contradict each other bound nothing that is said.
      low: Math.min(own, Math.max(0, ...(parts.get(key) ?? []).map((part) => value(part) ?? 0))),
      high: Math.max(own, Math.min(Infinity, ...wholes.map((whole) => value(whole) ?? Infinity))),
    };
  };
}
