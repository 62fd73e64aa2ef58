import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { countedRows } from '../../core/consolidate/counted-rows.ts';
import { textTable } from '../../generator/commands/text-table.ts';
import { countedParquet } from '../../generator/consolidate/counted-parquet.ts';
import { gather } from '../../generator/consolidate/gather.ts';
import { Database } from '../../generator/store/database.ts';
import { storePaths } from '../../generator/store/paths.ts';
import { measured, peakMemory, type Cost } from '../measure.ts';
import { COMMUNES, madeUpCountry, ROUND, type Country } from './country.ts';
import { fileOfDuckDb, fill } from './homes.ts';

/** Returns that are taken in once more, to see what one takes in a store of that size: some checkpoints' worth. */
const MORE = 256;

/** What it takes for each row, by what is done. */
type Found = Record<'load' | 'query' | 'gather' | 'parquet', Cost & { rows: number }>;

/**
 * What a row takes in a store of one round of the country and in one of many years: to take in returns, to ask for the
 * figures of every round, to add up a round and to write it.
 */
async function main(communes: number, years: number, folder: string): Promise<void> {
  const country = await madeUpCountry(communes);
  if (!existsSync(join(folder, 'store'))) {
    const store = await fileOfDuckDb(folder).open(false);
    await fill(store, country);
    await store.close();
  }
  const one = await measure(country, folder, [ROUND]);
  const rounds = Array.from({ length: years }, (_, at) => String(Number(ROUND) - at));
  const repeated: Cost = { wall: 0, cpu: 0 };
  await measured(repeated, () => repeat(folder, rounds.slice(1)));
  const many = await measure(country, folder, rounds);
  const perRow = ({ cpu, rows }: Cost & { rows: number }) => (1000 * cpu) / rows;
  const said = {
    load: `${MORE} more returns taken in`,
    query: 'figures of every round',
    gather: `totals of ${ROUND}`,
    parquet: `${ROUND} to .parquet`,
  };
  process.stdout.write(
    [
      `${communes} communes, 1 and ${years} rounds of ${one.query.rows} rows; µs of processor time a row; Node ${process.version}\n`,
      textTable(
        ['What', '1 round', `${years} rounds`, 'ratio'],
        (Object.keys(said) as (keyof Found)[]).map((what) => [
          said[what],
          perRow(one[what]).toFixed(2),
          perRow(many[what]).toFixed(2),
          (perRow(many[what]) / perRow(one[what])).toFixed(2),
        ]),
      ),
      `rounds repeated in ${(repeated.cpu / 1000).toFixed(0)} s CPU; peak memory (RSS): ${peakMemory().toFixed(0)} MB\n`,
    ].join(''),
  );
}

async function measure(country: Country, folder: string, rounds: readonly string[]): Promise<Found> {
  const { plans, catalogue } = country;
  const home = fileOfDuckDb(folder);
  const cost = () => ({ wall: 0, cpu: 0, rows: 0 });
  const found: Found = { load: cost(), query: cost(), gather: cost(), parquet: cost() };
  for (const round of rounds) {
    const store = await home.open(true);
    await measured(found.query, async () => {
      const { table } = await store.figures(round);
      found.query.rows += table.unit.length;
    });
    await store.close();
  }
  const rows = found.query.rows / rounds.length;
  const wanted = { round: ROUND, plans, catalogue, level: null, acceptedOnly: false, today: '2026-02-01' };
  for (const what of ['gather', 'parquet'] as const) {
    found[what].rows = rows;
    await measured(found[what], async () => {
      const store = await home.open(true);
      const all = await gather(store, { ...wanted, isSummary: what === 'gather' });
      await store.close();
      if (what === 'parquet')
        await writeFile(join(folder, 'counted.parquet'), await countedParquet(countedRows(all.found)));
    });
  }
  const some = { ...country, communes: country.communes.slice(0, MORE) };
  found.load.rows = some.communes.reduce((sum, { entries }) => sum + entries().length, 0);
  const store = await home.open(false);
  await measured(found.load, () => fill(store, some, `more-${rounds.length}`));
  await store.close();
  await forget(folder, rounds.length);
  return found;
}

/** Takes out again what was taken in twice, so that nothing is in conflict afterwards. */
async function forget(folder: string, times: number): Promise<void> {
  const paths = storePaths(join(folder, 'store'));
  const database = await Database.open(paths.database);
  const which = `SELECT number FROM returns WHERE said LIKE '%"more-${times}-%'`;
  await database.together([
    () => database.run(`DELETE FROM entries WHERE "return" IN (${which})`),
    () => database.run(`DELETE FROM returns WHERE number IN (${which})`),
  ]);
  await database.checkpoint();
  database.close();
  await rm(paths.ledger);
}

/** Repeats every return of the store as one of each of some other rounds. */
async function repeat(folder: string, rounds: readonly string[]): Promise<void> {
  const paths = storePaths(join(folder, 'store'));
  const database = await Database.open(paths.database);
  const { rows } = await database.read('SELECT max(number)::INTEGER FROM returns');
  const last = Number(rows[0]?.[0]);
  for (const [at, round] of rounds.entries()) {
    const by = (at + 1) * last;
    const number = `regexp_replace(said, '"number":[0-9]+', '"number":' || (number + ${by})::VARCHAR)`;
    const whole = `replace(replace(${number}, '"round":"${ROUND}"', '"round":"${round}"'), '"bench-', '"bench-${round}-')`;
    await database.together([
      () =>
        database.run(
          `INSERT INTO returns SELECT * REPLACE (number + ${by} AS number, '${round}' AS round, ${whole} AS said) FROM returns WHERE number <= ${last}`,
        ),
      () =>
        database.run(
          `INSERT INTO entries SELECT * REPLACE ("return" + ${by} AS "return", '${round}' AS period) FROM entries WHERE "return" <= ${last} ORDER BY "return", "row"`,
        ),
    ]);
  }
  await database.checkpoint();
  database.close();
  await rm(paths.ledger, { force: true });
}

const { values } = parseArgs({
  options: {
    communes: { type: 'string', default: String(COMMUNES) },
    years: { type: 'string', default: '10' },
    /** Where the store of one round is, or is made. */
    folder: { type: 'string' },
  },
});
const folder = values.folder ?? (await mkdtemp(join(tmpdir(), 'chitieu-bench-')));
await main(Number(values.communes), Number(values.years), folder);
if (values.folder === undefined) await rm(folder, { recursive: true });
