import type { ReturnExpectation } from '../../core/check/return/return-rule.ts';
import type { ReturnIdentity } from '../../core/returned/return-identity.ts';
import { exchangeNames, type ExchangeNames } from '../../core/exchange/names.ts';
import { departmentsEver } from '../../core/workbook/departments.ts';
import { exchangeContext } from '../exchange-files/context.ts';
import type { InstalledSeeds } from '../workbook/definition-from-seeds.ts';
import { planHash } from '../workbook/jobs.ts';

/** What is installed where returns are received, as checks want it. */
export interface Installed extends InstalledSeeds {
  names: ExchangeNames;
  /** Whether a planner gave files beside the plans. */
  hasFiles: boolean;
  /** What can be expected of a return that says this of itself. */
  expectationOf: (identity: ReturnIdentity) => ReturnExpectation;
}

/** Draws up what checks need of the installed plans, once for all returns. */
export function installedOf(seeds: InstalledSeeds): Installed {
  const { plans, catalogue } = seeds;
  const hashes = new Map(plans.map((plan) => [plan.file.id, planHash(plan)]));
  const reporters = new Map(
    plans.map((plan) => [
      plan.file.id,
      [...plan.units, ...departmentsEver(plan, catalogue)].map(({ id }) => id),
    ]),
  );
  return {
    ...seeds,
    hasFiles: seeds.files !== undefined,
    names: exchangeNames(exchangeContext(catalogue, plans).units, {
      indicators: catalogue.indicators.values(),
      strata: catalogue.strata.values(),
    }),
    expectationOf({ plans: reported, definition }) {
      const ids = [...reported.keys()];
      const units = ids.map((id) => reporters.get(id));
      if (units.every((one) => one !== undefined) && ids.length > 0)
        return { plans: hashes, units: new Set(units.flat()) };
      // A workbook that carries its definition needs no installed plan; without either nothing can be judged.
      return definition === 'whole' ? {} : { plans: hashes };
    },
  };
}
