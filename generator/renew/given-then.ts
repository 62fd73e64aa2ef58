import { basename } from 'node:path';
import { closedRounds } from '../../core/renew/changed-since.ts';
import { lastRounds } from '../../core/renew/next-round.ts';
import { isGiven } from '../../core/store/given.ts';
import type { KeptFile, StoredReturn } from '../../core/store/model.ts';
import { standingOf } from '../../core/store/standing.ts';
import type { ExchangeContext } from '../exchange-files/context.ts';
import type { PlannerPaths } from '../exchange-files/planner-files.ts';
import { givenWhenClosed } from '../register/given-files.ts';
import type { Store } from '../store/store.ts';
import type { PlannerFiles } from '../workbook/known.ts';

/** What verdicts rest on beside figures. */
export type GivenThen = Pick<PlannerFiles, 'assignments' | 'baselines'>;

const ROLES = ['baselines', 'assignments'] as const;

/**
 * The planner's baselines and assigned values of the last round that there are returns of: as its closing keeps them,
 * else as the store had them before the first of its returns came in.
 * @param paths where they stand now
 * @returns null where the store keeps none of that time
 */
export async function givenThen(
  store: Store,
  paths: PlannerPaths,
  exchange: ExchangeContext,
): Promise<GivenThen | null> {
  const [returns, decisions] = [await store.returns(), await store.decisions()];
  const standing = standingOf(decisions);
  const live = returns.filter((one) => standing.isLive(one) && !isGiven(one));
  const last = lastRounds(live.map(({ round }) => round)).map(({ text }) => text);
  const closing = closedRounds(standing).find(({ closing: { round } }) => last.includes(round));
  if (closing?.closing.given) return givenWhenClosed(store, closing.closing.given, exchange);
  const first = Math.min(...live.flatMap(({ round, number }) => (last.includes(round) ? [number] : [])));
  const before = returns.filter((one) => isGiven(one) && !one.sent && one.number < first);
  const [baselines, assignments] = ROLES.map((role) => lastVersion(before, role, paths[role]));
  if (!baselines && !assignments) return null;
  return givenWhenClosed(store, { baselines: baselines ?? null, assignments: assignments ?? null }, exchange);
}

/** The last version of a planner's file among those that are kept: by the name it has now, or has by custom. */
function lastVersion(
  kept: readonly StoredReturn[],
  role: (typeof ROLES)[number],
  now: string | undefined,
): KeptFile | undefined {
  const names = new Set([`${role}.csv`, `${role}.xlsx`, basename(now ?? '')]);
  return kept
    .flatMap(({ files }) => files)
    .filter(({ name }) => names.has(basename(name)))
    .at(-1);
}
