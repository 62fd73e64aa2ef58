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

/** Workbooks of a run that are alike but for their unit and what is filled in, so many that a stamp is worth its trouble. */
export interface AlikeJobs {
  /** Of each group the jobs with the shortest, the longest and a middling name of the unit. */
  groups: readonly (readonly WorkbookJob[])[];
  /** The group of each job, in the order of the jobs; null for one that is made by itself. */
  groupOf: readonly (number | null)[];
}

/** A stamp costs as much as four workbooks, one with figures as ten; below twice that it is not worth its trouble. */
const WORTH_A_STAMP = { blank: 8, filled: 20 };

/** Finds the workbooks of a run that are alike. */
export function alikeJobs(jobs: readonly WorkbookJob[]): AlikeJobs {
  const alike = new Map<string, WorkbookJob[]>();
  const keys = jobs.map((job) => {
    const key = structureKey(job);
    if (key === null) return null;
    const group = alike.get(key);
    if (group === undefined) alike.set(key, [job]);
    else group.push(job);
    return key;
  });
  const groups: WorkbookJob[][] = [];
  const numbers = new Map<string, number>();
  for (const [key, group] of alike) {
    const [first] = group;
    if (first === undefined) continue;
    const isWorth = group.length >= (isFilled(first) ? WORTH_A_STAMP.filled : WORTH_A_STAMP.blank);
    if (isWorth) numbers.set(key, groups.push(ofAllLengths(group)) - 1);
  }
  return { groups, groupOf: keys.map((key) => (key === null ? null : (numbers.get(key) ?? null))) };
}

function ofAllLengths(group: readonly WorkbookJob[]): WorkbookJob[] {
  const byLength = [...group].sort((a, b) => a.unit.name.length - b.unit.name.length);
  const wanted = [byLength[0], byLength.at(-1), byLength[Math.floor(byLength.length / 2)]];
  return [...new Set(wanted)].filter((job) => job !== undefined);
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
