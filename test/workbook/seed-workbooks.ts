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

/** Which workbooks of the seeds: of which round of a plan, with made-up figures or blank. */
export interface Chosen {
  round?: (plan: Plan) => string;
  sample?: boolean;
  choose?: (job: WorkbookJob) => boolean;
}

/**
 * The workbooks that are chosen of all jobs of the seeds, one after the other: who needs each of them once does not
 * hold a hundred.
 */
export async function* seedWorkbooks(chosen: Chosen): AsyncGenerator<Omit<SeedWorkbook, 'path'>> {
  const { catalogue, plans } = await loadSeeds();
  for (const plan of plans) {
    const round = chosen.round?.(plan) ?? plan.file.firstRound;
    for (const job of jobsOf([plan], catalogue, { round, sample: chosen.sample ?? false })) {
      if (chosen.choose && !chosen.choose(job)) continue;
      const model = modelOf(job, catalogue);
      yield { job, model, bytes: await serialize(model) };
    }
  }
}

/** Writes {@link seedWorkbooks} into a folder. */
export async function writeSeedWorkbooks(folder: string, chosen: Chosen): Promise<SeedWorkbook[]> {
  await mkdir(folder, { recursive: true });
  const written: SeedWorkbook[] = [];
  for await (const workbook of seedWorkbooks(chosen)) {
    const path = join(folder, workbook.job.name);
    await writeFile(path, workbook.bytes);
    written.push({ ...workbook, path });
  }
  return written;
}
