import { readdir, rm, writeFile } from 'node:fs/promises';
import type { Entry } from '../../core/store/entry.ts';
import {
  returnName,
  type Decision,
  type KeptFile,
  type StoredEntry,
  type StoredReturn,
} from '../../core/store/model.ts';
import { CommandFailure } from '../failure.ts';
import { orMissing } from '../or-missing.ts';
import { requireRegular } from '../regular-file.ts';
import { makeFolder } from '../workbook/make-folder.ts';
import { isThere } from '../workbook/write-new.ts';
import { Database, STORE_VERSION } from './database.ts';
import type { FigureScan } from './figure-scan.ts';
import { clearHalfCopies, requireNotAside } from './half-copies.ts';
import { addToLedger, readLedger, type LedgerLine } from './ledger.ts';
import { copyBefore, migrate } from './migrate.ts';
import { keepOriginal, readOriginal } from './originals.ts';
import { writeParquet, type ParquetManifest } from './parquet.ts';
import { storePaths, type StorePaths } from './paths.ts';
import type { Additions, EntryFilter, NewDecision, NextNumbers, Original, Store } from './store.ts';
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
  const ledger = await readLedger(paths.ledger);
  if (!(await isThere(paths.database))) {
    if (ledger.length > 0) throw lacking(ledger.length);
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
  #returns: StoredReturn[];
  #decisions: Decision[];

  private constructor(database: Database, paths: StorePaths, returns: StoredReturn[], decisions: Decision[]) {
    this.#database = database;
    this.#paths = paths;
    this.#returns = returns;
    this.#decisions = decisions;
  }

  static async over(
    database: Database,
    ledger: readonly LedgerLine[],
    paths: StorePaths,
  ): Promise<KeptStore> {
    const [returns, decisions] = [await database.returns(), await database.decisions()];
    await agree(ledger, { returns, decisions, counts: await database.entryCounts() }, paths);
    return new DuckDbStore(database, paths, returns, decisions);
  }

  returns(): Promise<StoredReturn[]> {
    return Promise.resolve([...this.#returns]);
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
    const number = (this.#returns.at(-1)?.number ?? 0) + 1;
    const kept = await said(async () => {
      const files = await this.#keep(originals);
      const whole = { ...one, number, files };
      await this.#database.addReturn(whole, entries);
      await addToLedger(this.#paths.ledger, [{ return: whole, entries: entries.length }]);
      // A text out of a file is a piece of the file, and would keep all of it in memory.
      return JSON.parse(JSON.stringify(whole)) as StoredReturn;
    }, this.#paths);
    this.#returns.push(kept);
    return kept;
  }

  async takeTogether(
    _unit: string,
    made: (next: NextNumbers) => Additions,
    originals: readonly Original[],
  ): Promise<Additions> {
    const all = made({
      return: (this.#returns.at(-1)?.number ?? 0) + 1,
      decision: (this.#decisions.at(-1)?.number ?? 0) + 1,
      step: 1,
    });
    await said(async () => {
      await this.#keep(originals);
      await this.#database.addAll(all);
      await addToLedger(this.#paths.ledger, [
        ...all.returns.map(({ one, entries }) => ({ return: one, entries: entries.length })),
        ...all.decisions.map((decision) => ({ decision })),
      ]);
    }, this.#paths);
    this.#returns.push(...all.returns.map(({ one }) => one));
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
    const seen = this.#returns.at(-1)?.number ?? 0;
    const last = this.#decisions.at(-1)?.number ?? 0;
    const kept = ones.map((one, at) => ({ ...one, seen, number: last + 1 + at }));
    await said(async () => {
      await this.#database.addDecisions(kept);
      await addToLedger(
        this.#paths.ledger,
        kept.map((decision) => ({ decision })),
      );
    }, this.#paths);
    this.#decisions.push(...kept);
    return kept;
  }

  toParquet(folder: string, program: string): Promise<ParquetManifest> {
    return said(() => writeParquet(this.#database, folder, program), this.#paths);
  }

  async close(): Promise<void> {
    // What is kept is kept, and what could not be brought to an end now is when the store is next asked.
    await this.#database.settle().catch(() => undefined);
    this.#database.close();
    await rm(this.#paths.holder, { force: true });
  }
}

/**
 * Holds the ledger against the database. What the database has more was kept by a process that ended before it
 * could say so, and is added to the ledger; what it has less is lost, and is never passed over.
 */
async function agree(
  ledger: readonly LedgerLine[],
  {
    returns,
    decisions,
    counts,
  }: {
    returns: readonly StoredReturn[];
    decisions: readonly Decision[];
    counts: ReadonlyMap<number, number>;
  },
  { ledger: path }: StorePaths,
): Promise<void> {
  const ofReturns = new Map(returns.map((one) => [one.number, one]));
  const ofDecisions = new Set(decisions.map(({ number }) => number));
  const lost = ledger.filter((line) => {
    if ('decision' in line) return !ofDecisions.has(line.decision.number);
    const { number, sha256 } = line.return;
    return ofReturns.get(number)?.sha256 !== sha256 || (counts.get(number) ?? 0) !== line.entries;
  });
  if (lost.length > 0) throw lacking(lost.length, lost[0]);
  const saidReturns = new Set(ledger.flatMap((line) => ('return' in line ? [line.return.number] : [])));
  const saidDecisions = new Set(ledger.flatMap((line) => ('decision' in line ? [line.decision.number] : [])));
  await addToLedger(path, [
    ...returns
      .filter(({ number }) => !saidReturns.has(number))
      .map((one) => ({ return: one, entries: counts.get(one.number) ?? 0 })),
    ...decisions.filter(({ number }) => !saidDecisions.has(number)).map((decision) => ({ decision })),
  ]);
}

function lacking(count: number, first?: LedgerLine): CommandFailure {
  const named = first && 'return' in first ? `, trước hết ${returnName(first.return.number)}` : '';
  return new CommandFailure(
    `Kho thiếu ${count} mục đã ghi trong sổ cái${named}. Chưa đọc gì từ kho; hãy chạy "chitieu store rebuild" để dựng lại từ các tệp gốc (the store lacks what its ledger says).`,
  );
}

function bothMissing({ folder }: StorePaths): CommandFailure {
  return new CommandFailure(
    `Trong ${folder} còn tệp gốc đã nhận mà thiếu cả kho (store.duckdb) và sổ cái (ledger.jsonl). Chưa làm gì; hãy chép hai tệp ấy về từ bản sao lưu, hoặc đổi tên thư mục rồi nhận lại các tệp trong originals (database and ledger are missing).`,
  );
}

async function opened(paths: StorePaths): Promise<Database> {
  await requireRegular(paths.database);
  return said(() => Database.open(paths.database), paths);
}
