import type { Catalogue } from '../core/catalogue/catalogue.ts';
import { periodBefore } from '../core/round/round.ts';
import { parseRowKey } from '../core/observation/key.ts';
import type { KnownFigure } from '../core/planner/known-figure.ts';
import { placed } from '../core/workbook/placed.ts';
import { textTable } from '../generator/commands/text-table.ts';
import { packageRoot } from '../generator/package-root.ts';
import { jobsOf, modelOf, reportingOf, requestOf, type WorkbookJob } from '../generator/workbook/jobs.ts';
import { makeWorkbooks } from '../generator/workbook/make-many.ts';
import { communeJobs, COMMUNES, ROUND } from './communes.ts';
import { measured, peakMemory, type Cost } from './measure.ts';
import { writePlain } from './plain-exceljs.ts';

/** Workbooks that are written plainly: enough for a mean. */
const FEW = 60;
/** Workbooks with figures of the year before that are made in one run. */
const FILLED = 480;

/** What the workbooks of many communes take, blank and with figures of the year before, beside exceljs alone. */
async function main(communes: number): Promise<void> {
  const root = packageRoot();
  const { plan, catalogue, jobs: blank } = await communeJobs(root, communes);
  const some = blank.slice(0, FILLED);
  const filled = jobsOf([plan], catalogue, {
    round: ROUND,
    unit: some.map(({ unit }) => unit.id),
    files: {
      assignments: [],
      baselines: [],
      figures: some.flatMap((job, book) => figuresBefore(job, catalogue, book)),
    },
  });
  await warmUp(some, catalogue);

  const costs = { blank: noCost(), filled: noCost(), plain: noCost() };
  await measured(costs.blank, () => makeAll(blank, catalogue));
  const peak = peakMemory();
  await measured(costs.filled, () => makeAll(filled, catalogue));
  for (const job of filled.slice(0, FEW)) {
    const model = modelOf(job, catalogue);
    await measured(costs.plain, () => writePlain(model));
  }

  const row = (name: string, { wall, cpu }: Cost, books: number) => [
    name,
    String(books),
    (wall / books).toFixed(1),
    (cpu / books).toFixed(1),
    (cpu / 1000).toFixed(1),
  ];
  const times = (cost: Cost, books: number) => (costs.plain.cpu / FEW / (cost.cpu / books)).toFixed(1);
  process.stdout.write(
    [
      `${communes} communes, plan ${plan.file.id}, round ${ROUND}; Node ${process.version}\n`,
      textTable(
        ['Workbooks', 'Number', 'Wall ms each', 'CPU ms each', 'CPU s in all'],
        [
          row('blank, one structure', costs.blank, blank.length),
          row('with figures of the year before', costs.filled, filled.length),
          row('exceljs alone, same cells', costs.plain, FEW),
        ],
      ),
      `exceljs alone / blank: ${times(costs.blank, blank.length)} CPU\n`,
      `exceljs alone / with figures: ${times(costs.filled, filled.length)} CPU\n`,
      `peak memory (RSS) of the blank ones: ${peak.toFixed(0)} MB\n`,
    ].join('\n'),
  );
}

async function makeAll(jobs: readonly WorkbookJob[], catalogue: Catalogue): Promise<void> {
  let made = 0;
  for await (const { bytes } of makeWorkbooks({ jobs, catalogue }, 1)) made += bytes.length > 0 ? 1 : 0;
  if (made < jobs.length) throw new Error(`Of ${jobs.length} workbooks ${made} were made.`);
}

/** A figure for each cell of the year before, another in each workbook, with the file and cell it is from. */
function figuresBefore(job: WorkbookJob, catalogue: Catalogue, book: number): KnownFigure[] {
  const period = periodBefore(reportingOf(job));
  const { asked, layout } = placed(requestOf(job, catalogue));
  return asked.figures.flatMap(({ key }, at): KnownFigure[] => {
    const figure = parseRowKey(key);
    if (figure === null || layout.figureCell(key, period) === null) return [];
    const source = `Báo cáo năm 2025 của ${job.unit.name} (so.xlsx, Nhập liệu!F${at + 8})`;
    return [{ unit: job.unit.id, ...figure, period, vintage: 'final', value: 100 + at + book, source }];
  });
}

/** Neither side pays for code that runs for the first time. */
async function warmUp(jobs: readonly WorkbookJob[], catalogue: Catalogue): Promise<void> {
  for (const job of jobs.slice(0, 4)) {
    await makeAll([job], catalogue);
    await writePlain(modelOf(job, catalogue));
  }
}

function noCost(): Cost {
  return { wall: 0, cpu: 0 };
}

await main(Number(process.argv[2] ?? COMMUNES));
