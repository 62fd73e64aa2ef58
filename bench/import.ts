import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { DuckDBInstance } from '@duckdb/node-api';
import Papa from 'papaparse';
import { entriesOf, placesInCsv, type Entry } from '../core/store/entry.ts';
import { CSV_LIMITS } from '../formats/csv/limits.ts';
import { openTable, type OpenTable } from '../formats/csv/open-table.ts';
import { readReturnCsv } from '../formats/csv/read-return.ts';
import { installedOf } from '../generator/check/installed.ts';
import { textTable } from '../generator/commands/text-table.ts';
import { measured, type Cost } from './measure.ts';
import { makeCountry, ROUND, type Country } from './import/country.ts';
import { makeReturns } from './import/make-returns.ts';

/** As many communes as the country has. */
const RETURNS = 3321;
const ROWS = 1_000_000;
/** Enough to say what one takes. */
const WORKBOOKS = 100;
/** As often as the store works its log in, see generator/store/database.ts. */
const TOGETHER = 64;

/**
 * What `chitieu import` takes: decoding, parsing and checks of form beside plain papaparse and DuckDB's `read_csv` of
 * the same files; the whole import beside the bare DuckDB transactions with the same rows; workbooks beside `check`
 * of them; `status` over all units of the country. Commands run in processes of their own.
 * @param returns how many CSV sets, rows of the one large file, and workbooks
 */
async function main([returns = RETURNS, rows = ROWS, workbooks = WORKBOOKS]: number[]): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'chitieu-bench-'));
  try {
    const country = await makeCountry(join(folder, 'ws'));
    const made = await makeReturns(folder, country, { returns, rows, workbooks });
    const small = await readAll(made.sets);
    const lines = [
      ...(await formsOf('small files', small, made.sets)),
      ...(await formsOf('one large file', [await readFile(made.large)], made.large)),
      ...(await importsOf(folder, country, made.sets)),
      ...(await workbooksOf(country.folder, made.workbooks)),
    ];
    process.stdout.write(
      `${returns} CSV sets, ${rows} rows, ${workbooks} workbooks; Node ${process.version}\n\n${textTable(
        ['What', 'Wall s', 'CPU s', 'CPU ratio', 'Peak MB'],
        lines,
      )}\n`,
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
async function importsOf(folder: string, country: Country, sets: string): Promise<string[][]> {
  const entries = await entriesIn(sets, country);
  const [each, some] = [noCost(), noCost()];
  await measured(each, () => bareTransactions(join(folder, 'each.duckdb'), entries, 1));
  await measured(some, () => bareTransactions(join(folder, 'some.duckdb'), entries, TOGETHER));
  const whole = await alone(country.folder, 'import', '--jobs', '1', sets);
  const status = await alone(country.folder, 'status', '--round', ROUND);
  return [
    [...row('import of CSV sets', whole, each), peak(whole)],
    row('  bare DuckDB transactions, a checkpoint each', each, each),
    row(`  bare DuckDB transactions, a checkpoint every ${TOGETHER}`, some, each),
    [
      ...row('status, with the start of the program', { ...status, cpu: status.process }, status),
      peak(status),
    ],
  ];
}

async function entriesIn(sets: string, country: Country): Promise<Entry[][]> {
  const { names } = installedOf(country);
  const all: Entry[][] = [];
  for (const bytes of await readAll(sets)) {
    const { value } = await readReturnCsv([{ name: 'a.observations.csv', bytes }], names);
    if (value) all.push(entriesOf(value, placesInCsv(value)));
  }
  return all;
}

async function bareTransactions(path: string, all: readonly Entry[][], together: number): Promise<void> {
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
    if ((number + 1) % together === 0) await connection.run('CHECKPOINT');
  }
  connection.closeSync();
  instance.closeSync();
}

/** Times each side is measured, in turn, so that both meet the same machine. */
const ROUNDS = 3;

/** The import of workbooks as first returns, beside the check of the same files: the median of some rounds. */
async function workbooksOf(workspace: string, from: string): Promise<string[][]> {
  const [checks, imports] = [[] as Alone[], [] as Alone[]];
  for (let round = 0; round < ROUNDS; round += 1) {
    await rm(join(workspace, 'store'), { recursive: true });
    checks.push(await alone(workspace, 'check', '--jobs', '1', from));
    imports.push(await alone(workspace, 'import', '--jobs', '1', from));
  }
  const [check, whole] = [median(checks), median(imports)];
  return [
    [...row('import of workbooks', whole, check), peak(whole)],
    [...row('  check of them', check, check), peak(check)],
  ];
}

/** What a command took in a process of its own. */
interface Alone extends Cost {
  /** Processor time of the whole process in milliseconds, its start included. */
  process: number;
  /** Most memory it held, in MB. */
  peak: number;
}

async function alone(cwd: string, ...args: string[]): Promise<Alone> {
  const module = fileURLToPath(new URL('./import/alone.js', import.meta.url));
  const { stdout } = await promisify(execFile)(process.execPath, [module, cwd, ...args]);
  return JSON.parse(stdout) as Alone;
}

function median(ones: readonly Alone[]): Alone {
  const middle = [...ones].sort((a, b) => a.cpu - b.cpu)[Math.floor(ones.length / 2)];
  if (!middle) throw new Error('Nothing was measured.');
  return middle;
}

function peak(one: Alone): string {
  return one.peak.toFixed(0);
}

function row(what: string, cost: Cost, yardstick: Cost): string[] {
  const ratio = cost.cpu / yardstick.cpu;
  return [what, (cost.wall / 1000).toFixed(2), (cost.cpu / 1000).toFixed(2), ratio.toFixed(2)];
}

function noCost(): Cost {
  return { wall: 0, cpu: 0 };
}

await main(process.argv.slice(2).map(Number));
