import { judgedNumber } from '../observation/figure.ts';
import { inForceFields, type Result, type SeriesField, type SeriesRefs, type SeriesValues } from './kind.ts';
import { hasRange, printedInForce, segmentInForce, type Segment, type Series } from './series.ts';

/** What change and growth share: a base figure, a figure before, and a path that starts from the base. */

/** Base year of a segment of yearly change or growth; the loader fills it in. */
export function baseYearOf(segment: Segment): number {
  return segment.statement.baseYear ?? segment.yearFrom - 1;
}

/**
 * The figure of a year: the reported one where the sheet has the year, else the baseline if it is of
 * exactly that year. A baseline of another year stands in for nothing.
 */
export function figureOf(values: SeriesValues, year: number): Result {
  if (year >= values.firstYear) return judgedNumber(values.figure(year));
  return values.base.year === year ? values.base.value : null;
}

/** {@link figureOf} as a reference or expression. */
export function figureOfFormula(refs: SeriesRefs, year: number): string {
  if (year < refs.firstYear) {
    return `IF(AND(${refs.baseYear}=${year},ISNUMBER(${refs.baseValue})),${refs.baseValue},"")`;
  }
  const actual = refs.cell('actual', year);
  return `IF(OR(ISNUMBER(${actual}),${actual}="-"),SUM(${actual}),"")`;
}

/**
 * The year a year's result is measured from: the base year of an average, else the year before. What was
 * assigned for a year is judged by that year alone.
 */
export function measuredFrom(series: Series, segment: Segment, year: number): number {
  return series.average && segment.decision === null ? baseYearOf(segment) : year - 1;
}

/**
 * Path of yearly steps: from the base figure, one step for every year in which a rate is in force. Without
 * a base figure of the base year there is no path.
 */
export function steppedPath(
  series: Series,
  values: SeriesValues,
  year: number,
  step: (before: number, segment: Segment) => number,
): Result {
  const segment = printedInForce(series, year);
  if (!segment) return null;
  const base = baseYearOf(segment);
  const chained = printedInForce(series, year - 1) !== null && year - 1 > base;
  const before = chained
    ? steppedPath(series, values, year - 1, step)
    : year - 1 === base
      ? figureOf(values, base)
      : null;
  return before === null ? null : step(before, segment);
}

/** {@link steppedPath} in Excel: the reference or expression
 * to start the year's step from, or null where there is no path.
 */
export function steppedPathBefore(
  series: Series,
  refs: SeriesRefs,
  year: number,
  field: 'path' | 'pathHigh',
): string | null {
  const segment = printedInForce(series, year);
  if (!segment) return null;
  const base = baseYearOf(segment);
  if (printedInForce(series, year - 1) !== null && year - 1 > base) return refs.cell(field, year - 1);
  return year - 1 === base ? figureOfFormula(refs, base) : null;
}

/** Years over which a year's result is spread: since the base year for an average, else one. */
export function spread(series: Series, segment: Segment, year: number): number {
  return year - measuredFrom(series, segment, year);
}

/** Size of the yearly rate that decides in a segment: a change or growth is met at its lower bound. */
export function decidingRate(segment: Segment): Result {
  return segment.low;
}

/** References needed for a year's result: this year's figure, the one it is measured from, the years between. */
export function resultParts(
  series: Series,
  refs: SeriesRefs,
  year: number,
): { actual: string; from: string; years: string } | null {
  const segment = segmentInForce(series, year);
  if (!segment) return null;
  const from = measuredFrom(series, segment, year);
  return {
    actual: figureOfFormula(refs, year),
    from: figureOfFormula(refs, from),
    years:
      from >= refs.firstYear ? `(${refs.year(year)}-${refs.year(from)})` : `(${refs.year(year)}-${from})`,
  };
}

/** Rows of a yearly change or growth. */
export function rateFields(series: Series): readonly SeriesField[] {
  return [
    ...inForceFields(series),
    'path',
    ...(hasRange(series) ? (['pathHigh'] as const) : []),
    'actual',
    'result',
    'gap',
    'pathGap',
    ...(series.average ? (['pace'] as const) : []),
    'verdict',
  ];
}

/** The yearly rate a year's result is ranked by. */
export function requiredRate(series: Series, _values: SeriesValues, year: number): Result {
  const segment = printedInForce(series, year);
  return segment ? decidingRate(segment) : null;
}

/** {@link requiredRate} in Excel. */
export function requiredRateFormula(series: Series, refs: SeriesRefs, year: number): string | null {
  return printedInForce(series, year) ? refs.cell('low', year) : null;
}

/**
 * The average a pace is reckoned from: the printed segment of a year that is judged by it and is not its
 * last; null in a year that is judged by an assigned value of its own.
 */
export function pacedSegment(series: Series, year: number): Segment | null {
  const segment = printedInForce(series, year);
  return segment && segment.yearTo !== year && !series.assigned.has(year) ? segment : null;
}
