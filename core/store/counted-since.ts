import { ACCEPTED, acceptanceOfFigures } from './accepted-figures.ts';
import type { Acceptance } from './acceptance.ts';
import { byKey, heldAt, type Held } from './closing.ts';
import { isGiven } from './given.ts';
import { figuresInForce, type InForceRules } from './in-force.ts';
import type { Decision, StoredEntry } from './model.ts';
import { standingOf } from './standing.ts';

/** A figure of which it changed whether it is added up. */
export interface CountedOtherwise {
  /** `unit|indicator|stratum|period`. */
  key: string;
  /** How far it had come when the round was closed, and how far it has come now. */
  before: Acceptance;
  after: Acceptance;
}

/** What is known of conflicts beyond the figures that a closing is over. */
export interface ConflictsKnown {
  recordOf: InForceRules['recordOf'];
  /** Numbers of the returns with a figure in a conflict that is open now. */
  conflicting: ReadonlySet<number>;
  /** The same of conflicts that were left open when the round was closed. */
  leftOpen: ReadonlySet<number>;
}

/**
 * Which figures of a closed round were added up then and are not now, or the other way round, though one is in force
 * both times: a conflict about one figure takes its whole return out of the totals, and so do errors.
 * @returns with how far every figure in force has come now, by key
 */
export function countedSince(
  close: Pick<Decision, 'number' | 'seen'>,
  held: Held,
  { recordOf, conflicting, leftOpen }: ConflictsKnown,
): { otherwise: CountedOtherwise[]; now: ReadonlyMap<string, Acceptance> } {
  const then = comeBy(heldAt(close, held), recordOf, leftOpen);
  const now = comeBy(held, recordOf, conflicting);
  const otherwise = [...now].flatMap(([key, after]): CountedOtherwise[] => {
    const before = then.get(key);
    if (before === undefined || ACCEPTED.has(before) === ACCEPTED.has(after)) return [];
    return [{ key, before, after }];
  });
  return { otherwise, now };
}

/** How far the figures in force have come; those in dispute are in force nowhere. */
function comeBy(
  { returns, entries, decisions }: Held,
  recordOf: InForceRules['recordOf'],
  known: ReadonlySet<number>,
): Map<string, Acceptance> {
  const standing = standingOf(decisions);
  const inForce = figuresInForce(returns, entries, { standing, recordOf });
  const open = inForce.flatMap(({ conflicts }) => conflicts.flatMap(({ figures }) => figures));
  const conflicting = new Set([...known, ...open.map((entry: StoredEntry) => entry.return)]);
  const acceptanceOf = acceptanceOfFigures(returns, entries, { standing, conflicting });
  return new Map(
    [...byKey(inForce)].flatMap(([key, { figure }]): [string, Acceptance][] => {
      if (figure === null) return [];
      return [[key, isGiven(figure) ? 'accepted' : acceptanceOf(figure).acceptance]];
    }),
  );
}
