import type { Catalogue } from '../../core/catalogue/catalogue.ts';
import type { Period } from '../../core/period/period.ts';
import type { Plan } from '../../core/plan/model.ts';
import { roundOf } from '../../core/round/round.ts';
import type { ClosedRound, GivenDoubt } from '../../core/consolidate/consolidate.ts';
import type { ClosingDecision, LateCorrection } from '../../core/store/closing.ts';
import { givenChanges } from '../../core/store/given-changes.ts';
import { exchangeContext } from '../exchange-files/context.ts';
import { CommandFailure } from '../failure.ts';
import type { Store } from '../store/store.ts';
import type { PlannerFiles } from '../workbook/known.ts';

/** What the planner's files say since a round was closed. */
export interface GivenSince {
  /** Those that verdicts go by. */
  files: PlannerFiles;
  changes: readonly LateCorrection[];
  /** Whether a file that they rested on then is not found as it was. */
  isLost: boolean;
  /** Why nothing is known of that time; none where it is. */
  doubt?: GivenDoubt;
}

/** Reads the planner's files as they are now. @throws CommandFailure where one cannot be read */
export type FilesNow = () => Promise<PlannerFiles>;

/**
 * Holds the planner's baselines and assigned values against those of the day on which a round was closed, by which
 * it is judged. What the closing does not keep is judged by those of now.
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
  if (close === null) return { files, changes: [], isLost: false };
  const { given } = close.closing;
  // A round closed by an earlier version keeps none.
  if (given === undefined) return { files, changes: [], isLost: false, doubt: 'unkept' };
  const { givenWhenClosed } = await import('./given-files.ts');
  const then = await givenWhenClosed(store, given, exchangeContext(catalogue, plans));
  if (then === null) return { files, changes: [], isLost: true };
  const cutOffs = plans.map(({ roundRules }) => roundOf(round, roundRules).cutOff).sort();
  const changes = givenChanges(then, files, cutOffs.at(-1) ?? '');
  return { files: { ...files, ...then }, changes, isLost: false };
}

/** A closed round with what of the planner's files is otherwise since, each figure's change once. */
export function withGiven(closed: ClosedRound, { changes, isLost, doubt }: GivenSince): ClosedRound {
  // What the planner's files say now may have been kept in the store as well.
  const all = [...changes, ...closed.corrections].reverse();
  const corrections = [...new Map(all.map((one) => [one.key, one])).values()].reverse();
  const isAsItWas = closed.isAsItWas && !isLost;
  return { ...closed, isAsItWas, corrections, ...(doubt === undefined ? {} : { givenDoubt: doubt }) };
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
  if (closed.by.closing.given === undefined) return { ...closed, givenDoubt: 'unkept' };
  try {
    return withGiven(closed, await givenSince(store, closed.by, { ...of, files: await filesNow() }));
  } catch (error) {
    if (error instanceof CommandFailure) return { ...closed, givenDoubt: 'unread' };
    throw error;
  }
}
