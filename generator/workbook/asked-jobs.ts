import { periodSaid } from '../../core/period/period.ts';
import type { Language } from '../../core/base/finding.ts';
import type { Catalogue } from '../../core/catalogue/catalogue.ts';
import { plansOn } from '../../core/plan/on-date.ts';
import { fewUnits } from '../../core/unit/few-units.ts';
import {
  nothingAskedIn,
  nothingAskedSaid,
  type NothingAsked,
  type Reporting,
} from '../../core/workbook/nothing-asked.ts';
import { reportingOf, type WorkbookJob } from './jobs.ts';

/** A workbook that would not have one cell to type into. */
export interface EmptyJob {
  job: WorkbookJob;
  why: NothingAsked;
}

/** The workbooks that are to be made, and those that would be empty, each in the order of the jobs. */
export function askedJobs(
  jobs: readonly WorkbookJob[],
  catalogue: Catalogue,
): { asked: WorkbookJob[]; empty: EmptyJob[] } {
  const rules = new Map<string, (one: Reporting) => NothingAsked | null>();
  const asked: WorkbookJob[] = [];
  const empty: EmptyJob[] = [];
  for (const job of jobs) {
    const key = `${job.period} ${plansOf(job)}`;
    const rule = rules.get(key) ?? ruleFor(job, catalogue);
    rules.set(key, rule);
    const why = rule(job);
    if (why === null) asked.push(job);
    else empty.push({ job, why });
  }
  return { asked, empty };
}

function ruleFor(job: WorkbookJob, ever: Catalogue) {
  const then = plansOn(job.plans, ever, reportingOf(job).cutOff);
  return nothingAskedIn(then.plans, then.catalogue);
}

function plansOf({ plans }: WorkbookJob): string {
  return plans.map(({ file }) => file.id).join(', ');
}

/** How many units get no workbook and why, a sentence for each reason; the first are named. */
export function emptySaid(empty: readonly EmptyJob[], language: Language): string[] {
  const alike = new Map<string, EmptyJob[]>();
  for (const one of empty) {
    const why = `${plansOf(one.job)}: ${nothingAskedSaid(one.why, language)}`;
    const own = alike.get(why);
    if (own) own.push(one);
    else alike.set(why, [one]);
  }
  return [...alike].map(([why, own]) => {
    const units = fewUnits(
      own.map(({ job }) => job.reporter),
      language,
    );
    const [{ job: { period } } = { job: { period: '' } }] = own;
    return language === 'vi'
      ? `${own.length} đơn vị không có sổ, kỳ ${periodSaid(period)} không hỏi gì (${why}): ${units}.`
      : `${own.length === 1 ? '1 unit gets' : `${own.length} units get`} no workbook, nothing is asked in ${periodSaid(period, 'en')} (${why}): ${units}.`;
  });
}

/** What to say to somebody who wants workbooks of such units alone. */
export function allEmptySaid(empty: readonly EmptyJob[], language: Language): string {
  const what =
    language === 'vi'
      ? 'Không tạo sổ nào: sổ sẽ không có ô nào để nhập. Cần hỏi đơn vị thì thêm chỉ tiêu vào kế hoạch, hoặc ghi nhóm của đơn vị vào danh sách đơn vị.'
      : 'No workbook was made: it would not have one cell to type into. To ask the unit, add a target to the plan, or its group to the list of units.';
  return [...emptySaid(empty, language), what].join('\n');
}
