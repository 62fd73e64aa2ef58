import { asReported, compare } from '../base/number.ts';
import { sideAhead } from './bounds.ts';
import { difference, literal, reportedValue } from './formula.ts';
import { kindOf } from './kinds/index.ts';
import type { Result, SeriesRefs, SeriesValues } from './kind.ts';
import { resultParts, wantedEnd } from './rate.ts';
import { resultDirection } from './result.ts';
import { segmentInForce, type Series } from './series.ts';
import { figureOf } from './year-figure.ts';

/**
 * A yearly cut is met when the figure stands at the floor of what the indicator can be (no poor household is
 * left), a rise when it stands at the ceiling: nobody can do more, whatever size was asked for.
 */
export function isAtEnd(series: Series, values: SeriesValues, year: number): boolean {
  const segment = segmentInForce(series, year);
  const end = endOf(series, year);
  const actual = figureOf(series, values, year);
  const from = segment && kindOf(series).measuredFrom(series, segment, year);
  if (from === null || end === null || actual === null) return false;
  // Where it came from has to be known all the same: nothing is judged without it.
  return figureOf(series, values, from) !== null && compare(asReported(actual, series.decimals), end) === 0;
}

/** {@link isAtEnd} as an Excel condition; null where there is no such end. */
export function isAtEndFormula(series: Series, refs: SeriesRefs, year: number): string | null {
  const end = endOf(series, year);
  const segment = segmentInForce(series, year);
  const from = segment && kindOf(series).measuredFrom(series, segment, year);
  if (end === null || from === null) return null;
  const parts = resultParts(series, refs, year, from);
  const actual = reportedValue(`SUM(${refs.cell('actual', year)})`, series.decimals);
  const at = `${difference(actual, literal(end))}=0`;
  return `IF(AND(ISNUMBER(${parts.actual}),ISNUMBER(${parts.from})),${at},FALSE)`;
}

/** Where the size of a yearly movement is more the better, the end it goes towards. */
function endOf(series: Series, year: number): Result {
  const comparator = segmentInForce(series, year)?.comparator;
  if (!kindOf(series).isRate || !comparator || series.direction === 'neutral') return null;
  return sideAhead(comparator, resultDirection(series)) === 'up' ? wantedEnd(series) : null;
}
