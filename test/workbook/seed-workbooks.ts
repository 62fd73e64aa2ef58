import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Catalogue } from '../../core/catalogue/catalogue.ts';
import type { Plan } from '../../core/plan/model.ts';
import type { WorkbookModel } from '../../core/sheet/model.ts';
import { jobsOf, modelOf, type WorkbookJob } from '../../generator/workbook/jobs.ts';
import { packageRoot } from '../../generator/package-root.ts';
import { listPlans, loadCatalogue, loadPlan } from '../../generator/plan-files/load.ts';
import { serialize } from '../../formats/xlsx/write/serialize.ts';

/** A workbook of the seeds, written for a test. */
export interface SeedWorkbook {
  job: WorkbookJob;
  model: WorkbookModel;
  bytes: Uint8Array;
  path: string;
}

/** The catalogue and plans of seeds/. */
export interface Seeds {
  catalogue: Catalogue;
  plans: Plan[];
}

let seeds: Promise<Seeds> | undefined;

/** The catalogue and plans of seeds/, which must load without an error; read once, changed by nobody. */
export function loadSeeds(): Promise<Seeds> {
  seeds ??= readSeeds();
  return seeds;
}

async function readSeeds(): Promise<Seeds> {
  const root = packageRoot();
  const catalogue = (await loadCatalogue(root)).value;
  if (!catalogue) throw new Error('seeds/catalogue.yaml does not load; run chitieu plan lint.');
  const plans: Plan[] = [];
  for (const id of await listPlans(root)) {
    const loaded = (await loadPlan(root, id, catalogue)).value;
    if (!loaded) throw new Error(`seeds/${id}/plan.yaml does not load; run chitieu plan lint ${id}.`);
    plans.push(loaded.plan);
  }
  return { catalogue, plans };
}

/** Writes the workbooks that are chosen of all jobs of the seeds. */
export async function writeSeedWorkbooks(
  folder: string,
  options: { round?: (plan: Plan) => string; sample?: boolean; choose?: (job: WorkbookJob) => boolean },
): Promise<SeedWorkbook[]> {
  const { catalogue, plans } = await loadSeeds();
  await mkdir(folder, { recursive: true });
  const written: SeedWorkbook[] = [];
  for (const plan of plans) {
    const round = options.round?.(plan) ?? plan.file.firstRound;
    for (const job of jobsOf([plan], catalogue, { round, sample: options.sample ?? false })) {
      if (options.choose && !options.choose(job)) continue;
      const model = modelOf(job, catalogue);
      const bytes = await serialize(model);
      const path = join(folder, job.name);
      await writeFile(path, bytes);
      written.push({ job, model, bytes, path });
    }
  }
  return written;
}
