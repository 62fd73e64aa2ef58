import { judgedNumber } from '../observation/figure.ts';
import { figureKey } from '../observation/key.ts';
import { vintages } from '../observation/vintage.ts';
import type { KnownFigure } from './known-figure.ts';

/**
 * The surest known figure of a unit for a year, as a number.
 * @param key figure key, `indicator|stratum`
 * @returns null when none is known, or only as a sign that stands for no number
 */
export function knownOfYear(
  unit: string,
  key: string,
  year: number,
  figures: readonly KnownFigure[],
): number | null {
  const known = figures
    .filter(
      (one) =>
        one.unit === unit && one.period === String(year) && figureKey(one.indicator, one.stratum) === key,
    )
    .sort((a, b) => vintages.indexOf(b.vintage) - vintages.indexOf(a.vintage));
  return judgedNumber(known[0]?.value ?? null);
}
