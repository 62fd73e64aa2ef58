import { rename, rm } from 'node:fs/promises';
import type { Decision, StoredReturn } from '../../core/store/model.ts';
import { movedTo } from '../../core/store/moved.ts';
import { CommandFailure } from '../failure.ts';
import { makeFolder } from '../workbook/make-folder.ts';
import { isThere } from '../workbook/write-new.ts';
import { originalsOf, requireSame, withEntries } from './copied.ts';
import { Database } from './database.ts';
import { clearHalfCopies, halfCopyOf } from './half-copies.ts';
import { openStore } from './home.ts';
import { keepOriginal } from './originals.ts';
import { storePaths } from './paths.ts';
import type { Store } from './store.ts';

/** Writes what a store has into the tables of an empty database. */
export async function fillDatabase(database: Database, store: Store): Promise<void> {
  for await (const returns of withEntries(store, await store.returns()))
    await database.addAll({ returns, decisions: [] });
  await database.addAll({ returns: [], decisions: await store.decisions() });
}

/**
 * Copies a store, wherever it has its home, into a new folder as a store in a file, under the numbers it has, and holds
 * the copy against it.
 * @param store of one moment
 * @param since ISO time, said to others while the copy is open
 * @throws CommandFailure when the folder is there, an original is missing, or the copy differs
 */
export async function storeToFolder(store: Store, to: string, since: string): Promise<void> {
  if (await isThere(to))
    throw new CommandFailure(`"${to}" đã có; hãy chọn tên khác. Chưa chép gì (it is there already).`);
  await clearHalfCopies(to);
  const made = halfCopyOf(to);
  const paths = storePaths(made);
  try {
    await makeFolder(paths.originals);
    for await (const original of originalsOf(store, await store.returns()))
      await keepOriginal(paths.originals, original);
    const database = await Database.open(paths.database);
    try {
      await fillDatabase(database, store);
      await database.checkpoint();
    } finally {
      database.close();
    }
    // Opening it writes the ledger, which has to say what the database has.
    const copy = await openStore(made, since);
    try {
      const same = ({ number }: StoredReturn | Decision) => number;
      const contents = { returns: await store.returns(), decisions: await store.decisions() };
      await requireSame(store, copy, movedTo(contents, { return: same, decision: same }));
    } finally {
      await copy.close();
    }
    await rename(made, to);
  } catch (error) {
    await rm(made, { recursive: true, force: true });
    throw error;
  }
}
