import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { isGiven } from '../../core/store/given.ts';
import type { Closing, KeptFile } from '../../core/store/model.ts';
import type { ExchangeContext } from '../exchange-files/context.ts';
import { loadPlannerFiles, type PlannerPaths } from '../exchange-files/planner-files.ts';
import { CommandFailure } from '../failure.ts';
import { readRegular } from '../regular-file.ts';
import { sha256Of } from '../store/originals.ts';
import { recordGiven, type Receipt } from '../store/record-given.ts';
import type { Store } from '../store/store.ts';
import type { PlannerFiles } from '../workbook/known.ts';

/** The planner's files that verdicts rest on, beside figures, which the store has as entries. */
const ROLES = ['baselines', 'assignments'] as const;

type GivenFiles = NonNullable<Closing['given']>;

/**
 * Keeps the planner's files in the store as they are now, so that what a round is judged by can be found again.
 * @returns those that verdicts rest on; null for one that there is not, or that says nothing
 */
export async function keepGivenFiles(
  store: Store,
  paths: PlannerPaths,
  receipt: Receipt & { root: string },
): Promise<GivenFiles> {
  await recordGiven(store, paths, receipt);
  const kept = (await store.returns()).filter(isGiven).flatMap(({ files }) => files);
  const found: Record<(typeof ROLES)[number], KeptFile | null> = { baselines: null, assignments: null };
  for (const role of ROLES) {
    const path = paths[role];
    if (path === undefined) continue;
    const sha256 = sha256Of(new Uint8Array(await readRegular(path)));
    found[role] = kept.find((one) => one.sha256 === sha256) ?? null;
  }
  return found;
}

/**
 * Baselines and assigned values as they were when a round was closed.
 * @returns null where the store lacks one of the files, its bytes are others, or it fits the plans no longer
 */
export async function givenWhenClosed(
  store: Store,
  given: GivenFiles,
  context: ExchangeContext,
): Promise<Pick<PlannerFiles, (typeof ROLES)[number]> | null> {
  const folder = await mkdtemp(join(tmpdir(), 'chitieu-'));
  try {
    const paths: PlannerPaths = {};
    for (const role of ROLES) {
      const file = given[role];
      if (file === null) continue;
      const original = await store.original(file);
      if (original === null) return null;
      paths[role] = join(folder, `${role}${extname(file.name)}`);
      await writeFile(paths[role], original.bytes);
    }
    // What was to be said of them was said when they were given.
    const { baselines, assignments } = await loadPlannerFiles(paths, context, () => undefined);
    return { baselines, assignments };
  } catch (error) {
    // Plans that were changed since may no longer know what they name.
    if (error instanceof CommandFailure) return null;
    throw error;
  } finally {
    await rm(folder, { recursive: true });
  }
}
