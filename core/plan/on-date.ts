import type { Catalogue } from '../catalogue/catalogue.ts';
import { catalogueOn } from '../catalogue/on-date.ts';
import type { Unit } from '../unit/unit.ts';
import { existsOn } from '../unit/validity.ts';
import type { Plan, Statement } from './model.ts';
import { receiversOn } from './receiver.ts';

/** Plans that share a workbook, and the catalogue, as they are on a day. */
export interface PlansOnDate {
  plans: readonly [Plan, ...Plan[]];
  catalogue: Catalogue;
}

/**
 * Plans as they are on a day: the receivers of reports, the units that exist then, the indicators with the bodies and levels of that day, the
 * groups of units that have members then.
 * @param ever catalogue of all times
 * @param date ISO date, of a round its cut-off
 */
export function plansOn(
  [first, ...others]: PlansOnDate['plans'],
  ever: Catalogue,
  date: string,
): PlansOnDate {
  const unitsOf = new Map([first, ...others].map((plan) => [plan, unitsThen(plan, date)]));
  const units = [...unitsOf.values()].flat();
  const then = catalogueOn(ever, date);
  const strata = [...then.strata].map(([id, stratum]) => {
    const isEmpty = stratum.tag !== undefined && !units.some(({ tags }) => tags.includes(stratum.tag ?? ''));
    return [id, isEmpty ? { ...stratum, members: 'none' as const } : stratum] as const;
  });
  const catalogue = { ...then, strata: new Map(strata) };
  const planThen = (plan: Plan): Plan => ({
    ...plan,
    file: {
      ...plan.file,
      form: { ...plan.file.form, receiver: receiversOn(plan.file.form.receiver, ever, date) },
    },
    targets: plan.targets.map((one) => statementIn(one, catalogue)),
    baselines: plan.baselines.map((one) => statementIn(one, catalogue)),
    deadlines: plan.deadlines.map((one) => statementIn(one, catalogue)),
    units: unitsOf.get(plan) ?? [],
  });
  return { plans: [planThen(first), ...others.map(planThen)], catalogue };
}

/**
 * A plan's province and the units below it on a day. The province stays though it may have been merged away: the
 * plan is its own.
 */
export function unitsThen({ file, units }: Plan, date: string): Unit[] {
  return units.filter((unit) => unit.id === file.province || existsOn(unit, date));
}

function statementIn<Given extends Statement>(statement: Given, { indicators, strata }: Catalogue): Given {
  const { indicator, stratum } = statement;
  return {
    ...statement,
    indicator: indicator && (indicators.get(indicator.id) ?? indicator),
    stratum: stratum && (strata.get(stratum.id) ?? stratum),
  };
}
