import type { Direction, Indicator, Stratum } from '../catalogue/schema.ts';
import { figureKey } from '../observation/key.ts';
import type { Comparator, IndicatorStatement, LivePlan, Statement } from '../plan/model.ts';
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
  /** Whether the plan's printed values are this unit's own; a province's are, a district's are not. */
  own: boolean;
  /** What decisions assigned to the unit, by year. */
  assigned: ReadonlyMap<number, Segment>;
}

/** Key of a series, stable as long as the plan names the same indicator, stratum and kind. */
export function seriesKey(series: Series): string {
  return `${series.plan}|${figureKey(series.indicator.id, series.stratum?.id ?? null)}|${kindKey(series.kind, series.segments[0].statement)}`;
}

/** Totals of two periods are two sums, never one after the other. */
function kindKey(kind: TargetKind, statement: IndicatorStatement): string {
  return kind === 'total' ? `total-${statement.yearFrom}-${statement.yearTo}` : kind;
}

/**
 * Groups the targets of a plan into series; series stand in the order of their first target. A deadline
 * that names an indicator is followed like a milestone, if it falls into the plan's period.
 */
export function seriesOf(plan: LivePlan): Series[] {
  const groups = new Map<string, IndicatorStatement[]>();
  for (const target of [...plan.targets, ...plan.deadlines.filter(isFollowed(plan))]) {
    const key = `${figureKey(target.indicator.id, target.stratum?.id ?? null)}|${kindKey(target.kind, target)}`;
    const group = groups.get(key);
    if (group) group.push(target);
    else groups.set(key, [target]);
  }
  return [...groups.values()].map(toSeries);
}

function isFollowed({ file: { period } }: LivePlan) {
  return (deadline: Statement): deadline is IndicatorStatement =>
    deadline.indicator !== null && deadline.yearTo !== null && deadline.yearTo >= period.from;
}

function toSeries(targets: IndicatorStatement[]): Series {
  const segments = targets.map(toSegment).sort((a, b) => a.start - b.start);
  const [first, ...rest] = segments;
  if (!first) throw new Error('A series needs at least one target.');
  const lead = first.statement;
  return {
    plan: lead.plan,
    indicator: lead.indicator,
    stratum: lead.stratum,
    kind: lead.kind,
    direction: lead.direction,
    average: lead.average,
    interpolation: lead.interpolation,
    segments: [first, ...rest],
    own: true,
    assigned: new Map(),
  };
}

function toSegment(statement: IndicatorStatement): Segment {
  const { yearTo } = statement;
  if (yearTo === null)
    throw new Error(`Target ${statement.id} has no year; the loader refuses such targets.`);
  const yearFrom = statement.yearFrom ?? yearTo;
  const isRange = statement.comparator === 'range';
  return {
    statement,
    comparator: statement.comparator,
    low: isRange ? statement.low : statement.value,
    high: isRange ? statement.high : statement.value,
    ...inForceYears(statement, yearFrom, yearTo),
    yearFrom,
    yearTo,
    decision: null,
  };
}

/**
 * When a printed value is in force: a level from its year on (a caseload from its first), a total and a
 * milestone at their end, the other kinds in every year of their period.
 */
function inForceYears(
  statement: IndicatorStatement,
  yearFrom: number,
  yearTo: number,
): Pick<Segment, 'start' | 'end'> {
  switch (statement.kind) {
    case 'level':
      return { start: yearFrom, end: null };
    case 'total':
    case 'milestone':
      return { start: yearTo, end: null };
    case 'change':
    case 'growth':
    case 'flow':
    case 'maintain':
      return { start: yearFrom, end: yearTo };
  }
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

/** Whether a segment is a decision's and not the plan's. */
export function isAssigned(series: Series, segment: Segment): boolean {
  return series.assigned.get(segment.start) === segment;
}

/** What a decision gave a unit for one year. */
export interface AssignedValue {
  comparator: Comparator;
  value: number;
  /** Number of the decision. */
  decision: string;
}

/**
 * The same series for a unit: whether the plan's own values are the unit's, and what was assigned to it by
 * year.
 */
export function forUnit(
  series: Series,
  own: boolean,
  assignments: ReadonlyMap<number, AssignedValue>,
): Series {
  const [{ statement }] = series.segments;
  // Done or not done: there is no value to assign.
  const given = series.kind === 'milestone' ? [] : [...assignments];
  const assigned = given.map(([year, { comparator, value, decision }]): [number, Segment] => [
    year,
    {
      statement,
      comparator,
      low: value,
      high: value,
      start: year,
      end: year,
      yearFrom: year,
      yearTo: year,
      decision,
    },
  ]);
  return { ...series, own, assigned: new Map(assigned) };
}

/** True when a series prints a range anywhere, so that two bounds have to be shown. */
export function hasRange(series: Series): boolean {
  return series.segments.some((segment) => segment.comparator === 'range');
}
