import { assignedKey, type Assignment } from '../../core/planner/assignment/assignment.ts';
import { endOfYear } from '../../core/planner/assignment/in-force.ts';
import { assignmentMessages } from '../../core/planner/assignment/messages.ts';
import { type Finding, reporter } from '../../core/base/finding.ts';
import { givenTo } from './known.ts';
import type { Catalogue } from '../../core/catalogue/catalogue.ts';
import { seriesKeysByCommune } from '../../core/workbook/by-commune.ts';
import { reportingOf, requestOf, type WorkbookJob } from './jobs.ts';

const report = reporter(assignmentMessages);

/**
 * The planner's assignments of the units that workbooks are made for which are for a year up to the round's and
 * not used, because they begin after its cut-off. Those that begin after their own year are named as the file is
 * read, those for later years wait for their rounds.
 * @param file the planner's file, for the place of the finding
 * @returns one finding for all of them, or none
 */
export function laterAssignments(
  jobs: readonly WorkbookJob[],
  catalogue: Catalogue,
  file: string | undefined,
): Finding[] {
  const cutOffs = new Map<Assignment, string>();
  for (const job of jobs) {
    const { cutOff } = reportingOf(job);
    for (const row of assignmentsFor(job, catalogue)) {
      const isLater = row.validFrom > cutOff && row.validFrom <= endOfYear(row.year);
      if (row.year <= job.round && isLater) cutOffs.set(row, cutOff);
    }
  }
  if (cutOffs.size === 0) return [];
  const rows = [...cutOffs].map(([row, cutOff]) => ({
    unit: row.unit,
    figure: assignedKey(row),
    year: row.year,
    validFrom: row.validFrom,
    cutOff,
  }));
  return [report('assignments-later', file === undefined ? {} : { file }, { rows })];
}

/** What was assigned to the unit of a workbook, and to communes of what a body reports of them. */
function assignmentsFor(job: WorkbookJob, catalogue: Catalogue): Assignment[] {
  const { unit, reporter, files } = job;
  const own = [...givenTo(unit.id, files).assignments];
  if (reporter.id === unit.id || files.assignments.length === 0) return own;
  const { byCommune, plans, catalogue: then } = requestOf(job, catalogue);
  if (!byCommune) return own;
  const keys = new Set(seriesKeysByCommune(plans, byCommune.figures, then));
  const ofCommunes = byCommune.units.flatMap(({ id }) => givenTo(id, files).assignments);
  return [...own, ...ofCommunes.filter((row) => keys.has(assignedKey(row)))];
}
