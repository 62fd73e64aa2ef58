import { asReported, compare } from '../base/number.ts';
import { cumulative } from './accumulate.ts';
import { boundsOf, directionSign, distance, distanceFormula, type BoundRefs } from './bounds.ts';
import { reported, reportedFormula } from './reported.ts';
import { resultDirection } from './result.ts';
import { difference, reportedValue } from './formula.ts';
import { kindOf } from './kinds/index.ts';
import type { Result, SeriesRefs, SeriesValues } from './kind.ts';
import { isPossibleDemand, isPossibleDemandFormula } from './possible-demand.ts';
import { hasRange, pathDecimals, segmentInForce, type Segment, type Series } from './series.ts';
import { isJudgedFormula, judgedFigure } from './year-figure.ts';

/** The bounds of a segment as cells: where its value stands in the sheet, in the year given. */
export function boundRefsOf(
  series: Series,
  segment: Segment,
  refs: SeriesRefs,
  year: number,
): BoundRefs | null {
  if (segment.comparator === null) return null;
  if (segment.decision !== null) {
    const cell = refs.cell('assigned', year);
    return { comparator: segment.comparator, low: cell, high: cell };
  }
  return {
    comparator: segment.comparator,
    low: refs.cell('low', year),
    high: refs.cell(hasRange(series) ? 'high' : 'low', year),
  };
}

/** Both bounds hold a number: a cleared target cell must not read as 0. */
export function areNumbers(bounds: BoundRefs): string {
  return bounds.low === bounds.high ? `ISNUMBER(${bounds.low})` : `COUNT(${bounds.low},${bounds.high})=2`;
}

/** Whether a field of a year holds what can be compared; its number is the SUM of the cell. */
function isComparable(
  series: Series,
  refs: SeriesRefs,
  field: 'actual' | 'cumulative' | 'result',
  year: number,
): string {
  return field === 'actual' ? isJudgedFormula(series, refs, year) : `ISNUMBER(${refs.cell(field, year)})`;
}

/**
 * Distance from the value in force, in the unit of the target; positive is ahead whatever the direction.
 * Null while nothing is in force, and where nothing can be judged.
 */
export function gap(series: Series, values: SeriesValues, year: number): Result {
  const segment = segmentInForce(series, year);
  const bounds = segment && boundsOf(segment);
  if (!bounds || !values.assigned || !isPossibleDemand(series, segment)) return null;
  const result = kindOf(series).result(series, values, year);
  return result === null ? null : distance(reported(series, result), bounds, resultDirection(series));
}

/** {@link gap} in Excel. */
export function gapFormula(series: Series, refs: SeriesRefs, year: number): string | null {
  const segment = segmentInForce(series, year);
  const bounds = segment && boundRefsOf(series, segment, refs, year);
  if (!bounds) return null;
  const field = kindOf(series).resultField(series, year);
  const result = reportedFormula(series, `SUM(${refs.cell(field, year)})`);
  const ahead = distanceFormula(result, bounds, resultDirection(series));
  const possible = isPossibleDemandFormula(series, segment, bounds);
  const shown = possible === null ? ahead : `IF(${possible},${ahead},"")`;
  return `IF(AND(${isComparable(series, refs, field, year)},${areNumbers(bounds)}),${shown},"")`;
}

/** Distance from the reference path; positive is ahead. It never decides a verdict. */
export function pathGap(series: Series, values: SeriesValues, year: number): Result {
  const kind = kindOf(series);
  const path = kind.path(series, values, year, 'low');
  const subject = kind.addsUp ? cumulative(series, values, year) : judgedFigure(series, values, year);
  if (path === null || subject === null) return null;
  const decimals = pathDecimals(series);
  return (
    directionSign(series.direction) * compare(asReported(subject, decimals), asReported(path, decimals)) || 0
  );
}

/** {@link pathGap} in Excel. */
export function pathGapFormula(series: Series, refs: SeriesRefs, year: number): string | null {
  const kind = kindOf(series);
  if (kind.pathFormula(series, refs, year, 'low') === null) return null;
  const path = refs.cell('path', year);
  const field = kind.addsUp ? 'cumulative' : 'actual';
  const decimals = pathDecimals(series);
  const number = reportedValue(`SUM(${refs.cell(field, year)})`, decimals);
  const wanted = reportedValue(path, decimals);
  const ahead = directionSign(series.direction) > 0 ? difference(number, wanted) : difference(wanted, number);
  return `IF(AND(ISNUMBER(${path}),${isComparable(series, refs, field, year)}),${ahead},"")`;
}
