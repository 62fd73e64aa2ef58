import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Catalogue } from '../../core/catalogue/catalogue.ts';
import type { Plan } from '../../core/plan/model.ts';
import { main as chitieu } from '../../generator/cli.ts';
import { loadPlans } from '../../generator/commands/selected-plans.ts';
import { packageRoot } from '../../generator/package-root.ts';
import { jobsOf, type WorkbookJob } from '../../generator/workbook/jobs.ts';

/** A plan that asks communes for figures; every province gets it as its own. */
const LIKE = 'lai-chau-2024';
export const ROUND = '2026';

/** A workspace of the whole country: a plan for each province, and the workbooks of its communes. */
export interface Country {
  folder: string;
  catalogue: Catalogue;
  plans: Plan[];
  /** One for each commune. */
  jobs: WorkbookJob[];
}

/** Makes a workspace in which every commune of the country owes a return of {@link ROUND}. */
export async function makeCountry(folder: string): Promise<Country> {
  const silent = { out: () => undefined, err: () => undefined };
  await chitieu(['node', 'chitieu', 'init', folder, '--country', '--by', 'bench'], silent);
  const seeds = join(packageRoot(), 'seeds');
  const plans = join(folder, 'plans');
  for (const name of await readdir(plans)) await rm(join(plans, name), { recursive: true });
  const provinces = (await readFile(join(seeds, 'units/vn/provinces.csv'), 'utf8'))
    .split(/\r?\n/u)
    .map((line) => line.split(','))
    .flatMap(([id = '', , level, , , validTo]) => (level === 'province' && validTo === '' ? [id] : []));
  const file = await readFile(join(seeds, LIKE, 'plan.yaml'), 'utf8');
  const ids: string[] = [];
  for (const province of provinces) {
    const id = `p-${province.toLowerCase()}`;
    ids.push(id);
    await mkdir(join(plans, id));
    await cp(join(seeds, LIKE, 'source.txt'), join(plans, id, 'source.txt'));
    // Groups of districts are those of one province; its target is left as one of the province.
    const own = file
      .replace(`id: ${LIKE}`, `id: ${id}`)
      .replace('province: VN12', `province: ${province}`)
      .replace(`units: ${LIKE}\n`, '')
      .replaceAll('    stratum: poor-districts\n', '');
    await writeFile(join(plans, id, 'plan.yaml'), own);
  }
  const loaded = await loadPlans({ root: folder, folder: 'plans', program: packageRoot() }, ids);
  const { catalogue } = loaded;
  if (!catalogue || loaded.plans.length < ids.length)
    throw new Error(`The plans do not load: ${loaded.findings.map(({ code }) => code).join(', ')}`);
  const all = loaded.plans.map(({ plan }) => plan);
  const jobs = all.flatMap((plan) => jobsOf([plan], catalogue, { round: ROUND }));
  return { folder, catalogue, plans: all, jobs: jobs.filter(({ unit }) => unit.level === 'commune') };
}
