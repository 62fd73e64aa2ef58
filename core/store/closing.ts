import type { Acceptance } from './acceptance.ts';
import { entryKey, figureText } from './entry.ts';
import { figuresInForce, type FigureInForce, type InForceRules } from './in-force.ts';
import { isGiven } from './given.ts';
import type { Closing, Decision, StoredEntry, StoredReturn } from './model.ts';
import { standingOf, type Standing } from './standing.ts';

/** A decision that closed a round. */
export type ClosingDecision = Decision & { closing: Closing };

/**
 * The decision by which a round is closed; null where it is open.
 * @param province whose closing, as its set says; null: that of this store
 */
export function closingOf(
  { decisions }: Pick<Standing, 'decisions'>,
  round: string,
  province: string | null = null,
): ClosingDecision | null {
  const last = decisions
    .filter((one): one is ClosingDecision => one.closing?.round === round)
    .filter(({ sent }) => (sent?.province ?? null) === province)
    .sort((a, b) => a.number - b.number)
    .at(-1);
  return last?.kind === 'close' ? last : null;
}

/** The periods whose figures a closing is over. */
export function closedPeriods({ round, sum }: Pick<Closing, 'round' | 'sum'>): string[] {
  return sum === undefined ? [round] : [round, sum];
}

/**
 * Of entries of {@link closedPeriods} those that a closing is over: of the sum from the start of the year only what
 * the round's own returns say, and the planner, as the sum may be a round of its own, closed by itself.
 */
export function entriesClosed(
  { round, sum }: Pick<Closing, 'round' | 'sum'>,
  returns: readonly StoredReturn[],
  entries: readonly StoredEntry[],
): StoredEntry[] {
  const own = new Set(
    returns.filter((one) => one.round === round || isGiven(one)).map(({ number }) => number),
  );
  return entries.filter((entry) => entry.period === round || (entry.period === sum && own.has(entry.return)));
}

/**
 * What the figures in force say, the same text for the same figures: a line for each with who reports it and how sure
 * it is. Not the number of its return, which is another one in another store.
 */
export function closingText(inForce: readonly FigureInForce[]): string {
  return inForce
    .flatMap(({ key, figure }) =>
      figure === null ? [] : [[key, figureText(figure), figure.vintage, figure.reporter].join('|')],
    )
    .sort()
    .join('\n');
}

/** A figure that changed after its round was closed. */
export interface LateCorrection {
  /** `unit|indicator|stratum|period`. */
  key: string;
  /** What it was when the round was closed, and what it is now; null where nothing was or is in force. */
  before: StoredEntry | null;
  after: StoredEntry | null;
  /** Whether nothing is in force now because different figures of it came in and nobody has said which one holds. */
  isDisputed: boolean;
  /** Why, in words of those who changed it; none where nobody has said. */
  reasons: readonly string[];
  /** Of what the planner's files give: the decision or source that stood there before and still does; null for none. */
  given?: { source: string | null };
  /** How far what stands now has come: whether it is added up; none where that is not known. */
  come?: Acceptance;
}

/** What the store holds. */
export interface Held {
  returns: readonly StoredReturn[];
  /** Those the closing is over, see {@link entriesClosed}. */
  entries: readonly StoredEntry[];
  /** All of them, in their order. */
  decisions: readonly Decision[];
}

/** What was held when a round was closed: the store only grows, so it can be found again. */
export function heldAt(
  close: Pick<Decision, 'number' | 'seen'>,
  { returns, entries, decisions }: Held,
): Held {
  return {
    returns: returns.filter(({ number }) => number <= close.seen),
    entries: entries.filter((entry) => entry.return <= close.seen),
    decisions: decisions.filter(({ number }) => number < close.number),
  };
}

/** The figures in force when a round was closed. */
export function inForceAt(
  close: Pick<Decision, 'number' | 'seen'>,
  held: Held,
  recordOf: InForceRules['recordOf'],
): FigureInForce[] {
  const { returns, entries, decisions } = heldAt(close, held);
  return figuresInForce(returns, entries, { standing: standingOf(decisions), recordOf });
}

/** Figures by `unit|indicator|stratum|period`. */
export function byKey(inForce: readonly FigureInForce[]): Map<string, FigureInForce> {
  return new Map(inForce.map((one) => [one.key, one]));
}

/**
 * What has changed since a round was closed, figure by figure.
 * @param close the decision by which it was, or what else stood last: what was decided from its number on came later
 */
export function lateCorrections(
  close: Pick<Decision, 'number' | 'seen'>,
  held: Held,
  recordOf: InForceRules['recordOf'],
): LateCorrection[] {
  const [then, now] = [
    byKey(inForceAt(close, held, recordOf)),
    byKey(figuresInForce(held.returns, held.entries, { standing: standingOf(held.decisions), recordOf })),
  ];
  return [...new Set([...then.keys(), ...now.keys()])].flatMap((key): LateCorrection[] => {
    const [before, after] = [then.get(key)?.figure ?? null, now.get(key)?.figure ?? null];
    if ((before && figureText(before)) === (after && figureText(after))) return [];
    const isDisputed = after === null && (now.get(key)?.conflicts.length ?? 0) > 0;
    return [{ key, before, after, isDisputed, reasons: reasonsFor([before, after], close, held) }];
  });
}

/** Changes by whether they are corrections: a figure in dispute is none until somebody has said what it is. */
export function byDispute(changes: readonly LateCorrection[]): {
  corrections: LateCorrection[];
  disputed: LateCorrection[];
} {
  return {
    corrections: changes.filter(({ isDisputed }) => !isDisputed),
    disputed: changes.filter(({ isDisputed }) => isDisputed),
  };
}

function reasonsFor(
  figures: readonly (StoredEntry | null)[],
  close: Pick<Decision, 'number' | 'seen'>,
  { returns, decisions }: Held,
): string[] {
  const own = figures.flatMap((one) => one ?? []);
  const numbers = new Set(own.map((one) => one.return));
  const sets = returns.flatMap(({ number, sent }) => (sent && numbers.has(number) ? [sent.set] : []));
  const ofReturns = new Set([...numbers, ...sets]);
  const ofFigures = new Set(own.map(entryKey));
  const came = returns
    .filter(({ number }) => number > close.seen && ofReturns.has(number))
    .flatMap(({ why }) => why.flatMap(({ data }) => reasonIn(data)));
  const decided = decisions
    .filter(({ number }) => number >= close.number)
    .filter(({ figure, return: of }) =>
      figure === null ? of !== null && ofReturns.has(of) : ofFigures.has(figure),
    )
    .map(({ reason }) => reason);
  return [...new Set([...came, ...decided])];
}

function reasonIn(data: unknown): string[] {
  const said = typeof data === 'object' && data !== null && 'reason' in data ? data.reason : null;
  return typeof said === 'string' ? [said] : [];
}
