import type { Finding } from '../../core/base/finding.ts';
import { unitsThen } from '../../core/plan/on-date.ts';
import type { Plan } from '../../core/plan/model.ts';
import { vietnameseDate } from '../../core/round/round.ts';
import { compareUnitLists } from '../../core/unit/compare-lists.ts';

/**
 * What a list of units named on the command line has otherwise than the national one, as both are on a day.
 * @param own the plan with the list's units
 * @param national the same plan as it was loaded
 * @param file the list, for the place of findings
 */
export function ownListFindings(own: Plan, national: Plan, date: string, file: string): Finding[] {
  return compareUnitLists(unitsThen(own, date), unitsThen(national, date), vietnameseDate(date), { file });
}
