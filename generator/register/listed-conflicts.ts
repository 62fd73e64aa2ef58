import type { Catalogue } from '../../core/catalogue/catalogue.ts';
import { periodTrouble } from '../../core/period/period.ts';
import type { Conflict } from '../../core/store/in-force.ts';
import { CommandFailure } from '../failure.ts';
import type { DecideOptions } from '../commands/decide.ts';
import type { Store } from '../store/store.ts';
import { conflictsOfRound, openConflicts } from './draw-up.ts';

/** What of the open conflicts is to be listed. */
export interface ListOptions extends DecideOptions {
  /** SDMX period; all of the store where nothing is said. */
  round?: string;
}

/** The open conflicts that are to be listed: of a round those that keep it from being closed. @throws CommandFailure for no period */
export async function listedConflicts(
  store: Store,
  { round, lang }: ListOptions,
  catalogue: Catalogue,
): Promise<Conflict[]> {
  if (round === undefined) return openConflicts(store, {}, catalogue);
  const trouble = periodTrouble(round);
  if (trouble !== null) throw new CommandFailure(trouble[lang]);
  return conflictsOfRound(store, round, catalogue);
}
