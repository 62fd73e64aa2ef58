import { perOf } from '../../catalogue/per.ts';
import type { Indicator } from '../../catalogue/schema.ts';
import { isJudged } from '../../rules/figure/cell.ts';
import type { Result } from '../../target/kind.ts';
import { reported, reportedFormula } from '../../target/reported.ts';
import type { Series } from '../../target/series.ts';
import { asksForFigure, kindOf } from '../../target/kinds/index.ts';

/**
 * The columns Vietnamese forms set beside a figure: percent of plan, and against the year before. A figure
 * counts as it is judged: the sign `-` is 0.
 */

/**
 * Percent of plan is said only where more is better and the plan's value is an amount of the same figure, or of
 * its sum;
 * of a falling rate or a yearly cut it would mislead.
 */
export function hasPercentOfPlan(series: Series): boolean {
  const measure = series.indicator.measure;
  const isAmount = asksForFigure(series) || kindOf(series).isOfPeriod;
  return isAmount && series.direction === 'up' && measure !== 'ordinal' && measure !== 'yes-no';
}

/** Decimals percent of plan is printed with. */
export const PERCENT_DECIMALS = 1;
/** What is printed at most of a plan that is not reached. */
const JUST_BELOW = 100 - 10 ** -PERCENT_DECIMALS;

/**
 * Percent of plan, of the figure as it is reported. 99,97 is not printed as 100,0, which would be read as met;
 * of "trên" nothing is said on the bound itself, where 100 is not enough.
 */
export function percentOfPlan(series: Series, actual: Result, plan: Result): Result {
  if (actual === null || plan === null || plan <= 0) return null;
  const percent = (reported(series, actual) / plan) * 100;
  if (percent < 100) return Math.min(JUST_BELOW, percent);
  return isStrict(series) && percent === 100 ? null : percent;
}

/** {@link percentOfPlan} in Excel. */
export function percentOfPlanFormula(series: Series, actual: string, plan: string): string {
  const percent = `${reportedFormula(series, `SUM(${actual})`)}/${plan}*100`;
  const reached = isStrict(series) ? `IF(${percent}=100,"",${percent})` : percent;
  const value = `IF(${plan}<=0,"",IF(${percent}<100,MIN(${JUST_BELOW},${percent}),${reached}))`;
  return `IF(AND(${isJudged(actual)},ISNUMBER(${plan})),${value},"")`;
}

function isStrict({ segments, assigned }: Series): boolean {
  return [...segments, ...assigned.values()].some(({ comparator }) => comparator === '>');
}

/** Shares and rates are compared by difference, counts and amounts by ratio in percent, states not at all. */
export function comparesBy(indicator: Indicator): 'difference' | 'ratio' | null {
  if (indicator.measure === 'ordinal' || indicator.measure === 'yes-no') return null;
  return perOf(indicator) !== null || indicator.measure === 'index' || indicator.unit === '%'
    ? 'difference'
    : 'ratio';
}

/** A figure against the year before. */
export function againstBefore(indicator: Indicator, now: Result, before: Result): Result {
  if (now === null || before === null) return null;
  if (comparesBy(indicator) === 'difference') return now - before;
  return before === 0 ? null : (now / before) * 100;
}

/** {@link againstBefore} in Excel. */
export function againstBeforeFormula(indicator: Indicator, now: string, before: string): string {
  const [current, earlier] = [`SUM(${now})`, `SUM(${before})`];
  const value =
    comparesBy(indicator) === 'difference'
      ? `${current}-${earlier}`
      : `IF(${earlier}=0,"",${current}/${earlier}*100)`;
  return `IF(AND(${isJudged(now)},${isJudged(before)}),${value},"")`;
}
