import { type Finding, reporter } from '../../core/base/finding.ts';
import { lintMessages } from '../../core/lint/messages.ts';
import { renderFinding, renderMessage } from '../../core/wording/render.ts';
import { lintPlan } from '../../core/lint/index.ts';
import type { LintPlan } from '../../core/lint/rule.ts';
import { type AccountedNumber, accountNumbers } from '../../core/resolve/numbers.ts';
import { exchangeContext } from '../exchange-files/context.ts';
import { loadPlannerFiles } from '../exchange-files/planner-files.ts';
import { exitCodeOf } from '../exit-code.ts';
import { listPlans } from '../plan-files/load.ts';
import type { PlanSource } from '../plan-files/source.ts';
import type { CommandContext } from '../commands/context.ts';
import { plannerPaths } from '../commands/planner-paths.ts';
import {
  namedOrUsual,
  type PlanLoading,
  loadPlans,
  planSource,
  selectPlans,
} from '../commands/selected-plans.ts';

/** Checks plan files. */
export async function runPlanLint(
  given: string[],
  options: { baselines?: string; json?: boolean },
  context: CommandContext,
): Promise<void> {
  const ids = await selectPlans(context, namedOrUsual(context, given));
  const result = await lint(ids, options.baselines, context);
  context.out(options.json ? asJson(result) : asText(result));
  context.exit(exitCodeOf(result.findings));
}

const report = reporter(lintMessages);

interface LintResult {
  plans: LintPlan[];
  findings: Finding[];
}

async function lint(
  ids: readonly string[],
  baselinePath: string | undefined,
  setting: CommandContext,
): Promise<LintResult> {
  const from = planSource(setting);
  const selected = await loadPlans(from, ids);
  const { catalogue, plans } = selected;
  if (catalogue === null) return { plans: [], findings: selected.findings };
  const others = await loadOthers(from, ids);
  const plansOf = (linted: readonly LintPlan[]) => linted.map(({ plan }) => plan);
  const references = exchangeContext(catalogue, plansOf(plans), plansOf(others.plans));
  const { baselines: path } = await plannerPaths(
    baselinePath === undefined ? {} : { baselines: baselinePath },
    setting,
  );
  const { baselines } = await loadPlannerFiles(
    path === undefined ? {} : { baselines: path },
    references,
    setting.err,
  );
  const context = { catalogue, plans: [...plans, ...others.plans], baselines };
  return {
    plans,
    findings: [...selected.findings, ...others.findings, ...plans.flatMap((plan) => lintPlan(plan, context))],
  };
}

/** Plans that were not asked for are still compared with; that one of them does not load is only a note. */
async function loadOthers(
  from: string | PlanSource,
  ids: readonly string[],
): Promise<Pick<PlanLoading, 'plans' | 'findings'>> {
  const others = (await listPlans(from)).filter((id) => !ids.includes(id));
  const { plans } = await loadPlans(from, others);
  const findings = others
    .filter((id) => !plans.some(({ plan }) => plan.file.id === id))
    .map((plan) => report('lint-earlier-plan-unread', {}, { plan }));
  return { plans, findings };
}

/** The findings, then per plan the numbers that are in no target and why. */
function asText({ plans, findings }: LintResult): string {
  const count = (severity: Finding['severity']): number =>
    findings.filter((finding) => finding.severity === severity).length;
  const summary = `${count('error')} lỗi, ${count('warning')} cảnh báo, ${count('note')} thông tin`;
  const lines = findings.map((finding) => renderFinding(finding, 'vi'));
  const parts = [...lines, ...plans.flatMap(leftOutText), summary];
  return parts.map((line) => `${line}\n`).join('');
}

function leftOutText({ plan }: LintPlan): string[] {
  const { numbers } = accountNumbers(plan);
  const structural = numbers.filter(({ use }) => use.kind === 'structural').length;
  const stated = numbers.filter(({ use }) => use.kind === 'statement').length;
  const left = groupByEntry(numbers);
  const tail = left.length === 0 ? 'không số nào để ngoài.' : 'để ngoài:';
  return [
    '',
    `${plan.file.id}: ${numbers.length} số trong văn bản; ${stated} nằm trong các mục, ${structural} là số thứ tự, ngày tháng, số văn bản; ${tail}`,
    ...left.map(({ line, text, reason }) => `  dòng ${line}: ${text} – ${reason}`),
  ];
}

/** Numbers left out by one entry stand together. */
function groupByEntry(numbers: readonly AccountedNumber[]): { line: number; text: string; reason: string }[] {
  const groups = new Map<number, { line: number; text: string; reason: string }>();
  for (const { line, text, use } of numbers) {
    if (use.kind !== 'left-out') continue;
    const group = groups.get(use.entry);
    if (group === undefined) groups.set(use.entry, { line, text, reason: use.reason });
    else group.text = `${group.text}, ${text}`;
  }
  return [...groups.values()];
}

function leftOut(numbers: readonly AccountedNumber[]): { line: number; number: string; reason: string }[] {
  return numbers.flatMap(({ line, text, use }) =>
    use.kind === 'left-out' ? [{ line, number: text, reason: use.reason }] : [],
  );
}

function asJson({ plans, findings }: LintResult): string {
  const result = {
    findings: findings.map((finding) => ({
      ...finding,
      message: { vi: renderMessage(finding, 'vi'), en: renderMessage(finding, 'en') },
    })),
    leftOut: plans.flatMap(({ plan }) =>
      leftOut(accountNumbers(plan).numbers).map((entry) => ({ plan: plan.file.id, ...entry })),
    ),
  };
  return `${JSON.stringify(result, null, 2)}\n`;
}
