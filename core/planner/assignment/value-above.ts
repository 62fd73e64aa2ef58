import type { Direction, Indicator } from '../../catalogue/schema.ts';
import type { Plan } from '../../plan/model.ts';
import { isOwnUnit } from '../../plan/own-unit.ts';
import type { TargetKind } from '../../plan/schema.ts';
import { decidingBound, type Bounds } from '../../target/bounds.ts';
import { resultDirection } from '../../target/result.ts';
import { governingSegment, segmentInForce, type Series } from '../../target/series.ts';
import { seriesOf } from '../../target/plan-series.ts';
import { figureKeyOf } from '../../observation/key.ts';
import type { Unit } from '../../unit/unit.ts';
import { comparatorOf, type Assignment } from './assignment.ts';
import { assignmentInForce, endOfYear } from './in-force.ts';
import { kindOf, PLAIN_KIND } from '../../target/kinds/index.ts';

/** A value of the unit above that the values of its members have to make up. */
export interface ValueAbove {
  bounds: Bounds;
  /** Which way a result is better. */
  direction: Direction;
  kind: TargetKind;
  origin: { kind: 'decision' | 'plan'; id: string };
}

/** The plans that list a unit and whose period includes a year; a department's id begins with its province's. */
export function livePlans(plans: readonly Plan[], unit: string, year: number): Plan[] {
  const [province] = unit.split('.');
  const listing = plans.filter(({ units }) => units.some(({ id }) => id === unit));
  const own = listing.length > 0 ? listing : plans.filter(({ file }) => file.province === province);
  return own.filter(({ file: { period } }) => period.from <= year && year <= period.to);
}

/** Series of plans that have a value to assign in a year: all but milestones and those that have ended. */
export function assignableSeries(plans: readonly Plan[], year: number): Series[] {
  return plans.flatMap(seriesOf).filter((series) => {
    // The value of a period stays in force after it, but there is nothing left of it to assign.
    const { hasValue, isOfPeriod } = kindOf(series);
    const isOver = isOfPeriod && series.segments.every(({ yearTo }) => yearTo < year);
    return hasValue && !isOver && governingSegment(series, year) !== null;
  });
}

/** The series of a unit's live plans that an assignment for a figure key and year may mean. */
export function seriesFor(plans: readonly Plan[], unit: string, key: string, year: number): Series[] {
  const known = assignable.get(plans) ?? new Map<string, readonly Series[]>();
  assignable.set(plans, known);
  const place = `${unit}|${year}`;
  const series = known.get(place) ?? assignableSeries(livePlans(plans, unit, year), year);
  known.set(place, series);
  return series.filter((one) => figureKeyOf(one) === key);
}

/** What a unit may be assigned in a year: asked for every row of a file. */
const assignable = new WeakMap<readonly Plan[], Map<string, readonly Series[]>>();

/**
 * The values in force for a unit at the end of a year: what was assigned to it, else, for a province, what
 * each live plan prints for it. Targets of a group of units (the poor districts together) are no one's own.
 */
export function valuesAbove(
  unit: Unit,
  indicator: Indicator,
  key: string,
  year: number,
  known: { assignments: readonly Assignment[]; plans: readonly Plan[] },
): ValueAbove[] {
  const series = seriesFor(known.plans, unit.id, key, year);
  const assigned = assignmentInForce(known.assignments, unit.id, key, year, endOfYear(year));
  if (assigned) {
    const lead = series[0] ?? { kind: PLAIN_KIND, direction: indicator.direction };
    const bounds = {
      comparator: comparatorOf(assigned.comparator),
      low: assigned.value,
      high: assigned.value,
    };
    const origin = { kind: 'decision' as const, id: assigned.decision };
    return [{ bounds, direction: resultDirection(lead), kind: lead.kind, origin }];
  }
  const own = new Set(known.plans.filter(({ file }) => isOwnUnit(file, unit)).map(({ file }) => file.id));
  return series.flatMap((one): ValueAbove[] => {
    if (!own.has(one.plan)) return [];
    const bounds = printedBounds(one, year);
    if (bounds === null || one.stratum?.covers === 'units') return [];
    const origin = { kind: 'plan' as const, id: one.plan };
    return [{ bounds, direction: resultDirection(one), kind: one.kind, origin }];
  });
}

/** The one value a province has to reach in a year by a plan: of a range the bound that decides. */
export function printedValue(series: Series, year: number): number | null {
  const bounds = printedBounds(series, year);
  return bounds === null ? null : bounds[decidingBound(resultDirection(series))];
}

function printedBounds(series: Series, year: number): Bounds | null {
  const segment = segmentInForce(series, year);
  if (!segment || segment.comparator === null || segment.low === null || segment.high === null) return null;
  return { comparator: segment.comparator, low: segment.low, high: segment.high };
}
