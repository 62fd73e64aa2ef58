import type { Catalogue } from '../../core/catalogue/catalogue.ts';
import { type Finding, reporter } from '../../core/base/finding.ts';
import { fileMessages } from '../../core/base/file-messages.ts';
import { renderFinding, renderMessage } from '../../core/wording/render.ts';
import { type LoadedPlan, listPlans, loadCatalogue, loadPlan } from '../plan-files/load.ts';
import type { CommandContext } from './context.ts';
import { CommandFailure } from '../failure.ts';

const report = reporter(fileMessages);

/** The ids a command was given, without repeats and in their order; all plans when it was given none. */
export async function selectPlans(root: string, given: readonly string[]): Promise<string[]> {
  const known = await listPlans(root);
  for (const plan of given) {
    if (!known.includes(plan)) {
      throw new CommandFailure(renderMessage(report('plan-unknown', {}, { plan, known }), 'vi'));
    }
  }
  return given.length === 0 ? known : [...new Set(given)];
}

/** Catalogue and plans as far as they load, with everything that was found on the way. */
export interface PlanLoading {
  catalogue: Catalogue | null;
  plans: LoadedPlan[];
  findings: Finding[];
}

/** Loads the catalogue and the given plans. */
export async function loadPlans(root: string, ids: readonly string[]): Promise<PlanLoading> {
  const catalogue = await loadCatalogue(root);
  const findings = [...catalogue.findings];
  const plans: LoadedPlan[] = [];
  if (catalogue.value === null) return { catalogue: null, plans, findings };
  for (const id of ids) {
    const loaded = await loadPlan(root, id, catalogue.value);
    findings.push(...loaded.findings);
    if (loaded.value !== null) plans.push(loaded.value);
  }
  return { catalogue: catalogue.value, plans, findings };
}

/**
 * Loads what a command cannot do without.
 * @throws CommandFailure listing the errors when the catalogue or one of the plans does not load
 */
export async function requirePlans(
  context: CommandContext,
  given: readonly string[],
): Promise<{ catalogue: Catalogue; plans: LoadedPlan[] }> {
  const ids = await selectPlans(context.root, given);
  const { catalogue, plans, findings } = await loadPlans(context.root, ids);
  const errors = findings.filter(({ severity }) => severity === 'error');
  if (catalogue === null || errors.length > 0) {
    throw new CommandFailure(errors.map((finding) => renderFinding(finding, 'vi')).join('\n'));
  }
  return { catalogue, plans };
}
