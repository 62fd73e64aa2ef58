import type { Language } from '../../core/base/finding.ts';
import { parsePeriod } from '../../core/period/period.ts';
import type { Plan } from '../../core/plan/model.ts';
import { firstYear } from '../../core/period/first-year.ts';
import type { WorkbookJob } from '../workbook/jobs.ts';

/**
 * What to tell a user who named plans that are in none of the workbooks: they have no such round, or none of
 * their units was asked for.
 */
export function plansLeftOut(
  named: readonly Plan[],
  jobs: readonly WorkbookJob[],
  language: Language,
): string[] {
  const isIn = (plan: Plan) => jobs.some(({ plans }) => plans.some(({ file }) => file.id === plan.file.id));
  return named.filter((plan) => !isIn(plan)).map((plan) => reasonOf(plan, jobs, language));
}

function reasonOf({ file }: Plan, jobs: readonly WorkbookJob[], language: Language): string {
  const vi = language === 'vi';
  const { id, province, period } = file;
  const beside = jobs.find(({ plans }) => plans.some((other) => other.file.province === province));
  const year = parsePeriod(beside?.period ?? '')?.year;
  const first = firstYear(file.firstRound);
  if (beside && year !== undefined && (year < first || year > period.to))
    return vi
      ? `Kế hoạch ${id} không có trong sổ nào: kế hoạch báo cáo từ năm ${first} đến năm ${period.to}, không có kỳ ${beside.period}. Cần sổ của kế hoạch này thì chạy riêng với --round của một năm ấy.`
      : `The plan ${id} is in no workbook: it is reported on from ${first} to ${period.to}, not in ${beside.period}. For its workbooks run it alone with --round of one of these years.`;
  return vi
    ? `Kế hoạch ${id} không có trong sổ nào: không đơn vị nào của kế hoạch được chọn bằng --unit. Cần sổ của kế hoạch này thì thêm --unit với mã đơn vị của nó, ví dụ ${province}.`
    : `The plan ${id} is in no workbook: none of its units was chosen by --unit. For its workbook add --unit with the id of one of them, such as ${province}.`;
}
