import type { Catalogue } from '../../core/catalogue/catalogue.ts';
import type { Finding } from '../../core/base/finding.ts';
import type { Plan } from '../../core/plan/model.ts';
import type { Unit } from '../../core/unit/unit.ts';
import { departmentsEver } from '../../core/workbook/departments.ts';

/** What the rows of an exchange file refer to. */
export interface ExchangeContext {
  catalogue: Catalogue;
  /** Live plans; assignments are given for their targets. */
  plans: readonly Plan[];
  /** Every unit a row may name. */
  units: readonly Unit[];
}

/** What a file gave: null when one of the findings is an error. */
export interface Loaded<Value> {
  value: Value | null;
  findings: Finding[];
}

/**
 * What rows may refer to: the plans' targets, and every unit that these or other plans list, with the
 * departments that report for them. Of a unit that several list, the plans' own description counts.
 * @param others plans that are not live but whose units an older row may name
 */
export function exchangeContext(
  catalogue: Catalogue,
  plans: readonly Plan[],
  others: readonly Plan[] = [],
): ExchangeContext {
  const listed = [...others, ...plans].flatMap((plan) => [
    ...plan.units,
    ...departmentsEver(plan, catalogue),
  ]);
  return { catalogue, plans, units: [...new Map(listed.map((unit) => [unit.id, unit])).values()] };
}
