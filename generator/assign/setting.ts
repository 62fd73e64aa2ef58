import { fewOfEach } from '../../core/planner/few-findings.ts';
import type { Finding } from '../../core/base/finding.ts';
import { renderFinding } from '../../core/wording/render.ts';
import type { Unit } from '../../core/unit/unit.ts';
import type { Catalogue } from '../../core/catalogue/catalogue.ts';
import type { Plan } from '../../core/plan/model.ts';
import { exchangeContext, type ExchangeContext } from '../exchange-files/context.ts';
import { listPlans } from '../plan-files/load.ts';
import { unitsFromFile } from '../plan-files/unit-file.ts';
import type { CommandContext } from '../commands/context.ts';
import { loadPlans, planSource, requirePlans } from '../commands/selected-plans.ts';

/** What the commands of the group work with. */
export interface AssignSetting {
  catalogue: Catalogue;
  /** The chosen plans, with the planner's unit list where one was given. */
  plans: Plan[];
  /** The same plans with the units of the national list. */
  national: Plan[];
  exchange: ExchangeContext;
}

/**
 * Loads the chosen plans. Units of the other plans are known too, so that older rows of a file may stay.
 * @throws CommandFailure when one of the chosen plans or the unit list does not load
 */
export async function assignSetting(
  context: CommandContext,
  given: readonly string[],
  unitFile: string | undefined,
): Promise<AssignSetting> {
  const { catalogue, plans: loaded } = await requirePlans(context, given);
  const units: Unit[] | null = unitFile === undefined ? null : await unitsFromFile(unitFile);
  const national = loaded.map(({ plan }) => plan);
  const plans = national.map((plan) => (units ? { ...plan, units } : plan));
  const others = (await listPlans(planSource(context))).filter((id) =>
    plans.every(({ file }) => file.id !== id),
  );
  const rest = (await loadPlans(planSource(context), others)).plans.map(({ plan }) => plan);
  return { catalogue, plans, national, exchange: exchangeContext(catalogue, plans, rest) };
}

/** Findings as lines of text. */
export function asLines(findings: readonly Finding[]): string {
  return fewOfEach(findings)
    .map((finding) => `${renderFinding(finding, 'vi')}\n`)
    .join('');
}
