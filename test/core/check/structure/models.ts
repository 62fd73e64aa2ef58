import type { Figure } from '../../../../core/observation/figure.ts';
import { buildWorkbook } from '../../../../core/template/build.ts';
import type { IndicatorStatement } from '../../../../core/plan/model.ts';
import { knownOf, requestOf } from '../../../../core/workbook/definition.ts';
import type { WorkbookModel } from '../../../../core/sheet/model.ts';
import { readMeta } from '../../../../core/returned/read-meta.ts';
import { jobsOf, modelOf, type WorkbookJob } from '../../../../generator/workbook/jobs.ts';
import { loadSeeds } from '../../../workbook/seed-workbooks.ts';
import { factsOf } from './facts-of.ts';

/**
 * A workbook of the seeds with made-up figures: that of a reporter for a plan, in the plan's n-th year.
 * @param part which of the plan's targets it is about
 */
export async function seedModel(
  plan: string,
  reporter: string,
  year = 2,
  part: (target: IndicatorStatement, place: number) => boolean = () => true,
): Promise<{ job: WorkbookJob; model: WorkbookModel }> {
  const { catalogue, plans } = await loadSeeds();
  const one = plans.find(({ file }) => file.id === plan);
  if (!one) throw new Error(`seeds/ has no plan ${plan}`);
  const round = String(one.file.period.from + year);
  const [job] = jobsOf([{ ...one, targets: one.targets.filter(part) }], catalogue, {
    round,
    unit: [reporter],
    sample: true,
  });
  if (!job) throw new Error(`${plan} has no reporter ${reporter}`);
  return { job, model: modelOf(job, catalogue) };
}

/** The workbook built again as `_meta` defines it, with some figures (`indicator|stratum|year`) other than issued. */
export function rebuilt(
  model: WorkbookModel,
  figures: ReadonlyMap<string, Figure> = new Map(),
): WorkbookModel {
  const { definition } = readMeta(factsOf(model).sheets);
  if (typeof definition !== 'object') throw new Error(`definition ${definition}`);
  const known = knownOf(definition);
  return buildWorkbook(
    requestOf(definition, {
      ...known,
      figure: (key, period) => {
        const given = figures.get(`${key}|${period}`);
        return given === undefined ? known.figure(key, period) : given;
      },
    }),
  );
}
