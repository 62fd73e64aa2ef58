import type { Catalogue } from '../../core/catalogue/catalogue.ts';
import type { Plan } from '../../core/plan/model.ts';
import type { CommandContext } from '../commands/context.ts';
import { plannerPaths } from '../commands/planner-paths.ts';
import type { PlannerFiles } from '../workbook/known.ts';
import { exchangeContext } from './context.ts';
import { loadPlannerFiles } from './planner-files.ts';

/** How the planner's files of the workspace are read as they are now; what there is to say of them is said elsewhere. */
export function plannerFilesNow(
  context: Pick<CommandContext, 'workspace'>,
  { plans, catalogue }: { plans: readonly Plan[]; catalogue: Catalogue },
): () => Promise<PlannerFiles> {
  return async () =>
    loadPlannerFiles(await plannerPaths({}, context), exchangeContext(catalogue, plans), () => undefined);
}
