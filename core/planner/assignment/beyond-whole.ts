import { type Finding, reporter } from '../../base/finding.ts';
import { kindOf } from '../../target/kinds/index.ts';
import { isRightBelow } from '../../unit/belonging.ts';
import type { Unit } from '../../unit/unit.ts';
import { knownOfYear } from '../known-of-year.ts';
import type { AssignedValueContext } from './assigned-value.ts';
import { assignedKey, type Assignment } from './assignment.ts';
import { existsIn, membersOf } from './members.ts';
import { assignmentMessages } from './messages.ts';
import type { AssignedPlace } from './out-of-line.ts';
import { seriesFor, valuesAbove } from './value-above.ts';

const report = reporter(assignmentMessages);

/** Last year's figure this near the value speaks for it. */
const LIKE_BEFORE = 4;

/**
 * Asks about the value of a unit that alone is more than all the units together have to reach: 15 000 jobs for a
 * district of a province that is to have 8 500. Only counts add up, so only they are compared. Words beside the value
 * or last year's figure of the unit speak for it.
 * @param inForce every assignment that holds, those asked about among them
 * @returns null where nothing is to be asked
 */
export function beyondWhole(
  inForce: readonly Assignment[],
  context: AssignedValueContext,
): (asked: AssignedPlace) => Finding | null {
  const { plans, catalogue, figures } = context;
  const units = new Map(context.units.map((unit) => [unit.id, unit]));
  const mostOf = mostAsked(inForce, context);
  return ({ assignment, place }) => {
    const { value, year, note } = assignment;
    const unit = units.get(assignment.unit);
    const indicator = catalogue.indicators.get(assignment.indicator);
    if (note !== null || !unit || unit.level === 'department' || !existsIn(unit, year)) return null;
    const key = assignedKey(assignment);
    const [series] = seriesFor(plans, unit.id, key, year);
    if (indicator?.aggregation !== 'sum' || series === undefined || kindOf(series).isRelative) return null;
    const whole = mostOf(unit, assignment);
    if (whole === null || value <= whole.most) return null;
    const before = knownOfYear(unit.id, key, year - 1, figures);
    if (before !== null && value < before * LIKE_BEFORE) return null;
    const given = { value, unit: kindOf(series).unitOf(indicator), indicator: indicator.name };
    return report('assigned-beyond-whole', place, { ...given, who: unit.name, ...whole });
  };
}

/** What the unit above another has to reach, as its plans and decisions say: the largest of it. */
interface Whole {
  /** Name of the unit above. */
  above: string;
  most: number;
}

/** The same for all units right below one, so that it is looked for once. An only one may well be assigned all. */
function mostAsked(inForce: readonly Assignment[], { plans, units, catalogue }: AssignedValueContext) {
  const known = new Map<string, Whole | null>();
  return (unit: Unit, assignment: Assignment): Whole | null => {
    const key = assignedKey(assignment);
    const id = `${unit.parent ?? ''}|${key}|${assignment.year}`;
    let found = known.get(id);
    if (found === undefined) {
      found = wholeAbove(unit, assignment);
      known.set(id, found);
    }
    return found;
  };

  function wholeAbove(unit: Unit, assignment: Assignment): Whole | null {
    const { year } = assignment;
    const indicator = catalogue.indicators.get(assignment.indicator);
    const above = units.find((one) => existsIn(one, year) && isRightBelow(unit, one));
    if (!indicator || !above || membersOf(above, units, year).length < 2) return null;
    const given = { assignments: inForce, plans };
    const asked = valuesAbove(above, indicator, assignedKey(assignment), year, given);
    const most = Math.max(...asked.flatMap(({ bounds }) => [bounds.low, bounds.high]));
    return most > 0 ? { above: above.name, most } : null;
  }
}
