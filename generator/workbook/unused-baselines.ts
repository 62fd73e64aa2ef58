import type { KnownBaseline } from '../../core/planner/baseline/baseline.ts';
import { baselineNeeds, isOfNeededYear } from '../../core/target/baseline-choice.ts';
import type { Catalogue } from '../../core/catalogue/catalogue.ts';
import { type Finding, reporter } from '../../core/base/finding.ts';
import { baselineMessages, type NamedBaseline } from '../../core/planner/baseline/messages.ts';
import { figureKey } from '../../core/observation/key.ts';
import { placed } from '../../core/workbook/placed.ts';
import { requestOf, type WorkbookJob } from './jobs.ts';
import { baselinesFor, givenTo } from './known.ts';

const report = reporter(baselineMessages);

/** What became of a row of the planner's file in one workbook; the better comes first. */
type Fate =
  | { kind: 'used' }
  | { kind: 'wrong-year'; wanted: readonly number[] }
  | { kind: 'other-year'; taken: number | null }
  | { kind: 'not-assigned' }
  | { kind: 'without-target' };

const BEST_FIRST: readonly Fate['kind'][] = [
  'used',
  'wrong-year',
  'other-year',
  'not-assigned',
  'without-target',
];

/**
 * The planner's baselines of the units that workbooks are made for which are not used, or stand in a workbook
 * without serving all its targets. A row that one of several workbooks uses is used.
 * @param file the planner's file, for the place of the findings
 * @returns one finding for each reason
 */
export function unusedBaselines(
  jobs: readonly WorkbookJob[],
  catalogue: Catalogue,
  file: string | undefined,
): Finding[] {
  const fates = new Map<KnownBaseline, Fate>();
  const ofDepartments = new Map<KnownBaseline, string>();
  for (const job of jobs) {
    for (const [row, fate] of fatesIn(job, catalogue)) {
      const before = fates.get(row);
      if (!before || BEST_FIRST.indexOf(fate.kind) < BEST_FIRST.indexOf(before.kind)) fates.set(row, fate);
    }
    if (job.reporter.id === job.unit.id) continue;
    for (const row of givenTo(job.reporter.id, job.files).baselines) ofDepartments.set(row, job.unit.id);
  }
  const place = file === undefined ? {} : { file };
  const rowsOf = <Kind extends Fate['kind']>(kind: Kind) =>
    [...fates].flatMap(([row, fate]) => (isKind(fate, kind) ? [{ ...named(row), ...fate }] : []));
  const wrongYear = rowsOf('wrong-year').map((row) => ({ ...row, wanted: [...row.wanted] }));
  const otherYear = rowsOf('other-year');
  const notAssigned = rowsOf('not-assigned');
  const withoutTarget = rowsOf('without-target');
  const departments = [...ofDepartments].map(([row, province]) => ({ ...named(row), province }));
  return [
    ...(wrongYear.length > 0 ? [report('baselines-wrong-year', place, { rows: wrongYear })] : []),
    ...(departments.length > 0 ? [report('baselines-of-department', place, { rows: departments })] : []),
    ...(notAssigned.length > 0 ? [report('baselines-not-assigned', place, { rows: notAssigned })] : []),
    ...(otherYear.length > 0 ? [report('baselines-other-year', place, { rows: otherYear })] : []),
    ...(withoutTarget.length > 0 ? [report('baselines-without-target', place, { rows: withoutTarget })] : []),
  ];
}

/** What becomes of each row of the job's unit. A department reports for its province, so the province's counts. */
function fatesIn(job: WorkbookJob, catalogue: Catalogue): [KnownBaseline, Fate][] {
  const { unit, plans, files } = job;
  const ofUnit = givenTo(unit.id, files).baselines;
  if (ofUnit.length === 0) return [];
  const request = requestOf({ ...job, reporter: unit }, catalogue);
  const shown = new Set(placed(request).layout.baselines.rows.map(({ key }) => key));
  const needs = baselineNeeds(plans);
  const chosen = baselinesFor(unit.id, plans, files);
  return ofUnit.map((row): [KnownBaseline, Fate] => {
    const key = figureKey(row.indicator, row.stratum);
    const need = needs.get(key);
    if (!need) return [row, { kind: 'without-target' }];
    if (!shown.has(key)) return [row, { kind: 'not-assigned' }];
    const taken = chosen.get(key);
    if (taken !== row) return [row, { kind: 'other-year', taken: taken?.year ?? null }];
    if (isOfNeededYear(row, need)) return [row, { kind: 'used' }];
    return [row, { kind: 'wrong-year', wanted: need.exactYears }];
  });
}

function isKind<Kind extends Fate['kind']>(fate: Fate, kind: Kind): fate is Extract<Fate, { kind: Kind }> {
  return fate.kind === kind;
}

function named({ unit, indicator, stratum, year }: KnownBaseline): NamedBaseline {
  return { unit, figure: figureKey(indicator, stratum), year };
}
