import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { CountedRow } from '../core/consolidate/counted-rows.ts';
import { add, exactOf, exactText, quotient, ZERO, type Exact } from '../core/consolidate/exact.ts';
import { countedParquet } from '../generator/consolidate/counted-parquet.ts';
import { textTable } from '../generator/commands/text-table.ts';
import { packageRoot } from '../generator/package-root.ts';
import { Database } from '../generator/store/database.ts';
import { measured, type Cost } from './measure.ts';

const [PROVINCES, COMMUNES, INDICATORS, STRATA] = [34, 3321, 75, 4];
/** Every hundredth figure is missing; the first third of the indicators are shares. */
const MISSING = 97;
const SHARES = 25;

/** Totals and shares of a country's figures as Parquet, by engines and by our own sums, compared as text. */
async function main(chdb: string | undefined): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'chitieu-bench-'));
  const [writing, own, duck, house] = [noCost(), noCost(), noCost(), noCost()];
  const rows = madeUpRows();
  const path = join(folder, 'counted.parquet');
  await writeFile(path, await measured(writing, () => countedParquet(rows)));
  const expected = await measured(own, () => summed(rows));
  const results = new Map([['DuckDB', await measured(duck, () => byDuckDb(path))]]);
  if (chdb !== undefined) results.set('ClickHouse', await measured(house, () => byClickHouse(path, chdb)));
  await rm(folder, { recursive: true });
  const row = (name: string, { wall, cpu }: Cost) => [name, wall.toFixed(0), cpu.toFixed(0)];
  const said = [...results].map(
    ([name, lines]) => `${name}: ${lines.length} totals, ${differing(lines, expected)} differ as text\n`,
  );
  process.stdout.write(
    [
      `${rows.length} figures of ${COMMUNES} communes; Node ${process.version}\n`,
      textTable(
        ['Step', 'Wall ms', 'CPU ms'],
        [
          row('writing Parquet, read back', writing),
          row('own exact sums', own),
          row('docs/sql/duckdb.sql', duck),
          ...(chdb === undefined ? [] : [row('docs/sql/clickhouse.sql, chdb', house)]),
        ],
      ),
      ...said,
    ].join(''),
  );
}

function madeUpRows(): CountedRow[] {
  return Array.from({ length: COMMUNES * INDICATORS * STRATA }, (_, at) => at)
    .filter((at) => at % MISSING !== 0)
    .map((at): CountedRow => {
      const unit = at % COMMUNES;
      const series = Math.trunc(at / COMMUNES);
      const [indicator, stratum] = [Math.trunc(series / STRATA), series % STRATA];
      const value = `${(at * 7919) % 99991}.${String(at % 100).padStart(2, '0')}`;
      const isShare = indicator < SHARES;
      const code = `VN${String((unit % PROVINCES) + 1).padStart(2, '0')}`;
      return {
        period: '2025',
        province: code,
        unit: `${code}.${String(unit).padStart(5, '0')}`,
        indicator: `i${indicator}`,
        stratum: stratum === 0 ? '_T' : `s${stratum}`,
        state: 'accepted',
        value: isShare ? null : value,
        above: isShare ? String((at * 31) % 997) : null,
        below: isShare ? String(997 + (at % 4001)) : null,
        per: isShare ? 100 : null,
        entered: 1,
        owed: 1,
      };
    });
}

/** Key, owed, entered, total, numerator, denominator, share: as text, in the order of the keys. */
type Line = readonly string[];

function summed(rows: readonly CountedRow[]): Line[] {
  const totals = new Map<string, { entered: number; sums: (Exact | null)[] }>();
  for (const row of rows) {
    const key = [row.period, row.province, row.indicator, row.stratum].join('|');
    const total = totals.get(key) ?? { entered: 0, sums: [null, null, null] };
    totals.set(key, total);
    total.entered += 1;
    for (const [at, digits] of [row.value, row.above, row.below].entries())
      if (digits !== null) total.sums[at] = add(total.sums[at] ?? ZERO, exactOf(digits));
  }
  return [...totals]
    .map(([key, { entered, sums }]) => lineOf(key, entered, entered, sums))
    .sort((a, b) => ((a[0] ?? '') < (b[0] ?? '') ? -1 : 1));
}

function lineOf(key: string, owed: number, entered: number, sums: readonly (Exact | null)[]): Line {
  const [, above, below] = sums;
  const share = above && below ? String(quotient(above, below, 100)) : '';
  return [key, String(owed), String(entered), ...sums.map((one) => (one ? exactText(one) : '')), share];
}

/** What an engine gives: four keys, then the numbers as text. */
function asLines(rows: readonly (readonly (string | number | null)[])[]): Line[] {
  return rows
    .map((row) => {
      const [owed, entered, ...sums] = row.slice(4);
      const exact = sums.map((one) => (one === null ? null : exactOf(String(one))));
      return lineOf(row.slice(0, 4).join('|'), Number(owed), Number(entered), exact);
    })
    .sort((a, b) => ((a[0] ?? '') < (b[0] ?? '') ? -1 : 1));
}

async function statement(engine: string, path: string): Promise<string> {
  return (await readFile(join(packageRoot(), 'docs', 'sql', `${engine}.sql`), 'utf8')).replaceAll(
    '{file}',
    path,
  );
}

async function byDuckDb(path: string): Promise<Line[]> {
  const database = await Database.open(':memory:');
  const { rows } = await database.read(await statement('duckdb', path));
  database.close();
  return asLines(rows);
}

async function byClickHouse(path: string, chdb: string): Promise<Line[]> {
  const main = createRequire(pathToFileURL(join(chdb, 'package.json'))).resolve('chdb');
  const { query } = (await import(pathToFileURL(main).href)) as {
    query: (sql: string, format: string) => string;
  };
  const sql = (await statement('clickhouse', path)).replace(/^--.*\n/gmu, '').replace(/;\s*$/u, '');
  const said = query(sql, 'JSONCompactEachRow');
  return asLines(
    said
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as (string | null)[]),
  );
}

function differing(found: readonly Line[], expected: readonly Line[]): number {
  const wanted = new Set(expected.map((line) => line.join('|')));
  const same = found.filter((line) => wanted.has(line.join('|'))).length;
  return Math.max(found.length, expected.length) - same;
}

function noCost(): Cost {
  return { wall: 0, cpu: 0 };
}

await main(process.argv[2]);
