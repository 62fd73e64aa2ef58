import { jobsOf, modelOf, type WorkbookJob } from '../generator/workbook/jobs.ts';
import { loadPlans } from '../generator/commands/selected-plans.ts';
import { textTable } from '../generator/commands/text-table.ts';
import { packageRoot } from '../generator/package-root.ts';
import { listPlans } from '../generator/plan-files/load.ts';
import { finishPackage } from '../generator/workbook/finish.ts';
import { serialize } from '../generator/workbook/serialize.ts';
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
  const lastStep = noCost();
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
    // The step leaves its own result as it is, so doing it once more costs what it cost before.
    const written = await serialize(model);
    await measured(lastStep, () => finishPackage(written));
  }

  const row = (name: string, cost: Cost) => [
    name,
    (cost.wall / 1000).toFixed(2),
    (cost.cpu / 1000).toFixed(2),
    (cost.wall / jobs.length).toFixed(0),
  ];
  const both = { wall: build.wall + write.wall, cpu: build.cpu + write.cpu };
  const ratio = (of: keyof Cost) => (write[of] / plain[of]).toFixed(2);
  process.stdout.write(
    [
      `${jobs.length} workbooks of ${plans.length} plans, ${cells} cells, ${(bytes / 2 ** 20).toFixed(1)} MB; Node ${process.version}\n`,
      textTable(
        ['Step', 'Wall s', 'CPU s', 'Wall ms a workbook'],
        [
          row('build the models', build),
          row('serialise', write),
          row('  of which the last step over the zip', lastStep),
          row('build + serialise', both),
          row('exceljs alone, same cells', plain),
        ],
      ),
      `serialise / exceljs alone: ${ratio('wall')} wall, ${ratio('cpu')} CPU\n`,
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
