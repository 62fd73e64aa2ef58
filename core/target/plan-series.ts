import { decimalsIn } from '../base/number.ts';
import { decimalsOf } from '../catalogue/decimals.ts';
import { figureKey } from '../observation/key.ts';
import type { Comparator, IndicatorStatement, LivePlan, Statement } from '../plan/model.ts';
import type { TargetKind } from '../plan/schema.ts';
import { kindOf } from './kinds/index.ts';
import type { Segment, Series } from './series.ts';

/** Key of a series, stable as long as the plan names the same indicator, stratum and kind. */
export function seriesKey(series: Series): string {
  return `${series.plan}|${keyInPlan(series.segments[0].statement)}`;
}

/** Values of two periods are two series, never one after the other. */
function keyInPlan(target: IndicatorStatement): string {
  const { indicator, stratum, kind, yearFrom, yearTo } = target;
  const period = kindOf(target).isOfPeriod ? `-${yearFrom}-${yearTo}` : '';
  return `${figureKey(indicator.id, stratum?.id ?? null)}|${kind}${period}`;
}

/**
 * Groups the targets of a plan into series; series stand in the order of their first target. A deadline
 * that names an indicator is followed like a target, if it falls into the plan's period.
 */
export function seriesOf(plan: LivePlan): Series[] {
  const groups = new Map<string, IndicatorStatement[]>();
  for (const target of [...plan.targets, ...plan.deadlines.filter(isFollowed(plan))]) {
    const key = keyInPlan(target);
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
    ...reportedDecimals(lead, decimalsOf(lead.indicator), segments),
    own: true,
    assigned: new Map(),
  };
}

/** Fewest decimals of a rate or a mean, however coarse the figures are that it is computed of. */
const COMPUTED_DECIMALS = 2;

function reportedDecimals(
  series: { kind: TargetKind; average: boolean },
  ofFigure: number,
  asked: readonly Segment[],
): Pick<Series, 'decimals' | 'resultDecimals'> {
  const { isRate } = kindOf(series);
  const printed = asked.flatMap(({ low, high }) => [decimalsIn(low ?? 0), decimalsIn(high ?? 0)]);
  const decimals = isRate ? ofFigure : Math.max(ofFigure, ...printed);
  const computed = isRate || series.average ? COMPUTED_DECIMALS : 0;
  return { decimals, resultDecimals: Math.max(computed, ofFigure, ...printed) };
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
    ...kindOf(statement).inForce(yearFrom, yearTo),
    yearFrom,
    yearTo,
    decision: null,
  };
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
  const given = kindOf(series).hasValue ? [...assignments] : [];
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
  const segments = [...series.segments, ...assigned.map(([, segment]) => segment)];
  return {
    ...series,
    ...reportedDecimals(series, series.decimals, segments),
    own,
    assigned: new Map(assigned),
  };
}
