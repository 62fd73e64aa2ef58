import type { Catalogue } from '../../core/catalogue/catalogue.ts';
import type { Plan } from '../../core/plan/model.ts';
import { unitsThen } from '../../core/plan/on-date.ts';
import { vietnameseDate } from '../../core/round/round.ts';
import type { Unit } from '../../core/unit/unit.ts';
import { existsOn } from '../../core/unit/validity.ts';
import { endedDepartments } from '../../core/workbook/departments.ts';
import { reportingOf, type WorkbookJob } from '../workbook/jobs.ts';
import { levelWords } from './units-group.ts';

/**
 * What to tell a user of units and departments that have ended since the plan began and so get no workbook, of those
 * that report instead, and of workbooks that are made for a unit of another time.
 */
export function unitsOfTheRound(jobs: readonly WorkbookJob[], catalogue: Catalogue): string[] {
  const rounds = new Map(jobs.flatMap((job) => job.plans.map((plan) => [plan, job] as const)));
  const ofPlans = [...rounds].flatMap(([plan, job]) => {
    const { cutOff } = reportingOf(job);
    return [...endedUnits(plan, cutOff), ...endedBodies(plan, catalogue, cutOff)];
  });
  return [...new Set([...ofPlans, ...jobs.flatMap(ofAnotherTime)])];
}

/** Units that ended on one day are said together: a province had up to thirty districts. */
function endedUnits(plan: Plan, cutOff: string): string[] {
  const now = unitsThen(plan, cutOff);
  const gone = plan.units.filter(
    (unit) => unit.validTo !== null && !now.includes(unit) && endedSince(plan, unit.validTo, cutOff),
  );
  return [...new Set(gone.map(({ validTo }) => validTo ?? ''))].map((day) => {
    const together = gone.filter(({ validTo }) => validTo === day);
    const later = now.filter(({ id }) => together.some(({ successors }) => successors.includes(id)));
    const instead = later.length > 0 ? `: ${counted(later)} báo cáo thay` : '';
    return `${counted(together)} không còn từ sau ngày ${vietnameseDate(day)}${instead}; kỳ này chốt số liệu ngày ${vietnameseDate(cutOff)}.`;
  });
}

/** Departments that ended on one day are said together, each with those that report its figures of the plan. */
function endedBodies(plan: Plan, catalogue: Catalogue, cutOff: string): string[] {
  const gone = endedDepartments(plan, catalogue, cutOff).filter(({ ended }) =>
    endedSince(plan, ended.validTo, cutOff),
  );
  return [...new Set(gone.map(({ ended }) => ended.validTo ?? ''))].map((day) => {
    const changes = gone
      .filter(({ ended }) => ended.validTo === day)
      .map(({ ended, successors }) => `${named(ended)} → ${successors.map(named).join(', ') || '…'}`);
    return `Cơ quan không còn từ sau ngày ${vietnameseDate(day)} → cơ quan báo cáo thay (ngày và tên chưa kiểm chứng với nghị quyết của tỉnh): ${changes.join('; ')}.`;
  });
}

/** A workbook that somebody asked for by name though its unit does not exist when the round closes. */
function ofAnotherTime(job: WorkbookJob): string[] {
  const { reporter, period } = job;
  const { cutOff } = reportingOf(job);
  if (existsOn(reporter, cutOff) || reporter.level === 'department') return [];
  const { validFrom, validTo, successors } = reporter;
  const why =
    validTo !== null && validTo < cutOff
      ? `không còn từ sau ngày ${vietnameseDate(validTo)}${successors.length > 0 ? `, thay bằng ${few(successors)}` : ''}`
      : `chỉ có từ ngày ${vietnameseDate(validFrom ?? '')}`;
  return [`${named(reporter)} ${why}; kỳ ${period} chốt số liệu ngày ${vietnameseDate(cutOff)}: vẫn tạo sổ.`];
}

function endedSince({ file }: Plan, validTo: string | null, cutOff: string): boolean {
  return validTo !== null && `${file.period.from}-01-01` <= validTo && validTo < cutOff;
}

/** "8 đơn vị cấp huyện (VN12.105, VN12.106, …)", or the one by its name. */
function counted(units: readonly Unit[]): string {
  const [first] = units;
  if (first && units.length === 1) return named(first);
  return `${units.length} đơn vị ${first ? levelWords[first.level] : ''} (${few(units.map(({ id }) => id))})`;
}

function few(ids: readonly string[]): string {
  return ids.length <= 3 ? ids.join(', ') : `${ids.slice(0, 2).join(', ')}, …`;
}

function named({ name, id }: Unit): string {
  return `${name} (${id})`;
}
