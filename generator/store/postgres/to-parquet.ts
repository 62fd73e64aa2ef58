import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Database } from '../database.ts';
import { writeParquet, type ParquetManifest } from '../parquet.ts';
import type { Store } from '../store.ts';
import { fillDatabase } from '../to-folder.ts';

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
    await fillDatabase(database, store);
    return await writeParquet(database, folder, program);
  } finally {
    database.close();
    await rm(temporary, { recursive: true, force: true });
  }
}
