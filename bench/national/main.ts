import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { perOf } from '../../core/catalogue/per.ts';
import { countedRows } from '../../core/consolidate/counted-rows.ts';
import { consolidatedBook } from '../../core/consolidate/sheets/book.ts';
import { consolidationWords } from '../../core/consolidate/words.ts';
import { serialize } from '../../formats/xlsx/write/serialize.ts';
import { textTable } from '../../generator/commands/text-table.ts';
import { countedParquet } from '../../generator/consolidate/counted-parquet.ts';
import { gather, type Gathered } from '../../generator/consolidate/gather.ts';
import { storeAddress } from '../../generator/store/postgres/address.ts';
import { measured, peakMemory, type Cost } from '../measure.ts';
import { COMMUNES, madeUpCountry, ROUND, type Country } from './country.ts';
import { byClickHouse, byDuckDb } from './engines.ts';
import { coordinator, fileOfDuckDb, fill, server, type Home } from './homes.ts';
import { differing, engineLines, ownLines, type Line } from './lines.ts';

const STEPS = {
  load: 'load',
  query: 'query alone',
  gather: 'query and totals',
  parquet: 'consolidate to .parquet',
  xlsx: 'consolidate to .xlsx',
} as const;
type Step = keyof typeof STEPS;

/** What was found of a home. */
interface Found {
  name: string;
  rows: number;
  costs: Partial<Record<Step, Cost>>;
  totals: Line[];
  /** Totals by the engines that read its Parquet. */
  engines: Map<string, Line[]>;
}

interface Wanted {
  files: readonly ('parquet' | 'xlsx')[];
  /** Folder of the package chdb. */
  chdb: string | undefined;
  folder: string;
}

/**
 * What it takes to load the made-up returns of every commune into a store, a transaction each, and to consolidate them
 * from the query to the written file; totals and ratios of all homes, and of engines that read the Parquet, have to be
 * the same text.
 */
async function main(communes: number, homes: readonly Home[], wanted: Wanted): Promise<void> {
  const country = await madeUpCountry(communes);
  const found: Found[] = [];
  for (const home of homes) found.push(await measureHome(home, country, wanted));
  const [first] = found;
  if (!first) return;
  const steps = (Object.keys(STEPS) as Step[]).filter((step) => first.costs[step]);
  const cells = ({ costs }: Found, step: Step) => {
    const one = costs[step] ?? { wall: 0, cpu: 0 };
    const said = (['wall', 'cpu'] as const).map(
      (kind) =>
        `${one[kind].toFixed(0)} ${kind}, × ${(one[kind] / (first.costs[step] ?? one)[kind]).toFixed(2)}`,
    );
    return `${said.join('; ')}; ${((1000 * one.cpu) / first.rows).toFixed(2)} µs a row`;
  };
  const lines = [
    `${communes} communes, ${first.rows} rows; Node ${process.version}; ms elapsed and of processor time, servers included, beside DuckDB; processor time of each row\n`,
    textTable(
      ['Step', ...found.map(({ name }) => name)],
      steps.map((step) => [STEPS[step], ...found.map((one) => cells(one, step))]),
    ),
    ...found.flatMap(({ name, totals, engines }) => [
      `${name}: ${totals.length} totals and ratios, ${differing(totals, first.totals)} differ as text\n`,
      ...[...engines].map(
        ([engine, said]) =>
          `${name}, Parquet by ${engine}: ${said.length} totals and ratios, ${differing(said, first.totals)} differ as text\n`,
      ),
    ]),
    `peak memory (RSS): ${peakMemory().toFixed(0)} MB\n`,
  ];
  process.stdout.write(lines.join(''));
  const all = found.flatMap(({ totals, engines }) => [totals, ...engines.values()]);
  if (all.some((one) => differing(one, first.totals) > 0)) process.exitCode = 1;
}

async function measureHome(home: Home, country: Country, { files, chdb, folder }: Wanted): Promise<Found> {
  const costs: Found['costs'] = {};
  const take = async <Result>(step: Step, work: () => Promise<Result>): Promise<Result> => {
    const cost = (costs[step] = { wall: 0, cpu: 0 });
    const before = home.servers();
    const result = await measured(cost, work);
    cost.cpu += home.servers() - before;
    return result;
  };
  const filled = await home.open(false);
  await take('load', () => fill(filled, country));
  await filled.close();
  /** As the command does: opened, asked, closed. */
  const gathered = async (isSummary: boolean): Promise<Gathered> => {
    const store = await home.open(true);
    const { plans, catalogue } = country;
    const how = { round: ROUND, plans, catalogue, level: null, acceptedOnly: false, today: '2026-02-01' };
    const found = await gather(store, { ...how, isSummary });
    await store.close();
    return found;
  };
  const rows = await take('query', async () => {
    const store = await home.open(true);
    const { table } = await store.figures(ROUND);
    await store.close();
    return table.unit.length;
  });
  const { found } = await take('gather', () => gathered(true));
  const engines: Found['engines'] = new Map();
  if (files.includes('parquet')) {
    const path = join(folder, 'counted.parquet');
    await take('parquet', async () => {
      const all = await gathered(false);
      await writeFile(path, await countedParquet(countedRows(all.found)));
    });
    const per = (id: string) => {
      const indicator = country.catalogue.indicators.get(id);
      return (indicator && perOf(indicator)) ?? 1;
    };
    engines.set('DuckDB', engineLines(await byDuckDb(path), per));
    if (chdb !== undefined) engines.set('ClickHouse', engineLines(await byClickHouse(path, chdb), per));
  }
  if (files.includes('xlsx'))
    await take('xlsx', async () => {
      const all = await gathered(false);
      await writeFile(join(folder, 'consolidated.xlsx'), await serialize(bookOf(all)));
    });
  return { name: home.name, rows, costs, totals: ownLines(found), engines };
}

function bookOf({ found, sources }: Gathered) {
  const words = consolidationWords.vi;
  return consolidatedBook({
    ...{ found, sources: sources(), language: 'vi', words, title: words.title, line: '', paper: 'A4' },
  });
}

const { values } = parseArgs({
  options: {
    communes: { type: 'string', default: String(COMMUNES) },
    /** Addresses of empty databases. */
    server: { type: 'string' },
    coordinator: { type: 'string' },
    shard: { type: 'string', multiple: true, default: [] },
    chdb: { type: 'string' },
    write: { type: 'string', default: 'parquet' },
  },
});
const addressOf = (text: string) => storeAddress(text, null);
const folder = await mkdtemp(join(tmpdir(), 'chitieu-bench-'));
const homes = [
  fileOfDuckDb(folder),
  ...(values.server === undefined ? [] : [await server(addressOf(values.server))]),
  ...(values.coordinator === undefined
    ? []
    : [await coordinator(addressOf(values.coordinator), values.shard.map(addressOf))]),
];
const files = (['parquet', 'xlsx'] as const).filter((one) => values.write.split(',').includes(one));
await main(Number(values.communes), homes, { files, chdb: values.chdb, folder });
await rm(folder, { recursive: true });
