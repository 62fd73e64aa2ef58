import type { Catalogue } from '../../core/catalogue/catalogue.ts';
import { NO_PERIOD } from '../../core/exchange/return-figures.ts';
import type { KnownBaseline } from '../../core/planner/baseline/baseline.ts';
import { stratumOf } from '../../core/store/entry.ts';
import { figuresInForce } from '../../core/store/in-force.ts';
import type { StoredEntry, StoredReturn } from '../../core/store/model.ts';
import type { Standing } from '../../core/store/standing.ts';
import { recordIn } from '../register/draw-up.ts';
import type { Store } from '../store/store.ts';

/** What officers gave beside their figures: baselines, and verdicts of their own. */

/** Baselines in force by returns and what was decided about them; one that two say differently is none. */
export async function reportedBaselines(
  store: Store,
  catalogue: Catalogue,
  { returns, standing }: { returns: readonly StoredReturn[]; standing: Standing },
): Promise<KnownBaseline[]> {
  const entries = (await store.entries({ period: NO_PERIOD })).filter(({ table }) => table === 'baselines');
  return figuresInForce(returns, entries, { standing, recordOf: recordIn(catalogue) }).flatMap(
    ({ figure }): KnownBaseline[] => {
      if (figure === null || figure.value === null || figure.year === null) return [];
      const { unit, indicator, value, year, source } = figure;
      return [
        {
          unit,
          indicator,
          stratum: stratumOf(figure),
          year: Number(year),
          value: Number(value),
          numerator: null,
          denominator: null,
          source: source ?? '',
        },
      ];
    },
  );
}

/** Officers' own verdicts of returns that count; of several by one reporter on a target the last. */
export function ownVerdictsOf(
  entries: readonly StoredEntry[],
  returns: readonly StoredReturn[],
  { isLive }: Pick<Standing, 'isLive'>,
): StoredEntry[] {
  const live = new Set(returns.filter(isLive).map(({ number }) => number));
  const last = new Map<string, StoredEntry>();
  for (const entry of entries) {
    if (entry.table !== 'verdicts' || !live.has(entry.return)) continue;
    const { reporter, unit, plan, kind, indicator, stratum } = entry;
    last.set([reporter, unit, plan, kind, indicator, stratum].join('|'), entry);
  }
  return [...last.values()];
}
