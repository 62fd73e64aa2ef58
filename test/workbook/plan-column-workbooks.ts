import type { Figure } from '../../core/observation/figure.ts';
import type { KnownFigure } from '../../core/planner/known-figure.ts';
import { jobsOf, modelOf } from '../../generator/workbook/jobs.ts';
import { NO_FILES, type PlannerFiles } from '../../generator/workbook/known.ts';
import { loadSeeds } from './seed-workbooks.ts';

export const seeds = await loadSeeds();

/** The plan's value and the comparisons beside it, on the form that is signed and in the summary. */

/** "khoảng 6.000 – 7.000 người": more is no better than less. */
export const CASELOAD = 'regular-assistance-recipients|_T';
/** "5.000 – 6.000 lao động": more is better. */
export const JOBS = 'new-jobs|_T';
/** "4 – 5 %/năm" of poor households: a larger cut is better. */
export const POVERTY = 'poverty-rate|_T';
/** A published share, compared by difference. */
export const SHARE = 'merit-people-local-living-standard|_T';

export function made(
  planIds: string | readonly string[],
  round: string,
  unit: string,
  files: PlannerFiles = NO_FILES,
  sample = false,
) {
  const [first, ...others] = [planIds].flat().map((planId) => {
    const plan = seeds.plans.find(({ file }) => file.id === planId);
    if (!plan) throw new Error(`no plan ${planId}`);
    return plan;
  });
  if (!first) throw new Error('no plan');
  const [job] = jobsOf([first, ...others], seeds.catalogue, { round, unit: [unit], files, sample });
  if (!job) throw new Error(`no workbook of ${unit}`);
  return { name: job.name, model: modelOf(job, seeds.catalogue) };
}

export function figures(known: Record<string, [period: string, value: NonNullable<Figure>][]>): PlannerFiles {
  const rows = Object.entries(known).flatMap(([key, values]) =>
    values.map(([period, value]): KnownFigure => {
      const [indicator = '', stratum = '_T'] = key.split('|');
      return {
        unit: 'VN12',
        indicator,
        stratum: stratum === '_T' ? null : stratum,
        period,
        vintage: 'final',
        value,
        source: null,
      };
    }),
  );
  return { ...NO_FILES, figures: rows };
}

export const REPORTED = () =>
  figures({
    [CASELOAD]: [
      ['2013', 7_000],
      ['2014', 7_500],
    ],
    [JOBS]: [
      ['2013', 4_000],
      ['2014', '-'],
    ],
    [SHARE]: [
      ['2013', 50],
      ['2014', '-'],
    ],
    'poor-households|_T': [
      ['2013', 900],
      ['2014', '-'],
    ],
    'households|_T': [
      ['2013', 9_000],
      ['2014', 9_000],
    ],
  });
