import type { Catalogue } from '../../catalogue/catalogue.ts';
import { isKeptByCommune } from '../../catalogue/on-date.ts';
import type { Indicator } from '../../catalogue/schema.ts';
import { levels } from '../../catalogue/levels.ts';
import { isRightBelow } from '../../unit/belonging.ts';
import type { Unit } from '../../unit/unit.ts';
import { endOfYear } from './in-force.ts';

/**
 * Whether figures of an indicator exist of a unit in a year, so that the unit can be assigned a value. Communes take
 * over since the reform what districts knew: as far as they can know it they report it, else the body of record does,
 * commune by commune.
 * @param ever catalogue of all times
 */
export function existsFor(
  { id, source }: Indicator,
  unit: Unit,
  { ever, year }: { ever: Catalogue; year: number },
): boolean {
  if (unit.level === 'department') return false;
  if (unit.level === 'commune' && isKeptByCommune(id, ever, endOfYear(year))) return true;
  const lowest = unit.level === 'commune' ? (source.afterReform?.level ?? source.level) : source.level;
  return unit.level === 'country' || levels.indexOf(unit.level) <= levels.indexOf(lowest);
}

/** Whether a unit exists on at least one day of a year. */
export function existsIn(unit: Unit, year: number): boolean {
  const begun = unit.validFrom === null || unit.validFrom <= `${year}-12-31`;
  return begun && (unit.validTo === null || unit.validTo >= `${year}-01-01`);
}

/** The units that make up another in a year: those right below it, departments left out. */
export function membersOf(above: Unit, units: readonly Unit[], year: number): Unit[] {
  return units.filter(
    (unit) => isRightBelow(unit, above) && unit.level !== 'department' && existsIn(unit, year),
  );
}

/**
 * Leaves out the one side of a reorganisation that would be counted twice in its year: a unit some successor
 * of which has a value, and a successor without a value while the unit before it stands for it.
 */
export function withoutDoubles(members: readonly Unit[], hasValue: (unit: Unit) => boolean): Unit[] {
  const succeeds = (later: Unit, earlier: Unit) => earlier.successors.includes(later.id);
  const current = members.filter(
    (unit) => !members.some((other) => succeeds(other, unit) && hasValue(other)),
  );
  return current.filter((unit) => hasValue(unit) || !current.some((other) => succeeds(unit, other)));
}
