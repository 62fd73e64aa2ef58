import { isGiven } from './known.ts';
import type { WorkbookJob } from './jobs.ts';

/**
 * What tells whether the workbooks of two jobs of one run are alike in all but who reports: jobs with the same key
 * are asked for the same, and nothing is known of any of them.
 * @returns null for a workbook that is like no other: of a province or a department, with sample figures, or of a
 * unit that the planner has given something for
 */
export function structureKey(job: WorkbookJob): string | null {
  const { plans, unit, reporter, period, sample, files, prefill } = job;
  const isKnown = isGiven(unit.id, files) || prefill.figures.length > 0;
  if (sample || reporter.id !== unit.id || unit.level === 'province' || isKnown) return null;
  const { level, parent, validFrom, validTo, successors, tags, unverified } = unit;
  return JSON.stringify([
    plans.map(({ file }) => file.id),
    period,
    { level, parent, validFrom, validTo, successors, tags, unverified },
  ]);
}
