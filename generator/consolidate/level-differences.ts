import type { Catalogue } from '../../core/catalogue/catalogue.ts';
import { levelDifferences, type LevelDifference } from '../../core/consolidate/levels.ts';
import { parsePeriod } from '../../core/period/period.ts';
import type { Plan } from '../../core/plan/model.ts';
import { livePlans } from '../register/owed-units.ts';
import type { Store } from '../store/store.ts';
import { gather, type Wanted } from './gather.ts';

/**
 * Where the levels of a round say different figures, over all plans that have it. Nothing is added up where nobody
 * reports for a province itself: then there is nothing to hold the units against.
 * @param today ISO day
 */
export async function differencesOf(
  store: Store,
  { plans, catalogue }: { plans: readonly Plan[]; catalogue: Catalogue },
  { round, today, register }: Pick<Wanted, 'round' | 'today' | 'register'>,
): Promise<LevelDifference[]> {
  const period = parsePeriod(round);
  const [first, ...others] = period ? livePlans(plans, period) : [];
  if (!first) return [];
  const provinces = new Set([first, ...others].map(({ file }) => file.province));
  const own = await store.entries({ units: [...provinces], period: round });
  if (own.length === 0) return [];
  const live: [Plan, ...Plan[]] = [first, ...others];
  const wanted = {
    round,
    plans: live,
    catalogue,
    level: null,
    acceptedOnly: false,
    isSummary: true,
    today,
    register,
  };
  const { found } = await gather(store, wanted);
  return levelDifferences(found);
}
