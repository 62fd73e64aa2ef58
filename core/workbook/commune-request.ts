import type { Asked } from './asked.ts';
import { partsOf } from './asked.ts';
import { askedByCommune } from './by-commune.ts';
import type { CommuneName } from './commune-part.ts';
import { layOut } from './layout.ts';
import { forUnit, seriesOf, type AssignedValue } from '../target/plan-series.ts';
import { figureKey, figureKeyOf } from '../observation/key.ts';
import type { Figure } from '../observation/figure.ts';
import type { PlacedRequest } from './placed.ts';
import type { WorkbookRequest } from './request.ts';
import type { Unit } from '../unit/unit.ts';

/**
 * The row of a commune in the table by commune as a request of its own, in which each of its figures has a cell: so the
 * rules over figures look at it as at any other.
 * @returns for each commune; what is asked and where it stands is drawn up once
 */
export function communeRequests(request: WorkbookRequest): (commune: CommuneName) => PlacedRequest {
  const asked = askedOfCommune(request);
  const layout = layOut({ ...request, byCommune: null }, asked);
  const before = figuresBefore(request.byCommune);
  const assigned = assignedByUnit(request);
  return ({ id, name }) => ({
    request: {
      ...request,
      byCommune: null,
      unit: communeUnit(request.unit, id, name),
      assigned: (key) => assigned.get(id)?.get(key) ?? NOTHING_ASSIGNED,
      known: {
        figure: (key, period) =>
          before.get(`${id}|${key}|${period}`) ?? request.byCommune?.figure(id, key, String(period)) ?? null,
        source: () => null,
        baseline: () => ({ year: null, value: null, source: null }),
        given: { figure: () => null, source: () => null, baseline: () => NO_BASELINE },
      },
    },
    asked: {
      ...asked,
      series: asked.series.map((one) =>
        forUnit(one, false, assigned.get(id)?.get(figureKeyOf(one)) ?? NOTHING_ASSIGNED),
      ),
    },
    layout,
  });
}

const NO_BASELINE = { year: null, value: null, source: null };
const NOTHING_ASSIGNED: ReadonlyMap<number, AssignedValue> = new Map();

/** Last year's figures of the table by commune, by unit, figure and period. */
export function figuresBefore(byCommune: WorkbookRequest['byCommune']): ReadonlyMap<string, Figure> {
  return new Map(
    byCommune?.before.map(({ unit, key, period, figure }) => [`${unit}|${key}|${period}`, figure]),
  );
}

/** What was assigned for the year of the round, by commune and figure. */
function assignedByUnit({
  byCommune,
  round,
}: WorkbookRequest): ReadonlyMap<string, ReadonlyMap<string, ReadonlyMap<number, AssignedValue>>> {
  const units = new Map<string, Map<string, ReadonlyMap<number, AssignedValue>>>();
  for (const { unit, key, ...value } of byCommune?.assigned ?? []) {
    const own = units.get(unit) ?? new Map<string, ReadonlyMap<number, AssignedValue>>();
    units.set(unit, own.set(key, new Map([[round, value]])));
  }
  return units;
}

/** Its figures, with the targets that they are of as far as the table has all of what these are computed of. */
function askedOfCommune(request: WorkbookRequest): Asked {
  const figures = askedByCommune(request);
  const keys = new Set(figures.map(({ key }) => key));
  const series = request.plans.flatMap(seriesOf).filter((one) => {
    const { numerator, denominator } = partsOf(one.indicator, request.catalogue);
    const parts = [numerator, denominator].every(
      (part) => part && keys.has(figureKey(part.id, one.stratum?.id ?? null)),
    );
    return parts || keys.has(figureKeyOf(one));
  });
  return { series, figures };
}

function communeUnit(above: Unit, id: string, name: string): Unit {
  return { ...above, id, name, code: null, level: 'commune', parent: above.id, successors: [], tags: [] };
}
