import { compare, median } from '../../base/number.ts';
import { areMost, type Most, type SharedBy } from './most.ts';

/**
 * Which counts of a return all are the same multiple of what they were: a unit took over another, or a whole column is
 * in another unit of measure. The hidden lines of the check's sheet compute the same.
 */

/** Conventions. */
export const MOST_MULTIPLIED: Most = { fewest: 6, part: 0.7 };
/**
 * How near a count is to the common multiple, of far ones as a part of how far, and how far that has to be from 1, as
 * differences of logarithms. Conventions.
 */
export const NEAR_MULTIPLE = 0.12;
export const FAR_MULTIPLE = 0.3;
/** How far beyond a count shares a multiple that is there, as a part of how far the multiple is: units merge unevenly. */
export const WIDE_MULTIPLE = 0.3;
/** From so many times on it is no unit that grew but a column in another unit of measure. A convention. */
export const SMALLEST_UNIT_MULTIPLE = 8;
/** How far from such a multiple a count still shares it, as a difference of logarithms: half as much again in a year. */
export const OWN_CHANGE = 0.45;
/** Of fewer, one more or less hides the multiple. A convention. */
export const SMALLEST_MULTIPLIED = 10;

/** What the counts of a return come to beside their earlier figures. */
export interface CountsTogether {
  /** The logarithm of how many times the earlier figure they are, the middle one; 0 without any. */
  median: number;
  /** How many have an earlier figure. */
  of: number;
  /** Ids of those near the median, in their order. */
  near: ReadonlySet<string>;
  /** Ids of those that are not further from it than a year may move them. */
  shared: ReadonlySet<string>;
  /** Ids of the others, where the multiple is one of units of measure: such a count is in yet another unit. */
  apart: ReadonlySet<string>;
  /** Whether that is a multiple which most of them share. */
  isMultiple: boolean;
}

/** What a count has to do with a multiple that most counts share; the first that is near it shows it first. */
export interface Multiple<Part> extends SharedBy<Part, CountsTogether> {
  /** Whether it has an earlier figure and does not share a multiple that is one of units of measure. */
  isApart: Part;
}

/** The logarithm of how many times an earlier figure a count is; null where that says nothing. */
export function timesEarlier(count: number | null, earlier: number | null): number | null {
  if (count === null || earlier === null || Math.min(count, earlier) <= 0) return null;
  return Math.max(count, earlier) < SMALLEST_MULTIPLIED ? null : Math.log(count / earlier);
}

/** What counts come to, each by its {@link timesEarlier}. */
export function countsTogether(counts: readonly { id: string; by: number }[]): CountsTogether {
  const middle = median(counts.map(({ by }) => by));
  const room = NEAR_MULTIPLE * Math.max(1, Math.abs(middle));
  const within = (most: number) =>
    counts.filter(({ by }) => compare(Math.abs(by - middle), most) <= 0).map(({ id }) => id);
  const near = within(room);
  const isOfUnits = compare(Math.abs(middle), Math.log(SMALLEST_UNIT_MULTIPLE)) >= 0;
  const shared = new Set(within(isOfUnits ? OWN_CHANGE : Math.max(room, WIDE_MULTIPLE * Math.abs(middle))));
  const isMultiple =
    compare(Math.abs(middle), FAR_MULTIPLE) >= 0 && areMost(near.length, counts.length, MOST_MULTIPLIED);
  const others = counts.filter(({ id }) => isMultiple && isOfUnits && !shared.has(id)).map(({ id }) => id);
  return {
    median: middle,
    of: counts.length,
    near: new Set(near),
    shared,
    apart: new Set(others),
    isMultiple,
  };
}
