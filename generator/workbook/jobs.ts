import { createHash } from 'node:crypto';
import type { Catalogue } from '../../core/catalogue/catalogue.ts';
import type { Plan } from '../../core/plan/model.ts';
import { sampleFigures } from '../../core/workbook/sample/sample.ts';
import { figureKey } from '../../core/observation/key.ts';
import { parsePeriod, septemberTrouble, type Period } from '../../core/period/period.ts';
import { roundOf, type Round } from '../../core/round/round.ts';
import type { Unit } from '../../core/unit/unit.ts';
import { plansOn, unitsThen } from '../../core/plan/on-date.ts';
import { unitsAt } from '../../core/consolidate/columns.ts';
import { figuresByCommune, givenOfCommune, seriesKeysByCommune } from '../../core/workbook/by-commune.ts';
import type { ByCommune } from '../../core/workbook/commune-part.ts';
import { departmentsOf } from '../../core/workbook/departments.ts';
import { buildWorkbook } from '../../core/template/build.ts';
import { firstYear } from '../../core/period/first-year.ts';
import type { InputSheetLayout } from '../../core/workbook/layout.ts';
import { placed } from '../../core/workbook/placed.ts';
import type { WorkbookModel } from '../../core/sheet/model.ts';
import type { WorkbookRequest } from '../../core/workbook/request.ts';
import { indicatorsOwed } from '../../core/workbook/form/owed.ts';
import { roundColumns } from '../../core/template/sheets/input-foot.ts';
import { columnsByCommune } from '../../core/workbook/commune-layout.ts';
import {
  assignedTo,
  isGiven,
  knownFor,
  NO_FILES,
  NO_PREFILL,
  type PlannerFiles,
  type Prefill,
} from './known.ts';

/** One workbook to be made. */
export interface WorkbookJob {
  /** File name without folder. */
  name: string;
  /** The live plans it reports on. */
  plans: readonly [Plan, ...Plan[]];
  unit: Unit;
  /** Who fills it in: the unit itself, or a department for its province. */
  reporter: Unit;
  /** Year of the period reported on. */
  round: number;
  /** SDMX period reported on: `2021`, `2021-S1`, `2021-Q3`. */
  period: string;
  sample: boolean;
  /** What the planner gave beside the plans. */
  files: PlannerFiles;
  /** What others have sent already. */
  prefill: Prefill;
}

/** A round that a plan does not have. */
export class NoSuchRound extends Error {
  override readonly name = 'NoSuchRound';
}

/** The bytes of one workbook. */
export async function makeWorkbook(job: WorkbookJob, catalogue: Catalogue): Promise<Uint8Array> {
  const { serialize } = await import('../../formats/xlsx/write/serialize.ts');
  return serialize(modelOf(job, catalogue));
}

/** The model of one workbook. */
export function modelOf(job: WorkbookJob, catalogue: Catalogue): WorkbookModel {
  return buildWorkbook(requestOf(job, catalogue));
}

/** How much a reporter is asked for in the round: indicators owed, input cells, and the series behind them. */
export interface InputCells {
  owed: number;
  entry: number;
  background: number;
  /** Cells of the table by commune. */
  byCommune: number;
  series: Set<string>;
}

/** Counts what a reporter is asked for. */
export function inputCellsOf(job: WorkbookJob, catalogue: Catalogue): InputCells {
  const { request, asked, layout } = placed(requestOf(job, catalogue));
  const cells = (input: InputSheetLayout) =>
    input.rows.reduce(
      (sum, row) => sum + ('figure' in row ? roundColumns(request, input, row.figure).length : 0),
      0,
    );
  return {
    owed: indicatorsOwed(request, layout.entry),
    entry: cells(layout.entry),
    background: cells(layout.background),
    byCommune: (layout.byCommune?.columns.length ?? 0) * (layout.byCommune?.rows.length ?? 0),
    series: new Set(
      asked.series.map(
        ({ indicator, stratum, kind }) => `${figureKey(indicator.id, stratum?.id ?? null)}|${kind}`,
      ),
    ),
  };
}

/** The round a workbook reports in. */
export function reportingOf({ plans, period }: Pick<WorkbookJob, 'plans' | 'period'>): Round {
  return roundOf(takeApart(period), plans[0].roundRules);
}

/** What workbooks of the same plans and round have in common. */
export function sharedBy(job: Pick<WorkbookJob, 'plans' | 'period'>, ever: Catalogue) {
  const reporting = reportingOf(job);
  return {
    ...plansOn(job.plans, ever, reporting.cutOff),
    reporting,
    planHashes: new Map(job.plans.map((plan) => [plan.file.id, planHash(plan)])),
  };
}

/**
 * Everything one workbook is made from, as it is when the round closes.
 * @param shared of its plans and round, where it has been found before
 */
export function requestOf(
  job: WorkbookJob,
  ever: Catalogue,
  shared: ReturnType<typeof sharedBy> = sharedBy(job, ever),
): WorkbookRequest {
  const { unit, reporter, round, sample, files, prefill } = job;
  const { plans, catalogue, reporting, planHashes } = shared;
  return {
    plans,
    catalogue,
    unit,
    reporter,
    round,
    reporting,
    planHashes,
    assigned: assignedTo(unit.id, reporting.cutOff, files),
    known: sample
      ? sampleFigures(plans, catalogue, unit)
      : knownFor(unit.id, plans, { files, prefill, round: reporting }),
    byCommune: byCommuneOf(job, ever, shared),
    sample,
  };
}

/** The requests of the jobs of one run, one after the other; what those of the same plans and round share is found once. */
export function* requestsOf(
  jobs: Iterable<WorkbookJob>,
  ever: Catalogue,
): Generator<{ job: WorkbookJob; request: WorkbookRequest }, void> {
  const found = new Map<string, ReturnType<typeof sharedBy>>();
  for (const job of jobs) {
    const key = [job.period, ...job.plans.map(({ file }) => file.id)].join(' ');
    const shared = found.get(key) ?? sharedBy(job, ever);
    found.set(key, shared);
    yield { job, request: requestOf(job, ever, shared) };
  }
}

/** What a body of record reports commune by commune; null for who reports itself, and where it reports none. */
function byCommuneOf(
  { unit, reporter, sample, files }: Pick<WorkbookJob, 'unit' | 'reporter' | 'sample' | 'files'>,
  ever: Catalogue,
  { plans, catalogue, reporting }: ReturnType<typeof sharedBy>,
): ByCommune | null {
  if (reporter.level !== 'department' || reporter.id === unit.id) return null;
  const figures = figuresByCommune(plans, { reporter, ever, date: reporting.cutOff });
  const units = unitsAt(plans, 'commune');
  if (figures.length === 0 || units.length === 0) return null;
  const known = new Map(
    units.flatMap((one) => {
      if (sample) return [[one.id, sampleFigures(plans, catalogue, one)] as const];
      const filled = { files, prefill: NO_PREFILL, round: reporting };
      return isGiven(one.id, files) ? [[one.id, knownFor(one.id, plans, filled)] as const] : [];
    }),
  );
  const figure: ByCommune['figure'] = (id, key, period) =>
    known.get(id)?.figure(key, period) ?? givenOfCommune(id, key);
  const columns = columnsByCommune({ figures, catalogue, reporting });
  const keys = seriesKeysByCommune(plans, figures, catalogue);
  const before = units.flatMap(({ id }) =>
    columns.flatMap(({ figure: { key }, before: period }) => {
      const of = known.get(id);
      const one = of?.figure(key, period) ?? null;
      return one === null
        ? []
        : [{ unit: id, key, period, figure: one, source: of?.source(key, period) ?? null }];
    }),
  );
  return {
    figures,
    units: units.map(({ id, name }) => ({ id, name })),
    figure,
    before: before.map(({ unit: id, key, period, figure: one }) => ({ unit: id, key, period, figure: one })),
    sources: [...new Set(before.flatMap(({ source }) => source?.replaceAll(CELL, '') ?? []))],
    assigned: units.flatMap(({ id }) => {
      const of = isGiven(id, files) ? assignedTo(id, reporting.cutOff, files) : null;
      return keys.flatMap((key) => {
        const value = of?.(key).get(reporting.year);
        return value ? [{ unit: id, key, ...value }] : [];
      });
    }),
  };
}

/** The cell of an earlier file, which a source that is said once for a whole table leaves out. */
const CELL = /![A-Z]{1,3}\d+/gu;

/** What a user may say of the jobs. */
export interface JobOptions {
  round?: string;
  unit?: string[];
  sample?: boolean;
  files?: PlannerFiles;
}

/** The workbooks of plans that share one workbook per unit, in the order of the first plan's units. */
export function jobsOf(
  plans: readonly [Plan, ...Plan[]],
  catalogue: Catalogue,
  options: JobOptions,
): WorkbookJob[] {
  const { text: period, year: round } = periodIn(plans, options.round);
  const wanted = options.unit ?? [];
  const sample = options.sample ?? false;
  const reportersOf = (plan: Plan) => {
    const { cutOff } = roundOf(takeApart(period), plan.roundRules);
    const now = new Set(unitsThen(plan, cutOff));
    // Who names a unit of another time gets its workbook all the same.
    const units = plan.units.filter((unit) => now.has(unit) || wanted.includes(unit.id));
    return [...units, ...departmentsOf(plan, catalogue, cutOff)];
  };
  const byPlan = plans.map((plan) => ({
    plan,
    reporters: new Map(reportersOf(plan).map((reporter) => [reporter.id, reporter])),
  }));
  const reporters = new Map(byPlan.flatMap((one) => [...one.reporters]));
  return [...reporters.values()]
    .filter(({ id }) => wanted.length === 0 || wanted.includes(id))
    .flatMap((reporter): WorkbookJob[] => {
      const [first, ...others] = byPlan.flatMap((one) => (one.reporters.has(reporter.id) ? [one.plan] : []));
      const [province] = first?.units ?? [];
      if (!first || !province) return [];
      const ids = [first, ...others].map((plan) => plan.file.id).join('+');
      const name = `${ids}_${reporter.id}_${period}${sample ? '_mau' : ''}.xlsx`;
      const unit = reporter.level === 'department' ? province : reporter;
      const files = options.files ?? NO_FILES;
      const one = { name, unit, reporter, round, period, sample, files };
      return [{ ...one, plans: [first, ...others], prefill: NO_PREFILL }];
    });
}

/** One workbook per province and unit for all plans of the province that are live in the round. */
export function togetherJobs(
  plans: readonly Plan[],
  catalogue: Catalogue,
  options: JobOptions,
): WorkbookJob[] {
  const provinces = new Map<string, Plan[]>();
  for (const plan of plans) {
    const group = provinces.get(plan.file.province) ?? [];
    provinces.set(plan.file.province, [...group, plan]);
  }
  const jobs = [...provinces.values()].flatMap((group) => {
    const latest = Math.max(...group.map((plan) => firstYear(plan.file.firstRound)));
    const round = options.round ?? String(latest);
    const year = parsePeriod(round)?.year ?? Number.NaN;
    const [first, ...others] = group.filter(
      (plan) => firstYear(plan.file.firstRound) <= year && year <= plan.file.period.to,
    );
    return first ? jobsOf([first, ...others], catalogue, { ...options, round }) : [];
  });
  if (jobs.length === 0 && plans[0]) periodIn([plans[0]], options.round ?? '');
  return jobs;
}

/** The period asked for, which every plan must have; the first year a plan reports on unless one is given. */
function periodIn(plans: readonly [Plan, ...Plan[]], given: string | undefined): Period {
  const text = given ?? String(firstYear(plans[0].file.firstRound));
  const september = septemberTrouble(text);
  if (september !== null) throw new NoSuchRound(september.vi);
  const period = parsePeriod(text);
  for (const { file } of plans) {
    const first = firstYear(file.firstRound);
    if (period && first <= period.year && period.year <= file.period.to) continue;
    throw new NoSuchRound(
      `Kế hoạch ${file.id} không có kỳ báo cáo "${text}": cần một năm từ ${first} đến ${file.period.to}, hoặc 6 tháng, quý, 9 tháng lũy kế của năm ấy (ví dụ ${first}, ${first}-S1, ${first}-Q3, ${first}-LK9).`,
    );
  }
  return takeApart(text);
}

function takeApart(text: string): Period {
  const period = parsePeriod(text);
  if (!period) throw new NoSuchRound(`"${text}" không phải là một kỳ báo cáo.`);
  return period;
}

/** What tells whether a plan or its document has changed since a workbook was made. */
export function planHash(plan: Plan): string {
  return createHash('sha256').update(JSON.stringify(plan.file)).update(plan.source).digest('hex');
}
