import type { Catalogue } from '../../core/catalogue/catalogue.ts';
import { parsePeriod } from '../../core/period/period.ts';
import type { Plan } from '../../core/plan/model.ts';
import { CommandFailure } from '../failure.ts';
import { livePlans } from '../register/owed-units.ts';
import type { Workspace } from '../workspace/workspace.ts';
import type { CommandContext } from './context.ts';
import { namedOrUsual, usablePlans } from './selected-plans.ts';
import { roundOrUsual } from '../register/round-or-usual.ts';

/**
 * The round a command is about, with the catalogue and the plans that have it: those that were named, else the usual
 * ones.
 * @throws CommandFailure where nothing says which round, or no plan has it
 */
export async function plansOfRound(
  context: CommandContext,
  workspace: Workspace,
  asked: { round?: string; plan?: string[] },
): Promise<{ round: string; catalogue: Catalogue; plans: [Plan, ...Plan[]] }> {
  const round = roundOrUsual(asked.round, workspace);
  const { catalogue, plans } = await usablePlans(context, namedOrUsual(context, asked.plan ?? []));
  const period = parsePeriod(round);
  const [first, ...others] = period
    ? livePlans(
        plans.map(({ plan }) => plan),
        period,
      )
    : [];
  if (first) return { round, catalogue, plans: [first, ...others] };
  throw new CommandFailure(
    `Không kế hoạch nào đã chọn có kỳ ${round}. Hãy kiểm tra --round, --plan (no plan has this round).`,
  );
}
