import type { Direction, Indicator, Stratum } from '../catalogue/schema.ts';
import type { Comparator, IndicatorStatement } from '../plan/model.ts';
import type { TargetKind } from '../plan/schema.ts';

/** One printed target within a series; `low` equals `high` unless a range is printed, both null for a milestone. */
export interface Segment {
  statement: IndicatorStatement;
  comparator: Comparator | null;
  low: number | null;
  high: number | null;
  /** First year in which the value is in force. */
  start: number;
  /** Last year in which it is in force; null: held until another follows. */
  end: number | null;
  /** First and last year of the period the target speaks of. */
  yearFrom: number;
  yearTo: number;
  /** Number of the decision that assigned it; null for what the plan prints. */
  decision: string | null;
}

/** All targets of one plan for one indicator, stratum and kind, in the order of their years. */
export interface Series {
  plan: string;
  indicator: Indicator;
  stratum: Stratum | null;
  kind: TargetKind;
  direction: Direction;
  average: boolean;
  interpolation: 'linear' | 'compound';
  segments: [Segment, ...Segment[]];
  /** Decimals in which its figures are reported and shown: the indicator's, raised to what plan and decisions print. */
  decimals: number;
  /** The same of what is compared with the target: a yearly rate or a mean has two at least. */
  resultDecimals: number;
  /** Whether the plan's printed values are this unit's own; a province's are, a district's are not. */
  own: boolean;
  /** What decisions assigned to the unit, by year. */
  assigned: ReadonlyMap<number, Segment>;
}

/** The segment whose printed value is in force in a year, or null. */
export function printedInForce(series: Series, year: number): Segment | null {
  const started = series.segments.filter((segment) => segment.start <= year);
  const last = started.at(-1);
  return last && (last.end === null || last.end >= year) ? last : null;
}

/** The first segment that comes into force after a year, or null. */
export function printedAhead(series: Series, year: number): Segment | null {
  return series.segments.find((segment) => segment.start > year) ?? null;
}

/** The printed segment a year belongs to: the one in force, else the next one ahead. */
export function printedGoverning(series: Series, year: number): Segment | null {
  return printedInForce(series, year) ?? printedAhead(series, year);
}

/**
 * The segment in force for the unit: what a decision assigned it for the year, else, for the unit whose
 * plan it is, what the plan prints.
 */
export function segmentInForce(series: Series, year: number): Segment | null {
  return series.assigned.get(year) ?? (series.own ? printedInForce(series, year) : null);
}

/** The segment a year is judged against: the one in force, else the plan's next one ahead. */
export function governingSegment(series: Series, year: number): Segment | null {
  return segmentInForce(series, year) ?? (series.own ? printedAhead(series, year) : null);
}

/**
 * Whether a value that is to be reached by a year has it from the plan's period alone, since the document names
 * none: it is due at the end of the period, and that has to be said beside the verdict.
 */
export function isYearOfPeriod({ statement, end, decision }: Segment): boolean {
  return statement.yearBasis === 'period' && end === null && decision === null;
}

/** Decimals of a path: between whole numbers it runs through fractions, which have to be seen. */
export function pathDecimals({ decimals }: Series): number {
  return Math.max(1, decimals);
}

/** True when a series prints a range anywhere, so that two bounds have to be shown. */
export function hasRange(series: Series): boolean {
  return series.segments.some((segment) => segment.comparator === 'range');
}
