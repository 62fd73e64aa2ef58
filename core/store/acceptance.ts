import type { StoredReturn } from './model.ts';
import type { Standing } from './standing.ts';

/** How far a return has come: whether it was let in, and what the check, other returns and people said of it. */
export type Acceptance = 'accepted' | 'to-explain' | 'blocked' | 'conflicting' | 'held-back';

/** What decides how far returns have come. */
export interface AcceptanceRules {
  standing: Standing;
  /** Numbers of returns with a figure in an open conflict. */
  conflicting: ReadonlySet<number>;
}

/** Says of returns how far they have come after all that was decided. */
export function acceptanceBy({ standing, conflicting }: AcceptanceRules): (one: StoredReturn) => Acceptance {
  return (one) => {
    if (standing.isHeld(one)) return 'held-back';
    if (conflicting.has(one.number)) return 'conflicting';
    const { acceptance = 'blocked' } = one.judged ?? {};
    return acceptance === 'to-explain' && standing.isAccepted(one) ? 'accepted' : acceptance;
  };
}

/**
 * Whether figures of a return that has come so far are added up: not while it has errors, is in conflict or is held
 * back, whatever it replaces.
 * @param acceptedOnly what is still to be explained does not count either
 */
export function countsInTotals(acceptance: Acceptance, acceptedOnly: boolean): boolean {
  return acceptance === 'accepted' || (acceptance === 'to-explain' && !acceptedOnly);
}
