import type { Pool } from 'pg';
import { CommandFailure } from '../../failure.ts';
import { addressText, storeAddress, type StoreAddress } from './address.ts';
import { COUNTRY, provinceOf, type Province } from './province.ts';
import { poolOf } from './session.ts';
import { isUnreached, storeTrouble } from './trouble.ts';

/** Where a province's part is. */
interface Place {
  name: string;
  /** As it stands in the table of provinces; null: on the server that was asked. */
  address: string | null;
  /** What the coordinator calls that server. */
  server: string | null;
}

/** The server of a store, and those on which it keeps provinces. */
export class Servers {
  readonly address: StoreAddress;
  readonly home: Pool;
  readonly #places = new Map<Province, Place>();
  readonly #pools = new Map<string, Pool>();

  private constructor(address: StoreAddress, home: Pool) {
    this.address = address;
    this.home = home;
  }

  static async at(address: StoreAddress): Promise<Servers> {
    return new Servers(address, await poolOf(address));
  }

  /** Reads where the provinces are. */
  async learn(): Promise<void> {
    const { rows } = await this.home.query<Place & { province: string }>(
      'SELECT province, name, address, server FROM provinces',
    );
    for (const { province, ...place } of rows) this.#places.set(province, place);
  }

  /** All provinces that have a part. */
  get provinces(): Province[] {
    return [...this.#places.keys()].sort();
  }

  /** What a province is called, with its code. */
  nameOf(unit: string | null): string {
    const province = provinceOf(unit ?? COUNTRY);
    return `${this.#places.get(province)?.name ?? ''} (${province})`.trim();
  }

  /** What tells the server of a province from the others. */
  serverOf(province: Province): string | null {
    return this.#places.get(province)?.address ?? null;
  }

  /** Address of the server that keeps a province; null where this one does. */
  addressOf(province: Province): StoreAddress | null {
    const address = this.serverOf(province);
    return address === null ? null : this.#withOwn(address);
  }

  /** Connections to the server that keeps a province. */
  async poolFor(province: Province): Promise<Pool> {
    const address = this.serverOf(province);
    return address === null ? this.home : this.#poolAt(address);
  }

  /** Does something with the servers; what goes wrong is said in words for people. */
  async said<Result>(work: () => Promise<Result>): Promise<Result> {
    try {
      return await work();
    } catch (error) {
      const unlinked = this.#unlinked(error);
      const missing = unlinked ?? (isUnreached(error) ? await this.#missing() : []);
      if (missing.length === 0) throw storeTrouble(error, this.address);
      throw new CommandFailure(
        `Thiếu phần kho của ${missing.join('; ')}. Không tính trên phần còn lại và không ghi gì thêm; hãy báo người quản trị, rồi chạy lại khi máy chủ ấy trả lời (a part of the store is missing).`,
      );
    }
  }

  async close(): Promise<void> {
    await Promise.all([this.home, ...this.#pools.values()].map((pool) => pool.end()));
  }

  async #poolAt(address: string): Promise<Pool> {
    const pool = this.#pools.get(address) ?? (await poolOf(this.#withOwn(address)));
    this.#pools.set(address, pool);
    return pool;
  }

  /** An address of the table of provinces with the account and the authority that serve here. */
  #withOwn(address: string): StoreAddress {
    const { ca, user } = this.address;
    return { ...storeAddress(address, ca), user };
  }

  /** Which provinces' server the coordinator could not come to, and why; null where something else went wrong. */
  #unlinked(error: unknown): string[] | null {
    const server =
      error instanceof Error ? /could not connect to server "([^"]+)"/u.exec(error.message)?.[1] : undefined;
    const [place] = [...this.#places.values()].filter((one) => server !== undefined && one.server === server);
    if (!place?.address) return null;
    const detail = error instanceof Error && 'detail' in error ? String(error.detail) : '';
    const why = /authentication|password|certificate|SSL/iu.test(detail)
      ? `máy điều phối không vào được máy chủ ${addressText(storeAddress(place.address, null))}: ${detail.trim()}. Người quản trị xem mật khẩu của chitieu_link trong ~/.pgpass của máy điều phối, và chứng chỉ ở --shard-ca`
      : null;
    return [this.#namesAt(place.address, why)];
  }

  /** Which provinces' servers do not answer. */
  async #missing(): Promise<string[]> {
    const addresses = [...new Set([...this.#places.values()].flatMap((one) => one.address ?? []))];
    const silent = await Promise.all(
      addresses.map(async (address) => {
        const pool = await this.#poolAt(address);
        return pool.query('SELECT').then(
          () => [],
          // One that lets this account not in is there.
          (error: unknown) => (isUnreached(error) ? [address] : []),
        );
      }),
    );
    return silent.flat().map((address) => this.#namesAt(address, null));
  }

  /** The provinces of a server by name, and what is the matter with it. */
  #namesAt(address: string, why: string | null): string {
    const names = [...this.#places]
      .filter(([, place]) => place.address === address)
      .map(([province, { name }]) => `${name} (${province})`);
    return `${names.join(', ')}: ${why ?? `máy chủ ${addressText(storeAddress(address, null))} không trả lời`}`;
  }
}
