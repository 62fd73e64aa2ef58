import { CommandFailure } from '../../failure.ts';
import type { Pool, PoolClient } from 'pg';
import type { Entry } from '../../../core/store/entry.ts';
import type { Decision, KeptFile, StoredEntry, StoredReturn } from '../../../core/store/model.ts';
import { entriesQuery, entryOfRow, periodsQuery, unitsQuery } from '../entry-query.ts';
import { sha256Of } from '../originals.ts';
import { scanOf, type FigureScan } from '../figure-scan.ts';
import { scanFigures } from '../read-figures.ts';
import { returnsAmong, returnsWhere, type ReturnFilter } from '../returns-among.ts';
import type { Additions, EntryFilter, NewDecision, NextNumbers, Original, Store } from '../store.ts';
import type { StoreAddress } from './address.ts';
import { addDecisions } from './add-decisions.ts';
import { addTogether } from './add-together.ts';
import { askByCopy } from './copy-out.ts';
import { requireMigrated } from './migrations.ts';
import { COUNTRY, provinceOf, provinceOfNumber, type Province } from './province.ts';
import { Servers } from './servers.ts';
import { Told } from './told.ts';

/** How a store on a server is opened. */
export interface PostgresUse {
  /** The province whose workspace it is: all it adds is the province's. Null for the whole country. */
  province: string | null;
  /** Whether it is only asked: then all answers are of one moment. */
  isAsked: boolean;
}

/** A store on a server. */
export interface ServerStore extends Store {
  /** Provinces that have closed rounds here themselves: of the country's store these are no decisions. */
  closedThemselves(): Province[];
}

/** One number for several texts, the seed of each that of the one after it. */
function hashOf(texts: readonly string[]): string {
  return texts.reduceRight((seed, text) => `hashtextextended(${text}, ${seed})`, '0');
}

/** Opens a store on a server. @throws CommandFailure when it cannot be reached, is not set up or of another version */
export async function openPostgres(address: StoreAddress, use: PostgresUse): Promise<ServerStore> {
  const servers = await Servers.at(address);
  let far: StoreAddress | null = null;
  try {
    far = await servers.said(() => placeOf(servers, use));
    if (far === null) return await servers.said(() => PostgresStore.over(servers, use));
  } catch (error) {
    await servers.close();
    throw error;
  }
  await servers.close();
  try {
    return await openPostgres(far, use);
  } catch (error) {
    if (!(error instanceof CommandFailure)) throw error;
    throw new CommandFailure(`Phần kho của ${servers.nameOf(use.province)}: ${error.message}`);
  }
}

/** The server that keeps the province's part, where it is another: the province needs none of the others. */
async function placeOf(servers: Servers, { province }: PostgresUse): Promise<StoreAddress | null> {
  await requireMigrated(servers.home);
  await servers.learn();
  return province === null ? null : servers.addressOf(provinceOf(province));
}

/** The store on one server, or on a coordinator with others behind it. Many have it open at once. */
class PostgresStore implements ServerStore {
  readonly #servers: Servers;
  readonly #own: Province | null;
  /** The transaction in which everything is asked, where nothing is added. */
  readonly #moment: PoolClient | null;
  /** Ends when the last question that was asked is answered. */
  #turn: Promise<unknown> = Promise.resolve();
  readonly #returns = new Told<StoredReturn>();
  readonly #decisions = new Told<Decision>();

  private constructor(servers: Servers, own: Province | null, moment: PoolClient | null) {
    this.#servers = servers;
    this.#own = own;
    this.#moment = moment;
  }

  static async over(servers: Servers, { province, isAsked }: PostgresUse): Promise<ServerStore> {
    const moment = isAsked ? await servers.home.connect() : null;
    try {
      await moment?.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
      // Of tables that were just filled the server knows no counts, and would go through all rows for each of some.
      await moment?.query('SET LOCAL enable_nestloop = off');
      const store = new PostgresStore(servers, province === null ? null : provinceOf(province), moment);
      if (!isAsked) await store.#hearReturns();
      await store.#hearDecisions();
      return store;
    } catch (error) {
      moment?.release(true);
      throw error;
    }
  }

  async returns(which?: ReturnFilter): Promise<StoredReturn[]> {
    const isHeard = this.#moment !== null && this.#returns.highest > 0;
    if (which && this.#moment && !isHeard) return this.#someReturns(which);
    if (!isHeard) await this.#hearReturns();
    return which ? returnsAmong(this.#returns.all, which) : this.#returns.all;
  }

  /** Asks for some returns alone: of a store of many years all of them take longer than a round. */
  async #someReturns(which: ReturnFilter): Promise<StoredReturn[]> {
    const from = this.#own === null ? 'returns' : `(SELECT * FROM returns ${this.#ownOnly})`;
    const where = returnsWhere(which, from);
    const rows = await this.#rows<[string]>(
      `SELECT said FROM ${from} AS one WHERE ${where} ORDER BY number`,
      [],
    );
    return rows.map(([said]) => JSON.parse(said) as StoredReturn);
  }

  async decisions(): Promise<Decision[]> {
    if (!this.#moment) await this.#servers.said(() => this.#hearDecisions());
    // That a province has closed its round closes nobody else's.
    return this.#decisions.all.filter((one) => !this.#isOfAnother(one));
  }

  closedThemselves(): Province[] {
    const others = this.#decisions.all.filter((one) => this.#isOfAnother(one));
    return [...new Set(others.map(({ number }) => provinceOfNumber(number)))].sort();
  }

  #isOfAnother({ number, closing, sent }: Decision): boolean {
    const isSaidHere = closing !== undefined && sent === undefined;
    return isSaidHere && provinceOfNumber(number) !== (this.#own ?? COUNTRY);
  }

  async figures(period: string): Promise<FigureScan> {
    // Several questions, whose answers have to be of one moment.
    if (!this.#moment) return scanOf(await this.entries({ period }));
    const ask = askByCopy(this.#moment, (work) => this.#inTurn(work));
    return scanFigures(ask, period, this.#part);
  }

  async entries(filter: EntryFilter): Promise<StoredEntry[]> {
    const { sql, values } = entriesQuery(filter, { entries: this.#part, hash: hashOf });
    return (await this.#rows(sql, values)).map(entryOfRow);
  }

  async units(): Promise<string[]> {
    const rows = await this.#rows<[string]>(unitsQuery(this.#part), []);
    return rows.map(([unit]) => unit).sort();
  }

  async periods(returns: readonly number[]): Promise<string[]> {
    const sql = periodsQuery(returns, { entries: this.#part, place: 'province' });
    return [...new Set((await this.#rows<[string]>(sql, [])).map(([period]) => period))];
  }

  async original({ name, sha256 }: KeptFile): Promise<Original | null> {
    const sql = 'SELECT bytes FROM originals WHERE sha256 = $1 LIMIT 1';
    const [row] = await this.#rows<[Buffer]>(sql, [sha256]);
    const bytes = row && new Uint8Array(row[0]);
    return bytes && sha256Of(bytes) === sha256 ? { name, bytes } : null;
  }

  async take(
    one: Omit<StoredReturn, 'number' | 'files'>,
    entries: readonly Entry[],
    originals: readonly Original[],
  ): Promise<StoredReturn> {
    const files = originals.map(({ name, bytes }) => ({ name, sha256: sha256Of(bytes) }));
    const made = ({ return: number }: NextNumbers): Additions => ({
      returns: [{ one: { ...one, number, files }, entries }],
      decisions: [],
    });
    const { returns } = await this.takeTogether(one.unit, made, originals);
    const [kept] = returns;
    if (!kept) throw new Error('The store kept no return.');
    return kept.one;
  }

  async takeTogether(
    unit: string,
    made: (next: NextNumbers) => Additions,
    originals: readonly Original[],
  ): Promise<Additions> {
    const province = this.#own ?? provinceOf(unit);
    const before = { province, returns: this.#returns, decisions: this.#decisions };
    const kept = await this.#servers.said(async () =>
      addTogether(await this.#servers.poolFor(province), before, { made, originals }),
    );
    this.#returns.add(kept.returns.map(({ one }) => one));
    this.#decisions.add(kept.decisions);
    return kept;
  }

  async decide(ones: readonly NewDecision[]): Promise<Decision[]> {
    const kept = await this.#servers.said(() =>
      addDecisions(
        this.#servers,
        { own: this.#own ?? COUNTRY, returns: this.#returns, decisions: this.#decisions },
        ones,
      ),
    );
    this.#decisions.add(kept);
    return kept;
  }

  async close(): Promise<void> {
    this.#moment?.release(true);
    await this.#servers.close();
  }

  /** Whoever may read more asks in a province's workspace for its own only. */
  get #ownOnly(): string {
    return this.#own === null ? '' : `WHERE province = '${this.#own}'`;
  }

  /** Where entries are asked for. */
  get #part(): string {
    return this.#own === null ? 'entries' : `(SELECT * FROM entries ${this.#ownOnly})`;
  }

  #hearReturns(): Promise<void> {
    return this.#hear('returns', 'last_return', this.#returns);
  }

  #hearDecisions(): Promise<void> {
    return this.#hear('decisions', 'last_decision', this.#decisions);
  }

  /** Hears of what was added since; in a province in the order of numbers, as its head is locked while one is given. */
  async #hear<One extends StoredReturn | Decision>(
    table: string,
    last: string,
    told: Told<One>,
  ): Promise<void> {
    const heads = await this.#rows<[Province, number]>(
      `SELECT province, ${last} FROM heads ${this.#ownOnly}`,
      [],
    );
    const moved = heads.filter(([province, number]) => number > told.lastOf(province));
    if (moved.length === 0) return;
    const isFirst = told.highest === 0;
    const news = isFirst
      ? [await this.#rows<[string]>(`SELECT said FROM ${table} ${this.#ownOnly} ORDER BY number`, [])]
      : await Promise.all(
          moved.map(([province]) =>
            this.#rows<[string]>(
              `SELECT said FROM ${table} WHERE province = $1 AND number > $2 ORDER BY number`,
              [province, told.lastOf(province)],
            ),
          ),
        );
    told.add(news.flat().map(([said]) => JSON.parse(said) as One));
  }

  async #rows<Row extends unknown[] = (string | number | null)[]>(
    text: string,
    values: (string | number)[],
  ): Promise<Row[]> {
    const asked: Pool | PoolClient = this.#moment ?? this.#servers.home;
    const { rows } = await this.#inTurn(() => asked.query<Row>({ text, values, rowMode: 'array' }));
    return rows;
  }

  /** One connection answers one question at a time. */
  #inTurn<Answer>(work: () => Promise<Answer>): Promise<Answer> {
    if (!this.#moment) return this.#servers.said(work);
    const answer = this.#turn.then(() => this.#servers.said(work));
    this.#turn = answer.catch(() => undefined);
    return answer;
  }
}
