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
  /** What is there, by its number in the set the number it has in the store. */
  known: { returns: ReadonlyMap<number, number>; decisions: ReadonlyMap<number, number> };
  /** How many returns and decisions of earlier sets of the round are not in it, or are otherwise. */
  lost: number;
}

/**
 * Holds a set against the returns and decisions that came in earlier sets of its province: a store only grows, so that
 * a later set of the same store has all of them as they were. They go by what they say, not by their numbers: a store
 * that was moved gives others.
 * @param before those of the province
 * @param sets the store's numbers of its earlier sets of the same round
 */
export function follows(set: SetContents, before: SetContents, sets: ReadonlySet<number>): Follows {
  const returns = newIn(set.returns, before.returns, returnText, sets);
  const decisions = newIn(set.decisions, before.decisions, decisionText, sets);
  return {
    returns: returns.added,
    decisions: decisions.added,
    known: { returns: returns.known, decisions: decisions.known },
    lost: returns.lost + decisions.lost,
  };
}

function newIn<One extends { number: number; sent?: FromSet }>(
  coming: readonly One[],
  before: readonly One[],
  textOf: (one: One) => string,
  sets: ReadonlySet<number>,
): { added: One[]; known: Map<number, number>; lost: number } {
  const there = byText(
    before.filter(({ sent }) => sent !== undefined),
    textOf,
    ({ number, sent }) => sent?.number ?? number,
  );
  const here = byText(coming, textOf, ({ number }) => number);
  return {
    added: [...here].flatMap(([text, one]) => (there.has(text) ? [] : [one])),
    known: new Map(
      [...here].flatMap(([text, { number }]) => {
        const known = there.get(text);
        return known ? [[number, known.number] as const] : [];
      }),
    ),
    lost: [...there].filter(([text, { sent }]) => sent && sets.has(sent.set) && !here.has(text)).length,
  };
}

/** Each by what it says, those that say the same told apart by which of them it is. */
function byText<One>(
  ones: readonly One[],
  textOf: (one: One) => string,
  numberOf: (one: One) => number,
): Map<string, One> {
  const repeats = new Map<string, number>();
  const found = new Map<string, One>();
  for (const one of [...ones].sort((a, b) => numberOf(a) - numberOf(b))) {
    const text = textOf(one);
    const repeat = repeats.get(text) ?? 0;
    repeats.set(text, repeat + 1);
    found.set(`${repeat} ${text}`, one);
  }
  return found;
}

/** What two copies of a return have in common, whatever the numbers of others in them. */
function returnText({ unit, reporter, round, state, received, sha256, content }: StoredReturn): string {
  return JSON.stringify([unit, reporter, round, state, received, sha256, content]);
}

function decisionText({ kind, at, by, reason, figure, closing, difference }: Decision): string {
  return JSON.stringify([kind, at, by, reason, figure, closing ?? null, difference ?? null]);
}
