import { join } from 'node:path';
import type { Command } from 'commander';
import type { Catalogue } from '../../core/catalogue/catalogue.ts';
import type { Language } from '../../core/base/finding.ts';
import type { ChangeMap } from '../../core/changes/change-map.ts';
import { parsePeriod, periodName, periodTrouble, type Period, periodSaid } from '../../core/period/period.ts';
import type { Plan } from '../../core/plan/model.ts';
import { countsOf, reportBook } from '../../core/renew/report/book.ts';
import { seriesRows } from '../../core/renew/report/series.ts';
import { outcomeWords, reportWords, whyWords } from '../../core/renew/report/words.ts';
import { sumsAgree, sumsOf } from '../../core/renew/sums.ts';
import { departmentsEver } from '../../core/workbook/departments.ts';
import { firstYear } from '../../core/workbook/layout.ts';
import { renderFinding } from '../../core/wording/render.ts';
import { serialize } from '../../formats/xlsx/write/serialize.ts';
import { exchangeContext } from '../exchange-files/context.ts';
import { loadPlannerFiles } from '../exchange-files/planner-files.ts';
import { CommandFailure } from '../failure.ts';
import { loadChangeMap } from '../plan-files/change-map-file.ts';
import { gatherEarlier, type Gathered } from '../renew/gather.ts';
import { keysAsked, renewed, type Renewed } from '../renew/renew.ts';
import { unacceptedText } from '../renew/unaccepted-text.ts';
import { lineJson, reportName, reportText, writeReport } from '../renew/report-file.ts';
import { unitLinks, type UnitLinks } from '../renew/unit-links.ts';
import { jobsOf, NoSuchRound, reportingOf, togetherJobs, type WorkbookJob } from '../workbook/jobs.ts';
import { workersFor } from '../workbook/make-many.ts';
import { writeWorkbook } from '../workbook/write-safely.ts';
import type { CommandContext } from './context.ts';
import { withExample } from './example.ts';
import { makeWritable, writeAll } from './generate.ts';
import { languageOption } from './language-option.ts';
import { plannerPaths } from './planner-paths.ts';
import { collect } from './repeatable.ts';
import { usablePlans } from './selected-plans.ts';

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
  const jobs = jobsFor(() =>
    options.together
      ? togetherJobs(plans, catalogue, { round: period.text, files })
      : plans.flatMap((plan) => jobsOf([plan], catalogue, { round: period.text, files })),
  );
  const result = renewed({ earlier: gathered.found, jobs, maps, units, catalogue });
  await makeWritable(options.out);
  await writeReports(result, { gathered, plans: known, maps, units, catalogue, period, options }, context);
  if (!options.dryRun)
    await writeAll(
      { jobs: result.jobs, catalogue },
      workersFor(result.jobs.length),
      options,
      quiet(context, options.json),
    );
  const { unaccepted } = gathered.found;
  if (unaccepted.length > 0)
    context.err(`${unacceptedText(unaccepted, options.withUnaccepted ?? false, options.lang)}\n`);
  const isOpen = result.rolled.lines.some(({ outcome }) => outcome === 'needs-decision');
  if (isOpen || gathered.notRead.length > 0) context.exit(1);
}

/** With --json nothing else may stand in the output. */
function quiet(context: CommandContext, json: boolean | undefined): CommandContext {
  return json ? { ...context, out: () => undefined } : context;
}

/** The plans of the new workbooks: those that were named, else those of the earlier returns that have the round. */
function plansFor(
  named: readonly string[],
  { found }: Gathered,
  known: readonly Plan[],
  { text, year }: Period,
): Plan[] {
  const unknown = named.filter((id) => known.every(({ file }) => file.id !== id));
  if (unknown.length > 0)
    throw new CommandFailure(
      `Không có kế hoạch "${unknown.join('", "')}" (no such plan). Hãy kiểm tra --plan.`,
    );
  if (named.length > 0) return known.filter(({ file }) => named.includes(file.id));
  const own = known.filter(({ file }) => found.plans.has(file.id));
  const live = own.filter(({ file }) => firstYear(file.firstRound) <= year && year <= file.period.to);
  if (live.length > 0) return live;
  const ended = own.map(({ file }) => file.id).join(', ');
  throw new CommandFailure(
    ended === ''
      ? 'Không đọc được báo cáo nào của các kế hoạch đã có. Hãy kiểm tra đường dẫn, hoặc ghi --plan (no returns of known plans).'
      : `Kế hoạch ${ended} không có kỳ ${periodSaid(text)}. Hãy chỉ kế hoạch mới bằng --plan (name the new plan).`,
  );
}

async function changeMaps(
  paths: readonly string[],
  catalogue: Catalogue,
  plans: readonly Plan[],
): Promise<ChangeMap[]> {
  const maps: ChangeMap[] = [];
  for (const path of paths) {
    const { value, findings } = await loadChangeMap(path, catalogue, (id) => {
      const plan = plans.find(({ file }) => file.id === id);
      return plan ? keysAsked(plan) : null;
    });
    if (value === null) throw new CommandFailure(findings.map((one) => renderFinding(one, 'vi')).join('\n'));
    maps.push(value);
  }
  return maps;
}

function jobsFor(make: () => WorkbookJob[]): WorkbookJob[] {
  try {
    return make();
  } catch (error) {
    if (error instanceof NoSuchRound) throw new CommandFailure(error.message);
    throw error;
  }
}

interface ReportSetting {
  gathered: Gathered;
  plans: readonly Plan[];
  maps: readonly ChangeMap[];
  units: UnitLinks;
  catalogue: Catalogue;
  period: Period;
  options: RenewOptions;
}

async function writeReports(
  { rolled, jobs }: Renewed,
  { gathered, plans, maps, units, catalogue, period, options }: ReportSetting,
  context: CommandContext,
): Promise<void> {
  const { lang: language, dryRun = false } = options;
  const { found, notRead } = gathered;
  const ids = [...new Set(jobs.flatMap((job) => job.plans.map(({ file }) => file.id)))];
  const provinces = [...new Set(jobs.flatMap((job) => job.plans.map(({ file }) => file.province)))];
  const [job] = jobs;
  const series = seriesRows({
    rolled,
    plans: plans
      .filter(({ file }) => provinces.includes(file.province))
      .sort((a, b) => a.file.period.from - b.file.period.from),
    maps,
    catalogue,
    units: provinces.map((id) => ({ id, name: units.unitOf(id)?.name ?? id })),
    language,
  });
  const model = reportBook({
    ...{ rolled, series, catalogue, unitOf: units.unitOf, language, dryRun, notRead },
    line: `${periodName(period, language)} – ${ids.join(', ')}`,
    created: job ? reportingOf(job).cutOff : `${period.year}-12-31`,
    left: found.left,
    unchanged: found.unchanged,
  });
  const sums = sumsOf(rolled);
  const counts = countsOf(rolled.lines);
  const report = {
    schema: 1,
    round: period.text,
    plans: ids,
    dryRun,
    returns: found.returns,
    counts,
    sumsAgree: sumsAgree(sums.now),
    left: found.left,
    unchanged: found.unchanged,
    notRead,
    openBaselines: rolled.openBaselines,
    sums,
    lines: rolled.lines.map(lineJson),
  };
  const name = join(options.out, reportName(period.text));
  const text = reportText(report);
  const isKept = [
    (await writeWorkbook(`${name}.xlsx`, await serialize(model))) === 'kept' ? `${name}.xlsx` : null,
    (await writeReport(`${name}.json`, text)) ? null : `${name}.json`,
  ].filter((one) => one !== null);
  if (options.json) {
    const { sums: ofFigures, lines, ...head } = report;
    void [ofFigures, lines];
    context.out(`${JSON.stringify({ ...head, report: `${name}.json` }, null, 2)}\n`);
  } else context.out(summaryText(report, `${name}.xlsx`, language));
  for (const file of isKept)
    context.err(
      `Giữ nguyên ${file}: tệp đã có người sửa. Hãy chuyển tệp đi nơi khác hoặc chọn --out khác (kept as it is).\n`,
    );
  if (isKept.length > 0) context.exit(2);
}

function summaryText(
  {
    returns,
    counts,
    sumsAgree: agrees,
    left,
    unchanged,
    notRead,
  }: {
    returns: number;
    counts: ReturnType<typeof countsOf>;
    sumsAgree: boolean;
    left: { reasons: number; marks: number; verdicts: number };
    unchanged: number;
    notRead: readonly { file: string; why: string }[];
  },
  file: string,
  language: Language,
): string {
  const words = reportWords[language];
  const all = counts.reduce((sum, { count }) => sum + count, 0);
  const head =
    language === 'vi' ? `${all} số của ${returns} báo cáo` : `${all} figures of ${returns} returns`;
  return [
    `${head}:\n`,
    ...counts.map(
      ({ outcome, why, count }) =>
        `  ${String(count).padStart(7)}  ${outcomeWords[outcome][language]}${why === null ? '' : `: ${whyWords[why][language]}`}\n`,
    ),
    ...(unchanged > 0 ? [`${words.unchanged(unchanged)}\n`] : []),
    `${words.left(left)}\n`,
    `${agrees ? words.agrees : words.differs}\n`,
    ...notRead.map((one) => `${words.notRead}: ${one.file}: ${one.why}\n`),
    language === 'vi' ? `Báo cáo chuyển kỳ: ${file}\n` : `Roll-over report: ${file}\n`,
  ].join('');
}
