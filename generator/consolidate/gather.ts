import type { Catalogue } from '../../core/catalogue/catalogue.ts';
import type { Level } from '../../core/catalogue/schema.ts';
import { consolidate, type ClosedRound, type Consolidation } from '../../core/consolidate/consolidate.ts';
import { lookedAt } from '../../core/consolidate/figure-table.ts';
import { sourcesOf, type FigureSource, type WantedCells } from '../../core/consolidate/sources.ts';
import { parsePeriod } from '../../core/period/period.ts';
import type { Plan } from '../../core/plan/model.ts';
import {
  byDispute,
  closingOf,
  closingText,
  inForceAt,
  lateCorrections,
  type ClosingDecision,
  type Held,
  type LateCorrection,
} from '../../core/store/closing.ts';
import { countedSince } from '../../core/store/counted-since.ts';
import { GIVEN_HEAD } from '../../core/store/given.ts';
import type { Conflict } from '../../core/store/in-force.ts';
import type { Decision } from '../../core/store/model.ts';
import { standingOf } from '../../core/store/standing.ts';
import { closedEntries } from '../register/closed-entries.ts';
import { conflictId } from '../register/conflict-id.ts';
import { drawUpRegister, recordIn, type Register } from '../register/draw-up.ts';
import { withGivenNow, type FilesNow } from '../register/given-since.ts';
import { returnsAbout } from '../register/returns-about.ts';
import { roundThatSays } from '../register/round-that-says.ts';
import { sha256Of } from '../store/originals.ts';
import type { Store } from '../store/store.ts';

/** What is to be added up. */
export interface Wanted {
  round: string;
  plans: readonly [Plan, ...Plan[]];
  catalogue: Catalogue;
  level: Level | null;
  acceptedOnly: boolean;
  /** Whether only totals are wanted: where every figure comes from is not read then. */
  isSummary?: boolean;
  /** ISO day or time, on which lateness is counted. */
  today: string;
  /** The register of the round that reports these figures, where it has been drawn up. */
  register?: Register | undefined;
  /** Reads the planner's files, where what they have changed since the round was closed is to be told. */
  filesNow?: FilesNow;
}

/** A round added up, with its register and where every figure comes from. */
export interface Gathered {
  found: Consolidation;
  /**
   * Where figures come from: found when somebody asks, and held by nobody else. Not where only totals are wanted.
   * @throws RangeError for a figure whose entry was not read
   */
  sources: (isWanted?: WantedCells) => FigureSource[];
  register: Register;
  /** The same of only some of the units: those of plans that list no others. */
  partOf: (plans: readonly [Plan, ...Plan[]], level: Level) => Pick<Gathered, 'found' | 'sources'>;
}

/** The closing of a round, held against what the store gives of that time now. */
function closedRound(
  by: ClosingDecision,
  held: Held,
  { catalogue, conflicts }: { catalogue: Catalogue; conflicts: readonly Conflict[] },
): ClosedRound {
  const recordOf = recordIn(catalogue);
  const then = sha256Of(closingText(inForceAt(by, held, recordOf)));
  const inThem = (some: readonly Conflict[]) =>
    new Set(some.flatMap(({ figures }) => figures.map((one) => one.return)));
  const wereOpen = conflicts.filter((one) => by.closing.leftOpen.includes(conflictId(one)));
  const known = { recordOf, conflicting: inThem(conflicts), leftOpen: inThem(wereOpen) };
  const { otherwise, now } = countedSince(by, held, known);
  const changes = lateCorrections(by, held, recordOf).map((one): LateCorrection => {
    const come = now.get(one.key);
    return come === undefined ? one : { ...one, come };
  });
  return {
    by,
    isAsItWas: then === by.closing.checksum,
    countedOtherwise: otherwise,
    ...byDispute(changes),
  };
}

/** Adds up the returns of a round in a store; of a sum from the start of the year those of the round that asks for it. */
export async function gather(store: Store, wanted: Wanted): Promise<Gathered> {
  const { round, plans, catalogue, level, acceptedOnly, today, isSummary = false } = wanted;
  const reportedIn = await roundThatSays(store, round);
  const drawnUp = wanted.register?.round === reportedIn ? wanted.register : undefined;
  const register =
    drawnUp ?? (await drawUpRegister(store, { plans, catalogue }, { round: reportedIn, today }));
  const decisions = await store.decisions();
  const standing = standingOf(decisions);
  const { table, read } = await store.figures(round);
  const provinces = plans.map(({ file }) => file.province);
  await read(isSummary ? lookedAt(table, provinces) : 'all');
  const returns = await returnsAbout(store, table.of, decisions, register.returns);
  const { conflicts } = register;
  const closing = await closedIn(store, { round: reportedIn, decisions, conflicts }, catalogue);
  const period = parsePeriod(round);
  const closed =
    closing && wanted.filesNow && period
      ? await withGivenNow(store, closing, { filesNow: wanted.filesNow, plans, catalogue, round: period })
      : closing;
  const input = {
    round,
    onlySums: reportedIn !== round,
    plans,
    catalogue,
    level,
    acceptedOnly,
    returns,
    standing,
    figures: table,
    closed,
    lines: register.lines,
    conflicting: new Set(conflicts.flatMap(({ figures }) => figures.map((one) => one.return))),
  };
  const added = (of: Parameters<typeof consolidate>[0]): Pick<Gathered, 'found' | 'sources'> => {
    const found = consolidate(of);
    return { found, sources: (isWanted) => sourcesOf(found, returns, standing, isWanted) };
  };
  return { ...added(input), register, partOf: (some, of) => added({ ...input, plans: some, level: of }) };
}

/**
 * The closing of a round in a store; null where it is open, and then no entry is read for it.
 * @param of `conflicts`: those of the round that are open now
 */
export async function closedIn(
  store: Store,
  {
    round,
    decisions,
    conflicts,
  }: { round: string; decisions: readonly Decision[]; conflicts: readonly Conflict[] },
  catalogue: Catalogue,
): Promise<ClosedRound | null> {
  const by = closingOf(standingOf(decisions), round);
  if (by === null) return null;
  const own = await store.returns({ rounds: [round, GIVEN_HEAD.round] });
  const entries = await closedEntries(store, by.closing, own);
  const numbers = entries.map((entry) => entry.return);
  const returns = await returnsAbout(store, numbers, decisions, own);
  return closedRound(by, { returns, entries, decisions }, { catalogue, conflicts });
}
