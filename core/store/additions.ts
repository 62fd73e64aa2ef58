import type { Decision, StoredEntry, StoredReturn, SentRound } from './model.ts';
import { newestBy, renumberDecision, renumberReturn, type Numbering } from './renumber.ts';
import type { KeptFile } from './model.ts';
import type { ClassifiedSet } from './classify-set.ts';
import { SET } from './sent.ts';
import { entriesByReturn } from './set-contents.ts';
import type { Entry } from './entry.ts';

/** A set to be taken into a store. */
export interface TakenSet {
  set: SentRound;
  /** As the store keeps it; null where it is there already and is let in now. */
  record: Omit<StoredReturn, 'number' | 'unit' | 'reporter' | 'round' | 'plans' | 'set'> | null;
  /** The store's number of the set where it is there. */
  number: number | null;
  classified: ClassifiedSet;
  entries: readonly StoredEntry[];
  /** Its files with entries, as they are kept. */
  kept: readonly KeptFile[];
  /** What is decided here about it, before the numbers are known; of those it replaces that they are withdrawn. */
  decided: Pick<Decision, 'at' | 'by' | 'reason'> | null;
}

/** Returns with entries, and decisions, under the store's numbers. */
export interface SetAdditions {
  returns: { one: StoredReturn; entries: readonly Entry[] }[];
  decisions: Decision[];
}

/** The numbers that a store gives next, and how far one is from the one before. */
type Next = { return: number; decision: number; step: number };

/**
 * What a set adds to a store: its record, what was decided here about it, and the returns and decisions that are new,
 * under the store's numbers in the province's order.
 */
export function additionsOf(taken: TakenSet, next: Next): SetAdditions {
  const { set, record, classified, entries, kept } = taken;
  const { province, round, plans } = set;
  const number = taken.number ?? next.return;
  const first = record === null ? next.return : next.return + next.step;
  const own = decidedHere(taken, number, next);
  const firstDecision = next.decision + own.length * next.step;
  const { returns, decisions } = classified.added;
  const numbering = numberingOf(taken, {
    number,
    returns: new Map(returns.map((one, at) => [one.number, first + at * next.step])),
    decisions: new Map(decisions.map((one, at) => [one.number, firstDecision + at * next.step])),
  });
  const byNumber = entriesByReturn(entries);
  const members = returns.map((one, at) => ({
    one: renumberReturn(one, numbering, { number: first + at * next.step, kept }),
    entries: byNumber.get(one.number) ?? [],
  }));
  const head = { unit: province, reporter: SET, round, plans, set, number };
  return {
    returns: [...(record === null ? [] : [{ one: { ...record, ...head }, entries: [] }]), ...members],
    decisions: [
      ...own,
      ...decisions.map((one, at) =>
        renumberDecision(one, numbering, {
          number: firstDecision + at * next.step,
          seen: numbering.newestBy(one.seen),
        }),
      ),
    ],
  };
}

/** What somebody decided here: that the set is let in, and that those it replaces no longer count. */
function decidedHere(
  { decided, record, classified: { replaced } }: TakenSet,
  number: number,
  next: Next,
): Decision[] {
  if (decided === null) return [];
  const about = [
    ...(record === null ? [{ kind: 'release' as const, return: number }] : []),
    ...replaced.map((of) => ({ kind: 'withdraw' as const, return: of })),
  ];
  return about.map((one, at) => ({
    ...one,
    ...decided,
    number: next.decision + at * next.step,
    target: null,
    figure: null,
    seen: next.return - 1,
  }));
}

function numberingOf(
  { set: { province }, classified }: TakenSet,
  added: { number: number; returns: ReadonlyMap<number, number>; decisions: ReadonlyMap<number, number> },
): Numbering & { newestBy: (seen: number) => number } {
  const { known } = classified.added;
  const returns = new Map([...known.returns, ...added.returns]);
  const decisions = new Map([...known.decisions, ...added.decisions]);
  return {
    province,
    set: added.number,
    returnOf: (number) => returns.get(number) ?? null,
    decisionOf: (number) => decisions.get(number) ?? null,
    newestBy: (seen) => newestBy(returns, seen),
  };
}
