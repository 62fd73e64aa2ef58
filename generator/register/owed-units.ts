import type { Catalogue } from '../../core/catalogue/catalogue.ts';
import { parsePeriod, type Period } from '../../core/period/period.ts';
import type { Plan } from '../../core/plan/model.ts';
import type { Language } from '../../core/base/finding.ts';
import { plansOn } from '../../core/plan/on-date.ts';
import { roundOf, vietnameseDate } from '../../core/round/round.ts';
import type { Owing } from '../../core/store/reasons-to-hold.ts';
import type { ReturnHead } from '../../core/store/model.ts';
import type { NotOwed, OwedUnit } from '../../core/store/register.ts';
import type { Unit } from '../../core/unit/unit.ts';
import { existsOn } from '../../core/unit/validity.ts';
import { departmentsEver, departmentsOf } from '../../core/workbook/departments.ts';
import { nothingAskedIn, nothingAskedSaid, type NothingAsked } from '../../core/workbook/nothing-asked.ts';
import { firstYear } from '../../core/period/first-year.ts';

/** Plans that have a round of a period. */
export function livePlans(plans: readonly Plan[], { year }: Period): Plan[] {
  return plans.filter(({ file }) => firstYear(file.firstRound) <= year && year <= file.period.to);
}

/** Who reports on a plan, and whether a return of it is owed. */
interface OwedOnPlan {
  plan: string;
  reporter: Unit;
  /** Why it does not exist when the round closes, or is asked nothing; null where neither is so. */
  notThere: NotOwed | null;
  nothing: NothingAsked | null;
  due: string | null;
}

/**
 * Everybody who reports on plans in a round, in the order of the plans' units: who owes a return, by when and on
 * which plans; and who does not any more, or not yet, or is asked nothing, with the reason.
 * @param round SDMX period
 */
export function owedUnits(plans: readonly Plan[], catalogue: Catalogue, round: string): OwedUnit[] {
  const period = parsePeriod(round);
  if (!period) return [];
  const byReporter = new Map<string, OwedOnPlan[]>();
  for (const plan of livePlans(plans, period))
    for (const one of owedOn(plan, catalogue, period)) {
      const own = byReporter.get(one.reporter.id);
      if (own) own.push(one);
      else byReporter.set(one.reporter.id, [one]);
    }
  return [...byReporter.values()].flatMap((all) => {
    // A plan that asks nothing of a unit waits for nothing of it, whatever others do.
    const owing = all.filter(({ notThere, nothing }) => notThere === null && nothing === null);
    const [first] = all;
    if (!first) return [];
    const on = owing.length > 0 ? owing : all;
    const due = on.flatMap((one) => one.due ?? []).sort();
    return [
      {
        reporter: first.reporter.id,
        name: (all.at(-1) ?? first).reporter.name,
        plans: on.map(({ plan }) => plan),
        notOwed: owing.length > 0 ? null : whyOf(all),
        due: due.at(-1) ?? null,
      },
    ];
  });
}

function nothingAskedOn(plan: Plan, ever: Catalogue, date: string) {
  const then = plansOn([plan], ever, date);
  return nothingAskedIn(then.plans, then.catalogue);
}

/** Why nothing is owed on any of several plans; where these ask nothing for different reasons, the reason of each. */
function whyOf(all: readonly OwedOnPlan[]): NotOwed | null {
  const gone = all.find(({ notThere }) => notThere !== null)?.notThere ?? null;
  if (gone !== null) return gone;
  const reasons = (language: Language) => {
    const said = all.flatMap(({ nothing }) => (nothing ? [nothingAskedSaid(nothing, language)] : []));
    if (new Set(said).size <= 1) return said[0] ?? '';
    return all.map(({ plan }, at) => `${plan}: ${said[at] ?? ''}`).join('; ');
  };
  return {
    because: 'nothing-asked',
    said: {
      vi: `kỳ này không hỏi gì: ${reasons('vi')}`,
      en: `nothing is asked in this round: ${reasons('en')}`,
    },
  };
}

/** Everybody who reports on one plan in a round, and whether they owe a return of it. */
function owedOn(plan: Plan, catalogue: Catalogue, period: Period): OwedOnPlan[] {
  const { due, cutOff } = roundOf(period, plan.roundRules);
  const begin = `${plan.file.period.from}-01-01`;
  // Communes of a later time are no news to a round of districts, nor who had ended before the plan began.
  const units = plan.units.filter(
    ({ level, validFrom, validTo }) =>
      (validTo === null || validTo >= begin) && (level !== 'commune' || (validFrom ?? '') <= cutOff),
  );
  const nothingAsked = nothingAskedOn(plan, catalogue, cutOff);
  const [province] = plan.units;
  return [...units, ...departmentsOf(plan, catalogue, cutOff)].map((reporter) => {
    const unit = reporter.level === 'department' && province ? province : reporter;
    const nothing = nothingAsked({ unit, reporter });
    return { plan: plan.file.id, reporter, notThere: whyNotThere(reporter, cutOff), nothing, due };
  });
}

/**
 * Whether who reports owes a return; null where its plans are not known here. Who is in no plan of here owes none here:
 * in a store that provinces share it would count as another province's, which could neither see nor correct it.
 */
export function whoOwes(plans: readonly Plan[], catalogue: Catalogue): (head: ReturnHead) => Owing | null {
  const reporters = new Set(
    plans.flatMap((plan) => [...plan.units, ...departmentsEver(plan, catalogue)].map(({ id }) => id)),
  );
  // Of hundreds of returns nearly all are of the same plans and round.
  const drawnUp = new Map<string, ReadonlyMap<string, Owing>>();
  return (head) => {
    const known = plans.filter(({ file }) => head.plans.includes(file.id));
    if (known.length === 0 && reporters.size > 0 && !reporters.has(head.reporter)) return 'nothing';
    if (known.length === 0 || known.length < head.plans.length) return null;
    const key = [head.round, ...known.map(({ file }) => file.id)].join('|');
    const owing = drawnUp.get(key) ?? owingIn(known, catalogue, head.round);
    drawnUp.set(key, owing);
    return owing.get(head.reporter) ?? 'nothing';
  };
}

function owingIn(plans: readonly Plan[], catalogue: Catalogue, round: string): ReadonlyMap<string, Owing> {
  return new Map(
    owedUnits(plans, catalogue, round).map(({ reporter, notOwed }) => [
      reporter,
      notOwed === null ? 'return' : notOwed.because === 'nothing-asked' ? 'nothing-asked' : 'nothing',
    ]),
  );
}

/** As when workbooks are made: below a province only who exists when the round closes. */
function whyNotThere(unit: Unit, cutOff: string): NotOwed | null {
  const { level, validFrom, validTo, successors } = unit;
  if (level === 'province' || level === 'department' || existsOn(unit, cutOff)) return null;
  if (validTo !== null && validTo < cutOff) {
    const [day, instead] = [vietnameseDate(validTo), successors.join(', ')];
    return {
      because: 'ended',
      said: {
        vi: `không còn từ sau ngày ${day}${instead === '' ? '' : `, thay bằng ${instead}`}`,
        en: `ended on ${day}${instead === '' ? '' : `, followed by ${instead}`}`,
      },
    };
  }
  const day = vietnameseDate(validFrom ?? '');
  return { because: 'not-yet', said: { vi: `chỉ có từ ngày ${day}`, en: `exists only from ${day}` } };
}
