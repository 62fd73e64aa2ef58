import { figureKeyOf } from '../observation/key.ts';
import { fractionsUpTo } from '../target/fraction.ts';
import { kindOf } from '../target/kinds/index.ts';
import type { Series } from '../target/series.ts';
import { firstYear } from '../period/first-year.ts';
import { seriesFor } from './asked.ts';
import type { WorkbookRequest } from './request.ts';

/** The years of a workbook, and the figures that have a baseline in it. */
export interface Spans {
  /** Years the round can hold figures for: the plan's first round to the round reported in. */
  inputYears: number[];
  /** Years across the indicator sheets: the plan's whole period. */
  years: number[];
  hasBaseline: (key: string) => boolean;
  /** Up to which number a percentage of a row is none, by what plans print; see `fractionsUpTo` of the targets. */
  fractionsUpTo: (key: string) => number;
}

/** The spans of a request by the series that are asked for in it. */
export function spansOf(
  { plans, round }: Pick<WorkbookRequest, 'plans' | 'round'>,
  asked: readonly Series[],
): Spans {
  const firstRound = Math.min(...plans.map((plan) => firstYear(plan.file.firstRound)));
  const based = new Set(basedOn(asked).map(figureKeyOf));
  const upTo = new Map<string, number>();
  return {
    inputYears: yearsBetween(firstRound, round),
    years: yearsBetween(
      Math.min(firstRound, ...plans.map((plan) => plan.file.period.from)),
      Math.max(
        ...plans.map((plan) => plan.file.period.to),
        ...asked.flatMap((one) => one.segments.map((part) => part.yearTo)),
      ),
    ),
    hasBaseline: (key) => based.has(key),
    fractionsUpTo(key) {
      const known = upTo.get(key);
      if (known !== undefined) return known;
      const found = fractionsUpTo(asked.filter((one) => figureKeyOf(one) === key));
      upTo.set(key, found);
      return found;
    },
  };
}

/**
 * The series that are asked for in a request with its spans: what judges them, where no workbook is laid out.
 * @param isAlso see {@link seriesFor}
 */
export function seriesIn(
  request: WorkbookRequest,
  isAlso?: (series: Series) => boolean,
): { series: Series[]; spans: Spans } {
  const series = seriesFor(request, isAlso);
  return { series, spans: spansOf(request, series) };
}

/** The series that start from a baseline; a unit the plan is not of needs one only for what was assigned to it. */
export function basedOn(series: readonly Series[]): Series[] {
  return series.filter((one) => (one.own || one.assigned.size > 0) && kindOf(one).startsFromBaseline);
}

function yearsBetween(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, offset) => from + offset);
}
