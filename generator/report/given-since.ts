import type { Catalogue } from '../../core/catalogue/catalogue.ts';
import type { Period } from '../../core/period/period.ts';
import type { Plan } from '../../core/plan/model.ts';
import { roundOf } from '../../core/round/round.ts';
import type { ClosingDecision, LateCorrection } from '../../core/store/closing.ts';
import { givenChanges } from '../../core/store/given-changes.ts';
import { exchangeContext } from '../exchange-files/context.ts';
import { givenWhenClosed } from '../register/given-files.ts';
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
