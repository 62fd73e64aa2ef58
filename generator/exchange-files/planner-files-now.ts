import type { Catalogue } from '../../core/catalogue/catalogue.ts';
import type { Plan } from '../../core/plan/model.ts';
import type { CommandContext } from '../commands/context.ts';
import { plannerPaths } from '../commands/planner-paths.ts';
import type { PlannerFiles } from '../workbook/known.ts';
import { exchangeContext } from './context.ts';

/** How the planner's files of the workspace are read as they are now; what there is to say of them is said elsewhere. */
export function plannerFilesNow(
  context: Pick<CommandContext, 'workspace'>,
  { plans, catalogue }: { plans: readonly Plan[]; catalogue: Catalogue },
): () => Promise<PlannerFiles> {
  return async () => {
    // Loaded where a round is closed: the readers of tables are a third of what else starts with a command.
    const { loadPlannerFiles } = await import('./planner-files.ts');
    return loadPlannerFiles(
      await plannerPaths({}, context),
      exchangeContext(catalogue, plans),
      () => undefined,
    );
  };
}
