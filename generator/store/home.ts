import { createHash, type Hash } from 'node:crypto';
import { readdir, rm, writeFile } from 'node:fs/promises';
import type { Entry } from '../../core/store/entry.ts';
import type { Decision, KeptFile, StoredEntry, StoredReturn } from '../../core/store/model.ts';
import { CommandFailure } from '../failure.ts';
import { orMissing } from '../or-missing.ts';
import { requireRegular } from '../regular-file.ts';
import { makeFolder } from '../workbook/make-folder.ts';
import { isThere } from '../workbook/write-new.ts';
import { agree, isAgreed, lacking, noteAgreed } from './agreed.ts';
import { Database } from './database.ts';
import type { FigureScan } from './figure-scan.ts';
import { clearHalfCopies, requireNotAside } from './half-copies.ts';
import { addToLedger, ledgerBytes, linesIn, type LedgerLine } from './ledger.ts';
import { copyBefore, migrate } from './migrate.ts';
import { keepOriginal, readOriginal } from './originals.ts';
import { writeParquet, type ParquetManifest } from './parquet.ts';
import { storePaths, type StorePaths } from './paths.ts';
import { returnsAmong, type ReturnFilter } from './returns-among.ts';
import type { Additions, EntryFilter, NewDecision, NextNumbers, Original, Store } from './store.ts';
import { STORE_VERSION } from './tables.ts';
import { said } from './trouble.ts';

/** A store in a folder. */
export interface KeptStore extends Store {
  /** Writes all of it as Parquet into a new folder. */
  toParquet(folder: string, program: string): Promise<ParquetManifest>;
}

/** What is said of a store of an earlier version. */
export type SaidOfStore = (migrated: { from: number; copy: string }) => void;

/**
 * Opens the store of a folder, or makes it; one of an earlier version is copied beside it first, then migrated.
 * @param since ISO time, said to others while it is open
 * @param tell told where it was migrated
 * @throws CommandFailure when another process has it open, it is damaged, of a later version, or lacks what its
 * ledger says was kept
 */
export async function openStore(folder: string, since: string, tell?: SaidOfStore): Promise<KeptStore> {
  const paths = storePaths(folder);
  await clearHalfCopies(folder);
  await requireNotAside(folder);
  await makeFolder(folder);
  const ledger = await ledgerBytes(paths.ledger);
  if (!(await isThere(paths.database))) {
    if (ledger.length > 0) throw lacking(linesIn(ledger, paths.ledger).length);
    // The database is there before the first file is kept.
    if (((await orMissing(readdir(paths.originals))) ?? []).length > 0) throw bothMissing(paths);
  }
  let database = await opened(paths);
  try {
    const version = await database.version();
    if (version < STORE_VERSION) {
      database.close();
      const copy = await said(() => copyBefore(folder, version), paths);
      database = await opened(paths);
      await said(() => migrate(database, version), paths);
      tell?.({ from: version, copy });
    }
    if (version > STORE_VERSION)
      throw new CommandFailure(
        `Kho được ghi bởi bản chương trình mới hơn (kho bản ${version}, chương trình đọc được đến bản ${STORE_VERSION}). Hãy nâng cấp chương trình (the store is newer).`,
      );
    await writeFile(paths.holder, JSON.stringify({ pid: process.pid, since }));
    return await DuckDbStore.over(database, ledger, paths);
  } catch (error) {
    database.close();
    throw error;
  }
}

/** Files that are brought onto the disk at once. */
const FILES_AT_ONCE = 8;

/** The store over DuckDB: the database for questions, the ledger and the originals to build it anew. */
class DuckDbStore implements KeptStore {
  readonly #database: Database;
  readonly #paths: StorePaths;
  /** Of the ledger's bytes. */
  readonly #ledger: Hash;
  /** Whether the ledger says what the database holds, and the database notes that it does. */
  #agreement: 'noted' | 'to note' | 'unknown';
  /** All returns, once somebody has asked for all. */
  #returns: StoredReturn[] | null;
  #lastReturn: number;
  #decisions: Decision[];

  private constructor(
    { database, paths }: { database: Database; paths: StorePaths },
    { ledger, isNoted }: { ledger: Hash; isNoted: boolean },
    held: { returns: StoredReturn[] | null; lastReturn: number; decisions: Decision[] },
  ) {
    this.#database = database;
    this.#paths = paths;
    this.#ledger = ledger;
    this.#agreement = isNoted ? 'noted' : 'to note';
    this.#returns = held.returns;
    this.#lastReturn = held.lastReturn;
    this.#decisions = held.decisions;
  }

  static async over(database: Database, bytes: Uint8Array, paths: StorePaths): Promise<KeptStore> {
    const ledger = createHash('sha256').update(bytes);
    const isNoted = await isAgreed(database, digestOf(ledger));
    const decisions = await database.decisions();
    const lastReturn = await database.lastReturn();
    const returns = isNoted ? null : await database.returns();
    if (returns) {
      const counts = await database.entryCounts();
      ledger.update(await agree(bytes, paths.ledger, { returns, decisions, counts }));
    }
    return new DuckDbStore({ database, paths }, { ledger, isNoted }, { returns, lastReturn, decisions });
  }

  async returns(which?: ReturnFilter): Promise<StoredReturn[]> {
    if (which && !this.#returns) return this.#database.returns(which);
    this.#returns ??= await this.#database.returns();
    return which ? returnsAmong(this.#returns, which) : [...this.#returns];
  }

  entries(filter: EntryFilter): Promise<StoredEntry[]> {
    return this.#database.entries(filter);
  }

  units(): Promise<string[]> {
    return this.#database.units();
  }

  periods(returns: readonly number[]): Promise<string[]> {
    return this.#database.periods(returns);
  }

  figures(period: string): Promise<FigureScan> {
    return this.#database.figures(period);
  }

  decisions(): Promise<Decision[]> {
    return Promise.resolve([...this.#decisions]);
  }

  original(file: KeptFile): Promise<Original | null> {
    return readOriginal(this.#paths.originals, file);
  }

  async take(
    one: Omit<StoredReturn, 'number' | 'files'>,
    entries: readonly Entry[],
    originals: readonly Original[],
  ): Promise<StoredReturn> {
    const number = this.#lastReturn + 1;
    const kept = await this.#add(async () => {
      const files = await this.#keep(originals);
      const whole = { ...one, number, files };
      await this.#database.addReturn(whole, entries);
      // A text out of a file is a piece of the file, and would keep all of it in memory.
      const kept = JSON.parse(JSON.stringify(whole)) as StoredReturn;
      return { kept, lines: [{ return: whole, entries: entries.length }] };
    });
    this.#returns?.push(kept);
    this.#lastReturn = number;
    return kept;
  }

  async takeTogether(
    _unit: string,
    made: (next: NextNumbers) => Additions,
    originals: readonly Original[],
  ): Promise<Additions> {
    const all = made({
      return: this.#lastReturn + 1,
      decision: (this.#decisions.at(-1)?.number ?? 0) + 1,
      step: 1,
    });
    await this.#add(async () => {
      await this.#keep(originals);
      await this.#database.addAll(all);
      const lines = [
        ...all.returns.map(({ one, entries }) => ({ return: one, entries: entries.length })),
        ...all.decisions.map((decision) => ({ decision })),
      ];
      return { kept: null, lines };
    });
    this.#returns?.push(...all.returns.map(({ one }) => one));
    this.#lastReturn = all.returns.at(-1)?.one.number ?? this.#lastReturn;
    this.#decisions.push(...all.decisions);
    return all;
  }

  async #keep(originals: readonly Original[]): Promise<KeptFile[]> {
    await makeFolder(this.#paths.originals);
    const kept: KeptFile[] = [];
    for (let from = 0; from < originals.length; from += FILES_AT_ONCE) {
      const some = originals.slice(from, from + FILES_AT_ONCE);
      kept.push(...(await Promise.all(some.map((one) => keepOriginal(this.#paths.originals, one)))));
    }
    return kept;
  }

  async decide(ones: readonly NewDecision[]): Promise<Decision[]> {
    const seen = this.#lastReturn;
    const last = this.#decisions.at(-1)?.number ?? 0;
    const kept = ones.map((one, at) => ({ ...one, seen, number: last + 1 + at }));
    await this.#add(async () => {
      await this.#database.addDecisions(kept);
      return { kept, lines: kept.map((decision) => ({ decision })) };
    });
    this.#decisions.push(...kept);
    return kept;
  }

  toParquet(folder: string, program: string): Promise<ParquetManifest> {
    return said(() => writeParquet(this.#database, folder, program), this.#paths);
  }

  /** Adds to the database, and then to the ledger: what fails in between is found out when the store is next opened. */
  async #add<Kept>(work: () => Promise<{ kept: Kept; lines: readonly LedgerLine[] }>): Promise<Kept> {
    const before = this.#agreement;
    this.#agreement = 'unknown';
    const added = await said(async () => {
      const { kept, lines } = await work();
      this.#ledger.update(await addToLedger(this.#paths.ledger, lines));
      return kept;
    }, this.#paths);
    this.#agreement = before === 'unknown' ? before : 'to note';
    return added;
  }

  async close(): Promise<void> {
    if (this.#agreement === 'to note')
      await noteAgreed(this.#database, digestOf(this.#ledger)).catch(() => undefined);
    // What is kept is kept, and what could not be brought to an end now is when the store is next asked.
    await this.#database.settle().catch(() => undefined);
    this.#database.close();
    await rm(this.#paths.holder, { force: true });
  }
}

/** Of what has been added so far. */
function digestOf(hash: Hash): string {
  return hash.copy().digest('hex');
}

function bothMissing({ folder }: StorePaths): CommandFailure {
  return new CommandFailure(
    `Trong ${folder} còn tệp gốc đã nhận mà thiếu cả kho (store.duckdb) và sổ cái (ledger.jsonl). Chưa làm gì; hãy chép hai tệp ấy về từ bản sao lưu, hoặc đổi tên thư mục rồi nhận lại các tệp trong originals (database and ledger are missing).`,
  );
}

async function opened(paths: StorePaths): Promise<Database> {
  await requireRegular(paths.database);
  const database = await said(() => Database.open(paths.database), paths);
  try {
    // Nobody else has it open now: whose this is was killed, and it may be as large as the store.
    await said(() => rm(paths.spill, { recursive: true, force: true }), paths);
  } catch (error) {
    database.close();
    throw error;
  }
  return database;
}
