import { compare } from '../base/number.ts';
import { boundsOf, type BoundRefs } from './bounds.ts';
import { difference, literal } from './formula.ts';
import { kindOf } from './kinds/index.ts';
import { isWithinBounds, withinBoundsFormulas } from './possible.ts';
import type { Segment, Series } from './series.ts';

/**
 * Whether an assigned value can be asked of anybody: the size of a yearly change is not negative, a state lies
 * within what the indicator can be, an amount not below it. What a plan prints the loader has looked at.
 */
export function isPossibleDemand(series: Series, segment: Segment): boolean {
  const bounds = boundsOf(segment);
  if (segment.decision === null || !bounds) return true;
  const least = leastOf(series);
  return least === null ? isWithinBounds(series.indicator, bounds.low) : compare(bounds.low, least) >= 0;
}

/** {@link isPossibleDemand} as an Excel condition over cells that hold numbers; null where it always is. */
export function isPossibleDemandFormula(series: Series, segment: Segment, bounds: BoundRefs): string | null {
  if (segment.decision === null) return null;
  const least = leastOf(series);
  if (least === null) {
    const within = withinBoundsFormulas(series.indicator, bounds.low);
    return within.length > 0 ? `AND(${within.join(',')})` : null;
  }
  return Number.isFinite(least) ? `${difference(bounds.low, literal(least))}>=0` : null;
}

/** The least that can be asked; null for a state, which both bounds of the indicator hold for. */
function leastOf(series: Series): number | null {
  const { isRate, isStanding } = kindOf(series);
  if (isRate) return 0;
  return isStanding ? null : (series.indicator.hard?.[0] ?? -Infinity);
}
