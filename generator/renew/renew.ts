import type { Catalogue } from '../../core/catalogue/catalogue.ts';
import type { ChangeMap } from '../../core/changes/change-map.ts';
import type { Plan } from '../../core/plan/model.ts';
import { cellsOf } from '../../core/renew/cells.ts';
import type { FilledFigure, RollOver } from '../../core/renew/input.ts';
import { knownFigures, rollOver, saidOfParts } from '../../core/renew/roll-over.ts';
import { ofBegunRound } from '../../core/renew/of-begun-round.ts';
import { sourceText } from '../../core/renew/source-text.ts';
import { sumsAgree, sumsOf, type RollOverSums } from '../../core/renew/sums.ts';
import { numberText } from '../../core/base/number-text.ts';
import type { PrefilledFigure } from '../../core/consolidate/prefill.ts';
import { figureKey, parseRowKey } from '../../core/observation/key.ts';
import type { DoubtfulFigure } from '../../core/renew/doubts.ts';
import type { BrokenOff } from '../../core/renew/breaks.ts';
import type { Figure } from '../../core/observation/figure.ts';
import { columnsByCommune } from '../../core/workbook/commune-layout.ts';
import { figuresBefore } from '../../core/workbook/commune-request.ts';
import type { WorkbookRequest } from '../../core/workbook/request.ts';
import { labelOf } from '../../core/workbook/key-label.ts';
import { reportingOf, requestsOf, type WorkbookJob } from '../workbook/jobs.ts';
import type { PlannerFiles } from '../workbook/known.ts';
import { doubtsOf } from './doubts.ts';
import type { EarlierFigures } from './earlier-figures.ts';
import type { UnitLinks } from './unit-links.ts';

/** What a renewal is made from. */
export interface Renewal {
  earlier: EarlierFigures;
  /** The new workbooks, with what the planner gives. */
  jobs: readonly WorkbookJob[];
  maps: readonly ChangeMap[];
  units: UnitLinks;
  catalogue: Catalogue;
  /** All plans, those of earlier rounds too. */
  plans?: readonly Plan[];
}

/** New workbooks with the earlier figures in them. */
export interface Renewed {
  /** What became of each figure; what is filled in stands in the jobs. */
  rolled: Omit<RollOver, 'figures'>;
  sums: RollOverSums;
  jobs: WorkbookJob[];
  /** Figures of the year before that are filled in and that the check doubts. */
  doubts: readonly DoubtfulFigure[];
}

/**
 * Fills the earlier figures into new workbooks, beside what the planner gives.
 * @throws Error where sums before and after differ, or a figure would not be in the workbook it is said to be in:
 * nothing must be written then
 */
export function renewed({ earlier, jobs, maps, units, catalogue, plans = [] }: Renewal): Renewed {
  const [{ files } = { files: NO_ROWS }] = jobs;
  const rounds = new Map(jobs.map((job) => [job.reporter.id, reportingOf(job)]));
  const begun = ofBegunRound(earlier.earlier, rounds);
  const { figures, ...rolled } = rollOver({
    earlier: begun.earlier,
    aside: [...earlier.aside, ...begun.aside],
    cells: cellsOf(requestsAlone(jobs, catalogue)),
    given: { figures: files.figures, baselines: files.baselines },
    maps,
    links: units.links,
    catalogue,
    unitOf: units.unitOf,
  });
  const sums = sumsOf({ figures, ...rolled });
  if (!sumsAgree(sums.now)) throw new Error('Sums before and after the renewal differ.');
  // Of two rows for one cell the later one counts where both are as sure: the planner's.
  const filled: PlannerFiles = {
    ...files,
    figures: [...knownFigures(figures), ...files.figures],
    baselines: [...rolled.baselines, ...files.baselines],
  };
  const made = withNames(
    jobs.map((job) => ({ ...job, files: filled })),
    { ...rolled, catalogue, unitOf: units.unitOf },
  );
  proveFilled(made, figures, catalogue);
  const doubts = doubtsOf(made, [...figures, ...namedFigures(rolled.before, units.unitOf)], {
    catalogue,
    given: files.figures,
    plans,
  });
  return { rolled, sums, jobs: made, doubts };
}

const NO_ROWS: PlannerFiles = { assignments: [], baselines: [], figures: [] };

/**
 * Says beside blank cells what there is by the definition before where a series was broken off, and of the year before
 * where the workbook has no column for it.
 */
function withNames(
  jobs: readonly WorkbookJob[],
  {
    breaks,
    before,
    computed,
    catalogue,
    unitOf,
  }: Pick<RollOver, 'breaks' | 'before' | 'computed'> & { catalogue: Catalogue; unitOf: UnitLinks['unitOf'] },
): WorkbookJob[] {
  const ofUnits = new Map<string, PrefilledFigure[]>();
  const put = (unit: string, one: Omit<PrefilledFigure, 'figure'>) =>
    ofUnits.set(unit, [...(ofUnits.get(unit) ?? []), { ...one, figure: null }]);
  for (const { unit, key, period, figure, reason } of breaks) {
    const said = shownValue(figure, catalogue);
    const name = labelOf(figure.key, catalogue, 'vi');
    put(unit, { key, period, from: { kind: 'broken-off', period, said, name, reason, isFilled: false } });
  }
  for (const { unit, key, period, year, derived } of before) {
    const said = shownValue({ key, value: derived.value, sign: derived.sign }, catalogue);
    const source = sourceText(derived, unitOf);
    put(unit, { key, period, from: { kind: 'year-before', year, said, source, isFilled: false } });
  }
  for (const { unit, key, period, value } of computed) {
    const said = shownValue({ key, value: String(value), sign: null }, catalogue);
    put(unit, { key, period, from: { kind: 'computed-before', period, said, isFilled: false } });
  }
  return jobs.map((job) => {
    const own = ofUnits.get(job.unit.id);
    return own ? { ...job, prefill: { ...job.prefill, figures: [...job.prefill.figures, ...own] } } : job;
  });
}

/** Figures of the year before that are named only, as if they were filled in. */
function namedFigures(before: RollOver['before'], unitOf: UnitLinks['unitOf']): FilledFigure[] {
  return before.map(({ unit, key, year: period, derived }) => {
    const { value, sign, vintage } = derived;
    return {
      unit,
      key,
      period,
      value,
      sign,
      vintage,
      source: sourceText(derived, unitOf),
      ...saidOfParts(derived),
    };
  });
}

/** What a state is called by its number. */
const YES_NO = ['không', 'có'];

/** "45,2 %", "có", "-". */
function shownValue(
  { key, value, sign }: Pick<BrokenOff['figure'], 'key' | 'value' | 'sign'>,
  { indicators }: Catalogue,
): string {
  if (value === null) return sign ?? '';
  const indicator = indicators.get(parseRowKey(key)?.indicator ?? '');
  const state = indicator?.measure === 'yes-no' ? YES_NO[Number(value)] : undefined;
  if (state !== undefined) return state;
  return `${numberText(Number(value), 'vi')} ${indicator?.unit ?? ''}`.trim();
}

function* requestsAlone(jobs: readonly WorkbookJob[], catalogue: Catalogue) {
  for (const { request } of requestsOf(jobs, catalogue)) yield request;
}

/**
 * Looks each carried figure up in the workbooks' requests.
 * @throws Error where one is not in a workbook that it is said to be in
 */
export function proveFilled(
  jobs: readonly WorkbookJob[],
  figures: readonly FilledFigure[],
  catalogue: Catalogue,
): void {
  const wanted = new Map<string, FilledFigure[]>();
  for (const one of figures) {
    const own = wanted.get(one.unit);
    if (own === undefined) wanted.set(one.unit, [one]);
    else own.push(one);
  }
  const seen = new Set<string>();
  const look = ({ unit, key, period, value, sign }: FilledFigure, found: Figure) => {
    if (found !== (value === null ? sign : Number(value)))
      throw new Error(`${unit} ${key} ${period} would be lost.`);
  };
  for (const { job, request } of requestsOf(jobs, catalogue)) {
    const { known } = request;
    proveByCommune(request, wanted, look);
    if (seen.has(job.unit.id)) continue;
    seen.add(job.unit.id);
    for (const one of wanted.get(job.unit.id) ?? []) look(one, known.figure(one.key, one.period));
  }
}

/** The same of figures of communes in the workbook of the body that reports them. */
function proveByCommune(
  { byCommune, catalogue, reporting }: WorkbookRequest,
  wanted: ReadonlyMap<string, readonly FilledFigure[]>,
  look: (one: FilledFigure, found: Figure) => void,
): void {
  if (!byCommune) return;
  const before = figuresBefore(byCommune);
  const columns = columnsByCommune({ ...byCommune, catalogue, reporting });
  const isColumn = ({ key, period }: FilledFigure, of: 'before' | 'period') =>
    columns.some((column) => column.figure.key === key && column[of] === period);
  for (const { id } of byCommune.units)
    for (const one of wanted.get(id) ?? []) {
      // A column of last year holds what is listed, and not what every commune is given without being asked.
      if (isColumn(one, 'before')) look(one, before.get(`${id}|${one.key}|${one.period}`) ?? null);
      else if (isColumn(one, 'period')) look(one, byCommune.figure(id, one.key, one.period));
    }
}

/** Keys of all figures a plan asks for, the counts that shares are made of among them. */
export function keysAsked({ targets, deadlines }: Plan): Set<string> {
  return new Set(
    [...targets, ...deadlines].flatMap(({ indicator, stratum }) =>
      indicator === null
        ? []
        : [indicator.id, indicator.numerator, indicator.denominator].flatMap((id) =>
            id === undefined ? [] : [figureKey(id, stratum?.id ?? null)],
          ),
    ),
  );
}
