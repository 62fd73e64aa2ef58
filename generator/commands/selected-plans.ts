import type { Catalogue } from '../../core/catalogue/catalogue.ts';
import { type Finding, reporter } from '../../core/base/finding.ts';
import { fileMessages } from '../../core/base/file-messages.ts';
import { renderFinding, renderMessage } from '../../core/wording/render.ts';
import { parsePeriod } from '../../core/period/period.ts';
import {
  type LoadedPlan,
  listPlans,
  loadCatalogue,
  loadPlan,
  loadRounds,
  undraftedPlans,
} from '../plan-files/load.ts';
import { mayBeLiveIn } from '../plan-files/plan-head.ts';
import { provincesOnce } from '../plan-files/plan-units.ts';
import { sourceOf, type PlanSource } from '../plan-files/source.ts';
import type { CommandContext } from './context.ts';
import { CommandFailure } from '../failure.ts';

const report = reporter(fileMessages);

/** Where a command reads plans from: its workspace, or the program itself. */
export function planSource({ root, workspace }: CommandContext): string | PlanSource {
  return workspace ?? root;
}

/** The ids a command was given, without repeats and in their order; all plans when it was given none. */
export async function selectPlans(context: CommandContext, given: readonly string[]): Promise<string[]> {
  const known = await listPlans(planSource(context));
  for (const plan of given) {
    if (!known.includes(plan)) {
      await sayUndrafted(context, [plan]);
      throw new CommandFailure(renderMessage(report('plan-unknown', {}, { plan, known }), 'vi'));
    }
  }
  return given.length === 0 ? known : [...new Set(given)];
}

/** The ids a user named; where none was named the ones chitieu.yaml names, else all there are. */
export function namedOrUsual({ workspace }: CommandContext, given: readonly string[]): readonly string[] {
  return given.length > 0 ? given : (workspace?.plans ?? []);
}

/** Catalogue and plans as far as they load, with everything that was found on the way. */
export interface PlanLoading {
  catalogue: Catalogue | null;
  plans: LoadedPlan[];
  findings: Finding[];
}

/** Loads the catalogue and the given plans. */
export async function loadPlans(from: string | PlanSource, ids: readonly string[]): Promise<PlanLoading> {
  const catalogue = await loadCatalogue(from);
  const findings = [...catalogue.findings];
  const plans: LoadedPlan[] = [];
  if (catalogue.value === null) return { catalogue: null, plans, findings };
  const listed = provincesOnce(from);
  let read: ReturnType<typeof loadRounds> | null = null;
  const rounds = () => (read ??= loadRounds(from));
  for (const id of ids) {
    const loaded = await loadPlan(from, id, catalogue.value, listed, rounds);
    findings.push(...loaded.findings);
    if (loaded.value !== null) plans.push(loaded.value);
  }
  return { catalogue: catalogue.value, plans, findings };
}

/**
 * Loads what a command cannot do without.
 * @throws CommandFailure listing the errors when the catalogue or one of the plans does not load
 */
export async function requirePlans(context: CommandContext, given: readonly string[]): Promise<Plans> {
  const { catalogue, plans, said, left } = await tryPlans(context, given);
  if (left.length > 0) throw new CommandFailure(said);
  return { catalogue, plans };
}

/**
 * Loads the plans that can be loaded: a slip in one plan of a workspace stops that plan only. It is said and
 * sets the exit code.
 * @throws CommandFailure when the catalogue or none of the plans loads, or one of the program's own does not
 */
export async function usablePlans(context: CommandContext, given: readonly string[]): Promise<Plans> {
  const { catalogue, plans, said, left } = await tryPlans(context, given);
  if (left.length === 0) return { catalogue, plans };
  if (context.workspace === null) throw new CommandFailure(said);
  context.err(`${said}\nBỏ qua kế hoạch có lỗi (plans left out): ${left.join(', ')}.\n`);
  context.exit(2);
  return { catalogue, plans };
}

/**
 * {@link usablePlans} of those that the command takes where none is named and that may have a round; the others
 * are not even read.
 * @throws CommandFailure where no plan has it
 */
export async function plansOfRound(context: CommandContext, round: string): Promise<Plans> {
  const year = parsePeriod(round)?.year ?? Number.NaN;
  const ids: string[] = [];
  for (const id of await selectPlans(context, namedOrUsual(context, [])))
    if (await mayBeLiveIn(planSource(context), id, year)) ids.push(id);
  if (ids.length > 0) return usablePlans(context, ids);
  throw new CommandFailure(
    `Không kế hoạch nào của thư mục làm việc có kỳ ${round}. Hãy kiểm tra --round (no plan has this round).`,
  );
}

/** The catalogue, and plans by it. */
interface Plans {
  catalogue: Catalogue;
  plans: LoadedPlan[];
}

async function tryPlans(
  context: CommandContext,
  given: readonly string[],
): Promise<Plans & { said: string; left: string[] }> {
  const ids = await selectPlans(context, given);
  const { catalogue, plans, findings } = await loadPlans(planSource(context), ids);
  const errors = findings.filter(({ severity }) => severity === 'error');
  const said = errors.map((finding) => renderFinding(finding, 'vi')).join('\n');
  if (catalogue !== null && said === '' && plans.length === 0) await sayUndrafted(context, null);
  if (catalogue === null || plans.length === 0) throw new CommandFailure(said === '' ? NO_PLANS : said);
  const left = ids.filter((id) => !plans.some(({ plan }) => plan.file.id === id));
  return { catalogue, plans, said, left };
}

/** @throws CommandFailure where one of the plans, or any where none is named, is but a document so far */
async function sayUndrafted(context: CommandContext, plans: readonly string[] | null): Promise<void> {
  const from = planSource(context);
  const { folder } = sourceOf(from);
  for (const [plan, document] of await undraftedPlans(from))
    if (plans === null || plans.includes(plan))
      throw new CommandFailure(
        renderMessage(report('plan-not-drafted', {}, { plan, document, folder }), 'vi'),
      );
}

const NO_PLANS =
  'Chưa có kế hoạch nào. Hãy thêm kế hoạch vào thư mục plans/ của thư mục làm việc (no plans yet).';
