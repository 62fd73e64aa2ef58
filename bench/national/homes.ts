import { join } from 'node:path';
import { openStore } from '../../generator/store/home.ts';
import type { StoreAddress } from '../../generator/store/postgres/address.ts';
import { setUpStore } from '../../generator/store/postgres/setup.ts';
import { openPostgres } from '../../generator/store/postgres/store.ts';
import type { Store } from '../../generator/store/store.ts';
import { returnOf } from '../made-up.ts';
import { PROVINCES, ROUND, type Country } from './country.ts';
import { serverTime } from './server-time.ts';

/** Where a store is kept. */
export interface Home {
  name: string;
  /** @param isAsked nothing is added */
  open: (isAsked: boolean) => Promise<Store>;
  /** Milliseconds of processor time its servers have taken. */
  servers: () => number;
}

/** A store in a file below a folder. */
export function fileOfDuckDb(folder: string): Home {
  const open = () => openStore(join(folder, 'store'), '2026-01-20');
  return { name: 'a file of DuckDB', open, servers: () => 0 };
}

/** A store in an empty database. */
export async function server(address: StoreAddress): Promise<Home> {
  return setUp(address, [], 'a server of PostgreSQL');
}

/** A store whose provinces are in turn on the servers behind a coordinator. */
export async function coordinator(address: StoreAddress, shards: readonly StoreAddress[]): Promise<Home> {
  return setUp(address, shards, `${shards.length} servers of PostgreSQL behind one`);
}

async function setUp(address: StoreAddress, shards: readonly StoreAddress[], name: string): Promise<Home> {
  await setUpStore(address, {
    provinces: PROVINCES.map((province) => ({ province, name: province })),
    shards: shards.map((shard, at) => ({
      address: shard,
      provinces: PROVINCES.filter((_, of) => of % shards.length === at),
      ca: null,
    })),
  });
  const servers = await serverTime([address, ...shards]);
  return { name, open: (isAsked) => openPostgres(address, { province: null, isAsked }), servers };
}

/**
 * Takes a return of every commune, a transaction each, as an import does.
 * @param name how their hashes begin: of the same hash one is taken only
 */
export async function fill(store: Store, { communes }: Country, name = 'bench'): Promise<void> {
  for (const [at, { id, plan, entries }] of communes.entries()) {
    const one = { ...returnOf(at, ROUND), unit: id, reporter: id, plans: [plan], sha256: `${name}-${at}` };
    await store.take(one, entries(), [{ name: `${id}.csv`, bytes: Buffer.from(id) }]);
  }
}
