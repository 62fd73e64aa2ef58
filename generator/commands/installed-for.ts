import { installedOf, type Installed } from '../check/installed.ts';
import { exchangeContext } from '../exchange-files/context.ts';
import { loadPlannerFiles } from '../exchange-files/planner-files.ts';
import type { CommandContext } from './context.ts';
import { plannerPaths } from './planner-paths.ts';
import { usablePlans } from './selected-plans.ts';

/** What returns of the workspace are checked by: all its plans, with the planner's files. */
export async function installedFor(context: CommandContext): Promise<Installed> {
  const { catalogue, plans: loaded } = await usablePlans(context, []);
  const plans = loaded.map(({ plan }) => plan);
  const exchange = exchangeContext(catalogue, plans);
  const files = await loadPlannerFiles(await plannerPaths({}, context), exchange, context.err);
  return installedOf({ catalogue, plans, files });
}
