import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { Entry } from '../core/store/entry.ts';
import { textTable } from '../generator/commands/text-table.ts';
import { Database } from '../generator/store/database.ts';
import { openStore } from '../generator/store/home.ts';
import { storeAddress, type StoreAddress } from '../generator/store/postgres/address.ts';
import { setUpStore } from '../generator/store/postgres/setup.ts';
import { openPostgres } from '../generator/store/postgres/store.ts';
import type { Store } from '../generator/store/store.ts';
import { BLANK, returnOf } from './made-up.ts';
import { measured, type Cost } from './measure.ts';

const PROVINCES = 34;
const INDICATORS = 75;
const STRATA = 4;
const ROUND = '2025';
/** All communes of the country. */
const COMMUNES = 3321;

/** The same sums in every home: keys, counts and sums, as text. */
const TOTALS = `SELECT indicator, stratum, CAST(count(*) AS VARCHAR), CAST(sum(value) AS VARCHAR)
  FROM entries WHERE period = '${ROUND}' GROUP BY indicator, stratum`;

/**
 * What it takes to load the made-up returns of every commune, a transaction each, into a file of DuckDB and into stores
 * on servers, and to add them up there; the totals have to be the same text.
 * @param addresses empty databases: one for a single server; several for a coordinator and those behind it
 */
async function main(communes: number, addresses: readonly string[]): Promise<void> {
  const found: { name: string; load: Cost; ask: Cost; sum: Cost; totals: string }[] = [];
  const folder = await mkdtemp(join(tmpdir(), 'chitieu-bench-'));
  const file = { name: 'a file of DuckDB', ...costs() };
  const store = await openStore(folder, '2026-01-20');
  await measured(file.load, () => fill(store, communes));
  const rows = await measured(file.ask, () => store.entries({ period: ROUND }));
  await store.close();
  const database = await Database.open(join(folder, 'store.duckdb'));
  const totals = await measured(file.sum, async () => textOf((await database.read(TOTALS)).rows));
  database.close();
  await rm(folder, { recursive: true });
  found.push({ ...file, totals });
  const [address, ...shards] = addresses.map((text) => storeAddress(text, null));
  if (address) found.push(await onServer(address, shards, communes, rows.length));
  const row = ({ name, load, ask, sum }: (typeof found)[number]) =>
    [name, load.wall, ask.wall, sum.wall].map((cell) => (typeof cell === 'number' ? cell.toFixed(0) : cell));
  const [first, second] = found;
  const same = found.every((one) => one.totals === first?.totals);
  process.stdout.write(
    [
      `${communes} communes, ${rows.length} rows; Node ${process.version}\n`,
      textTable(['Home', 'Load ms', 'Every row asked for ms', 'Totals alone ms'], found.map(row)),
      ...(first && second
        ? [
            `load: ${(second.load.wall / first.load.wall).toFixed(2)} of DuckDB's wall time, ${((1000 * second.load.wall) / rows.length).toFixed(1)} µs a row\n`,
            `every row asked for: ${(second.ask.wall / first.ask.wall).toFixed(2)} of DuckDB's\n`,
          ]
        : []),
      `totals are ${same ? 'the same text' : 'DIFFERENT'}\n`,
    ].join('\n'),
  );
  if (!same) process.exitCode = 1;
}

async function onServer(
  address: StoreAddress,
  shards: readonly StoreAddress[],
  communes: number,
  wanted: number,
) {
  const one = { name: shards.length === 0 ? 'a server' : `${shards.length} servers behind one`, ...costs() };
  const provinces = Array.from({ length: PROVINCES }, (_, at) => ({
    province: provinceAt(at),
    name: provinceAt(at),
  }));
  await setUpStore(address, {
    provinces,
    shards: shards.map((shard, at) => ({
      address: shard,
      provinces: provinces.filter((_, of) => of % shards.length === at).map(({ province }) => province),
      ca: null,
    })),
  });
  const store = await openPostgres(address, { province: null, isAsked: false });
  await measured(one.load, () => fill(store, communes));
  await store.close();
  const asking = await openPostgres(address, { province: null, isAsked: true });
  const rows = await measured(one.ask, () => asking.entries({ period: ROUND }));
  await asking.close();
  if (rows.length !== wanted) throw new Error(`${rows.length} of ${wanted} rows.`);
  const { host, port, database, user } = address;
  const client = new pg.Client({
    ...{ host, port, database },
    ...(user === null ? {} : { user }),
    options: '-c search_path=chitieu -c enable_partitionwise_aggregate=on',
  });
  await client.connect();
  const totals = await measured(one.sum, async () =>
    textOf((await client.query<string[]>({ text: TOTALS, rowMode: 'array' })).rows),
  );
  await client.end();
  return { ...one, totals };
}

/** Takes a return of every commune, as an import does. */
async function fill(store: Store, communes: number): Promise<void> {
  for (let at = 0; at < communes; at += 1) {
    const unit = `${provinceAt(at % PROVINCES)}.9${String(at).padStart(4, '0')}`;
    const one = returnOf(at, ROUND);
    await store.take({ ...one, unit, reporter: unit, sha256: `bench-${at}` }, figuresOf(unit, at), [
      { name: `${unit}.csv`, bytes: Buffer.from(unit) },
    ]);
  }
}

function figuresOf(unit: string, at: number): Entry[] {
  return Array.from({ length: INDICATORS * STRATA }, (_, of) => ({
    ...BLANK,
    unit,
    reporter: unit,
    indicator: `indicator-${Math.trunc(of / STRATA)}`,
    stratum: of % STRATA === 0 ? '_T' : `s${of % STRATA}`,
    period: ROUND,
    value: ((((at + 1) * (of + 7)) % 99_991) / 100).toString(),
    place: `Nhập liệu!F${of + 9}`,
  }));
}

/** In the order of keys, as servers sort by the language they were set up for. */
function textOf(rows: readonly unknown[][]): string {
  return rows
    .map((row) => row.join('|'))
    .sort()
    .join('\n');
}

function provinceAt(at: number): string {
  return `VN${at + 10}`;
}

function costs() {
  return { load: { wall: 0, cpu: 0 }, ask: { wall: 0, cpu: 0 }, sum: { wall: 0, cpu: 0 } };
}

const [communes = String(COMMUNES), ...addresses] = process.argv.slice(2);
await main(Number(communes), addresses);
