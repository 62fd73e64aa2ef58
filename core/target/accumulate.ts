import { literal } from './formula.ts';
import type { Result, SeriesRefs, SeriesValues } from './kind.ts';
import type { Segment, Series } from './series.ts';
import { isJudgedFormula, judgedFigure } from './year-figure.ts';

/**
 * Sums over the years of a target, for flows and totals. A year without a number that can be judged makes
 * every later sum unknown: a partial sum would look like a result.
 */

/** First year of the series' period. */
function firstYearOf(series: Series): number {
  return Math.min(...series.segments.map((segment) => segment.yearFrom));
}

/** The segment whose period covers a year, or null. */
export function segmentCovering(series: Series, year: number): Segment | null {
  return series.segments.find((segment) => segment.yearFrom <= year && year <= segment.yearTo) ?? null;
}

/** Sum of the figures from the first year of the series' period to `year`; `-` counts as 0. */
export function cumulative(series: Series, values: SeriesValues, year: number): Result {
  return year < firstYearOf(series) ? null : sumOfYears(series, values, firstYearOf(series), year);
}

/** Sum of the figures of the years from one to another, both included. */
export function sumOfYears(series: Series, values: SeriesValues, from: number, to: number): Result {
  let sum = 0;
  for (let at = from; at <= to; at += 1) {
    const number = judgedFigure(series, values, at);
    if (number === null) return null;
    sum += number;
  }
  return sum;
}

/** {@link sumOfYears} in Excel: the sum, and the condition that every year has a number. */
export function sumOfYearsFormula(
  series: Series,
  refs: SeriesRefs,
  from: number,
  to: number,
): { sum: string; known: string } {
  const years = Array.from({ length: to - from + 1 }, (_, at) => from + at);
  return {
    sum: `SUM(${years.map((year) => refs.cell('actual', year)).join(',')})`,
    known: `AND(${years.map((year) => isJudgedFormula(series, refs, year)).join(',')})`,
  };
}

/** {@link cumulative}: the previous year's sum plus this year's figure. */
export function cumulativeFormula(series: Series, refs: SeriesRefs, year: number): string | null {
  const first = firstYearOf(series);
  if (year < first) return null;
  const actual = refs.cell('actual', year);
  const reported = isJudgedFormula(series, refs, year);
  // SUM of one cell reads "-" as 0.
  if (year === first) return `IF(${reported},SUM(${actual}),"")`;
  const before = refs.cell('cumulative', year - 1);
  return `IF(ISNUMBER(${before}),IF(${reported},${before}+SUM(${actual}),""),"")`;
}

/** Pace that still brings the sum to what the path asks for at the end of the running period, as far as a year can. */
export function cumulativePace(
  series: Series,
  values: SeriesValues,
  year: number,
  pathAtEnd: (end: number) => Result,
): Result {
  const segment = segmentCovering(series, year);
  if (!segment || segment.yearTo === year) return null;
  const end = pathAtEnd(segment.yearTo);
  const sum = cumulative(series, values, year);
  if (end === null || sum === null) return null;
  const most = series.indicator.hard?.[1] ?? Infinity;
  return Math.max(0, Math.min((end - sum) / (segment.yearTo - year), most));
}

/** {@link cumulativePace} in Excel. */
export function cumulativePaceFormula(series: Series, refs: SeriesRefs, year: number): string | null {
  const segment = segmentCovering(series, year);
  if (!segment || segment.yearTo === year) return null;
  const end = refs.cell('path', segment.yearTo);
  const sum = refs.cell('cumulative', year);
  const years = `(${refs.year(segment.yearTo)}-${refs.year(year)})`;
  const needed = `(${end}-${sum})/${years}`;
  const most = series.indicator.hard?.[1];
  const kept = most === undefined ? needed : `MIN(${needed},${literal(most)})`;
  return `IF(COUNT(${end},${sum})<2,"",MAX(0,${kept}))`;
}
