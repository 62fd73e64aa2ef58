import { execFileSync } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ExcelJS from 'exceljs';
import { readFacts } from '../formats/xlsx/facts.ts';
import { main as chitieu } from '../generator/cli.ts';
import { loadPlans } from '../generator/commands/selected-plans.ts';
import { textTable } from '../generator/commands/text-table.ts';
import { packageRoot } from '../generator/package-root.ts';
import { tuneV8 } from '../generator/tune-v8.ts';
import { listPlans } from '../generator/plan-files/load.ts';
import { jobsOf, makeWorkbook } from '../generator/workbook/jobs.ts';
import { measured, peakMemory, type Cost } from './measure.ts';

/** As many returns as a province collects in a few rounds. */
const FILES = 500;

/**
 * What `chitieu check` takes over many filled workbooks, beside exceljs only reading the same files.
 * @param given folder of workbooks to check; without it they are made, and removed at the end
 */
async function main(given: string | undefined): Promise<void> {
  const folder = given ?? (await mkdtemp(join(tmpdir(), 'chitieu-bench-')));
  // In a process of its own: what making them needs is not what checking them needs.
  if (given === undefined) execFileSync(process.execPath, [fileURLToPath(import.meta.url), '--make', folder]);
  const paths = (await readdir(folder))
    .filter((name) => name.endsWith('.xlsx'))
    .map((name) => join(folder, name));
  const [text, json, read, plain] = [noCost(), noCost(), noCost(), noCost()];
  await check(paths.slice(0, 2), []);
  const atStart = peakMemory();
  const half = Math.ceil(paths.length / 2);
  await measured(text, () => check(paths.slice(0, half), []));
  const atHalf = peakMemory();
  const printed = await measured(text, () => check(paths.slice(half), []));
  const peak = peakMemory();
  await measured(json, () => check(paths, ['--json']));
  let bytes = 0;
  let cells = 0;
  for (const path of paths) {
    const file = new Uint8Array(await readFile(path));
    bytes += file.length;
    const { sheets } = await measured(read, () => readFacts(file));
    cells += sheets.reduce((sum, sheet) => sum + sheet.cells.length, 0);
  }
  for (const path of paths) {
    const file = await readFile(path);
    await measured(plain, () => readPlain(file));
  }
  if (given === undefined) await rm(folder, { recursive: true });

  const row = (name: string, cost: Cost) => [
    name,
    (cost.wall / 1000).toFixed(1),
    (cost.cpu / 1000).toFixed(1),
    ((1000 * paths.length) / cost.wall).toFixed(1),
  ];
  const ratio = (of: Cost) =>
    `${(of.wall / plain.wall).toFixed(2)} wall, ${(of.cpu / plain.cpu).toFixed(2)} CPU`;
  process.stdout.write(
    [
      `${paths.length} workbooks, ${cells} cells, ${(bytes / 2 ** 20).toFixed(1)} MB; Node ${process.version}\n`,
      textTable(
        ['Step', 'Wall s', 'CPU s', 'Files/s'],
        [
          row('chitieu check', text),
          row('chitieu check --json', json),
          row('  of which reading the files', read),
          row('exceljs, reading the same files', plain),
        ],
      ),
      `check / exceljs reading: ${ratio(text)}\n`,
      `reading / exceljs reading: ${ratio(read)}\n`,
      `peak memory (RSS): ${atStart.toFixed(0)} MB after 2 files, ${atHalf.toFixed(0)} MB after half, ${peak.toFixed(0)} MB after all; ${(printed / 1024).toFixed(0)} kB of text for the second half\n`,
    ].join('\n'),
  );
}

/** Runs the command over files; how many characters it printed. */
async function check(paths: readonly string[], options: readonly string[]): Promise<number> {
  let length = 0;
  const out = (text: string) => {
    length += text.length;
  };
  await chitieu(['node', 'chitieu', 'check', '--jobs', '1', ...options, ...paths], {
    out,
    err: () => undefined,
  });
  return length;
}

/** The yardstick: every cell of a file as exceljs reads it, and nothing done with it. */
async function readPlain(file: Buffer): Promise<number> {
  const workbook = new ExcelJS.Workbook();
  // exceljs declares a Buffer of its own.
  await workbook.xlsx.load(file as unknown as ExcelJS.Buffer);
  let cells = 0;
  workbook.eachSheet((sheet) => sheet.eachRow((row) => row.eachCell(() => (cells += 1))));
  return cells;
}

/** Filled workbooks of all units and plans, round after round, until there are enough. */
async function make(folder: string): Promise<void> {
  const root = packageRoot();
  const { catalogue, plans } = await loadPlans(root, await listPlans(root));
  if (catalogue === null) throw new Error('seeds/catalogue.yaml does not load; run chitieu plan lint.');
  let left = FILES;
  for (let later = 0; left > 0; later += 1) {
    const before = left;
    for (const { plan } of plans) {
      const round = Number(plan.file.firstRound.slice(0, 4)) + later;
      if (round > plan.file.period.to) continue;
      for (const job of jobsOf([plan], catalogue, { round: String(round), sample: true }).slice(0, left)) {
        await writeFile(join(folder, job.name), await makeWorkbook(job, catalogue));
        left -= 1;
      }
    }
    if (left === before) return;
  }
}

function noCost(): Cost {
  return { wall: 0, cpu: 0 };
}

// As the command sets itself up; exceljs has the same.
tuneV8();
const [first, second] = process.argv.slice(2);
if (first === '--make' && second !== undefined) await make(second);
else await main(first);
