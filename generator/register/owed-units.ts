import type { Catalogue } from '../../core/catalogue/catalogue.ts';
import { parsePeriod, type Period } from '../../core/period/period.ts';
import type { Plan } from '../../core/plan/model.ts';
import { roundOf, vietnameseDate } from '../../core/round/round.ts';
import type { ReturnHead } from '../../core/store/model.ts';
import type { OwedUnit } from '../../core/store/register.ts';
import type { Unit } from '../../core/unit/unit.ts';
import { existsOn } from '../../core/unit/validity.ts';
import { departmentsEver, departmentsOf } from '../../core/workbook/departments.ts';
import { firstYear } from '../../core/period/first-year.ts';

/** Plans that have a round of a period. */
export function livePlans(plans: readonly Plan[], { year }: Period): Plan[] {
  return plans.filter(({ file }) => firstYear(file.firstRound) <= year && year <= file.period.to);
}

/**
 * Everybody who reports on plans in a round, in the order of the plans' units: who owes a return, by when and on
 * which plans; and who does not any more, or not yet, with the reason.
 * @param round SDMX period
 */
export function owedUnits(plans: readonly Plan[], catalogue: Catalogue, round: string): OwedUnit[] {
  const period = parsePeriod(round);
  if (!period) return [];
  const owed = new Map<string, OwedUnit>();
  for (const plan of livePlans(plans, period)) {
    const { due, cutOff } = roundOf(period, plan.roundRules);
    const begin = `${plan.file.period.from}-01-01`;
    // Communes of a later time are no news to a round of districts, nor who had ended before the plan began.
    const units = plan.units.filter(
      ({ level, validFrom, validTo }) =>
        (validTo === null || validTo >= begin) && (level !== 'commune' || (validFrom ?? '') <= cutOff),
    );
    for (const reporter of [...units, ...departmentsOf(plan, catalogue, cutOff)]) {
      const before = owed.get(reporter.id);
      const notOwed = whyNotOwed(reporter, cutOff);
      owed.set(reporter.id, {
        reporter: reporter.id,
        name: reporter.name,
        plans: [...(before?.plans ?? []), plan.file.id],
        notOwed: before ? (before.notOwed ?? notOwed) : notOwed,
        due:
          [before?.due, due]
            .filter((day) => typeof day === 'string')
            .sort()
            .at(-1) ?? null,
      });
    }
  }
  return [...owed.values()];
}

/**
 * Whether who reports owes a return; null where its plans are not known here. Who is in no plan of here owes none here:
 * in a store that provinces share it would count as another province's, which could neither see nor correct it.
 */
export function whoOwes(plans: readonly Plan[], catalogue: Catalogue): (head: ReturnHead) => boolean | null {
  const reporters = new Set(
    plans.flatMap((plan) => [...plan.units, ...departmentsEver(plan, catalogue)].map(({ id }) => id)),
  );
  // Of hundreds of returns nearly all are of the same plans and round.
  const drawnUp = new Map<string, ReadonlySet<string>>();
  return (head) => {
    const known = plans.filter(({ file }) => head.plans.includes(file.id));
    if (known.length === 0 && reporters.size > 0 && !reporters.has(head.reporter)) return false;
    if (known.length === 0 || known.length < head.plans.length) return null;
    const key = [head.round, ...known.map(({ file }) => file.id)].join('|');
    const owing = drawnUp.get(key) ?? owingIn(known, catalogue, head.round);
    drawnUp.set(key, owing);
    return owing.has(head.reporter);
  };
}

function owingIn(plans: readonly Plan[], catalogue: Catalogue, round: string): ReadonlySet<string> {
  const units = owedUnits(plans, catalogue, round).filter(({ notOwed }) => notOwed === null);
  return new Set(units.map(({ reporter }) => reporter));
}

/** As when workbooks are made: below a province only who exists when the round closes. */
function whyNotOwed(unit: Unit, cutOff: string): string | null {
  const { level, validFrom, validTo, successors } = unit;
  if (level === 'province' || level === 'department' || existsOn(unit, cutOff)) return null;
  if (validTo !== null && validTo < cutOff)
    return `không còn từ sau ngày ${vietnameseDate(validTo)}${successors.length > 0 ? `, thay bằng ${successors.join(', ')}` : ''}`;
  return `chỉ có từ ngày ${vietnameseDate(validFrom ?? '')}`;
}
