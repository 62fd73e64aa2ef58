import type { Catalogue } from '../../core/catalogue/catalogue.ts';
import type { Plan } from '../../core/plan/model.ts';
import { definitionOf, type WorkbookDefinition } from '../../core/workbook/definition.ts';
import type { ReturnedWorkbook } from '../../core/returned/read.ts';
import { jobsOf, NoSuchRound, requestOf } from './jobs.ts';
import { NO_FILES, type PlannerFiles } from './known.ts';

/** The plans and the catalogue that are installed, and what a planner gave beside them. */
export interface InstalledSeeds {
  plans: readonly Plan[];
  catalogue: Catalogue;
  files?: PlannerFiles;
}

/** What is left of a workbook that has lost its definition, or what a return in CSV files says of itself. */
export type LostIdentity = Pick<ReturnedWorkbook, 'unit' | 'reporter' | 'round' | 'sample'> & {
  /** Plan ids in the order of the workbook; values are not looked at. */
  plans: ReadonlyMap<string, unknown>;
};

/**
 * The definition a workbook of this identity gets when it is made from the installed plans. Without the files
 * a planner gave beside them it has no assigned values, baselines and known figures.
 * @returns null where a plan is not installed, or none of its units and rounds is the one wanted
 */
export function definitionFromSeeds(
  { plans: installed, catalogue, files = NO_FILES }: InstalledSeeds,
  { unit, reporter, round, plans: wanted, sample }: LostIdentity,
): WorkbookDefinition | null {
  const plans = [...wanted.keys()].flatMap((id) => installed.find(({ file }) => file.id === id) ?? []);
  const [first, ...others] = plans;
  if (!first || plans.length < wanted.size) return null;
  try {
    const [job] = jobsOf([first, ...others], catalogue, { round, unit: [reporter], sample, files });
    // A unit that only some of the plans list would get a workbook of those.
    if (job?.plans.length !== plans.length || job.unit.id !== unit) return null;
    return definitionOf(requestOf(job, catalogue));
  } catch (error) {
    // The round comes from the file and may be anything.
    if (error instanceof NoSuchRound) return null;
    throw error;
  }
}
