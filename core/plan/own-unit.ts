import type { Unit } from '../unit/unit.ts';
import type { PlanHead } from './schema.ts';

/**
 * Whether a unit is the one a plan is of: its province, or the country of a plan of the country. What the plan
 * prints are the targets of this unit alone.
 */
export function isOwnUnit({ province }: Pick<PlanHead, 'province'>, { id }: Pick<Unit, 'id'>): boolean {
  return id === province;
}
