import { perOf } from '../../catalogue/per.ts';
import type { Indicator } from '../../catalogue/schema.ts';
import { isJudged } from '../../rules/figure/cell.ts';
import type { Result } from '../../target/kind.ts';
import type { Series } from '../../target/series.ts';
import { asksForFigure } from '../../target/kinds/index.ts';

/**
 * The columns Vietnamese forms set beside a figure: percent of plan, and against the year before. A figure
 * counts as it is judged: the sign `-` is 0.
 */

/**
 * Percent of plan is said only where more is better and the plan's value is an amount of the same figure;
 * of a falling rate or a yearly cut it would mislead.
 */
export function hasPercentOfPlan(series: Series): boolean {
  const measure = series.indicator.measure;
  return asksForFigure(series) && series.direction === 'up' && measure !== 'ordinal' && measure !== 'yes-no';
}

/** Percent of plan. */
export function percentOfPlan(actual: Result, plan: Result): Result {
  return actual === null || plan === null || plan <= 0 ? null : (actual / plan) * 100;
}

/** {@link percentOfPlan} in Excel. */
export function percentOfPlanFormula(actual: string, plan: string): string {
  const value = `IF(${plan}<=0,"",SUM(${actual})/${plan}*100)`;
  return `IF(AND(${isJudged(actual)},ISNUMBER(${plan})),${value},"")`;
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
