import { figureKey } from '../observation/key.ts';
import type { Figure } from '../observation/figure.ts';
import type { Observation } from '../observation/observation.ts';
import type { ByCommune } from '../workbook/commune-part.ts';

/** The figures of communes that came back, by commune, figure and period. */
export function figureOfUnit(
  byUnit: readonly { unit: string; observations: readonly Observation[] }[],
): ByCommune['figure'] {
  const figures = new Map<string, Figure>(
    byUnit.flatMap(({ unit, observations }) =>
      observations.map(({ indicator, stratum, period, figure }) => [
        `${unit}|${figureKey(indicator, stratum)}|${period}`,
        figure,
      ]),
    ),
  );
  return (unit, key, period) => figures.get(`${unit}|${key}|${period}`) ?? null;
}
