import { jobsOf, modelOf, type WorkbookJob } from '../generator/workbook/jobs.ts';
import { loadPlans } from '../generator/commands/selected-plans.ts';
import { textTable } from '../generator/commands/text-table.ts';
import { packageRoot } from '../generator/package-root.ts';
import { listPlans } from '../generator/plan-files/load.ts';
import { serialize } from '../formats/xlsx/write/serialize.ts';
import type { Catalogue } from '../core/catalogue/catalogue.ts';
import { measured, peakMemory, type Cost } from './measure.ts';
import { writePlain } from './plain-exceljs.ts';

/** What generating every workbook of every plan takes, beside exceljs alone on the same cells. */
async function main(): Promise<void> {
  const root = packageRoot();
  const { catalogue, plans } = await loadPlans(root, await listPlans(root));
  if (catalogue === null) throw new Error('seeds/catalogue.yaml does not load; run chitieu plan lint.');
  const jobs = plans.flatMap(({ plan }) => jobsOf([plan], catalogue, {}));
  await warmUp(jobs, catalogue);

  const build = noCost();
  const write = noCost();
  const plain = noCost();
  let cells = 0;
  let bytes = 0;
  for (const job of jobs) {
    const model = await measured(build, () => modelOf(job, catalogue));
    for (const sheet of model.sheets) cells += sheet.cells.size;
    bytes += (await measured(write, () => serialize(model))).length;
  }
  // Read before the yardstick runs, whose memory is not the product's.
  const peak = peakMemory();
  for (const job of jobs) {
    const model = modelOf(job, catalogue);
    await measured(plain, () => writePlain(model));
  }

  const row = (name: string, cost: Cost) => [
    name,
    (cost.wall / 1000).toFixed(2),
    (cost.cpu / 1000).toFixed(2),
    (cost.wall / jobs.length).toFixed(0),
  ];
  const both = { wall: build.wall + write.wall, cpu: build.cpu + write.cpu };
  const ratio = (cost: Cost) =>
    `${(cost.wall / plain.wall).toFixed(2)} wall, ${(cost.cpu / plain.cpu).toFixed(2)} CPU`;
  process.stdout.write(
    [
      `${jobs.length} workbooks of ${plans.length} plans, ${cells} cells, ${(bytes / 2 ** 20).toFixed(1)} MB; Node ${process.version}\n`,
      textTable(
        ['Step', 'Wall s', 'CPU s', 'Wall ms a workbook'],
        [
          row('build the models', build),
          row('serialise', write),
          row('build + serialise', both),
          row('exceljs alone, same cells', plain),
        ],
      ),
      `build + serialise / exceljs alone: ${ratio(both)}\n`,
      `serialise / exceljs alone: ${ratio(write)}\n`,
      `peak memory (RSS) of build + serialise: ${peak.toFixed(0)} MB\n`,
    ].join('\n'),
  );
}

/** Neither side pays for code that runs for the first time. */
async function warmUp(jobs: readonly WorkbookJob[], catalogue: Catalogue): Promise<void> {
  for (const job of jobs.slice(0, 2)) {
    const model = modelOf(job, catalogue);
    await serialize(model);
    await writePlain(model);
  }
}

function noCost(): Cost {
  return { wall: 0, cpu: 0 };
}

await main();
