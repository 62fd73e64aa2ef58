import { randomUUID } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { onTestFinished } from 'vitest';
import { openStore } from '../../../generator/store/home.ts';
import type { StoreAddress } from '../../../generator/store/postgres/address.ts';
import { setUpStore } from '../../../generator/store/postgres/setup.ts';
import { openPostgres } from '../../../generator/store/postgres/store.ts';
import type { Store } from '../../../generator/store/store.ts';
import { postgresServers, SUPERUSER, type PostgresServer } from '../../engines/postgres.ts';

/** Provinces with a part in the stores of tests, each on another server where there are several. */
export const PROVINCES = [
  { province: 'VN12', name: 'Tỉnh Lai Châu' },
  { province: 'VN51', name: 'Tỉnh Quảng Ngãi' },
  { province: 'VN34', name: 'Tỉnh Thái Bình' },
];

/** Where a store is kept: an empty one is made, and opened as often as it is asked for. */
export interface Home {
  name: string;
  empty: () => Promise<() => Promise<Store>>;
}

const duckdb: Home = {
  name: 'a file of DuckDB',
  empty: async () => {
    const folder = await mkdtemp(join(tmpdir(), 'chitieu-store-'));
    onTestFinished(() => rm(folder, { recursive: true, force: true }));
    return () => openStore(folder, '2024-01-31T08:00:00+07:00');
  },
};

const postgres: Home = {
  name: 'a server of PostgreSQL',
  empty: async () => {
    const address = await oneServer();
    return () => openPostgres(address, { province: null, isAsked: false });
  },
};

const distributed: Home = {
  name: 'a coordinator with three servers of PostgreSQL',
  empty: async () => {
    const address = await coordinator();
    return () => openPostgres(address, { province: null, isAsked: false });
  },
};

/** All homes a store can have. */
export const homes: readonly Home[] = [duckdb, postgres, distributed];

/** An empty store on one server. */
export async function oneServer(provinces = PROVINCES): Promise<StoreAddress> {
  const [server] = await postgresServers();
  const address = await database(server);
  await setUpStore(address, { provinces, shards: [] });
  return address;
}

/** An empty store on a coordinator, the provinces in turn on three servers behind it. */
export async function coordinator(
  provinces = PROVINCES,
  servers?: readonly (PostgresServer | undefined)[],
): Promise<StoreAddress> {
  const [first, ...behind] = servers ?? (await postgresServers()).slice(1);
  const address = await database(first);
  const shards = [];
  for (const [at, server] of behind.entries())
    shards.push({
      address: await database(server),
      provinces: provinces.filter((_, of) => of % behind.length === at).map(({ province }) => province),
      ca: null,
    });
  await setUpStore(address, { provinces, shards });
  return address;
}

/** A database of its own. */
export async function database(server: PostgresServer | undefined): Promise<StoreAddress> {
  if (!server) throw new Error('There is no such server.');
  const name = `kho_${randomUUID().replaceAll('-', '')}`;
  const base = { host: '127.0.0.1', port: server.port, user: SUPERUSER };
  await asked({ ...base, database: 'postgres', ca: null }, `CREATE DATABASE ${name}`);
  return { ...base, database: name, ca: null };
}

/** What a server says to a statement. */
export async function asked(
  { host, port, database: name, user, ca }: StoreAddress,
  sql: string,
): Promise<Record<string, unknown>[]> {
  const ssl = ca === null ? false : { ca: await readFile(ca, 'utf8') };
  const client = new pg.Client({ host, port, database: name, ssl, ...(user === null ? {} : { user }) });
  await client.connect();
  try {
    const { rows } = await client.query<Record<string, unknown>>(sql);
    return rows;
  } finally {
    await client.end();
  }
}
