import { givenTo } from './known.ts';
import type { WorkbookJob } from './jobs.ts';

/**
 * What tells whether the workbooks of two jobs of one run are alike in all but who reports and what is filled in: jobs
 * with the same key are asked for the same, have the same assigned, and the same cells filled in, whatever with.
 * @returns null for a workbook that is like no other: of a province or a department, or with sample figures
 */
export function structureKey(job: WorkbookJob): string | null {
  const { plans, unit, reporter, period, sample } = job;
  if (sample || reporter.id !== unit.id || unit.level === 'province') return null;
  const { level, parent, validFrom, validTo, successors, tags, unverified } = unit;
  return JSON.stringify([
    plans.map(({ file }) => file.id),
    period,
    { level, parent, validFrom, validTo, successors, tags, unverified },
    knownShape(job),
  ]);
}

/** Whether something is filled in before anybody types. */
export function isFilled({ unit, files, prefill }: WorkbookJob): boolean {
  const { figures, baselines } = givenTo(unit.id, files);
  return figures.length + baselines.length + prefill.figures.length > 0;
}

/** What is filled in, without the numbers, signs and sources. */
function knownShape({ unit, files, prefill }: WorkbookJob): unknown {
  const { assignments, figures, baselines } = givenTo(unit.id, files);
  return [
    // Of assigned values the order counts too: the later of two is in force.
    assignments.map((one) => ({ ...one, unit: '' })),
    figures.map(({ indicator, stratum, period, vintage, source }) => [
      ...[indicator, stratum, period, vintage],
      source === null,
    ]),
    baselines.map(({ indicator, stratum, year }) => [indicator, stratum, year]),
    prefill.figures.map(({ key, period, figure }) => [key, period, figure === null]),
  ];
}
