import { isGiven } from './given.ts';
import type { Entry } from './entry.ts';
import type { Decision, StoredEntry, StoredReturn, FromSet } from './model.ts';

/** The returns and decisions of a set, by their own numbers. */
export interface SetContents {
  returns: readonly StoredReturn[];
  decisions: readonly Decision[];
}

/**
 * What of a province's store belongs to a round: its returns, those that were refused or replaced included, the
 * planner's files, and every decision about these or about the round. Whoever has it finds the same figures in force,
 * and can tell why.
 */
export function contentsOfRound({ returns, decisions }: SetContents, round: string): SetContents {
  const own = returns.filter((one) => one.round === round || isGiven(one));
  const numbers = new Set(own.map(({ number }) => number));
  const isAbout = (one: Decision) =>
    (one.return !== null && numbers.has(one.return)) ||
    one.closing?.round === round ||
    one.difference?.place.split('|')[0] === round;
  const about = new Set(decisions.filter(isAbout).map(({ number }) => number));
  // An undoing may be undone itself.
  for (const { number, kind, target } of decisions)
    if (kind === 'undo' && target !== null && about.has(target)) about.add(number);
  return { returns: own, decisions: decisions.filter(({ number }) => about.has(number)) };
}

/** Entries by the numbers of their returns, in their order. */
export function entriesByReturn(entries: readonly StoredEntry[]): ReadonlyMap<number, Entry[]> {
  const found = new Map<number, Entry[]>();
  for (const one of entries) {
    const { return: of } = one;
    const entry = withoutPlace(one);
    const own = found.get(of);
    if (own) own.push(entry);
    else found.set(of, [entry]);
  }
  return found;
}

function withoutPlace(one: StoredEntry): Entry {
  const said = Object.entries(one).filter(([field]) => field !== 'return' && field !== 'row');
  return Object.fromEntries(said) as unknown as Entry;
}

/** How a set stands to what came before of the same province. */
export interface Follows {
  /** What is not there yet. */
  returns: readonly StoredReturn[];
  decisions: readonly Decision[];
  /** How many returns and decisions of earlier sets of the round are not in it, or are otherwise. */
  lost: number;
}

/**
 * Holds a set against the returns and decisions that came in earlier sets of its province: a store only grows, so that
 * a later set of the same store has all of them as they were.
 * @param before those of the province
 * @param sets the store's numbers of its earlier sets of the same round
 */
export function follows(set: SetContents, before: SetContents, sets: ReadonlySet<number>): Follows {
  const returns = newIn(set.returns, before.returns, returnText, sets);
  const decisions = newIn(set.decisions, before.decisions, decisionText, sets);
  return { returns: returns.added, decisions: decisions.added, lost: returns.lost + decisions.lost };
}

function newIn<One extends { number: number; sent?: FromSet }>(
  coming: readonly One[],
  before: readonly One[],
  textOf: (one: One) => string,
  sets: ReadonlySet<number>,
): { added: One[]; lost: number } {
  const there = new Map(before.flatMap((one) => (one.sent ? [[one.sent.number, textOf(one)]] : [])));
  const here = new Map(coming.map((one) => [one.number, textOf(one)]));
  return {
    added: coming.filter((one) => there.get(one.number) !== textOf(one)),
    lost: before.filter(
      (one) => one.sent && sets.has(one.sent.set) && here.get(one.sent.number) !== textOf(one),
    ).length,
  };
}

/** What two copies of a return have in common, whatever the numbers of others in them. */
function returnText({ unit, reporter, round, state, received, sha256, content }: StoredReturn): string {
  return JSON.stringify([unit, reporter, round, state, received, sha256, content]);
}

function decisionText({ kind, at, by, reason }: Decision): string {
  return JSON.stringify([kind, at, by, reason]);
}
