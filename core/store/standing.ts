import type { Decision, ReturnHead, StoredReturn } from './model.ts';

/** What holds of the returns after all that was decided. */
export interface Standing {
  /** Whether the entries of a return count. */
  isLive: (one: StoredReturn) => boolean;
  /** Whether it waits for somebody to let it in. */
  isHeld: (one: StoredReturn) => boolean;
  isWithdrawn: (one: StoredReturn) => boolean;
  /** The return that another one replaces, by itself or by a decision. */
  correctedBy: (one: StoredReturn) => number | null;
  /** Whether somebody accepted it in spite of its warnings. */
  isAccepted: (one: StoredReturn) => boolean;
  /** Whether a decision was undone, itself perhaps an undoing. */
  isUndone: (one: Decision) => boolean;
  /** Which return's figure was chosen, by entryKey. */
  chosen: ReadonlyMap<string, Decision>;
  /** The decisions that hold: none that was undone. */
  decisions: readonly Decision[];
}

/** Draws up what holds: decisions count in their order, the later of two over the same thing wins. */
export function standingOf(decisions: readonly Decision[]): Standing {
  // What a province decided came in its set, and goes with it.
  const own = decisions.filter(({ sent }) => sent === undefined);
  const isStanding = (undone: ReadonlySet<number>) => (one: Decision) =>
    one.kind !== 'undo' && !undone.has(one.number);
  const ofOwn = own.filter(isStanding(undoneIn(own)));
  const gone = new Set(ofOwn.filter(({ kind }) => kind === 'withdraw').map((one) => one.return));
  const there = decisions.filter(({ sent }) => sent === undefined || !gone.has(sent.set));
  const undone = undoneIn(there);
  const holding = there.filter(isStanding(undone));
  const about = (kind: Decision['kind']) =>
    new Map(holding.filter((one) => one.kind === kind).map((one) => [one.return, one]));
  const [released, withdrawn, corrects, accepted] = [
    about('release'),
    about('withdraw'),
    about('corrects'),
    about('accept'),
  ];
  const chosen = new Map<string, Decision>();
  for (const one of holding) if (one.kind === 'choose' && one.figure !== null) chosen.set(one.figure, one);
  // What is decided about a set is decided about the returns that came in it.
  const isWithdrawn = ({ number, sent }: StoredReturn) =>
    withdrawn.has(number) || (sent !== undefined && withdrawn.has(sent.set));
  const isHeld = (one: StoredReturn) => {
    const waits = one.state === 'held-back' || (one.set !== undefined && one.state === 'conflicting');
    return waits && !released.has(one.number) && !isWithdrawn(one);
  };
  return {
    isLive: (one) =>
      one.state !== 'refused' && one.state !== 'unchanged' && !isHeld(one) && !isWithdrawn(one),
    isHeld,
    isWithdrawn,
    correctedBy: (one) => corrects.get(one.number)?.target ?? one.corrects,
    isAccepted: ({ number }) => accepted.has(number),
    isUndone: ({ number }) => undone.has(number),
    chosen,
    decisions: holding,
  };
}

/** Numbers of the decisions that were undone. An undoing can be undone: the later decision is looked at first. */
function undoneIn(decisions: readonly Decision[]): Set<number> {
  const undone = new Set<number>();
  for (const one of [...decisions].sort((a, b) => b.number - a.number))
    if (one.kind === 'undo' && one.target !== null && !undone.has(one.number)) undone.add(one.target);
  return undone;
}

/**
 * For each live return those it replaces, directly or over others; a return that was withdrawn replaces nothing
 * itself, but what it replaced stays replaced by those that replace it.
 */
export function replacedBy(returns: readonly StoredReturn[], standing: Standing): Map<number, Set<number>> {
  const direct = new Map(returns.map((one) => [one.number, standing.correctedBy(one)]));
  const found = new Map<number, Set<number>>();
  for (const one of returns) {
    if (!standing.isLive(one)) continue;
    const replaced = new Set<number>();
    for (
      let at = direct.get(one.number) ?? null;
      at !== null && !replaced.has(at);
      at = direct.get(at) ?? null
    )
      if (at !== one.number) replaced.add(at);
      else break;
    found.set(one.number, replaced);
  }
  return found;
}

/**
 * For each live return of which somebody has said what it replaces, those it answers without naming them: who says
 * what replaces the last version has said so of the versions before that one, too, with which it quarrelled. Only of
 * the same plans: each may have a workbook of its own.
 */
export function answeredBy(returns: readonly StoredReturn[], standing: Standing): Map<number, Set<number>> {
  const byNumber = new Map(returns.map((one) => [one.number, one]));
  const answered = new Map<number, Set<number>>();
  for (const [number, replaced] of replacedBy(returns, standing)) {
    const isSaid = byNumber.get(number)?.why.some(({ code }) => code === 'store-corrects') ?? false;
    // Of those it replaces, one by one, the first has named none.
    const first = byNumber.get(Math.min(...replaced));
    if (!isSaid || !first) continue;
    const before = returns.filter((one) => one.number < first.number && isSameReturn(one, first));
    answered.set(number, new Set(before.map((one) => one.number)));
  }
  return answered;
}

/** Whether two returns are of the same unit, reporter and round. */
export function isSameHead(one: ReturnHead, other: ReturnHead): boolean {
  return one.unit === other.unit && one.reporter === other.reporter && one.round === other.round;
}

/** Whether two returns are about the same plans, too. */
export function isSameReturn(one: ReturnHead, other: ReturnHead): boolean {
  return isSameHead(one, other) && [...one.plans].sort().join('|') === [...other.plans].sort().join('|');
}
