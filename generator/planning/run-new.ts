import type { Language } from '../../core/base/finding.ts';
import { headValue } from '../../core/planning/head.ts';
import type { CommandContext } from '../commands/context.ts';
import { draftDocument } from './run-draft.ts';
import { rawPlan } from './run-to-xlsx.ts';
import { selectPlans } from '../commands/selected-plans.ts';

/** What the command was given. */
export interface PlanNewOptions {
  from: string;
  out: string;
  id?: string;
  period?: string;
  json?: boolean;
  lang: Language;
}

/** Drafts a plan after an earlier one. */
export async function runPlanNew(
  path: string,
  options: PlanNewOptions,
  context: CommandContext,
): Promise<void> {
  await selectPlans(context, [options.from]);
  const like = await rawPlan(context, options.from);
  const province = headValue(like, 'province');
  await draftDocument(
    path,
    { ...options, like, ...(typeof province === 'string' ? { province } : {}) },
    context,
  );
}
