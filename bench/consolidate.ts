import { execFileSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';
import type { Catalogue } from '../core/catalogue/catalogue.ts';
import { columnsOf } from '../core/consolidate/columns.ts';
import { consolidate, type ConsolidateInput } from '../core/consolidate/consolidate.ts';
import { consolidatedBook } from '../core/consolidate/sheets/book.ts';
import { lookedAt } from '../core/consolidate/figure-table.ts';
import { sourcesOf } from '../core/consolidate/sources.ts';
import { consolidationWords } from '../core/consolidate/words.ts';
import type { Plan } from '../core/plan/model.ts';
import { plansOn } from '../core/plan/on-date.ts';
import type { Entry } from '../core/store/entry.ts';
import { standingOf } from '../core/store/standing.ts';
import { serialize } from '../formats/xlsx/write/serialize.ts';
import { textTable } from '../generator/commands/text-table.ts';
import type { ReturnFigures } from '../core/exchange/return-figures.ts';
import { writeReturnCsv } from '../formats/csv/write-return.ts';
import { installedOf } from '../generator/check/installed.ts';
import { Database } from '../generator/store/database.ts';
import { BLANK, madeUp, returnOf } from './made-up.ts';
import { measured, peakMemory, type Cost } from './measure.ts';
import { writePlain } from './plain-exceljs.ts';

/** All communes of the country since July 2025, and figures of each. */
const COMMUNES = 3321;
const FIGURES = 60;
/** Communes whose workbook is written both ways: exceljs holds every cell as objects, and the whole would not fit. */
const WRITTEN = 400;
const ROUND = '2025';
const DAY = '2025-12-31';

/** Processes in which each side is measured, in turn: every command begins in a fresh one. */
const RUNS = 5;

/** What `chitieu consolidate` takes over the returns of all communes, beside what plain tools take for less. */
async function main(communes: number): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'chitieu-bench-'));
  const { plan, catalogue } = await madeUp(communes);
  const store = await Database.open(storeIn(folder));
  await fill(store, { plan, catalogue }, folder);
  store.close();
  const runs = Array.from({ length: RUNS }, () => ({
    ours: measuredAlone<Ours>('ours', folder, communes),
    plain: measuredAlone<Plain>('plain', folder, communes),
    bare: measuredAlone<Plain>('bare', folder, communes),
  }));
  const written = measuredAlone<Written>('written', folder, communes);
  await rm(folder, { recursive: true });
  const [query, core] = [
    middle(runs.map(({ ours }) => ours.query)),
    middle(runs.map(({ ours }) => ours.core)),
  ];
  const [plain, bare] = [middle(runs.map((run) => run.plain.cost)), middle(runs.map((run) => run.bare.cost))];
  const counted = new Set(runs.flatMap((run) => [run.ours, run.plain, run.bare].map((one) => one.figures)));
  if (counted.size !== 1) throw new Error(`Figures: ${[...counted].join(', ')}.`);
  const row = (name: string, { wall, cpu }: Cost) => [name, wall.toFixed(0), cpu.toFixed(0)];
  const ratio = (one: Cost[], other: Cost) =>
    (['wall', 'cpu'] as const)
      .map((kind) => `${(one.reduce((sum, each) => sum + each[kind], 0) / other[kind]).toFixed(2)} ${kind}`)
      .join(', ');
  process.stdout.write(
    [
      `${communes} communes, ${[...counted].join()} figures, ${written.columns} indicators; the middle of ${RUNS} processes; Node ${process.version}\n`,
      textTable(
        ['Step', 'Wall ms', 'CPU ms'],
        [
          row('query of the store', query),
          row('core: figures in force, totals, coverage', core),
          row('plain DuckDB: read the CSV of the same returns and group it', plain),
          row('the same of a CSV of five columns', bare),
          row('reading all entries, for a workbook', written.reading),
          row(
            `writing ${written.cells} cells of ${WRITTEN} communes (${(written.bytes / 2 ** 20).toFixed(1)} MB)`,
            written.ours,
          ),
          row('exceljs, values and formulas of the same cells', written.exceljs),
        ],
      ),
      `query and core / plain DuckDB: ${ratio([query, core], plain)}\n`,
      `query and core / plain DuckDB over five columns: ${ratio([query, core], bare)}\n`,
      `writing / exceljs: ${ratio([written.ours], written.exceljs)}\n`,
      `peak memory (RSS): ${written.memory.toFixed(0)} MB\n`,
    ].join('\n'),
  );
}

interface Ours {
  query: Cost;
  core: Cost;
  figures: number;
}
interface Plain {
  cost: Cost;
  figures: number;
}
interface Written {
  columns: number;
  cells: number;
  bytes: number;
  reading: Cost;
  ours: Cost;
  exceljs: Cost;
  memory: number;
}

const parts: Record<string, (folder: string, communes: number) => Promise<Ours | Plain | Written>> = {
  ours: async (folder, communes) => {
    const { query, core, scan } = await consolidated(folder, communes);
    return { query, core, figures: scan.table.unit.length };
  },
  plain: (folder) => plainly(returnsIn(folder)),
  bare: (folder) => plainly(figuresIn(folder)),
  written: async (folder, communes) => {
    const { input, plan, scan, found } = await consolidated(folder, communes);
    const [reading, ours, exceljs] = [noCost(), noCost(), noCost()];
    await measured(reading, () => scan.read('all'));
    const few = new Set(plan.units.slice(1, WRITTEN + 1).map(({ id }) => id));
    const part = consolidate({
      ...input,
      plans: [{ ...plan, units: plan.units.filter(({ id, level }) => level === 'province' || few.has(id)) }],
    });
    const model = consolidatedBook({
      found: part,
      sources: sourcesOf(part, input.returns, input.standing),
      language: 'vi',
      words: consolidationWords.vi,
      title: 'bench',
      line: 'bench',
      paper: 'A4',
    });
    const cells = model.sheets.reduce((sum, sheet) => sum + sheet.cells.size, 0);
    await serialize({ ...model, sheets: model.sheets.slice(0, 1) });
    const bytes = await measured(ours, () => serialize(model));
    await measured(exceljs, () => writePlain(model));
    const columns = found.columns.length;
    return { columns, cells, bytes: bytes.length, reading, ours, exceljs, memory: peakMemory() };
  },
};

/** Runs a part in a process of its own. */
function measuredAlone<Found>(part: string, folder: string, communes: number): Found {
  const told = execFileSync(process.execPath, [
    fileURLToPath(import.meta.url),
    part,
    folder,
    String(communes),
  ]);
  return JSON.parse(told.toString()) as Found;
}

/** Opening the store, like opening DuckDB, is not measured. */
async function consolidated(folder: string, communes: number) {
  const { plan, catalogue } = await madeUp(communes);
  const store = await Database.open(storeIn(folder));
  const [query, core] = [noCost(), noCost()];
  const { returns, scan } = await measured(query, async () => {
    const one = await store.figures(ROUND);
    await one.read(lookedAt(one.table, [plan.file.province]));
    return { returns: await store.returns(), scan: one };
  });
  const input = { ...inputFor(plan, catalogue), returns, figures: scan.table };
  const found = await measured(core, () => consolidate(input));
  return { query, core, input, plan, scan, found };
}

/** The cost in the middle, of wall and of processor time each for itself. */
function middle(costs: readonly Cost[]): Cost {
  const of = (kind: keyof Cost) =>
    costs.map((one) => one[kind]).sort((a, b) => a - b)[Math.floor(costs.length / 2)] ?? NaN;
  return { wall: of('wall'), cpu: of('cpu') };
}

const storeIn = (folder: string) => join(folder, 'store.duckdb');
/** What the returns say, as units send it: all columns of the exchange, of all returns one after the other. */
const returnsIn = (folder: string) => join(folder, 'returns.csv');
/** The same figures with nothing beside them, as nobody sends them. */
const figuresIn = (folder: string) => join(folder, 'figures.csv');

function inputFor(plan: Plan, catalogue: Catalogue): Omit<ConsolidateInput, 'returns' | 'figures'> {
  return {
    round: ROUND,
    level: null,
    plans: [plan],
    catalogue,
    lines: [],
    closed: null,
    standing: standingOf([]),
    conflicting: new Set(),
    acceptedOnly: false,
  };
}

/** So many returns in one transaction: each on the disk before the next is not what is measured. */
const TOGETHER = 100;

/** Fills the store with the figures of every commune, and writes the same figures as CSV. */
async function fill(
  database: Database,
  { plan, catalogue }: { plan: Plan; catalogue: Catalogue },
  folder: string,
): Promise<void> {
  const then = plansOn([plan], catalogue, DAY);
  const columns = columnsOf({ ...then, level: 'commune', frequency: 'year' })
    .filter(({ asked }) => asked.size > 0)
    .slice(0, FIGURES);
  const lines = ['unit,indicator,stratum,period,value'];
  const units = plan.units.slice(1);
  const entries = units.flatMap((unit, at) =>
    columns.map(({ indicator, stratum }, column): Entry => {
      const value = String(((at + 1) * (column + 7)) % 9973);
      lines.push([unit.id, indicator.id, stratum?.id ?? '_T', ROUND, value].join());
      return {
        ...BLANK,
        period: ROUND,
        unit: unit.id,
        reporter: unit.id,
        indicator: indicator.id,
        stratum: stratum?.id ?? '_T',
        value,
        place: `Nhập liệu!F${column + 9}`,
      };
    }),
  );
  const returns = units.map((_, at) => ({
    one: returnOf(at + 1, ROUND),
    entries: entries.slice(at * columns.length, (at + 1) * columns.length),
  }));
  for (let from = 0; from < returns.length; from += TOGETHER)
    await database.addAll({ returns: returns.slice(from, from + TOGETHER), decisions: [] });
  await database.settle();
  await writeFile(figuresIn(folder), lines.join('\n'));
  const { names } = installedOf({ plans: [plan], catalogue });
  const sent: string[] = [];
  for (const { entries: own } of returns) {
    const options = { profile: 'machine', names, templateSchema: 3, errors: [], forced: false } as const;
    const { value } = await writeReturnCsv(sentAs(own, plan), options);
    const text = new TextDecoder().decode(value?.files[0]?.bytes);
    sent.push(sent.length === 0 ? text : text.slice(text.indexOf('\n') + 1));
  }
  await writeFile(returnsIn(folder), sent.join(''));
}

/** A return with the figures of some entries of one unit. */
function sentAs(entries: readonly Entry[], { file }: Plan): ReturnFigures {
  const { unit = '', reporter = '' } = entries[0] ?? {};
  const nothing = { remarks: [], ownVerdicts: [], baselines: [], unread: [], byUnit: [], replaces: null };
  return {
    ...{ unit, reporter, round: ROUND, sample: false, plans: new Map([[file.id, '']]), ...nothing },
    observations: entries.map((one) => ({
      ...{ unit, reporter, period: ROUND, vintage: BLANK.vintage, note: null, indicator: one.indicator },
      stratum: one.stratum === '_T' ? null : one.stratum,
      figure: Number(one.value),
    })),
  };
}

async function plainly(path: string): Promise<Plain> {
  const cost = noCost();
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  const figures = await measured(cost, () => groupPlainly(connection, path));
  return { cost, figures };
}

/** The yardstick: DuckDB reads the figures as a file and adds them up. @returns how many there were */
async function groupPlainly(connection: DuckDBConnection, path: string): Promise<number> {
  const reader = await connection.runAndReadAll(
    `SELECT indicator, stratum, sum(value::DECIMAL(18, 4))::VARCHAR, count(*)::INTEGER
     FROM read_csv('${path}', all_varchar = true, header = true) WHERE period = '${ROUND}' GROUP BY ALL`,
  );
  return reader.getRows().reduce((sum, row) => sum + Number(row[3]), 0);
}

function noCost(): Cost {
  return { wall: 0, cpu: 0 };
}

const [, , what = '', folder = '', communes = ''] = process.argv;
const part = parts[what];
if (part) process.stdout.write(JSON.stringify(await part(folder, Number(communes))));
else await main(Number(what === '' ? COMMUNES : what));
