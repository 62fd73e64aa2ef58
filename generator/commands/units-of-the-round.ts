import { existsOn } from '../../core/unit/validity.ts';
import { vietnameseDate } from '../../core/round/round.ts';
import { reportingOf, type WorkbookJob } from '../workbook/jobs.ts';

/**
 * Leaves out the units below a province that do not exist when the round closes: nobody could fill the
 * workbook in. A unit that was asked for by name is made all the same, a province too, since the plan is its own.
 * @param named ids given by the user
 * @returns the jobs that are left, and what to tell the user
 */
export function unitsOfTheRound(
  jobs: readonly WorkbookJob[],
  named: readonly string[],
): { jobs: WorkbookJob[]; notes: string[] } {
  const left: WorkbookJob[] = [];
  const notes: string[] = [];
  for (const job of jobs) {
    const { reporter, period } = job;
    const { cutOff } = reportingOf(job);
    if (existsOn(reporter, cutOff)) {
      left.push(job);
      continue;
    }
    const isMade =
      named.includes(reporter.id) || reporter.level === 'province' || reporter.level === 'department';
    if (isMade) left.push(job);
    if (reporter.level === 'department') continue;
    notes.push(noteOf(job, cutOff, isMade, period));
  }
  return { jobs: left, notes };
}

function noteOf({ reporter }: WorkbookJob, cutOff: string, isMade: boolean, period: string): string {
  const { id, name, validFrom, validTo, successors } = reporter;
  const why =
    validTo !== null && validTo < cutOff
      ? `không còn từ sau ngày ${vietnameseDate(validTo)}${successors.length > 0 ? `, thay bằng ${successors.join(', ')} (thêm bằng --units)` : ''}`
      : `chỉ có từ ngày ${vietnameseDate(validFrom ?? '')}`;
  const done = isMade ? 'vẫn tạo sổ' : `không tạo sổ (cần thì thêm --unit ${id})`;
  return `${name} (${id}) ${why}; kỳ ${period} chốt số liệu ngày ${vietnameseDate(cutOff)}: ${done}.`;
}
