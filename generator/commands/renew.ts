import type { Command } from 'commander';
import type { Language } from '../../core/base/finding.ts';
import { parsePeriod, periodTrouble } from '../../core/period/period.ts';
import { departmentsEver } from '../../core/workbook/departments.ts';
import { exchangeContext } from '../exchange-files/context.ts';
import { loadPlannerFiles } from '../exchange-files/planner-files.ts';
import { CommandFailure } from '../failure.ts';
import { gatherEarlier } from '../renew/gather.ts';
import { renewed } from '../renew/renew.ts';
import { unacceptedText } from '../renew/unaccepted-text.ts';
import { unitLinks } from '../renew/unit-links.ts';
import { jobsOf, togetherJobs } from '../workbook/jobs.ts';
import { ofKnownRound } from '../workbook/known-round.ts';
import { workersFor, type MakingOrder } from '../workbook/make-many.ts';
import type { CommandContext } from './context.ts';
import { withExample } from './example.ts';
import { languageOption } from './language-option.ts';
import { plannerPaths } from './planner-paths.ts';
import { changeMaps, plansFor } from './renew-plans.ts';
import { writeReports } from './renew-reports.ts';
import { collect } from './repeatable.ts';
import { usablePlans } from './selected-plans.ts';
import { makeWritable, writeAll } from './write-all.ts';

interface RenewOptions {
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

/** `chitieu renew --round P [--plan NEW]… [--changes FILE]… (PATH… | --from-store) [--dry-run] --out DIR` */
export function registerRenew(program: Command, context: CommandContext): void {
  const command = program
    .command('renew')
    .argument('[đường dẫn...]', 'sổ, bộ CSV, thư mục, .zip của các kỳ trước (returns of earlier rounds)')
    .description('tạo sổ của kỳ sau, số các kỳ trước đi theo (the next round, earlier figures filled in)')
    .requiredOption(
      '--round <kỳ>',
      'kỳ của sổ mới: 2026, 2026-S1, 2026-Q3, 2026-LK9 (round of the new workbooks)',
    )
    .option(
      '--plan <mã>',
      'kế hoạch của sổ mới; mặc định là kế hoạch của báo cáo cũ; lặp lại được (plan)',
      collect,
    )
    .option(
      '--changes <tệp>',
      'bảng đổi chỉ tiêu changes.yaml, theo thứ tự kế hoạch; lặp lại được (change map)',
      collect,
    )
    .option('--from-store', 'lấy số từ kho của thư mục làm việc (figures from the store)')
    .option(
      '--with-unaccepted',
      'chuyển cả số của báo cáo còn lỗi, đang giữ lại; ô nguồn ghi rõ (carry figures nobody accepted, marked)',
    )
    .option('--together', 'các kế hoạch cùng một sổ (all plans in one workbook)')
    .option('--dry-run', 'chỉ ghi báo cáo chuyển kỳ, không ghi sổ (report only)')
    .option('--assignments <tệp>', 'chỉ tiêu đã giao cho đơn vị, CSV hoặc xlsx (assigned values)')
    .option('--baselines <tệp>', 'số gốc, CSV hoặc xlsx (baselines)')
    .option('--figures <tệp>', 'số liệu đã biết khác, CSV hoặc xlsx (other known figures)')
    .requiredOption('--out <thư mục>', 'thư mục ghi sổ và báo cáo (output folder)')
    .option('--json', 'kết quả cho máy đọc (machine-readable)')
    .addOption(languageOption())
    .action((paths: string[], options: RenewOptions) => renew(paths, options, context));
  withExample(
    command,
    'chitieu renew --round 2026 "hop-thu/2025" --out so-2026',
    'chitieu renew --round 2026 --plan lai-chau-2024 --changes doi-2021-2024.yaml --from-store --dry-run --out thu',
  );
}

async function renew(
  paths: readonly string[],
  options: RenewOptions,
  context: CommandContext,
): Promise<void> {
  const { order, unaccepted, isOpen } = await rollOver(paths, options, context);
  if (!options.dryRun)
    await writeAll(order, workersFor(order.jobs.length), options, quiet(context, options.json));
  if (unaccepted.length > 0)
    context.err(`${unacceptedText(unaccepted, options.withUnaccepted ?? false, options.lang)}\n`);
  if (isOpen) context.exit(1);
}

/** What workbooks are made from once the report is written; whatever else led there is let go with it. */
interface RolledOver {
  order: MakingOrder;
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
  const period = parsePeriod(options.round);
  if (!period) throw new CommandFailure(periodTrouble(options.round)?.[options.lang] ?? options.round);
  const { catalogue, plans: loaded } = await usablePlans(context, []);
  const known = loaded.map(({ plan }) => plan);
  const departments = known.flatMap((plan) => departmentsEver(plan, catalogue));
  const units = await unitLinks(
    context.root,
    known.map(({ file }) => file.province),
    [...known.flatMap((plan) => plan.units), ...departments],
  );
  const gathered = await gatherEarlier(paths, context, {
    catalogue,
    nameOf: (id) => units.unitOf(id)?.name ?? id,
    withUnaccepted: options.withUnaccepted ?? false,
  });
  const plans = plansFor(options.plan ?? [], gathered, known, period);
  const maps = await changeMaps(options.changes ?? [], catalogue, known);
  const files = await loadPlannerFiles(
    await plannerPaths(options, context),
    exchangeContext(catalogue, known),
    context.err,
  );
  const jobs = ofKnownRound(() =>
    options.together
      ? togetherJobs(plans, catalogue, { round: period.text, files })
      : plans.flatMap((plan) => jobsOf([plan], catalogue, { round: period.text, files })),
  );
  const result = renewed({ earlier: gathered.found, jobs, maps, units, catalogue });
  await makeWritable(options.out);
  await writeReports(result, { gathered, plans: known, maps, units, catalogue, period, options }, context);
  const { unaccepted } = gathered.found;
  const isOpen = result.rolled.lines.some(({ outcome }) => outcome === 'needs-decision');
  return {
    order: { jobs: result.jobs, catalogue },
    unaccepted,
    isOpen: isOpen || gathered.notRead.length > 0,
  };
}

/** With --json nothing else may stand in the output. */
function quiet(context: CommandContext, json: boolean | undefined): CommandContext {
  return json ? { ...context, out: () => undefined } : context;
}
