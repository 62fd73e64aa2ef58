import type { SentReturn } from '../../core/store/model.ts';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Entry } from '../../core/store/entry.ts';
import { entriesByReturn } from '../../core/store/set-contents.ts';
import { Database } from './database.ts';
import { loadEntries } from './parquet-load.ts';
import type { Unreadable } from './unreadable.ts';
import type { Original, Store } from './store.ts';

/** The entries of a set by the numbers of their returns. */
type SetEntries = ReadonlyMap<number, Entry[]>;

/** The set that was read last: its returns are asked for one after the other, and it is the same files for each. */
let last: { files: string; entries: SetEntries } | null = null;

/** The entries of a return that came in a set, from the kept files of the set. */
export async function entriesInSet(
  originalOf: Store['original'],
  { kept, number }: SentReturn,
): Promise<Entry[] | Unreadable> {
  const files = kept.map(({ sha256 }) => sha256).join('|');
  if (last?.files !== files) {
    const found = await Promise.all(kept.map((file) => originalOf(file)));
    const missing = kept.filter((_, at) => found[at] === null).map(({ name }) => name);
    if (missing.length > 0) return { missing, broken: [] };
    last = { files, entries: await readEntries(found.filter((one) => one !== null)) };
  }
  return last.entries.get(number) ?? [];
}

async function readEntries(originals: readonly Original[]): Promise<SetEntries> {
  const folder = await mkdtemp(join(tmpdir(), 'chitieu-set-'));
  const database = await Database.open(':memory:');
  try {
    const paths = originals.map((_, at) => join(folder, `${at}.parquet`));
    for (const [at, { bytes }] of originals.entries()) await writeFile(paths[at] ?? '', bytes);
    await loadEntries(database, paths);
    return entriesByReturn(await database.entries({}));
  } finally {
    database.close();
    await rm(folder, { recursive: true, force: true });
  }
}
