import { jobsOf, type WorkbookJob } from '../../generator/workbook/jobs.ts';
import { NO_FILES } from '../../generator/workbook/known.ts';
import type { KnownFigure } from '../../core/planner/known-figure.ts';
import { loadSeeds } from './seed-workbooks.ts';

export const seeds = await loadSeeds();

/** The six months of Bảo hiểm xã hội: participants are counted monthly, satisfaction by a yearly survey. */
export const REPORTER = 'VN12.BHXH';
export const PERIOD = '2024-S1';
export const COUNTED = 'voluntary-insurance-participants|_T';
export const SURVEYED = 'insurance-satisfaction-index|_T';

export function job(round: string, figures: KnownFigure[] = [], reporter = REPORTER): WorkbookJob {
  const plan = seeds.plans.find(({ file }) => file.id === 'lai-chau-2021');
  if (!plan) throw new Error('no plan');
  const [made] = jobsOf([plan], seeds.catalogue, {
    round,
    unit: [reporter],
    files: { ...NO_FILES, figures },
  });
  if (!made) throw new Error('no job');
  return made;
}
