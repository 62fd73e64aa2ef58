import { exactGroups, type ExactGroup, type LinkPart } from './link.ts';
import type { NationalUnit, Territory } from './national.ts';

/** A unit on the other side of a change, and what passed. */
export interface TracedUnit {
  unit: NationalUnit;
  /** Null where the lists link whole units only (provinces, districts before the last lists). */
  part: LinkPart | null;
}

/** What became of a unit, what it was before, and whether its figures can be carried over. */
export interface UnitTrace {
  unit: NationalUnit;
  /** What it was made from. */
  before: TracedUnit[];
  /** What it became. */
  after: TracedUnit[];
  /**
   * Whether counts of the earlier units add up to the unit's own, or its own pass whole into one later unit.
   * Null for a unit that nothing happened to.
   */
  isExact: boolean | null;
  /** Where it is not: the smallest group of old and new units that are the same only all together. */
  group: { old: NationalUnit[]; new: NationalUnit[] } | null;
}

/**
 * Follows a unit over the changes of the lists, one step each way.
 * @param country provinces of all times
 * @param territory the ground the unit lies in
 */
export function traceUnit(
  unit: NationalUnit,
  country: readonly NationalUnit[],
  territory: Territory,
): UnitTrace {
  const known = new Map([...country, ...territory.units].map((one) => [one.id, one]));
  const find = (ids: readonly string[]) => ids.flatMap((id) => known.get(id) ?? []);
  const groups = exactGroups(territory.links);
  const communes = territory.units.filter(({ parent }) => parent === unit.id);
  const group = groups.get(unit.id);
  if (!group || communes.length > 0) return traceAbove(unit, communes, known, groups);
  const linked = (from: 'old' | 'new', to: 'old' | 'new') =>
    territory.links
      .filter((link) => link[from] === unit.id)
      .flatMap(({ [to]: id, part }) => find([id]).map((one): TracedUnit => ({ unit: one, part })));
  const isExact = group.new.length === 1;
  return {
    unit,
    before: linked('new', 'old'),
    after: linked('old', 'new'),
    isExact,
    group: isExact ? null : { old: find([...group.old].sort()), new: find([...group.new].sort()) },
  };
}

/** Provinces and districts: their successors are named, and they pass whole where their communes' groups do. */
function traceAbove(
  unit: NationalUnit,
  communes: readonly NationalUnit[],
  known: ReadonlyMap<string, NationalUnit>,
  groups: ReadonlyMap<string, ExactGroup>,
): UnitTrace {
  const whole = (one: NationalUnit): TracedUnit => ({ unit: one, part: null });
  const after = unit.successors.flatMap((id) => known.get(id) ?? []).map(whole);
  const before = [...known.values()].filter(({ successors }) => successors.includes(unit.id)).map(whole);
  const own = new Set(communes.map(({ id }) => id));
  const staysWithin = communes.every(({ id }) => groups.get(id)?.old.every((old) => own.has(old)) ?? true);
  const isTraced = unit.level === 'province' ? after.length + before.length > 0 : after.length > 0;
  return {
    unit,
    before,
    after,
    isExact: isTraced ? unit.level === 'province' || staysWithin : null,
    group: null,
  };
}
