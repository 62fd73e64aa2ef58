import { execFile } from 'node:child_process';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Catalogue } from '../core/catalogue/catalogue.ts';
import { parseRowKey } from '../core/observation/key.ts';
import { periodBefore } from '../core/round/round.ts';
import { SAYS_NOTHING, type Entry } from '../core/store/entry.ts';
import { placed } from '../core/workbook/placed.ts';
import { textTable } from '../generator/commands/text-table.ts';
import { openStore } from '../generator/store/home.ts';
import { reportingOf, requestOf, type WorkbookJob } from '../generator/workbook/jobs.ts';
import { COMMUNES } from './communes.ts';
import { makeCountry, ROUND } from './import/country.ts';

/**
 * What the next cycle of the country takes as one command out of a store: the workbooks of all communes, of the
 * provinces and their departments, and the report. The command runs in a process of its own.
 * @param communes how many of them have sent a return of the year before
 */
async function main(communes: number): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'chitieu-bench-'));
  try {
    const { folder: workspace, catalogue, jobs } = await makeCountry(join(folder, 'ws'));
    const sent = jobs.slice(0, communes);
    const figures = await fillStore(join(workspace, 'store'), sent, catalogue);
    const out = join(folder, 'out');
    const round = ['--round', ROUND, '--from-store', '--out', out];
    const dry = await alone(workspace, 'renew', ...round, '--dry-run');
    const whole = await alone(workspace, 'renew', ...round);
    const books = (await readdir(out)).filter((name) => /_\d{4}\.xlsx$/u.test(name)).length - 1;
    const row = (name: string, { wall, process, peak }: Alone) => [
      name,
      (wall / 1000).toFixed(1),
      (process / 1000).toFixed(1),
      peak.toFixed(0),
    ];
    process.stdout.write(
      [
        `${figures} figures of ${sent.length} communes, ${books} workbooks; Node ${process.version}\n`,
        textTable(
          ['Command', 'Wall s', 'CPU s', 'Peak MB'],
          [row('renew --dry-run', dry), row('renew', whole)],
        ),
        `${dry.said}${whole.said}`,
      ].join('\n'),
    );
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Keeps an accepted return of the year before of each unit, all its figures in it. @returns how many figures */
async function fillStore(
  folder: string,
  jobs: readonly WorkbookJob[],
  catalogue: Catalogue,
): Promise<number> {
  const store = await openStore(folder, '2026-01-15');
  let figures = 0;
  for (const [at, job] of jobs.entries()) {
    const period = periodBefore(reportingOf(job));
    const { unit, plans } = job;
    const { asked, layout } = placed(requestOf(job, catalogue));
    const entries = asked.figures.flatMap(({ key }, row): Entry[] => {
      const figure = parseRowKey(key);
      if (figure === null || layout.figureCell(key, period) === null) return [];
      const of = { table: 'observations' as const, unit: unit.id, reporter: unit.id, period };
      const { indicator, stratum } = figure;
      const said = { vintage: 'final', value: String(100 + row + at), place: `Nhập liệu!F${row + 8}` };
      return [{ ...SAYS_NOTHING, ...of, indicator, stratum: stratum ?? '_T', ...said }];
    });
    figures += entries.length;
    const head = { unit: unit.id, reporter: unit.id, round: period, plans: plans.map(({ file }) => file.id) };
    const counts = { errors: 0, warnings: 0, owed: entries.length, entered: entries.length };
    await store.take(
      {
        ...head,
        state: 'new',
        why: [],
        received: '2026-01-15T08:00:00+07:00',
        by: null,
        sha256: String(at),
        content: String(at),
        corrects: null,
        sameAs: null,
        judged: { acceptance: 'accepted', ...counts },
        reading: null,
        program: '0',
      },
      entries,
      [{ name: `${unit.id}.xlsx`, bytes: Buffer.from(unit.id) }],
    );
  }
  await store.close();
  return figures;
}

/** What a command took in a process of its own. */
interface Alone {
  wall: number;
  /** Processor time of the whole process in milliseconds, its start included. */
  process: number;
  /** Most memory it held, in MB. */
  peak: number;
  said: string;
}

async function alone(cwd: string, ...args: string[]): Promise<Alone> {
  const module = fileURLToPath(new URL('./import/alone.js', import.meta.url));
  const { stdout } = await promisify(execFile)(process.execPath, [module, cwd, ...args]);
  return JSON.parse(stdout) as Alone;
}

await main(Number(process.argv[2] ?? COMMUNES));
