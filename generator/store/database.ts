import { createRequire } from 'node:module';
import type * as DuckDb from '@duckdb/node-api';
import type DuckDbBindings from '@duckdb/node-bindings';
import type { DuckDBConnection, DuckDBInstance, DuckDBPreparedStatement } from '@duckdb/node-api';
import type { Entry } from '../../core/store/entry.ts';
import type { Decision, StoredEntry, StoredReturn } from '../../core/store/model.ts';
import { SCALE, tenThousandths } from './decimal.ts';
import { columnChunks } from './column-chunks.ts';
import { askDuckDb } from './duckdb-many.ts';
import { entriesQuery, entryOfRow, periodsQuery, TEXTS, unitsQuery } from './entry-query.ts';
import { FIGURES_OF, indexFigures } from './figure-index.ts';
import type { FigureScan } from './figure-scan.ts';
import { scanFigures } from './read-figures.ts';
import { returnsWhere, type ReturnFilter } from './returns-among.ts';
import { TABLES } from './tables.ts';
import type { Additions, EntryFilter } from './store.ts';

const required = createRequire(import.meta.url);

/**
 * Loaded when a store is opened, not with the program: it takes as long as everything else together. By require, as it
 * is CommonJS of sixty files, and import reads each of them twice to find out what it exports.
 */
const duckDb = () => required('@duckdb/node-api') as typeof DuckDb;
const bindings = () => required('@duckdb/node-bindings') as typeof DuckDbBindings;

/**
 * Returns after which the log is worked into the tables. Each is on the disk before that, in the log; to work it in
 * rewrites the last part of every table, which takes ten times as long as writing a return.
 */
const RETURNS_PER_CHECKPOINT = 64;
/** Twice what was enough for three million entries. */
const CHECKPOINT_ROOM = '64MB';
/** Returns after which memory is given back in between. */
const RETURNS_PER_GIVING_BACK = 16;

/**
 * The database of a store. DuckDB lets one process in; in it there must be one instance for a file, as of two the
 * one that is closed first loses what it has written.
 */
export class Database {
  readonly #instance: DuckDBInstance;
  readonly #connection: DuckDBConnection;
  readonly #prepared = new Map<string, DuckDBPreparedStatement>();
  #sinceCheckpoint = 0;
  #hasIndex = false;

  private constructor(instance: DuckDBInstance, connection: DuckDBConnection) {
    this.#instance = instance;
    this.#connection = connection;
  }

  /** Opens the file, or makes it. @throws Error in DuckDB's words where it is locked or damaged */
  static async open(path: string): Promise<Database> {
    const { DuckDBInstance } = duckDb();
    const instance = await DuckDBInstance.fromCache(path, {
      autoinstall_known_extensions: 'false',
      autoload_known_extensions: 'false',
      // A return is small: to hand out pieces of it takes more than half as much processor time again.
      threads: '1',
    });
    const connection = await instance.connect();
    const database = new Database(instance, connection);
    const { rows } = await database.read(
      `SELECT table_name FROM information_schema.tables WHERE table_name IN ('about', '${FIGURES_OF}')`,
    );
    database.#hasIndex = rows.flat().includes(FIGURES_OF);
    if (!rows.flat().includes('about')) await database.together(TABLES.map((sql) => () => database.run(sql)));
    return database;
  }

  /** Version of its tables. */
  async version(): Promise<number> {
    const { rows } = await this.read('SELECT version FROM about');
    return Number(rows[0]?.[0]);
  }

  returns(which?: ReturnFilter): Promise<StoredReturn[]> {
    return this.#listed('returns', which && returnsWhere(which));
  }

  /** The highest number of a return; 0 where there is none. */
  async lastReturn(): Promise<number> {
    const { rows } = await this.read('SELECT coalesce(max(number), 0) FROM returns');
    return Number(rows[0]?.[0]);
  }

  decisions(): Promise<Decision[]> {
    return this.#listed('decisions');
  }

  /** What a table says, as one text: a text for each of its rows takes several times as long. */
  async #listed<Said extends { number: number }>(
    table: 'returns' | 'decisions',
    where = 'true',
  ): Promise<Said[]> {
    const { rows } = await this.read(
      `SELECT '[' || coalesce(string_agg(said, ','), '') || ']' FROM ${table} WHERE ${where}`,
    );
    // Put in order here: in SQL it takes as long as the rest.
    return (JSON.parse(String(rows[0]?.[0])) as Said[]).sort((a, b) => a.number - b.number);
  }

  /** How many entries each return has. */
  async entryCounts(): Promise<Map<number, number>> {
    const { rows } = await this.read('SELECT return, count(*)::INTEGER FROM entries GROUP BY return');
    return new Map(rows.map(([of, count]) => [Number(of), Number(count)]));
  }

  async entries(filter: EntryFilter): Promise<StoredEntry[]> {
    const { sql, values } = entriesQuery(filter, { hash: (texts) => `hash(${texts.join(', ')})` });
    const { rows } = await this.read(sql, values);
    return rows.map(entryOfRow);
  }

  /** Ids of the units that entries are about. */
  async units(): Promise<string[]> {
    const { rows } = await this.read(unitsQuery());
    return rows.map(([unit]) => String(unit)).sort();
  }

  /** Periods that entries of these returns are about. */
  async periods(returns: readonly number[]): Promise<string[]> {
    const { rows } = await this.read(periodsQuery(returns));
    return rows.map(([period]) => String(period));
  }

  /** The figures of a period as columns. */
  async figures(period: string): Promise<FigureScan> {
    await this.#indexFigures();
    const chunksOf = async (sql: string) => {
      const result = await this.#connection.run(sql);
      // They are there: to wait for each of hundreds takes as long as the query.
      const pieces = Array.from({ length: result.chunkCount }, (_, at) => result.getChunk(at));
      return columnChunks(pieces, bindings());
    };
    return scanFigures(askDuckDb(chunksOf), period);
  }

  /** Writes a return with its entries in one transaction, and onto the disk. */
  async addReturn(one: StoredReturn, entries: readonly Entry[]): Promise<void> {
    await this.addAll({ returns: [{ one, entries }], decisions: [] });
  }

  /** Writes decisions in one transaction, and onto the disk. */
  async addDecisions(ones: readonly Decision[]): Promise<void> {
    await this.addAll({ returns: [], decisions: ones });
  }

  /** Writes returns with their entries and decisions in one transaction, and onto the disk. */
  async addAll({ returns, decisions }: Additions): Promise<void> {
    await this.together([
      ...returns.flatMap(({ one, entries }) => [
        () => this.#addReturn(one),
        () => this.#append(one.number, entries),
      ]),
      ...decisions.map(
        (one) => () => this.run('INSERT INTO decisions VALUES ($1, $2)', [one.number, JSON.stringify(one)]),
      ),
    ]);
    this.#sinceCheckpoint += Math.max(1, returns.length);
    if (this.#sinceCheckpoint >= RETURNS_PER_CHECKPOINT) await this.checkpoint();
    else if (this.#sinceCheckpoint % RETURNS_PER_GIVING_BACK === 0) await this.#limitTo(await this.#limit());
  }

  /**
   * Works the log into the tables, so that the file alone holds everything. Every hundred thousand entries DuckDB reads
   * and packs all of them anew, and would hold more of them each time: for so long it gets little room. That a limit is
   * set, to the old one too, also gives back to the system what the C library keeps for each thread that has asked.
   */
  async checkpoint(): Promise<void> {
    await this.#indexFigures();
    const before = await this.#limit();
    // Where it holds more than it may, it goes on with the room it has.
    await this.#limitTo(CHECKPOINT_ROOM).catch(() => undefined);
    try {
      await this.run('CHECKPOINT');
    } finally {
      await this.#limitTo(before).catch(() => undefined);
    }
    this.#sinceCheckpoint = 0;
  }

  /** As `SET` takes it. */
  async #limit(): Promise<string> {
    const { rows } = await this.read("SELECT replace(current_setting('memory_limit'), ' ', '')");
    return String(rows[0]?.[0]);
  }

  async #indexFigures(): Promise<void> {
    await indexFigures(this, this.#hasIndex);
    this.#hasIndex = true;
  }

  async #limitTo(memory: string): Promise<void> {
    await this.run(`SET memory_limit = '${memory}'`);
  }

  async #addReturn(one: StoredReturn): Promise<void> {
    const { number, unit, reporter, round, state, received } = one;
    const statement = await this.#prepare('INSERT INTO returns VALUES ($1, $2, $3, $4, $5, $6, $7)', [
      number,
      unit,
      reporter,
      round,
      state,
      received,
      JSON.stringify(one),
    ]);
    await statement.run();
  }

  /** Brings to an end what was left for later since the last checkpoint. */
  async settle(): Promise<void> {
    if (this.#sinceCheckpoint > 0) await this.checkpoint();
  }

  /** Closes the file; DuckDB works the log in where it can, and reads it again where it could not. */
  close(): void {
    for (const statement of this.#prepared.values()) statement.destroySync();
    this.#connection.closeSync();
    this.#instance.closeSync();
  }

  async #append(number: number, entries: readonly Entry[]): Promise<void> {
    if (entries.length === 0) return;
    const { DuckDBDecimalValue } = duckDb();
    const appender = await this.#connection.createAppender('entries');
    for (const [row, entry] of entries.entries()) {
      appender.appendInteger(number);
      appender.appendInteger(row);
      for (const name of TEXTS) {
        const cell = entry[name];
        if (cell === null) appender.appendNull();
        else appender.appendVarchar(cell);
      }
      const value = entry.value === null ? null : tenThousandths(entry.value);
      if (value === null) appender.appendNull();
      else appender.appendDecimal(new DuckDBDecimalValue(value, 18, SCALE));
      appender.endRow();
    }
    appender.closeSync();
    const counting = await this.#prepare('SELECT count(*)::INTEGER FROM entries WHERE return = $1', [number]);
    const [count] = (await counting.runAndReadAll()).getRows()[0] ?? [];
    if (count !== entries.length)
      throw new Error(`${String(count)} of ${entries.length} entries were written.`);
  }

  /** Runs steps in one transaction, all of them or none. */
  async together(steps: readonly (() => Promise<unknown>)[]): Promise<void> {
    await this.run('BEGIN');
    try {
      for (const step of steps) await step();
      await this.run('COMMIT');
    } catch (error) {
      await this.run('ROLLBACK').catch(() => undefined);
      throw error;
    }
  }

  /** A statement that comes again and again, planned once. */
  async #prepare(sql: string, values: readonly (string | number)[]): Promise<DuckDBPreparedStatement> {
    const statement = this.#prepared.get(sql) ?? (await this.#connection.prepare(sql));
    this.#prepared.set(sql, statement);
    for (const [at, value] of values.entries())
      if (typeof value === 'number') statement.bindInteger(at + 1, value);
      else statement.bindVarchar(at + 1, value);
    return statement;
  }

  async run(sql: string, values?: (string | number | null)[]): Promise<void> {
    await this.#connection.run(sql, values);
  }

  async read(
    sql: string,
    values?: (string | number)[] | Record<string, string | number>,
  ): Promise<{ rows: (string | number | null)[][] }> {
    const reader = await this.#connection.runAndReadAll(sql, values);
    return { rows: reader.getRows() as (string | number | null)[][] };
  }
}
