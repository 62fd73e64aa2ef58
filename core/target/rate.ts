import { directionSign } from './bounds.ts';
import { literal } from './formula.ts';
import { inForceFields, type Result, type SeriesField, type SeriesRefs, type SeriesValues } from './kind.ts';
import { hasRange, printedInForce, segmentInForce, type Segment, type Series } from './series.ts';
import { figureOf, figureOfFormula } from './year-figure.ts';

/** What changes share: a base figure, a figure before, and a path that starts from the base. */

/** Base year of a segment of a change; the loader fills it in. */
export function baseYearOf(segment: Segment): number {
  return segment.statement.baseYear ?? segment.yearFrom - 1;
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
      ? figureOf(series, values, base)
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
  return year - 1 === base ? figureOfFormula(series, refs, base) : null;
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
  from: number,
): { actual: string; from: string; years: string } {
  return {
    actual: figureOfFormula(series, refs, year),
    from: figureOfFormula(series, refs, from),
    years:
      from >= refs.firstYear ? `(${refs.year(year)}-${refs.year(from)})` : `(${refs.year(year)}-${from})`,
  };
}

/** A value of the path within what the indicator can be. */
export function clamp({ indicator: { hard } }: Series, value: number): number {
  return hard ? Math.min(hard[1], Math.max(hard[0], value)) : value;
}

/** {@link clamp} in Excel. */
export function clampFormula({ indicator: { hard } }: Series, value: string): string {
  return hard ? `MEDIAN(${literal(hard[0])},${literal(hard[1])},${value})` : value;
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

/** The yearly rate in force, which is the change asked for. */
export function requiredRate(series: Series, _values: SeriesValues, year: number): Result {
  const segment = segmentInForce(series, year);
  return segment ? decidingRate(segment) : null;
}

/** {@link requiredRate} in Excel. */
export function requiredRateFormula(series: Series, refs: SeriesRefs, year: number): string | null {
  const segment = segmentInForce(series, year);
  return segment && refs.cell(segment.decision === null ? 'low' : 'assigned', year);
}

/**
 * How far the figure can still move in the wanted direction before it stands at the end of what the
 * indicator can be; null where the indicator has no hard bounds, or the year no figure.
 */
export function roomLeft(series: Series, values: SeriesValues, year: number): Result {
  const end = wantedEnd(series);
  const actual = figureOf(series, values, year);
  return end === null || actual === null ? null : directionSign(series.direction) * (end - actual);
}

/** {@link roomLeft} in Excel, where the year has a figure; null where the indicator has no hard bounds. */
export function roomLeftFormula(series: Series, refs: SeriesRefs, year: number): string | null {
  const end = wantedEnd(series);
  if (end === null) return null;
  const actual = `SUM(${refs.cell('actual', year)})`;
  return directionSign(series.direction) > 0 ? `(${literal(end)}-${actual})` : `(${actual}-${literal(end)})`;
}

/** The end of what the indicator can be that a rise or a cut goes towards; null without hard bounds. */
export function wantedEnd({ indicator: { hard }, direction }: Series): Result {
  return hard?.[directionSign(direction) > 0 ? 1 : 0] ?? null;
}

/**
 * The average a pace is reckoned from: the printed segment of a year that is judged by it and is not its
 * last; null in a year that is judged by an assigned value of its own.
 */
export function pacedSegment(series: Series, year: number): Segment | null {
  const segment = printedInForce(series, year);
  return segment && segment.yearTo !== year && !series.assigned.has(year) ? segment : null;
}
