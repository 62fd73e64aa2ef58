import type { PlannerPaths } from '../exchange-files/planner-files.ts';
import { plannerFilesOf } from '../workspace/workspace.ts';
import type { CommandContext } from './context.ts';

/** The planner's files of a command: those the options name, and for the others what the workspace has. */
export async function plannerPaths(
  { assignments, baselines, figures }: PlannerPaths,
  { workspace }: Pick<CommandContext, 'workspace'>,
): Promise<PlannerPaths> {
  const given = { assignments, baselines, figures };
  const named = Object.fromEntries(Object.entries(given).filter(([, path]) => path !== undefined));
  return { ...(workspace && (await plannerFilesOf(workspace))), ...named };
}
