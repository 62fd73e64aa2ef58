import type { Direction } from '../catalogue/schema.ts';
import { compare } from '../base/number.ts';
import type { IndicatorStatement, Statement } from '../plan/model.ts';
import { kindOf } from '../target/kinds/index.ts';

/**
 * What a target asks for, reduced to what can be compared: the bound that is enough, and the years in
 * which it holds.
 */
export interface Demand {
  bound: number;
  /** Which way is more. */
  direction: 'up' | 'down';
  from: number;
  to: number;
}

/** The demand of a target; null where more or less has no meaning (neutral, milestone, no year). */
export function demandOf(target: IndicatorStatement): Demand | null {
  const { yearFrom, yearTo } = target;
  const direction = scaleDirection(target);
  if (yearTo === null || direction === 'neutral') return null;
  // The weakest bound of a range already meets it.
  const bound = target.value ?? (direction === 'up' ? target.low : target.high);
  if (bound === null) return null;
  return { bound, direction, from: yearFrom ?? yearTo, to: yearTo };
}

/** A rate is stored as a positive size: more of it is always the stronger demand. */
function scaleDirection(target: IndicatorStatement): Direction {
  if (!kindOf(target).isRate) return target.direction;
  return target.direction === 'neutral' ? 'neutral' : 'up';
}

/** Whether one bound asks for less than another. */
export function asksLess(bound: number, other: number, direction: 'up' | 'down'): boolean {
  return direction === 'up' ? compare(bound, other) < 0 : compare(bound, other) > 0;
}

/** Whether two targets are about the same thing: indicator and stratum. */
export function sameSubject(left: IndicatorStatement, right: IndicatorStatement): boolean {
  return left.indicator.id === right.indicator.id && left.stratum?.id === right.stratum?.id;
}

/** Whether the figures of two targets are on one scale. */
export function areComparable(left: Statement, right: Statement): boolean {
  const kind = kindOf(left);
  if (kind.isStanding && kindOf(right).isStanding) return true;
  if (kind.isSinceBase && left.baseYear !== right.baseYear) return false;
  return left.kind === right.kind && kind.hasValue && !kind.isOfPeriod;
}
