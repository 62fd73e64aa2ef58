import { compare } from '../base/number.ts';
import type { JudgedTarget } from './judge.ts';

/** A unit's place on a target: 1 has done the most of what was required of it or assigned to it. */
export interface Place {
  unit: string;
  place: number;
  share: number;
}

/**
 * Ranks units on each target by the share of the required or assigned change they have made. Units with equal shares
 * have the same place, and the next has as many places less; units of which no share is known have none.
 * @returns places by target key, best first, in the order of the targets
 */
export function rankUnits(units: ReadonlyMap<string, readonly JudgedTarget[]>): Map<string, Place[]> {
  const shares = new Map<string, { unit: string; share: number }[]>();
  for (const [unit, targets] of units)
    for (const { key, done } of targets) {
      const all = shares.get(key) ?? [];
      shares.set(key, all);
      if (done !== null) all.push({ unit, share: done.share });
    }
  return new Map(
    [...shares].map(([key, all]) => {
      const sorted = [...all].sort((a, b) => compare(b.share, a.share));
      const places: Place[] = [];
      for (const [at, one] of sorted.entries()) {
        const last = places.at(-1);
        const isEqual = last !== undefined && compare(last.share, one.share) === 0;
        places.push({ ...one, place: isEqual ? last.place : at + 1 });
      }
      return [key, places];
    }),
  );
}
