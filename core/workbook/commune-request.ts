import type { Asked } from './asked.ts';
import { partsOf } from './asked.ts';
import { askedByCommune } from './by-commune.ts';
import type { CommuneName } from './commune-part.ts';
import { layOut } from './layout.ts';
import { figureKey } from '../observation/key.ts';
import type { PlacedRequest } from './placed.ts';
import type { WorkbookRequest } from './request.ts';
import { seriesOf } from '../target/plan-series.ts';
import type { Unit } from '../unit/unit.ts';

/**
 * The row of a commune in the table by commune as a request of its own, in which each of its figures has a cell: so the
 * rules over figures look at it as at any other.
 * @returns for each commune; what is asked and where it stands is drawn up once
 */
export function communeRequests(request: WorkbookRequest): (commune: CommuneName) => PlacedRequest {
  const asked = askedOfCommune(request);
  const layout = layOut({ ...request, byCommune: null }, asked);
  return ({ id, name }) => ({
    request: {
      ...request,
      byCommune: null,
      unit: communeUnit(request.unit, id, name),
      assigned: () => new Map(),
      known: {
        figure: (key, period) => request.byCommune?.figure(id, key, String(period)) ?? null,
        source: () => null,
        baseline: () => ({ year: null, value: null, source: null }),
        given: { figure: () => null, source: () => null, baseline: () => NO_BASELINE },
      },
    },
    asked,
    layout,
  });
}

const NO_BASELINE = { year: null, value: null, source: null };

/** Its figures, with the shares that divide them. */
function askedOfCommune(request: WorkbookRequest): Asked {
  const figures = askedByCommune(request);
  const keys = new Set(figures.map(({ key }) => key));
  const shares = request.plans.flatMap(seriesOf).filter(({ indicator, stratum }) => {
    const { numerator, denominator } = partsOf(indicator, request.catalogue);
    return [numerator, denominator].every(
      (part) => part && keys.has(figureKey(part.id, stratum?.id ?? null)),
    );
  });
  return { series: shares, figures };
}

function communeUnit(above: Unit, id: string, name: string): Unit {
  return { ...above, id, name, code: null, level: 'commune', parent: above.id, successors: [], tags: [] };
}
