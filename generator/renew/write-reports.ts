import { join } from 'node:path';
import type { Catalogue } from '../../core/catalogue/catalogue.ts';
import type { Language } from '../../core/base/finding.ts';
import type { ChangeMap } from '../../core/changes/change-map.ts';
import { periodName, type Period } from '../../core/period/period.ts';
import type { Plan } from '../../core/plan/model.ts';
import type { ChangedSince } from '../../core/renew/changed-since.ts';
import { doubtSaid } from '../../core/renew/doubts.ts';
import { countsOf, reportBook } from '../../core/renew/report/book.ts';
import { changedSaid } from '../../core/renew/report/changed.ts';
import { figuresBook, figuresParts } from '../../core/renew/report/figures.ts';
import { seriesRows } from '../../core/renew/report/series.ts';
import { outcomeWords, reportWords, whyWords } from '../../core/renew/report/words.ts';
import type { RollOverLine } from '../../core/renew/line.ts';
import { sumsAgree } from '../../core/renew/sums.ts';
import type { LateCorrection } from '../../core/store/closing.ts';
import { figureText } from '../../core/store/entry.ts';
import type { WorkbookModel } from '../../core/sheet/model.ts';
import { nothingAskedSaid } from '../../core/workbook/nothing-asked.ts';
import { serialize } from '../../formats/xlsx/write/serialize.ts';
import { clearParts } from './clear-parts.ts';
import type { Gathered } from './gather.ts';
import type { Renewed } from './renew.ts';
import { lineJson, reportName } from './report-file.ts';
import { writeReport } from './write-report.ts';
import type { UnitLinks } from './unit-links.ts';
import { clearUpHeap } from '../tune-v8.ts';
import { emptySaid, type EmptyJob } from '../workbook/asked-jobs.ts';
import { reportingOf } from '../workbook/jobs.ts';
import { writeWorkbook } from '../workbook/write-safely.ts';
import type { CommandContext } from '../commands/context.ts';

/** What a renewal's report says beside what it came to. */
export interface ReportSetting {
  gathered: Gathered;
  plans: readonly Plan[];
  maps: readonly ChangeMap[];
  units: UnitLinks;
  catalogue: Catalogue;
  period: Period;
  /** Baselines and assigned values of the planner that are others than in the last round. */
  given: readonly LateCorrection[];
  /** New workbooks that would have no cell to type into: they are not made. */
  empty: readonly EmptyJob[];
  options: { out: string; lang: Language; dryRun?: boolean; json?: boolean };
}

/**
 * Writes the roll-over report as a workbook and as JSON, and says what became of the figures.
 * @returns what is said of it to programs
 */
export async function writeReports(
  { rolled, sums, jobs, doubts }: Renewed,
  { gathered, plans, maps, units, catalogue, period, options, given, empty }: ReportSetting,
  context: CommandContext,
): Promise<Readonly<Record<string, unknown>>> {
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
    links: units.links,
    unitOf: units.unitOf,
    language,
  });
  const listed = {
    ...{ catalogue, unitOf: units.unitOf, language },
    line: `${periodName(period, language)} – ${ids.join(', ')}`,
    created: job ? reportingOf(job).cutOff : `${period.year}-12-31`,
  };
  const nothingAsked = nothingAskedOf(rolled.lines, { jobs, empty }, language);
  const parts = figuresParts(reportName(period.text), rolled.lines);
  const model = reportBook({
    ...listed,
    ...{ rolled, sums, series, parts, dryRun, notRead, doubts },
    left: found.left,
    unchanged: found.unchanged,
    changed: found.changed,
    given,
    nothingAsked: nothingAsked.said,
  });
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
    changedSinceClosing: found.changed.map(changedJson),
    changedGiven: given.map(changeJson),
    notRead,
    nothingAsked: nothingAsked.units,
    openBaselines: rolled.openBaselines,
    doubts: doubts.map(({ finding, ...of }) => ({
      ...of,
      rule: finding.code,
      message: doubtSaid({ finding, ...of }, { catalogue, language }).message,
    })),
  };
  const name = join(options.out, reportName(period.text));
  const keptFiles: string[] = [];
  const write = async (file: string, book: WorkbookModel) => {
    if ((await writeWorkbook(file, await serialize(book))) === 'kept') keptFiles.push(file);
  };
  await write(`${name}.xlsx`, model);
  for (const part of parts) {
    // What the one before was written from would else lie beside this one.
    clearUpHeap();
    await write(join(options.out, part.file), figuresBook(part, listed));
  }
  const leftOver = await clearParts(options.out, reportName(period.text), parts.length);
  if (!(await writeReport(`${name}.json`, { head: { ...report, sums }, lines: linesJson(rolled.lines) })))
    keptFiles.push(`${name}.json`);
  if (!options.json)
    context.out(
      summaryText(
        report,
        { file: `${name}.xlsx`, changed: found.changed, given, nothingAsked: nothingAsked.said },
        language,
      ),
    );
  for (const file of keptFiles)
    context.err(
      `Giữ nguyên ${file}: tệp đã có người sửa. Hãy chuyển tệp đi nơi khác hoặc chọn --out khác (kept as it is).\n`,
    );
  for (const file of leftOver) context.err(`${reportWords[language].leftOver(file)}\n`);
  if (keptFiles.length + leftOver.length > 0) context.exit(2);
  return { ...report, report: `${name}.json` };
}

/** The units of which nothing is asked, each with how many earlier figures of it are kept aside, and what to say of them. */
function nothingAskedOf(
  lines: readonly RollOverLine[],
  { jobs, empty }: Pick<Renewed, 'jobs'> & Pick<ReportSetting, 'empty'>,
  language: Language,
): { units: { unit: string; name: string; why: string; earlier: number }[]; said: string[] } {
  // Of several plans one may ask nothing of a unit, which has the workbook of another.
  const none = new Set(empty.map(({ job }) => job));
  const withBook = new Set(jobs.filter((job) => !none.has(job)).map(({ reporter }) => reporter.id));
  const ids = empty.map(({ job }) => job.reporter.id).filter((id) => !withBook.has(id));
  const earlier = new Map(ids.map((id) => [id, 0]));
  for (const { figure, to } of lines) {
    const count = earlier.get(figure.unit);
    if (count !== undefined && to.length === 0) earlier.set(figure.unit, count + 1);
  }
  const units = empty.map(({ job: { reporter }, why }) => ({
    unit: reporter.id,
    name: reporter.name,
    why: nothingAskedSaid(why, language),
    earlier: earlier.get(reporter.id) ?? 0,
  }));
  const kept = [...earlier.values()].reduce((sum, count) => sum + count, 0);
  const ofUnasked = kept === 0 ? [] : [reportWords[language].ofUnasked(kept)];
  return { units, said: [...emptySaid(empty, language), ...ofUnasked] };
}

function* linesJson(lines: readonly RollOverLine[]): Generator<object, void> {
  for (const line of lines) yield lineJson(line);
}

/** A closed round with what is otherwise since, for programs. */
function changedJson({ by, changes }: ChangedSince) {
  return {
    round: by.closing.round,
    closed: by.at,
    by: by.by,
    changes: changes.map(changeJson),
  };
}

function changeJson({ key, before, after, isDisputed, reasons }: LateCorrection) {
  return {
    key,
    before: before && figureText(before),
    after: after && figureText(after),
    isDisputed,
    reasons,
  };
}

function summaryText(
  {
    returns,
    counts,
    sumsAgree: agrees,
    left,
    unchanged,
    notRead,
    doubts,
  }: {
    returns: number;
    counts: ReturnType<typeof countsOf>;
    sumsAgree: boolean;
    left: { reasons: number; marks: number; verdicts: number };
    unchanged: number;
    notRead: readonly { file: string; why: string }[];
    doubts: readonly object[];
  },
  {
    file,
    changed,
    given,
    nothingAsked,
  }: {
    file: string;
    changed: readonly ChangedSince[];
    given: readonly LateCorrection[];
    nothingAsked: readonly string[];
  },
  language: Language,
): string {
  const words = reportWords[language];
  const all = counts.reduce((sum, { count }) => sum + count, 0);
  const head =
    language === 'vi'
      ? `${all} số của ${returns} báo cáo, mọi số đã báo cáo, còn hiệu lực hay không`
      : `${all} figures of ${returns} returns, all that were reported, in force or not`;
  return [
    `${head}${counts.length > 0 ? ':' : '.'}\n`,
    ...counts.map(
      ({ outcome, why, count }) =>
        `  ${String(count).padStart(7)}  ${outcomeWords[outcome][language]}${why === null ? '' : `: ${whyWords[why][language]}`}\n`,
    ),
    ...(doubts.length > 0 ? [`${words.doubts(doubts.length)}\n`] : []),
    ...(unchanged > 0 ? [`${words.unchanged(unchanged)}\n`] : []),
    ...changedSaid(changed, language).map((said) => `${said}\n`),
    ...(given.length > 0 ? [`${words.given(given.length)}\n`] : []),
    ...nothingAsked.map((said) => `${said}\n`),
    `${words.left(left)}\n`,
    `${agrees ? words.agrees : words.differs}\n`,
    ...notRead.map((one) => `${words.notRead}: ${one.file}: ${one.why}\n`),
    language === 'vi' ? `Báo cáo chuyển kỳ: ${file}\n` : `Roll-over report: ${file}\n`,
  ].join('');
}
