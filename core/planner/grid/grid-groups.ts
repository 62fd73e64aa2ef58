import { formerUnits } from '../../unit/former.ts';
import type { Unit } from '../../unit/unit.ts';

/** Units that stand together in a grid and are summed. */
export interface UnitGroup {
  /** Null where there is only this group, whose sum is that of all. */
  name: string | null;
  units: Unit[];
}

/** Heads the communes that no one district was the whole of. */
const SEVERAL = 'nhiều huyện cũ';

/**
 * Communes by the district that governed all of their ground; those made of several districts' ground together at
 * the end. Units that no other level preceded are one group.
 * @param ever the units of all times, which name their successors
 */
export function byFormerUnit(members: readonly Unit[], ever: readonly Unit[]): UnitGroup[] {
  const groups = new Map<string, UnitGroup & { name: string }>();
  const several: Unit[] = [];
  for (const unit of members) {
    const former = formerUnits(unit, ever);
    const [only] = former;
    if (!only || former.length > 1) {
      several.push(unit);
      continue;
    }
    const group = groups.get(only.id) ?? { name: `${only.name} cũ`, units: [] };
    group.units.push(unit);
    groups.set(only.id, group);
  }
  if (groups.size === 0) return [{ name: null, units: several }];
  const whole = [...groups].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, group]) => group);
  return several.length === 0 ? whole : [...whole, { name: SEVERAL, units: several }];
}
