import { mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import Papa from 'papaparse';
import { entriesOf, placesInCsv, type Entry } from '../core/store/entry.ts';
import { CSV_LIMITS } from '../formats/csv/limits.ts';
import { openTable, type OpenTable } from '../formats/csv/open-table.ts';
import { readReturnCsv } from '../formats/csv/read-return.ts';
import { main as chitieu } from '../generator/cli.ts';
import { installedOf } from '../generator/check/installed.ts';
import { loadPlans } from '../generator/commands/selected-plans.ts';
import { textTable } from '../generator/commands/text-table.ts';
import { packageRoot } from '../generator/package-root.ts';
import { listPlans } from '../generator/plan-files/load.ts';
import { measured, peakMemory, type Cost } from './measure.ts';
import { makeReturns } from './import/make-returns.ts';

/** As many communes as the country has. */
const RETURNS = 3321;
const ROWS = 1_000_000;
/** Workbooks are made one by one and take their time; a few say what one takes. */
const WORKBOOKS = 20;

/**
 * What `chitieu import` takes: decoding, parsing and checks of form beside plain papaparse and DuckDB's `read_csv` of
 * the same files; the whole import beside the bare DuckDB transactions with the same rows; workbooks beside `check`
 * of them; `status` over all units.
 * @param returns how many CSV sets, rows of the one large file, and workbooks
 */
async function main([returns = RETURNS, rows = ROWS, workbooks = WORKBOOKS]: number[]): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'chitieu-bench-'));
  try {
    const made = await makeReturns(folder, { returns, rows, workbooks });
    const small = await readAll(made.sets);
    const lines = [
      ...(await formsOf('small files', small, made.sets)),
      ...(await formsOf('one large file', [await readFile(made.large)], made.large)),
      ...(await importsOf(folder, made.sets)),
      ...(await workbooksOf(folder, made.workbooks)),
    ];
    process.stdout.write(
      `${returns} CSV sets, ${rows} rows, ${workbooks} workbooks; Node ${process.version}\n\n${textTable(
        ['What', 'Wall s', 'CPU s', 'CPU ratio'],
        lines,
      )}\npeak memory (RSS): ${peakMemory().toFixed(0)} MB\n`,
    );
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function readAll(folder: string): Promise<Buffer[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.observations.csv'));
  return Promise.all(names.map((name) => readFile(join(folder, name))));
}

/** Decoding, parsing and checks of form, beside papaparse and DuckDB. */
async function formsOf(what: string, files: readonly Buffer[], at: string): Promise<string[][]> {
  const [own, papa, duck] = [noCost(), noCost(), noCost()];
  const limits = { ...CSV_LIMITS, fileBytes: Infinity, lines: Infinity };
  const read = (bytes: Buffer): OpenTable | null =>
    openTable({ name: 'a.observations.csv', bytes }, { names: null, limits, encodingOf: () => null }, []);
  // Rounds in turn, so that both meet the same machine; the first warms up.
  for (let round = 0; round < 4; round += 1) {
    const [one, other] = round === 0 ? [noCost(), noCost()] : [own, papa];
    await measured(one, () => {
      for (const bytes of files) read(bytes);
    });
    await measured(other, () => {
      for (const bytes of files) Papa.parse(bytes.toString('utf8'), { delimiter: ',', newline: '\r\n' });
    });
  }
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  const path = at.endsWith('.csv') ? at : join(at, '*.observations.csv');
  for (let round = 0; round < 3; round += 1)
    await measured(duck, () =>
      connection.run(
        `CREATE OR REPLACE TABLE t AS SELECT * FROM read_csv('${path}', all_varchar = true, delim = ',', quote = '"', header = true)`,
      ),
    );
  connection.closeSync();
  instance.closeSync();
  return [
    row(`${what}: decoding, parsing, form`, own, papa),
    row(`${what}: papaparse`, papa, papa),
    row(`${what}: DuckDB read_csv`, duck, papa),
  ];
}

/** The whole import of CSV sets, beside bare transactions of the same rows, synced and checkpointed. */
async function importsOf(folder: string, sets: string): Promise<string[][]> {
  const entries = await entriesIn(sets);
  const [bare, whole, status] = [noCost(), noCost(), noCost()];
  await measured(bare, () => bareTransactions(join(folder, 'bare.duckdb'), entries));
  const workspace = join(folder, 'ws');
  await run(folder, 'init', workspace, '--province', 'VN12', '--by', 'bench');
  await measured(whole, () => run(workspace, 'import', sets));
  await measured(status, () => run(workspace, 'status', '--round', '2023'));
  return [
    row('import of CSV sets', whole, bare),
    row('  bare DuckDB transactions', bare, bare),
    row('status', status, status),
  ];
}

async function entriesIn(sets: string): Promise<Entry[][]> {
  const root = packageRoot();
  const { catalogue, plans } = await loadPlans(root, await listPlans(root));
  if (!catalogue) throw new Error('seeds/catalogue.yaml does not load; run chitieu plan lint.');
  const { names } = installedOf({ catalogue, plans: plans.map(({ plan }) => plan) });
  const all: Entry[][] = [];
  for (const bytes of await readAll(sets)) {
    const { value } = await readReturnCsv([{ name: 'a.observations.csv', bytes }], names);
    if (value) all.push(entriesOf(value, placesInCsv(value)));
  }
  return all;
}

async function bareTransactions(path: string, all: readonly Entry[][]): Promise<void> {
  const instance = await DuckDBInstance.create(path);
  const connection = await instance.connect();
  const [first] = all.flat();
  const columns = Object.keys(first ?? {}).map((name) => `"${name}" VARCHAR`);
  await connection.run('CREATE TABLE returns (number INTEGER PRIMARY KEY, said VARCHAR)');
  await connection.run(`CREATE TABLE entries (return INTEGER, ${columns.join(', ')})`);
  for (const [number, entries] of all.entries()) {
    await connection.run('BEGIN');
    await connection.run('INSERT INTO returns VALUES ($1, $2)', [number, 'x'.repeat(600)]);
    const appender = await connection.createAppender('entries');
    for (const entry of entries) {
      appender.appendInteger(number);
      for (const cell of Object.values(entry) as (string | null)[])
        if (cell === null) appender.appendNull();
        else appender.appendVarchar(cell);
      appender.endRow();
    }
    appender.closeSync();
    await connection.run('COMMIT');
    await connection.run('CHECKPOINT');
  }
  connection.closeSync();
  instance.closeSync();
}

/** The import of workbooks, beside the check of the same files. */
async function workbooksOf(folder: string, from: string): Promise<string[][]> {
  const [check, whole] = [noCost(), noCost()];
  const workspace = join(folder, 'ws2');
  await run(folder, 'init', workspace, '--province', 'VN12', '--by', 'bench');
  await run(workspace, 'check', '--jobs', '1', from);
  await measured(check, () => run(workspace, 'check', '--jobs', '1', from));
  await measured(whole, () => run(workspace, 'import', from));
  return [row('import of workbooks', whole, check), row('  check of them', check, check)];
}

async function run(cwd: string, ...args: string[]): Promise<void> {
  await mkdir(cwd, { recursive: true });
  await chitieu(['node', 'chitieu', ...args], { cwd, out: () => undefined, err: () => undefined });
}

function row(what: string, cost: Cost, yardstick: Cost): string[] {
  const ratio = cost.cpu / yardstick.cpu;
  return [what, (cost.wall / 1000).toFixed(2), (cost.cpu / 1000).toFixed(2), ratio.toFixed(2)];
}

function noCost(): Cost {
  return { wall: 0, cpu: 0 };
}

await main(process.argv.slice(2).map(Number));
