import { figureKey, figureKeyOf } from '../../observation/key.ts';
import { vintageIn } from '../../round/round.ts';
import type { Vintage } from '../../observation/vintage.ts';
import type { Indicator, Stratum } from '../../catalogue/schema.ts';
import { baselineNeeds } from '../../target/baseline-choice.ts';
import { isOwnUnit } from '../../plan/own-unit.ts';
import { boundsOf, decidingBound } from '../../target/bounds.ts';
import { kindOf } from '../../target/kinds/index.ts';
import { segmentInForce } from '../../target/series.ts';
import type { Unit } from '../../unit/unit.ts';
import { valuesOf } from '../../workbook/known-values.ts';
import { placed, type PlacedRequest } from '../../workbook/placed.ts';
import { targetUnit } from '../../workbook/wording.ts';
import type { WorkbookRequest } from '../../workbook/request.ts';
import type { AssignedComparator } from '../assignment/assignment.ts';
import { figuresOfCommunes, valuesOfCommunes } from './commune-rows.ts';
import { canBeAssigned, comparatorFor } from '../grid/grid-layout.ts';

/** What a figure that is missing is about, with what is known around it. */
interface Missing {
  unit: Unit;
  indicator: Indicator;
  stratum: Stratum | null;
  /** What it is measured in; of a value to be assigned as the target has it. */
  measure: string;
  /** The last figure before it that is known, and its year. */
  last: { year: number; value: number } | null;
  /** Value of the plan in force in the year, and the reference path; null where they are none of the figure's own. */
  planValue: number | null;
  path: number | null;
}

export interface MissingFigure extends Missing {
  period: string;
  vintage: Vintage;
}
export interface MissingBaseline extends Missing {
  year: number;
}
export interface MissingAssignment extends Missing {
  year: number;
  comparator: AssignedComparator;
}

/** Everything the planner has not given yet for the workbooks of a round. */
export interface MissingRows {
  figures: MissingFigure[];
  baselines: MissingBaseline[];
  assignments: MissingAssignment[];
}

/**
 * What workbooks would be made without: figures of the years before the round, baselines that targets start from,
 * and values for the round that were assigned to nobody, of communes also what a body of record reports of them. A
 * figure that several workbooks ask for is there once.
 * @param requests of one province's round, the province's own first
 */
export function missingRows(requests: readonly WorkbookRequest[]): MissingRows {
  const rows: MissingRows = { figures: [], baselines: [], assignments: [] };
  const seen = new Set<string>();
  const isNew = (...parts: (string | number)[]) => {
    const id = parts.join('|');
    if (seen.has(id)) return false;
    seen.add(id);
    return true;
  };
  const ofProvince = requests.filter(({ unit, reporter }) => unit.id === reporter.id).map(placed);
  const province = ofProvince.find(({ request }) => isOwnOfAny(request, request.unit)) ?? null;
  for (const request of requests) {
    const at = ofProvince.find((one) => one.request === request) ?? placed(request);
    const { unit, round, reporting, known } = request;
    for (const { key, indicator, stratum } of at.asked.figures)
      for (const year of at.layout.inputYears) {
        if (year >= round || known.figure(key, year) !== null || !isNew('figure', unit.id, key, year))
          continue;
        if (at.layout.figureCell(key, String(year)) === null) continue;
        const figure = { unit, indicator, stratum, measure: indicator.unit };
        const of = { period: String(year), vintage: vintageIn(reporting, year) };
        rows.figures.push({ ...figure, ...of, ...around(at, key, year) });
      }
    const above = (key: string) =>
      province ? aims(province, key, round, 'target') : { planValue: null, path: null };
    for (const one of figuresOfCommunes(at)) {
      const { commune, column } = one;
      const { indicator, stratum, key } = column.figure;
      const { unit: of } = commune.request;
      if (!isNew('figure', of.id, key, column.before)) continue;
      const figure = { unit: of, indicator, stratum, measure: indicator.unit };
      const { before: period } = column;
      const vintage = vintageIn(reporting, period);
      rows.figures.push({ ...figure, period, vintage, ...around(commune, key, round - 1) });
    }
    for (const { unit: of, series, last } of valuesOfCommunes(at)) {
      const key = figureKeyOf(series);
      const comparator = comparatorFor(series, round);
      if (!isNew('assignment', of.id, key)) continue;
      const { indicator, stratum } = series;
      const about = { unit: of, indicator, stratum, measure: targetUnit(series) };
      rows.assignments.push({ ...about, year: round, comparator, last, ...above(key) });
    }
    const needs = baselineNeeds(request.plans);
    for (const { key, series } of at.layout.baselines.rows) {
      const need = needs.get(key);
      if (known.baseline(key).value !== null || !need || !isNew('baseline', unit.id, key)) continue;
      const { indicator, stratum } = series;
      const year = need.exactYears[0] ?? need.lastYearBefore;
      rows.baselines.push({
        measure: indicator.unit,
        unit,
        indicator,
        stratum,
        year,
        ...around(at, key, year),
      });
    }
    if (isOwnOfAny(request, unit)) continue;
    // As of the round: what a body reports of communes is no line of their own.
    const when = { ever: request.catalogue, year: round };
    for (const series of at.asked.series) {
      const { indicator, stratum, assigned } = series;
      const key = figureKey(indicator.id, stratum?.id ?? null);
      const comparator = comparatorFor(series, round);
      const isOpen = kindOf(series).hasValue && !assigned.has(round) && canBeAssigned(series, unit, when);
      if (!isOpen || !isNew('assignment', unit.id, key)) continue;
      const { last } = around(at, key, round);
      const about = { unit, indicator, stratum, measure: targetUnit(series) };
      rows.assignments.push({ ...about, year: round, comparator, last, ...above(key) });
    }
  }
  return rows;
}

function around(at: PlacedRequest, key: string, year: number): Pick<Missing, 'last' | 'planValue' | 'path'> {
  const { known } = at.request;
  const before = at.layout.inputYears
    .filter((one) => one < year)
    .flatMap((one) => {
      const value = known.figure(key, one);
      return typeof value === 'number' ? [{ year: one, value }] : [];
    });
  return { last: before.at(-1) ?? null, ...aims(at, key, year, 'figure') };
}

/** What the plan asks of a figure in a year, and where its path would have it. */
function aims(
  { request, asked, layout }: PlacedRequest,
  key: string,
  year: number,
  of: 'figure' | 'target',
): Pick<Missing, 'planValue' | 'path'> {
  const series = asked.series.find((one) => figureKeyOf(one) === key);
  if (!series) return { planValue: null, path: null };
  const bound = decidingBound(series.direction);
  const segment = segmentInForce(series, year);
  const bounds = segment && boundsOf(segment);
  const { isRate, addsUp, path } = kindOf(series);
  // A yearly change is no figure to be reached, and the path of a sum is that of all years so far.
  const isAnother = of === 'figure' && isRate;
  return {
    planValue: bounds && !isAnother ? bounds[bound] : null,
    path: addsUp ? null : path(series, valuesOf(request, layout, series), year, bound),
  };
}

/** Whether a unit is the one that a plan of the workbook is of; nothing is assigned to it. */
function isOwnOfAny({ plans }: WorkbookRequest, unit: Unit): boolean {
  return plans.some(({ file }) => isOwnUnit(file, unit));
}
