import { readdir, rename, rm } from 'node:fs/promises';
import { filesKept } from '../../core/store/sent.ts';
import { CommandFailure } from '../failure.ts';
import { orMissing } from '../or-missing.ts';
import { makeFolder } from '../workbook/make-folder.ts';
import { Database } from './database.ts';
import { openStore } from './home.ts';
import { holdsAnything } from './holds-anything.ts';
import { readManifest } from './manifest.ts';
import { compareParquet } from './parquet.ts';
import { loadParquet } from './parquet-load.ts';
import { storePaths } from './paths.ts';
import { said } from './trouble.ts';

/** What came in. */
export interface ImportedParquet {
  returns: number;
  entries: number;
  decisions: number;
  /** Files of the returns that are not beside the store. */
  originals: string[];
}

/**
 * Makes a store of what `store export --parquet` wrote: every file is held against the manifest before, and every row
 * against its file after. The originals are no part of Parquet.
 * @param since ISO time, said to others while it is open
 * @throws CommandFailure when there is a store already, a file is missing or another one, or rows differ
 */
export async function importParquet(from: string, folder: string, since: string): Promise<ImportedParquet> {
  const paths = storePaths(folder);
  if (await holdsAnything(paths))
    throw new CommandFailure(
      'Thư mục làm việc này đã có kho; chỉ nhập được vào kho còn trống. Hãy lập thư mục làm việc mới bằng "chitieu init" (there is a store already).',
    );
  const manifest = await readManifest(from);
  if (manifest.round !== undefined)
    throw new CommandFailure(
      `Đây là bộ số liệu kỳ ${manifest.round.round} của ${manifest.round.province}, không phải cả kho. Hãy nhận bằng "chitieu import" (this is the set of a round).`,
    );
  await makeFolder(folder);
  const made = `${paths.database}.new`;
  const clear = () => Promise.all([made, `${made}.wal`].map((path) => rm(path, { force: true })));
  await clear();
  try {
    await said(async () => {
      const database = await Database.open(made);
      try {
        await loadParquet(database, from, manifest);
        await compareParquet(database, from, manifest);
        await database.checkpoint();
      } finally {
        database.close();
      }
    }, paths);
  } catch (error) {
    await clear();
    throw error;
  }
  await rename(made, paths.database);
  // Opening it writes the ledger, which has to say what the database has.
  const store = await openStore(folder, since);
  try {
    const returns = await store.returns();
    // Each is kept under its SHA-256, with the ending of its name.
    const kept = new Set(
      ((await orMissing(readdir(paths.originals))) ?? []).map((name) => name.slice(0, 64)),
    );
    const missing = returns.flatMap((one) => filesKept(one).filter(({ sha256 }) => !kept.has(sha256)));
    return {
      returns: returns.length,
      entries: manifest.entries.reduce((sum, { rows }) => sum + rows, 0),
      decisions: manifest.decisions.rows,
      originals: [...new Set(missing.map(({ name }) => name))],
    };
  } finally {
    await store.close();
  }
}
