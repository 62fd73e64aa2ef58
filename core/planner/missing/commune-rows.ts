import { figureKeyOf } from '../../observation/key.ts';
import { isYear } from '../../period/period.ts';
import { seriesOf } from '../../target/plan-series.ts';
import { kindOf } from '../../target/kinds/index.ts';
import type { Series } from '../../target/series.ts';
import type { Unit } from '../../unit/unit.ts';
import { seriesKeysByCommune } from '../../workbook/by-commune.ts';
import type { CommuneColumn } from '../../workbook/commune-layout.ts';
import { communeRequests } from '../../workbook/commune-request.ts';
import type { PlacedRequest } from '../../workbook/placed.ts';

/** A figure of last year that the table by commune has no number to show for. */
interface FigureOfCommune {
  /** The commune's row as a request of its own. */
  commune: PlacedRequest;
  column: CommuneColumn;
}

/** The figures of whole years before the round that a body's table by commune shows nothing for. */
export function figuresOfCommunes({ request, layout }: PlacedRequest): FigureOfCommune[] {
  const { byCommune } = layout;
  if (byCommune === null) return [];
  const requestOf = communeRequests(request);
  const columns = byCommune.columns.filter(({ before }) => isYear(before));
  return byCommune.rows.flatMap(({ unit }) => {
    const commune = requestOf(unit);
    return columns
      .filter(({ figure, before }) => commune.request.known.figure(figure.key, before) === null)
      .map((column) => ({ commune, column }));
  });
}

/** A value that no decision has assigned to a commune. */
interface ValueOfCommune {
  unit: Unit;
  series: Series;
  /** The last figure before the round that is known, and its year. */
  last: { year: number; value: number } | null;
}

/** The values for the year of the round that communes may be assigned of what a body reports commune by commune. */
export function valuesOfCommunes({ request, layout }: PlacedRequest): ValueOfCommune[] {
  const { byCommune, plans, catalogue, round } = request;
  if (!byCommune || layout.byCommune === null) return [];
  const keys = new Set(seriesKeysByCommune(plans, byCommune.figures, catalogue));
  const found = new Map(
    plans.flatMap(seriesOf).flatMap((one) => {
      const key = figureKeyOf(one);
      return keys.has(key) && kindOf(one).hasValue ? [[key, one] as const] : [];
    }),
  );
  const assigned = new Set(byCommune.assigned.map(({ unit, key }) => `${unit}|${key}`));
  const requestOf = communeRequests(request);
  return layout.byCommune.rows.flatMap((row) => {
    const { unit, ...of } = requestOf(row.unit).request;
    return [...found]
      .filter(([key]) => !assigned.has(`${unit.id}|${key}`))
      .map(([key, series]) => {
        const value = of.known.figure(key, round - 1);
        return { unit, series, last: typeof value === 'number' ? { year: round - 1, value } : null };
      });
  });
}
