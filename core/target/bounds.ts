import type { Direction } from '../catalogue/schema.ts';
import { compare, COMPARISON_DECIMALS } from '../base/number.ts';
import type { Comparator } from '../plan/model.ts';
import type { Segment } from './series.ts';
import { difference, literal } from './formula.ts';

/**
 * How far from "khoảng" a value may lie and still meet it, as a part of the value. No Vietnamese rule
 * fixes it; 5 % is this project's choice and stands only here.
 */
export const ABOUT_TOLERANCE = 0.05;

/** The bounds a result is compared with: equal for a single value, apart for a range. */
export interface Bounds {
  comparator: Comparator;
  low: number;
  high: number;
}

/** The bounds of a segment as numbers, or null for a milestone. */
export function boundsOf(segment: Pick<Segment, 'comparator' | 'low' | 'high'>): Bounds | null {
  const { comparator, low, high } = segment;
  return comparator === null || low === null || high === null ? null : { comparator, low, high };
}

/** The same bounds as cell references or constants in a formula. */
export interface BoundRefs {
  comparator: Comparator;
  low: string;
  high: string;
}

/** +1 or −1: the sign that turns a movement of the indicator into "size in the wanted direction". */
export function directionSign(direction: Direction): 1 | -1 {
  return direction === 'down' ? -1 : 1;
}

/** The bound that decides whether a target is met: the weaker one of a range. */
export function decidingBound(direction: Direction): 'low' | 'high' {
  return direction === 'down' ? 'high' : 'low';
}

/** Whether a result, rounded as it is reported, meets its bounds. */
export function isMet(result: number, bounds: Bounds, direction: Direction): boolean {
  const { low, high } = widened(bounds);
  switch (bounds.comparator) {
    case '>':
      return compare(result, low) > 0;
    case '<':
      return compare(result, high) < 0;
    case '>=':
      return compare(result, low) >= 0;
    case '<=':
      return compare(result, high) <= 0;
    case '=':
    case '~':
    case 'range':
      if (direction === 'up') return compare(result, low) >= 0;
      if (direction === 'down') return compare(result, high) <= 0;
      return compare(result, low) >= 0 && compare(result, high) <= 0;
  }
}

/** {@link isMet} as an Excel condition over a result reference. */
export function isMetFormula(result: string, bounds: BoundRefs, direction: Direction): string {
  const { low, high } = widenedRefs(bounds);
  const atLeast = `${difference(result, low)}>=0`;
  const atMost = `${difference(result, high)}<=0`;
  switch (bounds.comparator) {
    case '>':
      return `${difference(result, low)}>0`;
    case '<':
      return `${difference(result, high)}<0`;
    case '>=':
      return atLeast;
    case '<=':
      return atMost;
    case '=':
    case '~':
    case 'range':
      if (direction === 'up') return atLeast;
      if (direction === 'down') return atMost;
      return `AND(${atLeast},${atMost})`;
  }
}

/** Whether a result lies beyond the better bound; only where {@link canExceed} holds. */
export function isBeyond(result: number, bounds: Bounds, direction: Direction): boolean {
  const { low, high } = widened(bounds);
  return direction === 'down' ? compare(result, low) < 0 : compare(result, high) > 0;
}

/** {@link isBeyond} as an Excel condition. */
export function isBeyondFormula(result: string, bounds: BoundRefs, direction: Direction): string {
  const { low, high } = widenedRefs(bounds);
  return direction === 'down' ? `${difference(result, low)}<0` : `${difference(result, high)}>0`;
}

/**
 * Distance of a result from its bounds in its own unit; positive is ahead, whatever the direction. A
 * one-sided bound itself says which side is ahead, so that the sign never contradicts the verdict; between
 * two bounds a neutral indicator has 0, and outside it is negative by the distance. "Khoảng" widens what
 * meets the value, not the distance from it.
 */
export function distance(result: number, bounds: Bounds, direction: Direction): number {
  const ahead = sideAhead(bounds.comparator, direction);
  if (ahead === 'up') return compare(result, bounds.low);
  if (ahead === 'down') return compare(bounds.high, result);
  const outside = Math.max(bounds.low - result, result - bounds.high, 0);
  return 0 - compare(outside, 0);
}

/** {@link distance} as an Excel expression. */
export function distanceFormula(result: string, bounds: BoundRefs, direction: Direction): string {
  const ahead = sideAhead(bounds.comparator, direction);
  if (ahead === 'up') return difference(result, bounds.low);
  if (ahead === 'down') return difference(bounds.high, result);
  return `ROUND(-MAX(${bounds.low}-${result},${result}-${bounds.high},0),${COMPARISON_DECIMALS})`;
}

/** The side of its bounds on which a result is ahead. */
export function sideAhead(comparator: Comparator, direction: Direction): Direction {
  if (comparator === '>' || comparator === '>=') return 'up';
  return comparator === '<' || comparator === '<=' ? 'down' : direction;
}

function widened(bounds: Bounds): { low: number; high: number } {
  if (bounds.comparator !== '~') return bounds;
  return {
    low: bounds.low - ABOUT_TOLERANCE * Math.abs(bounds.low),
    high: bounds.high + ABOUT_TOLERANCE * Math.abs(bounds.high),
  };
}

function widenedRefs(bounds: BoundRefs): { low: string; high: string } {
  if (bounds.comparator !== '~') return bounds;
  const part = literal(ABOUT_TOLERANCE);
  return {
    low: `(${bounds.low}-${part}*ABS(${bounds.low}))`,
    high: `(${bounds.high}+${part}*ABS(${bounds.high}))`,
  };
}
