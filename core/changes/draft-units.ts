import type { Plan } from '../plan/model.ts';
import type { Unit } from '../unit/unit.ts';
import type { ChangeMap } from './change-map.ts';

/** What became of the units of a plan's own list, as far as a change map has to say. */
export interface DraftedUnits {
  /** Units that name those that followed them, together with others that name the same. */
  units: ChangeMap['units'];
  /** Units that the later plan does not have and that name none: somebody has to say. */
  unknown: Unit[];
}

/**
 * Proposes what became of units that the national lists do not have: of these nobody else says it.
 * @param isListed whether the national lists have a unit
 */
export function draftUnits(earlier: Plan, later: Plan, isListed: (id: string) => boolean): DraftedUnits {
  const after = new Set(later.units.map(({ id }) => id));
  const own = earlier.units.filter(({ id }) => !isListed(id));
  const bySuccessors = new Map<string, Unit[]>();
  for (const unit of own) {
    const names = [...unit.successors].sort().join(' ');
    if (names !== '') bySuccessors.set(names, [...(bySuccessors.get(names) ?? []), unit]);
  }
  return {
    units: [...bySuccessors].map(([names, olds]) => ({
      from: olds.map(({ id }) => id),
      to: names.split(' '),
      decision: `Danh sách đơn vị của kế hoạch ${earlier.file.id}`,
    })),
    unknown: own.filter(({ id, successors }) => successors.length === 0 && !after.has(id)),
  };
}
