import type { Direction } from '../catalogue/schema.ts';
import type { Comparator } from '../plan/model.ts';
import { kindOf } from './kinds/index.ts';
import type { Series } from './series.ts';

/**
 * Which way the compared result is better. A rate is compared by its size in the wanted direction, so more
 * is better whatever the indicator's own direction; where no direction is wanted, more is no better than
 * less.
 */
export function resultDirection(series: Pick<Series, 'kind' | 'direction'>): Direction {
  const { hasValue, isRate } = kindOf(series);
  if (!hasValue) return 'up';
  return isRate && series.direction === 'down' ? 'up' : series.direction;
}

/** Whether "Vượt" can be said at all: never of neutral indicators, of what is kept or done, of strict bounds. */
export function canExceed(comparator: Comparator, series: Pick<Series, 'kind' | 'direction'>): boolean {
  return resultDirection(series) !== 'neutral' && kindOf(series).moves && !/^[<>]$/u.test(comparator);
}
