import type { Catalogue } from '../../core/catalogue/catalogue.ts';
import type { Period } from '../../core/period/period.ts';
import type { Plan } from '../../core/plan/model.ts';
import { roundOf } from '../../core/round/round.ts';
import type { ClosedRound } from '../../core/consolidate/consolidate.ts';
import type { ClosingDecision, LateCorrection } from '../../core/store/closing.ts';
import { givenChanges } from '../../core/store/given-changes.ts';
import { exchangeContext } from '../exchange-files/context.ts';
import { CommandFailure } from '../failure.ts';
import { givenWhenClosed } from './given-files.ts';
import type { Store } from '../store/store.ts';
import type { PlannerFiles } from '../workbook/known.ts';

/** What the planner's files say since a round was closed. */
export interface GivenSince {
  /** Those that verdicts go by. */
  files: PlannerFiles;
  changes: readonly LateCorrection[];
  /** Whether a file that they rested on then is not found as it was. */
  isLost: boolean;
}

/** Reads the planner's files as they are now. @throws CommandFailure where one cannot be read */
export type FilesNow = () => Promise<PlannerFiles>;

/**
 * Holds the planner's baselines and assigned values against those of the day on which a round was closed. A round
 * shorter than a year is judged by those of that day, a year by those of now.
 * @param close null where it is open
 */
export async function givenSince(
  store: Store,
  close: ClosingDecision | null,
  {
    files,
    plans,
    catalogue,
    round,
  }: { files: PlannerFiles; plans: readonly Plan[]; catalogue: Catalogue; round: Period },
): Promise<GivenSince> {
  const given = close?.closing.given;
  if (given === undefined) return { files, changes: [], isLost: false };
  const then = await givenWhenClosed(store, given, exchangeContext(catalogue, plans));
  if (then === null) return { files, changes: [], isLost: true };
  const cutOffs = plans.map(({ roundRules }) => roundOf(round, roundRules).cutOff).sort();
  const changes = givenChanges(then, files, cutOffs.at(-1) ?? '');
  return { files: round.frequency === 'year' ? files : { ...files, ...then }, changes, isLost: false };
}

/** A closed round with what of the planner's files is otherwise since, each figure's change once. */
export function withGiven(closed: ClosedRound, { changes, isLost }: GivenSince): ClosedRound {
  // What the planner's files say now may have been kept in the store as well.
  const all = [...changes, ...closed.corrections].reverse();
  const corrections = [...new Map(all.map((one) => [one.key, one])).values()].reverse();
  return { ...closed, isAsItWas: closed.isAsItWas && !isLost, corrections };
}

/**
 * The same where the planner's files are read for nothing else: one that cannot be read hinders nobody, and is told.
 * @param filesNow reads them
 */
export async function withGivenNow(
  store: Store,
  closed: ClosedRound,
  { filesNow, ...of }: Omit<Parameters<typeof givenSince>[2], 'files'> & { filesNow: FilesNow },
): Promise<ClosedRound> {
  // A round closed by an earlier version keeps none.
  if (closed.by.closing.given === undefined) return closed;
  try {
    return withGiven(closed, await givenSince(store, closed.by, { ...of, files: await filesNow() }));
  } catch (error) {
    if (error instanceof CommandFailure) return { ...closed, isGivenUnread: true };
    throw error;
  }
}
