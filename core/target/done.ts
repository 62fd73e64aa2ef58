import { compare } from '../base/number.ts';
import { boundsOf, decidingBound } from './bounds.ts';
import { gap, pathGap } from './gap.ts';
import type { SeriesValues } from './kind.ts';
import { kindOf } from './kinds/index.ts';
import { resultDirection } from './result.ts';
import { governingSegment, segmentInForce, type Series } from './series.ts';
import { asked, shortfallOf, type ShortfallOf } from './shortfall.ts';

/** How much of what is asked of a series has been done: 1 is all of it, more is beyond, less than 0 is backwards. */
export interface Done {
  share: number;
  /** What the share is a part of, as a shortfall's. */
  of: ShortfallOf;
}

/**
 * The share of the required or assigned change that a series has made: what is asked by the year less the
 * shortfall, or what is asked and what lies beyond it. Of a value whose change is not known it is a share of the value.
 * Null where nothing can be judged. It ranks units and judges nothing.
 */
export function doneOf(series: Series, values: SeriesValues, year: number): Done | null {
  const kind = kindOf(series);
  const governing = values.assigned ? governingSegment(series, year) : null;
  if (!governing || !kind.hasValue || year > values.round) return null;
  const missing = shortfallOf(series, values, year);
  const need = asked(series, values, year);
  if (missing !== null) return need === null ? null : { share: need - missing.share, of: missing.of };
  const isDue = segmentInForce(series, year) !== null;
  const ahead = isDue ? gap(series, values, year) : pathGap(series, values, year);
  const value = boundsOf(governing)?.[decidingBound(resultDirection(series))] ?? null;
  if (need === null || ahead === null || value === null) return null;
  const required = kind.requiredChange(series, values, year);
  // What is met though something is missing (within the tolerance, at the last value possible) is all done.
  const beyond = Math.max(0, ahead);
  if (required !== null && compare(required, 0) > 0) return { share: need + beyond / required, of: 'change' };
  return value === 0 ? { share: need, of: 'all' } : { share: need + beyond / Math.abs(value), of: 'value' };
}
