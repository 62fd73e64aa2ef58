import { join } from 'node:path';

/** The files of a store, below the folder `store` of a workspace. */
export function storePaths(folder: string) {
  return {
    folder,
    /** The database. */
    database: join(folder, 'store.duckdb'),
    /** Where the database puts what it has no room for while it works; of one that was killed it stays behind. */
    spill: join(folder, 'store.duckdb.tmp'),
    /** What was kept, line by line as JSON: from this and the originals the database can be built anew. */
    ledger: join(folder, 'ledger.jsonl'),
    /** Files as they came in, each under its SHA-256. */
    originals: join(folder, 'originals'),
    /** Which process has the store open; for messages only, the lock is the database's own. */
    holder: join(folder, 'open.json'),
  };
}

export type StorePaths = ReturnType<typeof storePaths>;
