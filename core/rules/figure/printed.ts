import { kindOf } from '../../target/kinds/index.ts';
import type { Series } from '../../target/series.ts';

/** What a plan prints for a figure, whatever the year and whoever's it is. */
export interface PrintedValue {
  low: number;
  high: number;
  /** The figure itself, what a year brings, what all years of the period bring, or the change of a year in points. */
  of: 'standing' | 'year' | 'period' | 'change';
  /** Years of its period. */
  years: number;
  /** Whether it is this unit's own; a province's is not its districts'. */
  isOwn: boolean;
}

/** Every value the plans print for the series of one figure; of a growth, which says no size, none. */
export function printedValues(series: readonly Series[]): PrintedValue[] {
  return series.flatMap((one) => {
    const of = whatOf(one);
    if (of === null) return [];
    return one.segments.flatMap(({ low, high, yearFrom, yearTo }): PrintedValue[] =>
      low === null || high === null || high <= 0
        ? []
        : [{ low, high, of, years: yearTo - yearFrom + 1, isOwn: one.own }],
    );
  });
}

function whatOf(series: Series): PrintedValue['of'] | null {
  const { hasValue, isStanding, isRate, isRelative, addsUp, isOfPeriod } = kindOf(series);
  if (!hasValue || isRelative) return null;
  if (isStanding) return 'standing';
  if (isOfPeriod) return 'period';
  if (addsUp) return 'year';
  return isRate ? 'change' : null;
}
