import { judgedNumber } from '../observation/figure.ts';
import type { Result, SeriesRefs, SeriesValues } from './kind.ts';
import { isPossible, isPossibleFormula, possibleBase } from './possible.ts';
import type { Series } from './series.ts';

/** The number of a year that anything may be judged from, the same for the figure itself and all before it. */

/**
 * The number a year is judged by: 0 for `-`. Null for a blank or another sign, for a figure the indicator
 * cannot have, and for a rate on parts that nothing can be judged from.
 */
export function judgedFigure({ indicator }: Series, values: SeriesValues, year: number): Result {
  const number = judgedNumber(values.figure(year));
  return number === null || values.unsound(year) || !isPossible(indicator, number) ? null : number;
}

/** {@link judgedFigure} is there; its number is the SUM of the cell, which reads "-" as 0. */
export function isJudgedFormula({ indicator }: Series, refs: SeriesRefs, year: number): string {
  const actual = refs.cell('actual', year);
  const reported = `OR(ISNUMBER(${actual}),${actual}="-")`;
  const unsound = refs.unsound(year);
  const possible = isPossibleFormula(indicator, `SUM(${actual})`);
  const conditions = [unsound && `NOT(${unsound})`, possible].filter((one) => one !== null);
  // Nested, because AND would still take a text for a number.
  return conditions.length === 0 ? reported : `IF(${reported},AND(${conditions.join(',')}),FALSE)`;
}

/** Baseline of a series as far as anything can start from it. */
export function baseOf({ indicator }: Series, values: SeriesValues): SeriesValues['base'] {
  return possibleBase(indicator, values.base);
}

/**
 * The figure of a year: the reported one where the sheet has the year, else the baseline if it is of
 * exactly that year. A baseline of another year stands in for nothing.
 */
export function figureOf(series: Series, values: SeriesValues, year: number): Result {
  if (year >= values.firstYear) return judgedFigure(series, values, year);
  return values.base.year === year ? baseOf(series, values).value : null;
}

/** {@link figureOf} as a reference or expression; the cell of the baseline holds only what is possible. */
export function figureOfFormula(series: Series, refs: SeriesRefs, year: number): string {
  if (year < refs.firstYear) {
    return `IF(AND(${refs.baseYear}=${year},ISNUMBER(${refs.baseValue})),${refs.baseValue},"")`;
  }
  return `IF(${isJudgedFormula(series, refs, year)},SUM(${refs.cell('actual', year)}),"")`;
}
