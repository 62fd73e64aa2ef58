import type { Language } from '../../core/base/finding.ts';
import { inYear, periodName, periodTrouble, type Period } from '../../core/period/period.ts';
import { givenChanged } from '../../core/renew/given-changed.ts';
import { lastRounds } from '../../core/renew/next-round.ts';
import { roundOf } from '../../core/round/round.ts';
import type { LateCorrection } from '../../core/store/closing.ts';
import { departmentsEver } from '../../core/workbook/departments.ts';
import { exchangeContext } from '../exchange-files/context.ts';
import { loadPlannerFiles } from '../exchange-files/planner-files.ts';
import { CommandFailure } from '../failure.ts';
import { gatherEarlier, type Gathered } from './gather.ts';
import { renewed } from './renew.ts';
import { unacceptedText } from './unaccepted-text.ts';
import { unitLinks } from './unit-links.ts';
import { clearUpHeap, keepHeapSmall } from '../tune-v8.ts';
import { askedJobs } from '../workbook/asked-jobs.ts';
import { jobsOf, reportingOf, togetherJobs, type WorkbookJob } from '../workbook/jobs.ts';
import type { PlannerFiles } from '../workbook/known.ts';
import { ofKnownRound } from '../workbook/known-round.ts';
import { workersFor, type MakingOrder } from '../workbook/make-many.ts';
import type { CommandContext } from '../commands/context.ts';
import { plannerPaths } from '../commands/planner-paths.ts';
import { changeMaps, NEXT, plansFor, roundFor } from './plans-for.ts';
import { writeReports } from './write-reports.ts';
import { usablePlans } from '../commands/selected-plans.ts';
import { makeWritable, writeAll } from '../commands/write-all.ts';

/** What the command was given. */
export interface RenewOptions {
  round: string;
  plan?: string[];
  changes?: string[];
  fromStore?: boolean;
  withUnaccepted?: boolean;
  together?: boolean;
  dryRun?: boolean;
  assignments?: string;
  baselines?: string;
  figures?: string;
  out: string;
  json?: boolean;
  lang: Language;
}

/** Makes the workbooks of the next round, earlier figures filled in. */
export async function runRenew(
  paths: readonly string[],
  options: RenewOptions,
  context: CommandContext,
): Promise<void> {
  keepHeapSmall();
  const { order, report, unaccepted, isOpen } = await rollOver(paths, options, context);
  if (!options.dryRun) clearUpHeap();
  const workbooks = options.dryRun
    ? null
    : await writeAll(order, workersFor(order.jobs.length), options, quiet(context, options.json));
  if (options.json) context.out(`${JSON.stringify({ ...report, workbooks }, null, 2)}\n`);
  if (unaccepted.length > 0)
    context.err(`${unacceptedText(unaccepted, options.withUnaccepted ?? false, options.lang)}\n`);
  if (isOpen) context.exit(1);
}

/** What workbooks are made from once the report is written; whatever else led there is let go with it. */
interface RolledOver {
  order: MakingOrder;
  /** What is said of the report to programs. */
  report: Readonly<Record<string, unknown>>;
  unaccepted: readonly string[];
  /** Something waits for a decision, or could not be read. */
  isOpen: boolean;
}

/** Carries the earlier figures over and writes the report. */
async function rollOver(
  paths: readonly string[],
  options: RenewOptions,
  context: CommandContext,
): Promise<RolledOver> {
  if ((paths.length === 0) === !options.fromStore)
    throw new CommandFailure(
      'Hãy ghi đường dẫn của báo cáo cũ, hoặc --from-store, không cả hai (paths or --from-store, not both).',
    );
  const isNext = options.round === NEXT;
  const trouble = isNext ? null : periodTrouble(options.round);
  if (trouble) throw new CommandFailure(trouble[options.lang]);
  const { catalogue, plans: loaded } = await usablePlans(context, []);
  const known = loaded.map(({ plan }) => plan);
  const departments = known.flatMap((plan) => departmentsEver(plan, catalogue));
  const units = await unitLinks(
    context.root,
    known.map(({ file }) => file.province),
    [...known.flatMap((plan) => plan.units), ...departments],
  );
  const planner = {
    paths: await plannerPaths(options, context),
    exchange: exchangeContext(catalogue, known),
  };
  const rules = {
    catalogue,
    nameOf: (id: string) => units.unitOf(id)?.name ?? id,
    withUnaccepted: options.withUnaccepted ?? false,
    round: isNext ? null : options.round,
  };
  const gathered = await gatherEarlier(paths, context, rules, planner);
  const period = roundFor(options.round, options.plan ?? [], gathered.found);
  if (isNext && !options.json) context.out(`${nextText(period, options.lang)}\n`);
  const plans = plansFor(options.plan ?? [], gathered, known, period);
  const maps = await changeMaps(options.changes ?? [], catalogue, known);
  const files = await loadPlannerFiles(planner.paths, planner.exchange, context.err);
  const jobs = ofKnownRound(() =>
    options.together
      ? togetherJobs(plans, catalogue, { round: period.text, files })
      : plans.flatMap((plan) => jobsOf([plan], catalogue, { round: period.text, files })),
  );
  const result = renewed({ earlier: gathered.found, jobs, maps, units, catalogue, plans: known });
  await makeWritable(options.out);
  const { asked, empty } = askedJobs(result.jobs, catalogue);
  const given = changedGiven(gathered, files, result.jobs, period);
  const report = await writeReports(
    result,
    { gathered, plans: known, maps, units, catalogue, period, options, given, empty },
    context,
  );
  const { unaccepted } = gathered.found;
  const isOpen = result.rolled.lines.some(({ outcome }) => outcome === 'needs-decision');
  return {
    order: { jobs: asked, catalogue },
    report,
    unaccepted,
    isOpen: isOpen || result.doubts.length > 0 || gathered.notRead.length > 0,
  };
}

/** The planner's baselines and assigned values that are others than in the round before. */
function changedGiven(
  { found, given }: Gathered,
  now: PlannerFiles,
  [job]: readonly WorkbookJob[],
  period: Period,
): LateCorrection[] {
  if (!job) return [];
  const [last = inYear(period, period.year - 1)] = lastRounds(found.rounds.map(({ round }) => round));
  const { roundRules } = job.plans[0];
  const cutOffs = { then: roundOf(last, roundRules).cutOff, now: reportingOf(job).cutOff };
  return givenChanged({ then: given, now, cutOffs, year: period.year, earlier: found.earlier });
}

/** Which round `next` came to. */
function nextText(period: Period, language: Language): string {
  return language === 'vi'
    ? `Kỳ của sổ mới: ${periodName(period)} (${period.text}), kỳ sau kỳ cuối đã báo cáo.`
    : `Round of the new workbooks: ${periodName(period, 'en')} (${period.text}), after the last one reported on.`;
}

/** With --json nothing else may stand in the output. */
function quiet(context: CommandContext, json: boolean | undefined): CommandContext {
  return json ? { ...context, out: () => undefined } : context;
}
