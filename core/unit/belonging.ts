import type { Unit } from './unit.ts';

/**
 * Whether a unit lies right below another: its parent, or what followed this. Communes on the ground of a province
 * that was merged away have the new province for a parent, and still are what its plans are made up of.
 */
export function isRightBelow({ parent }: Unit, above: Unit): boolean {
  return parent !== null && (parent === above.id || above.successors.includes(parent));
}
