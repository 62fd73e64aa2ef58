import { periodSaid } from '../../core/period/period.ts';
import type { Language } from '../../core/base/finding.ts';
import type { Catalogue } from '../../core/catalogue/catalogue.ts';
import type { Plan } from '../../core/plan/model.ts';
import { unitsThen } from '../../core/plan/on-date.ts';
import { vietnameseDate } from '../../core/round/round.ts';
import type { Unit } from '../../core/unit/unit.ts';
import { existsOn } from '../../core/unit/validity.ts';
import { endedDepartments } from '../../core/workbook/departments.ts';
import { reportingOf, type WorkbookJob } from '../workbook/jobs.ts';
import { unitsWords } from './units-words.ts';

/**
 * What to tell a user of units and departments that have ended since the plan began and so get no workbook, of those
 * that report instead, and of workbooks that are made for a unit of another time.
 */
export function unitsOfTheRound(
  jobs: readonly WorkbookJob[],
  catalogue: Catalogue,
  language: Language,
): string[] {
  const rounds = new Map(jobs.flatMap((job) => job.plans.map((plan) => [plan, job] as const)));
  const ofPlans = [...rounds].flatMap(([plan, job]) => {
    const { cutOff } = reportingOf(job);
    return [...endedUnits(plan, cutOff, language), ...endedBodies(plan, catalogue, { cutOff, language })];
  });
  return [...new Set([...ofPlans, ...jobs.flatMap((job) => ofAnotherTime(job, language))])];
}

/** Units that ended on one day are said together: a province had up to thirty districts. */
function endedUnits(plan: Plan, cutOff: string, language: Language): string[] {
  const now = unitsThen(plan, cutOff);
  const gone = plan.units.filter(
    (unit) => unit.validTo !== null && !now.includes(unit) && endedSince(plan, unit.validTo, cutOff),
  );
  return [...new Set(gone.map(({ validTo }) => validTo ?? ''))].map((day) => {
    const together = gone.filter(({ validTo }) => validTo === day);
    const later = now.filter(({ id }) => together.some(({ successors }) => successors.includes(id)));
    const [ended, instead] = [counted(together, language), counted(later, language)];
    const at = vietnameseDate(cutOff);
    if (language === 'en')
      return `${ended} ended on ${vietnameseDate(day)}${later.length > 0 ? `: ${instead} report instead` : ''}; this round takes figures as of ${at}.`;
    return `${ended} không còn từ sau ngày ${vietnameseDate(day)}${later.length > 0 ? `: ${instead} báo cáo thay` : ''}; kỳ này chốt số liệu ngày ${at}.`;
  });
}

/** Departments that ended on one day are said together, each with those that report its figures of the plan. */
function endedBodies(
  plan: Plan,
  catalogue: Catalogue,
  { cutOff, language }: { cutOff: string; language: Language },
): string[] {
  const gone = endedDepartments(plan, catalogue, cutOff).filter(({ ended }) =>
    endedSince(plan, ended.validTo, cutOff),
  );
  return [...new Set(gone.map(({ ended }) => ended.validTo ?? ''))].map((day) => {
    const changes = gone
      .filter(({ ended }) => ended.validTo === day)
      .map(({ ended, successors }) => `${named(ended)} → ${successors.map(named).join(', ') || '…'}`);
    const said = changes.join('; ');
    if (language === 'en')
      return `Bodies that ended on ${vietnameseDate(day)} → who reports instead (days and names not verified with the province's resolution): ${said}.`;
    return `Cơ quan không còn từ sau ngày ${vietnameseDate(day)} → cơ quan báo cáo thay (ngày và tên chưa kiểm chứng với nghị quyết của tỉnh): ${said}.`;
  });
}

/** A workbook that somebody asked for by name though its unit does not exist when the round closes. */
function ofAnotherTime(job: WorkbookJob, language: Language): string[] {
  const { reporter, period } = job;
  const { cutOff } = reportingOf(job);
  if (existsOn(reporter, cutOff) || reporter.level === 'department') return [];
  const { validFrom, validTo, successors } = reporter;
  const at = vietnameseDate(cutOff);
  const instead = successors.length > 0 ? few(successors) : null;
  if (language === 'en') {
    const why =
      validTo !== null && validTo < cutOff
        ? `ended on ${vietnameseDate(validTo)}${instead === null ? '' : `, followed by ${instead}`}`
        : `exists only from ${vietnameseDate(validFrom ?? '')}`;
    return [
      `${named(reporter)} ${why}; the round ${periodSaid(period, 'en')} takes figures as of ${at}: made all the same.`,
    ];
  }
  const why =
    validTo !== null && validTo < cutOff
      ? `không còn từ sau ngày ${vietnameseDate(validTo)}${instead === null ? '' : `, thay bằng ${instead}`}`
      : `chỉ có từ ngày ${vietnameseDate(validFrom ?? '')}`;
  return [`${named(reporter)} ${why}; kỳ ${periodSaid(period)} chốt số liệu ngày ${at}: vẫn tạo sổ.`];
}

function endedSince({ file }: Plan, validTo: string | null, cutOff: string): boolean {
  return validTo !== null && `${file.period.from}-01-01` <= validTo && validTo < cutOff;
}

/** "8 đơn vị cấp huyện (VN12.105, VN12.106, …)", or the one by its name. */
function counted(units: readonly Unit[], language: Language): string {
  const [first] = units;
  if (first && units.length === 1) return named(first);
  const ids = few(units.map(({ id }) => id));
  if (language === 'en') return `${units.length} units (${ids})`;
  return `${units.length} đơn vị ${first ? unitsWords.vi.levels[first.level] : ''} (${ids})`;
}

function few(ids: readonly string[]): string {
  return ids.length <= 3 ? ids.join(', ') : `${ids.slice(0, 2).join(', ')}, …`;
}

function named({ name, id }: Unit): string {
  return `${name} (${id})`;
}
