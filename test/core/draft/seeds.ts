import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Catalogue } from '../../../core/catalogue/catalogue.ts';
import { listPlans, loadCatalogue, loadPlan, type LoadedPlan } from '../../../generator/plan-files/load.ts';
import { packageRoot } from '../../../generator/package-root.ts';

/** The catalogue of the program. */
export async function theCatalogue(): Promise<Catalogue> {
  const { value } = await loadCatalogue(packageRoot());
  if (value === null) throw new Error('the catalogue does not load');
  return value;
}

/** The plans of the program, resolved. */
export async function thePlans(catalogue: Catalogue): Promise<LoadedPlan[]> {
  const plans: LoadedPlan[] = [];
  for (const id of await listPlans(packageRoot())) {
    const { value } = await loadPlan(packageRoot(), id, catalogue);
    if (value === null) throw new Error(`${id} does not load`);
    plans.push(value);
  }
  return plans;
}

/** The document of a plan, verbatim. */
export async function sourceOf(id: string): Promise<string> {
  return readFile(join(packageRoot(), 'seeds', id, 'source.txt'), 'utf8');
}
