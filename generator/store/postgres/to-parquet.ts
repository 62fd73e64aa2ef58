import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { entriesByReturn } from '../../../core/store/set-contents.ts';
import { Database } from '../database.ts';
import { writeParquet, type ParquetManifest } from '../parquet.ts';
import type { Store } from '../store.ts';

/** So many returns are written into the database at once. */
const TOGETHER = 200;

/**
 * Writes a store as Parquet, wherever it has its home: over a database of DuckDB that is thrown away.
 * @param store of one moment
 * @param folder new
 */
export async function storeToParquet(
  store: Store,
  folder: string,
  program: string,
): Promise<ParquetManifest> {
  const temporary = await mkdtemp(join(tmpdir(), 'chitieu-parquet-'));
  const database = await Database.open(join(temporary, 'store.duckdb'));
  try {
    const returns = await store.returns();
    for (let from = 0; from < returns.length; from += TOGETHER) {
      const part = returns.slice(from, from + TOGETHER);
      const entries = entriesByReturn(await store.entries({ returns: part.map(({ number }) => number) }));
      await database.addAll({
        returns: part.map((one) => ({ one, entries: entries.get(one.number) ?? [] })),
        decisions: [],
      });
    }
    await database.addAll({ returns: [], decisions: await store.decisions() });
    return await writeParquet(database, folder, program);
  } finally {
    database.close();
    await rm(temporary, { recursive: true, force: true });
  }
}
