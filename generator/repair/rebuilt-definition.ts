import { type Finding, reporter } from '../../core/base/finding.ts';
import { repairMessages } from '../../core/repair/messages.ts';
import type { WorkbookIdentity } from '../../core/workbook/contract.ts';
import { definitionOf, type WorkbookDefinition } from '../../core/workbook/definition.ts';
import type { ReturnedWorkbook } from '../../core/returned/read.ts';
import type { CommandContext } from '../commands/context.ts';
import { CommandFailure } from '../failure.ts';
import { plannerPaths } from '../commands/planner-paths.ts';
import { loadPlans, planSource, requirePlans, selectPlans } from '../commands/selected-plans.ts';
import { exchangeContext } from '../exchange-files/context.ts';
import { loadPlannerFiles, type PlannerPaths } from '../exchange-files/planner-files.ts';
import { unitsFromFile } from '../plan-files/unit-file.ts';
import { jobsOf, planHash, requestOf } from '../workbook/jobs.ts';
import { ofKnownRound } from '../workbook/known-round.ts';
import { renderMessage } from '../../core/wording/render.ts';

/** What a template is rebuilt from where a file has lost its definition. */
export interface RebuildOptions extends PlannerPaths {
  units?: string;
  sample: boolean;
}

const report = reporter(repairMessages);

/** Says when a file was issued for another version of a plan than the installed one. */
export async function versionNotes(
  context: CommandContext,
  { plans }: Pick<ReturnedWorkbook, 'plans'>,
): Promise<Finding[]> {
  const changed = await changedPlans(context, plans);
  return changed.length === 0 ? [] : [report('repair-own-definition', {}, { plans: changed })];
}

/**
 * Builds the definition of a workbook anew from the installed plans.
 * @param issued hash of each plan by the file itself, as far as it says
 * @throws CommandFailure when plan, round or unit are not installed
 */
export async function rebuiltDefinition(
  context: CommandContext,
  identity: WorkbookIdentity,
  issued: ReadonlyMap<string, string>,
  options: RebuildOptions,
): Promise<{ definition: WorkbookDefinition; notes: Finding[] }> {
  const { catalogue, plans } = await requirePlans(context, identity.plans);
  const units = options.units === undefined ? null : await unitsFromFile(options.units);
  const chosen = plans.map(({ plan }) => (units ? { ...plan, units } : plan));
  const [first, ...others] = chosen;
  const paths = await plannerPaths(options, context);
  const files = await loadPlannerFiles(paths, exchangeContext(catalogue, chosen), context.err);
  const unknown = () =>
    new CommandFailure(
      renderMessage(
        report('repair-unit-unknown', {}, { unit: identity.reporter, plans: identity.plans }),
        'vi',
      ),
    );
  if (!first) throw unknown();
  const jobs = ofKnownRound(() =>
    jobsOf([first, ...others], catalogue, {
      round: identity.round,
      unit: [identity.reporter],
      sample: options.sample,
      files,
    }),
  );
  const job = jobs.find(
    ({ unit, plans: live }) =>
      (identity.unit === '' || unit.id === identity.unit) && live.length === chosen.length,
  );
  if (!job) throw unknown();
  const { plans: ids, reporter: unit, round } = identity;
  const notes: Finding[] = [report('repair-from-plans', {}, { plans: ids, unit, round })];
  const changed = await changedPlans(context, issued);
  if (changed.length > 0) notes.push(report('repair-plan-changed', {}, { plans: changed }));
  return { definition: definitionOf(requestOf(job, catalogue)), notes };
}

/** Plans that are installed in another version than a file says. */
async function changedPlans(context: CommandContext, issued: ReadonlyMap<string, string>): Promise<string[]> {
  const known = await selectPlans(context, []);
  const { plans } = await loadPlans(
    planSource(context),
    [...issued.keys()].filter((id) => known.includes(id)),
  );
  return plans.flatMap(({ plan }) => {
    const hash = issued.get(plan.file.id) ?? '';
    return hash === '' || hash === planHash(plan) ? [] : [plan.file.id];
  });
}
