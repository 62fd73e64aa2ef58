import {
  closingOf,
  entriesClosed,
  lateCorrections,
  type ClosingDecision,
  type Held,
  type LateCorrection,
} from '../store/closing.ts';
import type { InForceRules } from '../store/in-force.ts';
import type { Standing } from '../store/standing.ts';

/** A closed round whose figures are others now than when it was closed: a renewal takes them as they are now. */
export interface ChangedSince {
  by: ClosingDecision;
  changes: LateCorrection[];
}

/** The rounds of a store that are closed. */
export function closedRounds(standing: Pick<Standing, 'decisions'>): ClosingDecision[] {
  const rounds = new Set(
    standing.decisions.flatMap(({ closing, sent }) => (closing && !sent ? [closing.round] : [])),
  );
  return [...rounds].sort().flatMap((round) => closingOf(standing, round) ?? []);
}

/**
 * What of the figures of some units is otherwise since a round was closed.
 * @param held entries: all that are about the units, of whichever period
 */
export function changesSince(
  by: ClosingDecision,
  held: Held,
  recordOf: InForceRules['recordOf'],
): LateCorrection[] {
  const entries = entriesClosed(by.closing, held.returns, held.entries);
  return lateCorrections(by, { ...held, entries }, recordOf);
}
