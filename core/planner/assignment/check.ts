import type { Catalogue } from '../../catalogue/catalogue.ts';
import type { Indicator } from '../../catalogue/schema.ts';
import { type Finding, type Place, reporter } from '../../base/finding.ts';
import { assignmentMessages, type AssignedSubject, type NotCheckedReason } from './messages.ts';
import { compare, round } from '../../base/number.ts';
import type { KnownFigure } from '../known-figure.ts';
import type { Plan } from '../../plan/model.ts';
import { decidingBound, distance, isMet } from '../../target/bounds.ts';
import { isRightBelow } from '../../unit/belonging.ts';
import type { Unit } from '../../unit/unit.ts';
import { assignedKey, type Assignment } from './assignment.ts';
import { doubtedValues } from './doubted.ts';
import { assignmentInForce, endOfYear, inForceIn } from './in-force.ts';
import { existsFor, membersOf, withoutDoubles } from './members.ts';
import { unitsOfTargets } from './units-of-targets.ts';
import { livePlans, seriesFor, valuesAbove, type ValueAbove } from './value-above.ts';
import { meanDecimals, shownDecimals, weightOf, weightSource } from './weights.ts';
import { kindOf } from '../../target/kinds/index.ts';

const report = reporter(assignmentMessages);

/** What assignments are checked against. */
export interface AssignmentContext {
  /** Of all times. */
  catalogue: Catalogue;
  plans: readonly Plan[];
  /** Every unit that may be named. */
  units: readonly Unit[];
  /** Known figures, for the weights of means. */
  figures: readonly KnownFigure[];
}

/** One value of a year whose parts are compared with it. */
interface Group extends AssignedSubject {
  above: string;
  unit: Unit;
  indicator: Indicator;
  stratum: string | null;
  key: string;
}

/** A member with the value in force for it at the end of the year. */
interface Part {
  unit: Unit;
  assigned: Assignment | null;
}

/**
 * Checks that what the units were assigned makes up what the unit above them has to reach, as it stands at
 * the end of each year: counts add up; shares and rates have a mean, weighted with their denominators, that
 * meets it. What falls behind is a warning, what goes beyond a note, what cannot be checked a note that
 * says why. A value out of line with those of the other units, or beyond what all together have to reach, is asked about. Rows whose unit or indicator does not exist are left to the loader.
 */
export function checkAssignments(
  assignments: readonly Assignment[],
  context: AssignmentContext,
  place: Place = {},
): Finding[] {
  const years = [...new Set(assignments.map(({ year }) => year))];
  const asked = years.flatMap((year) => inForceIn(year, assignments));
  const doubted = doubtedValues(
    asked.map((assignment) => ({ assignment, place })),
    [],
    context,
  );
  const inDoubt = new Set(doubted.map(({ assignment }) => assignment));
  return [
    ...doubted.map(({ finding }) => finding),
    ...groupsOf(assignments, context).flatMap((group) =>
      checkGroup(group, { assignments, inDoubt }, context, place),
    ),
  ];
}

/** All that was assigned, and what of it is asked about by itself. */
interface Assigned {
  assignments: readonly Assignment[];
  inDoubt: ReadonlySet<Assignment>;
}

/** Names of the units that have no value, and of those whose value is asked about. */
interface Left {
  without: string[];
  doubted: string[];
}

/** Every unit × figure × year below which something was assigned, in the order of the file. */
function groupsOf(assignments: readonly Assignment[], context: AssignmentContext): Group[] {
  const { catalogue, units } = context;
  const groups = new Map<string, Group>();
  for (const { unit: id, indicator: indicatorId, stratum, year } of assignments) {
    const below = units.find((unit) => unit.id === id);
    const unit = below && below.level !== 'department' ? unitAbove(below, context) : undefined;
    const indicator = catalogue.indicators.get(indicatorId);
    if (!unit || !indicator) continue;
    const key = assignedKey({ indicator: indicatorId, stratum });
    groups.set(`${unit.id}|${key}|${year}`, {
      name: nameOf(indicator, stratum, catalogue),
      year,
      above: unit.name,
      unit,
      indicator,
      stratum,
      key,
    });
  }
  return [...groups.values()];
}

/** The unit right above another: of the plan that lists it where the parent is a later province than the plan's. */
function unitAbove(below: Unit, { plans, units }: AssignmentContext): Unit | undefined {
  const parent = units.find(({ id }) => id === below.parent);
  const listing = plans.find((plan) => plan.units.some(({ id }) => id === below.id));
  return parent ?? listing?.units.find((one) => isRightBelow(below, one));
}

function checkGroup(
  group: Group,
  { assignments, inDoubt }: Assigned,
  context: AssignmentContext,
  place: Place,
): Finding[] {
  const { unit, indicator, key, year } = group;
  const notChecked = (
    reason: NotCheckedReason,
    more: { units?: string[]; weight?: { vi: string; en: string } } = {},
  ) => [
    report('assigned-not-checked', place, {
      ...subjectOf(group),
      reason,
      units: more.units ?? [],
      weight: more.weight ?? null,
    }),
  ];
  if (indicator.aggregation === 'not-additive') return notChecked('not-additive');
  if (unitsOfTargets(seriesFor(context.plans, unit.id, key, year)).length > 1)
    return notChecked('kinds-differ');
  const above = valuesAbove(unit, indicator, key, year, { assignments, plans: context.plans });
  if (above.length === 0) return notChecked('no-value-above');

  const assignedTo = (member: Unit) => assignmentInForce(assignments, member.id, key, year, endOfYear(year));
  const members = membersOf(unit, unitsIn(unit, year, context), year).filter((member) =>
    existsFor(indicator, member, { ever: context.catalogue, year }),
  );
  const parts = withoutDoubles(members, (member) => assignedTo(member) !== null).map((member): Part => ({
    unit: member,
    assigned: assignedTo(member),
  }));
  const without = parts.filter(({ assigned }) => assigned === null).map((part) => part.unit.name);
  const doubted = parts
    .filter(({ assigned }) => assigned && inDoubt.has(assigned))
    .map(({ unit: { name } }) => name);
  const left = { without, doubted };
  return above.flatMap((value): Finding[] => {
    if (indicator.aggregation === 'sum' && !kindOf(value).isRelative)
      return sumFinding(group, parts, left, value, place);
    const source = weightSource(indicator, group.stratum, value.kind, year, context.catalogue);
    if (source === null) return notChecked(kindOf(value).isRelative ? 'growth-of-ratio' : 'no-weights');
    if (without.length > 0) return notChecked('units-without-value', { units: without });
    const [first = 0, ...others] = parts.map(({ assigned }) => assigned?.value ?? 0);
    // Of values that are all alike the mean is known, whatever the weights.
    if (others.every((one) => one === first)) return meanFinding(group, parts, first, left, value, place);
    const weights = parts.map((part) => weightOf(part.unit.id, source, context.figures));
    const unknown = parts.filter((_, at) => weights[at] === null).map((part) => part.unit.name);
    const total = weights.reduce<number>((sum, weight) => sum + (weight ?? 0), 0);
    if (unknown.length > 0 || total <= 0) {
      // No mean of values that each reach it falls behind it.
      if (![first, ...others].some((one) => compareWith(one, value)?.behind)) return [];
      return notChecked('no-weights', { units: unknown, weight: source.indicator.name });
    }
    const weighted = parts.reduce(
      (sum, part, at) => sum + (part.assigned?.value ?? 0) * (weights[at] ?? 0),
      0,
    );
    return meanFinding(group, parts, weighted / total, left, value, place);
  });
}

/** The units as the live plans list them: other plans may describe another time. */
function unitsIn(above: Unit, year: number, { plans, units }: AssignmentContext): readonly Unit[] {
  const listed = livePlans(plans, above.id, year).flatMap((plan) => plan.units);
  return listed.length === 0 ? units : [...new Map(listed.map((unit) => [unit.id, unit])).values()];
}

function sumFinding(
  group: Group,
  parts: readonly Part[],
  left: Left,
  value: ValueAbove,
  place: Place,
): Finding[] {
  const total = round(
    parts.reduce((sum, { assigned }) => sum + (assigned?.value ?? 0), 0),
    6,
  );
  const outcome = compareWith(total, value);
  if (outcome === null) return [];
  const { behind, ...totals } = outcome;
  const data = { ...subjectOf(group), ...totals, total, origin: value.origin, ...left };
  return [report(behind ? 'assigned-sum-behind' : 'assigned-sum-beyond', place, data)];
}

function meanFinding(
  group: Group,
  parts: readonly Part[],
  exact: number,
  left: Left,
  value: ValueAbove,
  place: Place,
): Finding[] {
  // Values are assigned with few decimals; their mean is judged as exactly as they are given, not more.
  const shown = shownDecimals(group.indicator, value.kind);
  const given = parts.map(({ assigned }) => assigned?.value ?? 0);
  const above = value.bounds[decidingBound(value.direction)];
  const total = round(exact, meanDecimals(shown, [above, ...given]));
  const outcome = compareWith(total, value);
  if (outcome === null) return [];
  const { behind, ...totals } = outcome;
  const data = { ...subjectOf(group), ...totals, total, origin: value.origin, ...left };
  return [report(behind ? 'assigned-mean-behind' : 'assigned-mean-beyond', place, data)];
}

/**
 * How far a total lies from the value it has to make up; null when it meets it or lies within its range.
 * Within the tolerance of "khoảng" it is not behind.
 */
function compareWith(
  total: number,
  { bounds, direction }: ValueAbove,
): { expected: number; difference: number; behind: boolean } | null {
  const expected = total < bounds.low ? bounds.low : Math.min(total, bounds.high);
  const difference = compare(total, expected);
  if (difference === 0) return null;
  const near = bounds.comparator === '~' && isMet(total, bounds, direction);
  return { expected, difference, behind: !near && distance(total, bounds, direction) < 0 };
}

function subjectOf({ name, year, above }: Group): AssignedSubject {
  return { name, year, above };
}

function nameOf(indicator: Indicator, stratum: string | null, catalogue: Catalogue): AssignedSubject['name'] {
  const part = stratum === null ? undefined : catalogue.strata.get(stratum)?.name;
  if (!part) return indicator.name;
  return { vi: `${indicator.name.vi} – ${part.vi}`, en: `${indicator.name.en} – ${part.en}` };
}
