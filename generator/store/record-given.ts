import { isAbsolute, relative, resolve, sep } from 'node:path';
import { reporter } from '../../core/base/finding.ts';
import { contentOf } from '../../core/store/entry.ts';
import { GIVEN_HEAD, givenFile, isGiven } from '../../core/store/given.ts';
import { storeMessages } from '../../core/store/messages.ts';
import type { StoredReturn } from '../../core/store/model.ts';
import { standingOf } from '../../core/store/standing.ts';
import { figureFiles } from '../exchange-files/figure-files.ts';
import type { PlannerPaths } from '../exchange-files/planner-files.ts';
import { readRegular } from '../regular-file.ts';
import { GIVEN_FORM, givenEntries } from './given-entries.ts';
import { inTurn } from './in-turn.ts';
import { sha256Of } from './originals.ts';
import type { Original, Store } from './store.ts';

const report = reporter(storeMessages);

/** By whom, when and with which program something is kept. */
export interface Receipt {
  by: string | null;
  now: string;
  program: string;
}

/**
 * Keeps the planner's files in the store, so that what comes back can be held against what was given: each file
 * that has changed since it was last kept, as a version that replaces the one before.
 * @param root folder of the workspace; files in it go by their path in it
 * @returns what was kept
 */
export async function recordGiven(
  store: Store,
  { assignments, baselines, figures }: PlannerPaths,
  { root, by, now, program }: Receipt & { root: string },
): Promise<StoredReturn[]> {
  const kept: StoredReturn[] = [];
  const named = [baselines, assignments].filter((path) => path !== undefined);
  const paths = [...(figures === undefined ? [] : await figureFiles(figures)), ...named];
  const receipt = { by, now, program };
  for (const path of new Set(paths.map((one) => resolve(one)))) {
    const bytes = new Uint8Array(await readRegular(path));
    const one = await inTurn(() => keepGiven(store, { name: nameIn(root, path), bytes }, receipt));
    if (one) kept.push(one);
  }
  return kept;
}

/** Keeps a file of the planner's where it has changed. @returns null where it has not */
async function keepGiven(
  store: Store,
  { name, bytes }: Original,
  { by, now, program }: Receipt,
): Promise<StoredReturn | null> {
  const sha256 = sha256Of(bytes);
  const { isLive } = standingOf(await store.decisions());
  const before = (await store.returns())
    .filter(
      (one) => isGiven(one) && isLive(one) && givenFile(one) === givenFile({ files: [{ name, sha256 }] }),
    )
    .at(-1);
  if (before?.sha256 === sha256 && before.form === GIVEN_FORM) return null;
  const entries = await givenEntries({ name, bytes });
  const content = sha256Of(contentOf(entries));
  // Another form of reading may have made the same entries of the same bytes.
  if (before ? before.sha256 === sha256 && before.content === content : entries.length === 0) return null;
  const one = {
    ...GIVEN_HEAD,
    state: before ? ('correction' as const) : ('new' as const),
    why: before ? [report('store-corrects', {}, { return: before.number, reason: null })] : [],
    received: now,
    by,
    sha256,
    content,
    corrects: before?.number ?? null,
    sameAs: null,
    judged: null,
    reading: null,
    program,
    form: GIVEN_FORM,
  };
  return store.take(one, entries, [{ name, bytes }]);
}

/** `planner/figures.csv` for a file of the workspace, the last part of its path for any other. */
function nameIn(root: string, path: string): string {
  const below = relative(root, path);
  const isBelow = !isAbsolute(below) && below.split(sep)[0] !== '..';
  return (isBelow ? below : path)
    .split(sep)
    .slice(isBelow ? 0 : -1)
    .join('/');
}
