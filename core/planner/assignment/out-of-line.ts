import { type Finding, type Place, reporter } from '../../base/finding.ts';
import { figureKeyOf } from '../../observation/key.ts';
import { kindOf } from '../../target/kinds/index.ts';
import type { Unit } from '../../unit/unit.ts';
import { knownOfYear } from '../known-of-year.ts';
import { assignedKey, type Assignment } from './assignment.ts';
import type { AssignedValueContext } from './assigned-value.ts';
import { assignmentMessages } from './messages.ts';
import { existsIn } from './members.ts';
import { seriesFor } from './value-above.ts';

const report = reporter(assignmentMessages);

/** So few values of other units tell nothing. */
const FEWEST = 4;
/** A value this many times beyond all others, and beyond the square of how far these lie apart, is asked about. */
const LEAST_TIMES = 4;
/** What a slip of the decimal sign or of a digit makes of a number. */
const SLIPS = [10, 100, 1000];
/** A value that was meant lies among the others, or this near them. */
const NEAR = 1.25;
/** Last year's figure this near the value speaks for it. */
const LIKE_BEFORE = 4;

/** What is asked about an assigned value. */
interface AskedAbout {
  assignment: Assignment;
  finding: Finding;
}

/** An assigned value and where it stands. */
export interface AssignedPlace {
  assignment: Assignment;
  place: Place;
}

/**
 * The values that are ten, a hundred or a thousand times all that the other units of the same level were assigned for
 * the same figure and year, or a part of it: 5,2 or 520 where the others have 50 to 60. Asked about where neither words
 * beside it nor last year's figure of the unit speak for it. All values are proportional to one another, so that it is
 * the one that lies out that is named.
 * @param asked those that are looked at, each the one in force
 * @param others what else is in force
 */
export function valuesOutOfLine(
  asked: readonly AssignedPlace[],
  others: readonly Assignment[],
  context: Pick<AssignedValueContext, 'plans' | 'units' | 'figures'>,
): AskedAbout[] {
  const units = new Map(context.units.map((unit) => [unit.id, unit]));
  const groups = new Map<string, Map<string, AssignedPlace | null>>();
  const valueOf = new Map<string, Map<string, number>>();
  const add = (assignment: Assignment, place: Place | null) => {
    const unit = units.get(assignment.unit);
    const group = unit === undefined ? null : groupOf(assignment, unit);
    if (group === null) return;
    const of = groups.get(group) ?? new Map<string, AssignedPlace | null>();
    groups.set(
      group,
      of.set(assignment.unit, place === null ? (of.get(assignment.unit) ?? null) : { assignment, place }),
    );
    const values = valueOf.get(group) ?? new Map<string, number>();
    valueOf.set(group, values.set(assignment.unit, assignment.value));
  };
  for (const assignment of others) add(assignment, null);
  for (const { assignment, place } of asked) add(assignment, place);
  return [...groups].flatMap(([group, members]) => {
    const values = valueOf.get(group) ?? new Map<string, number>();
    return [...members.values()].flatMap((one) => {
      const unit = units.get(one?.assignment.unit ?? '');
      if (one === null || unit === undefined) return [];
      const { assignment } = one;
      return outOfLine(one, unit, values, context).map((finding) => ({ assignment, finding }));
    });
  });
}

/** Units of one level below one unit have values that compare; null for what stands alone. */
function groupOf(assignment: Assignment, { parent, level, ...unit }: Unit): string | null {
  if (parent === null || level === 'department' || !existsIn({ parent, level, ...unit }, assignment.year))
    return null;
  return `${parent}|${level}|${assignedKey(assignment)}|${assignment.year}`;
}

function outOfLine(
  { assignment, place }: AssignedPlace,
  unit: Unit,
  values: ReadonlyMap<string, number>,
  { plans, figures }: Pick<AssignedValueContext, 'plans' | 'units' | 'figures'>,
): Finding[] {
  const { value, year } = assignment;
  if (assignment.note !== null || !(value > 0)) return [];
  const rest = [...values].flatMap(([id, other]) => (id === unit.id ? [] : [other]));
  const [low, high] = [Math.min(...rest), Math.max(...rest)];
  if (rest.length < FEWEST || !(low > 0)) return [];
  const times = value > high ? value / high : low / value;
  if (times < Math.max(LEAST_TIMES, (high / low) ** 2)) return [];
  const meant = SLIPS.map((slip) => (value > high ? value / slip : value * slip))
    .map((one) => Number(one.toPrecision(12)))
    .find((one) => one >= low / NEAR && one <= high * NEAR);
  const key = assignedKey(assignment);
  const series = seriesFor(plans, unit.id, key, year).find((one) => figureKeyOf(one) === key);
  if (meant === undefined || series === undefined) return [];
  const { isRate, unitOf } = kindOf(series);
  const before = knownOfYear(unit.id, key, year - 1, figures);
  const isLikeBefore =
    before !== null &&
    (isRate ? meant > before : value < before * LIKE_BEFORE && before < value * LIKE_BEFORE);
  if (isLikeBefore) return [];
  const { indicator } = series;
  const named = { value, unit: unitOf(indicator), indicator: indicator.name };
  return [
    report('assigned-out-of-line', place, {
      ...named,
      who: unit.name,
      low,
      high,
      others: rest.length,
      meant,
    }),
  ];
}
