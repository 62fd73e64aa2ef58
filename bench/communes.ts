import type { Catalogue } from '../core/catalogue/catalogue.ts';
import type { Plan } from '../core/plan/model.ts';
import type { Unit } from '../core/unit/unit.ts';
import { loadPlans } from '../generator/commands/selected-plans.ts';
import { jobsOf, type WorkbookJob } from '../generator/workbook/jobs.ts';

const PLAN = 'lai-chau-2024';
export const ROUND = '2026';

/** All communes of the country since July 2025. */
export const COMMUNES = 3321;

/** The plan of a province of so many communes, and the blank workbooks of all of them. */
export async function communeJobs(
  root: string,
  communes: number,
): Promise<{ plan: Plan; catalogue: Catalogue; jobs: WorkbookJob[] }> {
  const { catalogue, plans } = await loadPlans(root, [PLAN]);
  const [installed] = plans;
  if (catalogue === null || !installed) throw new Error(`${PLAN} does not load; run chitieu plan lint.`);
  const plan = withCommunes(installed.plan, communes);
  const jobs = jobsOf([plan], catalogue, { round: ROUND }).filter(({ unit }) => unit.level === 'commune');
  return { plan, catalogue, jobs };
}

/** A province of so many communes, made up after its first one. */
function withCommunes(plan: Plan, communes: number): Plan {
  const [province] = plan.units;
  const first = plan.units.find(({ level }) => level === 'commune');
  if (!province || !first) throw new Error(`${plan.file.id} has no commune.`);
  const made = Array.from({ length: communes }, (_, at): Unit => {
    const code = String(at + 1).padStart(5, '0');
    return { ...first, id: `VN12.${code}-2025`, code, name: `Xã số ${at + 1}` };
  });
  return { ...plan, units: [province, ...made] };
}
