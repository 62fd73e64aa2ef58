import type { Catalogue } from '../../core/catalogue/catalogue.ts';
import { parsePeriod } from '../../core/period/period.ts';
import type { Plan } from '../../core/plan/model.ts';
import { returnName } from '../../core/store/model.ts';
import { firstYear } from '../../core/period/first-year.ts';
import { renderFinding } from '../../core/wording/render.ts';
import { exchangeContext } from '../exchange-files/context.ts';
import { loadPlannerFiles } from '../exchange-files/planner-files.ts';
import type { Finding, Language } from '../../core/base/finding.ts';
import { unknownUnits } from '../commands/unknown-units.ts';
import { unitsFromFile } from '../plan-files/unit-file.ts';
import { allEmptySaid, askedJobs, emptySaid } from './asked-jobs.ts';
import { jobsOf, reportingOf, togetherJobs, type WorkbookJob } from './jobs.ts';
import { ofKnownRound } from './known-round.ts';
import { workersFor } from './make-many.ts';
import type { PlannerFiles } from './known.ts';
import { laterAssignments } from './later-assignments.ts';
import { asFractions } from './as-fractions.ts';
import { unusedBaselines } from './unused-baselines.ts';
import { unsureFigures } from './unsure-figures.ts';
import type { PlannerPaths } from '../exchange-files/planner-files.ts';
import { programVersion } from '../package-root.ts';
import type { CommandContext } from '../commands/context.ts';
import { said } from '../commands/said.ts';
import { ownListFindings } from '../commands/own-list.ts';
import { CommandFailure } from '../failure.ts';
import { plansLeftOut } from '../commands/plans-left-out.ts';
import { plannerPaths } from '../commands/planner-paths.ts';
import { namedOrUsual, usablePlans } from '../commands/selected-plans.ts';
import { unitsOfTheRound } from '../commands/units-of-the-round.ts';
import { makeWritable, writeAll } from '../commands/write-all.ts';

/** What the command was given. */
export interface GenerateOptions {
  round?: string;
  units?: string;
  unit?: string[];
  sample?: boolean;
  together?: boolean;
  jobs?: number;
  assignments?: string;
  baselines?: string;
  figures?: string;
  fromStore?: boolean;
  out: string;
  lang: Language;
}

/** Makes the workbooks of a round. */
export async function runGenerate(
  given: readonly string[],
  options: GenerateOptions,
  context: CommandContext,
): Promise<void> {
  const { catalogue, plans } = await usablePlans(context, namedOrUsual(context, given));
  if (options.sample && (options.figures ?? options.baselines) !== undefined) {
    throw new CommandFailure('--sample điền số liệu mẫu nên không dùng cùng --figures hoặc --baselines.');
  }
  if (options.sample && options.fromStore)
    throw new CommandFailure('--sample điền số liệu mẫu nên không dùng cùng --from-store.');
  if (options.fromStore) (await import('../store/with-store.ts')).requireWorkspace(context);
  const units = options.units === undefined ? null : await unitsFromFile(options.units);
  const { round, live } = roundFor(
    plans.map(({ plan }) => plan),
    given,
    options.round,
    context,
  );
  const chosen = live.map((plan) => (units ? { ...plan, units } : plan));
  const paths = options.sample ? options : await plannerPaths(options, context);
  const { lang } = options;
  const files = await loadPlannerFiles(paths, exchangeContext(catalogue, chosen), context.err, lang);
  const wanted = { ...options, ...(round === undefined ? {} : { round }), files };
  const jobs = ofKnownRound(() =>
    options.together
      ? togetherJobs(chosen, catalogue, wanted)
      : chosen.flatMap((plan) => jobsOf([plan], catalogue, wanted)),
  );
  const unknown = (options.unit ?? []).filter((id) => jobs.every(({ reporter }) => reporter.id !== id));
  if (unknown.length > 0) throw new CommandFailure(unknownUnits(unknown, chosen, catalogue, round));
  const named = chosen.filter(({ file }) => given.includes(file.id));
  const { asked, empty } = askedJobs(jobs, catalogue);
  if (jobs.length > 0 && asked.length === 0) throw new CommandFailure(allEmptySaid(empty, lang));
  for (const note of [
    ...plansLeftOut(named, jobs, lang),
    ...unitsOfTheRound(asked, catalogue, lang),
    ...emptySaid(empty, lang),
  ])
    context.err(`${note}\n`);
  const notUsed = [
    ...laterAssignments(jobs, catalogue, options.assignments),
    ...(options.units === undefined ? [] : ownLists(jobs, live, options.units)),
    ...unusedBaselines(jobs, catalogue, paths.baselines),
    ...asFractions(jobs, catalogue, paths),
    ...unsureFigures(jobs, catalogue, paths.figures),
  ];
  for (const finding of notUsed) context.err(`${renderFinding(finding, lang)}\n`);
  await makeWritable(options.out);
  if (!options.sample) await keepGiven(paths, files, { context, lang });
  const filled = options.fromStore ? await fromStore(asked, catalogue, context) : asked;
  await writeAll({ jobs: filled, catalogue }, options.jobs ?? workersFor(asked.length), options, context);
}

/** Jobs with what is in the store of the workspace. */
async function fromStore(
  jobs: readonly WorkbookJob[],
  catalogue: Catalogue,
  context: CommandContext,
): Promise<WorkbookJob[]> {
  const { withStore } = await import('../store/with-store.ts');
  const { withSentFigures } = await import('./from-store.ts');
  return withStore(context, { for: 'ask' }, (store, { now }) =>
    withSentFigures(jobs, { store, catalogue, today: now }),
  );
}

/** Keeps what the planner gave in the store of the workspace: what comes back is held against it. */
async function keepGiven(
  paths: PlannerPaths,
  files: PlannerFiles,
  { context, lang }: { context: CommandContext; lang: Language },
): Promise<void> {
  const { workspace } = context;
  if (workspace === null) return;
  const { hasStore, withStore } = await import('../store/with-store.ts');
  const isEmpty = Object.values(files).every((rows: readonly unknown[]) => rows.length === 0);
  if (isEmpty && !(await hasStore(context))) return;
  const { recordGiven } = await import('../store/record-given.ts');
  await withStore(context, { for: 'write' }, async (store, { now }) => {
    const receipt = { ...workspace, now, program: programVersion(context.root) };
    for (const one of await recordGiven(store, paths, receipt))
      context.out(`${said[lang].given(one.files[0]?.name ?? '', returnName(one.number))}\n`);
  });
}

/**
 * The round to make workbooks for: the one that was asked for, else the usual one of the workspace. Plans of a
 * workspace that nobody named and that are not live in it have no part in it.
 */
function roundFor(
  plans: readonly Plan[],
  named: readonly string[],
  asked: string | undefined,
  { workspace }: CommandContext,
): { round: string | undefined; live: readonly Plan[] } {
  const round = asked ?? workspace?.round ?? undefined;
  const year = parsePeriod(round ?? '')?.year;
  if (workspace === null || year === undefined || named.length > 0) return { round, live: plans };
  const live = plans.filter(({ file }) => firstYear(file.firstRound) <= year && year <= file.period.to);
  return { round, live: live.length > 0 ? live : plans };
}

/** What a list of units named on the command line has otherwise than the national one, for each plan. */
function ownLists(jobs: readonly WorkbookJob[], national: readonly Plan[], file: string): Finding[] {
  return national.flatMap((plan) => {
    const job = jobs.find(({ plans }) => plans.some((one) => one.file.id === plan.file.id));
    const own = job?.plans.find((one) => one.file.id === plan.file.id);
    if (!job || !own) return [];
    return ownListFindings(own, plan, reportingOf(job).cutOff, file);
  });
}
