import type { Consolidation } from './consolidate.ts';

/** Names of all units that figures may be of, by id: those that are added up, and those above them. */
export function unitNames({
  plans,
  rows,
}: Pick<Consolidation, 'plans' | 'rows'>): ReadonlyMap<string, string> {
  const units = [...plans.flatMap((plan) => plan.units), ...rows.map(({ unit }) => unit)];
  return new Map(units.map(({ id, name }) => [id, name]));
}
