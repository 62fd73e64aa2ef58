import type { Comparator } from '../plan/model.ts';
import type { Figure } from '../observation/figure.ts';
import { cumulative } from '../target/accumulate.ts';
import { gap, pathGap } from '../target/gap.ts';
import type { Result, SeriesValues } from '../target/kind.ts';
import { kindOf } from '../target/kinds/index.ts';
import { governingSegment, isYearOfPeriod, segmentInForce, type Series } from '../target/series.ts';
import { seriesKey } from '../target/plan-series.ts';
import { shortfallOf, type Shortfall } from '../target/shortfall.ts';
import { verdict, type Verdict } from '../target/verdict.ts';
import { judgedFigure } from '../target/year-figure.ts';

/** The value a year is judged against, or the next one ahead. */
export interface Demand {
  /** Null for a milestone. */
  comparator: Comparator | null;
  low: number | null;
  high: number | null;
  /** First year in which it is in force. */
  year: number;
  /** False while the year lies ahead. */
  inForce: boolean;
  /** Number of the decision that assigned it; null for what the plan prints. */
  decision: string | null;
  /** True where the document names no year and the end of the plan's period stands for it. */
  yearOfPeriod: boolean;
}

/** One year of a curve; null where there is nothing to draw. */
export interface Point {
  year: number;
  value: Result;
}

/** Where one target stands at the round's year: what a list of gaps shows of it. */
export interface TargetGap {
  /** Series key `plan|indicator|stratum|kind`. */
  key: string;
  series: Series;
  year: number;
  verdict: Verdict;
  /** Null for a unit that has been given nothing. */
  demand: Demand | null;
  figure: Figure;
  /** Something stands for the figure that nobody can read; `figure` is null. */
  isUnreadable: boolean;
  /** What is compared with the demand: the figure itself, a change, a growth, a mean or a sum. */
  result: Result;
  /** Distance from the value in force, in its unit; positive is ahead. Null while none is in force. */
  gap: Result;
  /** Distance from the reference path; positive is ahead. It decides nothing. */
  pathGap: Result;
  /** Needed per remaining year, in the unit in which the target is set. */
  pace: Result;
  /** Share of what is asked for that is missing; orders the list. */
  shortfall: Result;
  /** The same with what it is a share of. */
  missing: Shortfall | null;
  /** Reference path and what was reached, in the same quantity, over the sheet's years. */
  path: readonly Point[];
  reached: readonly Point[];
  /** The plan's sentence behind the target. */
  citation: { plan: string; line: number; quote: string };
}

/**
 * Where a series stands in a year, with its curves over `years`.
 * @param options `isUnreadable`: what `values` have for the figure stands for a text that nobody can read
 */
export function targetGap(
  series: Series,
  values: SeriesValues,
  year: number,
  years: readonly number[],
  { isUnreadable = false }: { isUnreadable?: boolean } = {},
): TargetGap {
  const kind = kindOf(series);
  const fields = kind.fields(series);
  const governing = values.assigned ? governingSegment(series, year) : null;
  const [cited] = (governing ?? series.segments[0]).statement.citations;
  const reached = (at: number): Result => {
    if (at > values.round) return null;
    return kind.addsUp ? cumulative(series, values, at) : judgedFigure(series, values, at);
  };
  const missing = shortfallOf(series, values, year);
  return {
    key: seriesKey(series),
    series,
    year,
    verdict: verdict(series, values, year),
    demand: governing && {
      comparator: governing.comparator,
      low: governing.low,
      high: governing.high,
      year: governing.start,
      inForce: segmentInForce(series, year) !== null,
      decision: governing.decision,
      yearOfPeriod: isYearOfPeriod(governing),
    },
    figure: isUnreadable ? null : values.figure(year),
    isUnreadable,
    result: kind.result(series, values, year),
    gap: gap(series, values, year),
    pathGap: series.own && fields.includes('pathGap') ? pathGap(series, values, year) : null,
    pace: series.own && fields.includes('pace') ? kind.pace(series, values, year) : null,
    shortfall: missing?.share ?? null,
    missing,
    path: series.own ? years.map((at) => ({ year: at, value: kind.path(series, values, at, 'low') })) : [],
    reached: years.map((at) => ({ year: at, value: reached(at) })),
    citation: { plan: series.plan, line: cited.line, quote: cited.quote },
  };
}

/** How urgent a verdict is: what failed first, what cannot be judged next, what is fine last. */
const URGENCY: Record<Verdict, number> = {
  notMet: 0,
  noFigure: 1,
  notEvaluable: 2,
  notDue: 3,
  met: 4,
  exceeded: 5,
  notAssigned: 6,
};

/** Worst first: by verdict, then by the share that is missing; otherwise as given. */
export function worstFirst(gaps: readonly TargetGap[]): TargetGap[] {
  return [...gaps].sort(
    (a, b) => URGENCY[a.verdict] - URGENCY[b.verdict] || (b.shortfall ?? 0) - (a.shortfall ?? 0),
  );
}
