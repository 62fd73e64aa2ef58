import { compare } from '../base/number.ts';
import type { Shortfall } from '../target/shortfall.ts';

/**
 * The part of the change a target asks for (of its value, where the change is not known or the value was
 * assigned) that may be missing without a word. No rule fixes it; a fifth of the plan is a convention. Where
 * no change was asked for, or the target is 0, no part of the miss is small.
 */
export const LARGE_GAP = 0.2;

/** Whether a target that is missed by so much wants a reason. */
export function isLargeGap({ share, of }: Shortfall): boolean {
  return of === 'all' || compare(share, LARGE_GAP) > 0;
}
