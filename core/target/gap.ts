import { compare } from '../base/number.ts';
import { judgedNumber } from '../observation/figure.ts';
import { cumulative } from './accumulate.ts';
import { boundsOf, directionSign, distance, distanceFormula, type BoundRefs } from './bounds.ts';
import { resultDirection } from './result.ts';
import { difference } from './formula.ts';
import { kindOf } from './kinds/index.ts';
import type { Result, SeriesRefs, SeriesValues } from './kind.ts';
import { hasRange, segmentInForce, type Segment, type Series } from './series.ts';

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

/** A result that is a number; a figure's sign `-` counts as 0. */
function isNumber(reference: string): string {
  return `OR(ISNUMBER(${reference}),${reference}="-")`;
}

/**
 * Distance from the value in force, in the unit of the target; positive is ahead whatever the direction.
 * Null while nothing is in force.
 */
export function gap(series: Series, values: SeriesValues, year: number): Result {
  const segment = segmentInForce(series, year);
  const bounds = segment && boundsOf(segment);
  const result = kindOf(series).result(series, values, year);
  return bounds && values.assigned && result !== null
    ? distance(result, bounds, resultDirection(series))
    : null;
}

/** {@link gap} in Excel. */
export function gapFormula(series: Series, refs: SeriesRefs, year: number): string | null {
  const segment = segmentInForce(series, year);
  const bounds = segment && boundRefsOf(series, segment, refs, year);
  if (!bounds) return null;
  const result = refs.cell(kindOf(series).resultField(series, year), year);
  const ahead = distanceFormula(`SUM(${result})`, bounds, resultDirection(series));
  return `IF(AND(${isNumber(result)},${areNumbers(bounds)}),${ahead},"")`;
}

/** Distance from the reference path; positive is ahead. It never decides a verdict. */
export function pathGap(series: Series, values: SeriesValues, year: number): Result {
  const kind = kindOf(series);
  const path = kind.path(series, values, year, 'low');
  const subject = kind.addsUp ? cumulative(series, values, year) : judgedNumber(values.figure(year));
  if (path === null || subject === null) return null;
  return directionSign(series.direction) > 0 ? compare(subject, path) : compare(path, subject);
}

/** {@link pathGap} in Excel. */
export function pathGapFormula(series: Series, refs: SeriesRefs, year: number): string | null {
  const kind = kindOf(series);
  if (kind.pathFormula(series, refs, year, 'low') === null) return null;
  const path = refs.cell('path', year);
  const subject = refs.cell(kind.addsUp ? 'cumulative' : 'actual', year);
  const number = `SUM(${subject})`;
  const ahead = directionSign(series.direction) > 0 ? difference(number, path) : difference(path, number);
  return `IF(AND(ISNUMBER(${path}),${isNumber(subject)}),${ahead},"")`;
}
