import { kindOf } from '../../target/kinds/index.ts';
import type { Series } from '../../target/series.ts';
import type { Unit } from '../../unit/unit.ts';

/** What a plan prints for a figure, whatever the year and whoever's it is. */
export interface PrintedValue {
  low: number;
  high: number;
  /** The figure itself, what a year brings, what all years of the period bring, or the change of a year in points. */
  of: 'standing' | 'year' | 'period' | 'change';
  /** Years of its period. */
  years: number;
  /** How many units of the level share it, more or less: 1 where it is the unit's own. */
  sharedBy: number;
}

/** Units of a province that share what it is asked for. A convention. */
const SHARED_BY: Record<Unit['level'], number> = {
  country: 1,
  province: 1,
  department: 1,
  district: 10,
  commune: 100,
};

/** Every value the plans print for the series of one figure; of a growth, which says no size, none. */
export function printedValues(series: readonly Series[], { level }: Pick<Unit, 'level'>): PrintedValue[] {
  return series.flatMap((one) => {
    const of = whatOf(one);
    if (of === null) return [];
    return one.segments.flatMap(({ low, high, yearFrom, yearTo }): PrintedValue[] =>
      low === null || high === null || high <= 0
        ? []
        : [{ low, high, of, years: yearTo - yearFrom + 1, sharedBy: one.own ? 1 : SHARED_BY[level] }],
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
