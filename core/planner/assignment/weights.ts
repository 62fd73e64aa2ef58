import { decimalsOf } from '../../catalogue/decimals.ts';
import type { Catalogue } from '../../catalogue/catalogue.ts';
import type { Indicator } from '../../catalogue/schema.ts';
import { round } from '../../base/number.ts';
import { figureKey } from '../../observation/key.ts';
import { judgedNumber } from '../../observation/figure.ts';
import type { KnownFigure } from '../known-figure.ts';
import { isYear } from '../../period/period.ts';
import type { TargetKind } from '../../plan/schema.ts';
import { vintages } from '../../observation/vintage.ts';
import { isCommuneId } from '../../unit/unit.ts';
import { givenOfCommune } from '../../workbook/by-commune.ts';
import { kinds } from '../../target/kinds/index.ts';

/** What the values of units are weighted with, and the last period that may be used. */
export interface WeightSource {
  indicator: Indicator;
  stratum: string | null;
  upTo: number;
}

/**
 * What a mean over units is weighted with: the denominator of a share or rate; for a growth of a count the
 * count it grows from, which makes the weighted mean the growth of the whole. Of a change since a base year the
 * counts of that year would be needed, which need not be the latest known.
 * @returns null where nothing makes a true mean
 */
export function weightSource(
  indicator: Indicator,
  stratum: string | null,
  kind: TargetKind,
  year: number,
  catalogue: Catalogue,
): WeightSource | null {
  if (kinds[kind].isSinceBase) return null;
  if (kinds[kind].isRelative)
    return indicator.aggregation === 'sum' ? { indicator, stratum, upTo: year - 1 } : null;
  const denominator = catalogue.indicators.get(indicator.denominator ?? '');
  return denominator ? { indicator: denominator, stratum, upTo: year } : null;
}

/** The latest known weight of a unit, the surest vintage first; null when it is not known as a number. */
export function weightOf(unit: string, source: WeightSource, figures: readonly KnownFigure[]): number | null {
  const known = figures
    .filter(
      (one) =>
        one.unit === unit &&
        one.indicator === source.indicator.id &&
        one.stratum === source.stratum &&
        // A mean of yearly values is weighted with counts of years, never with a part of one.
        isYear(one.period) &&
        Number(one.period) <= source.upTo,
    )
    .sort(
      (a, b) =>
        Number(b.period) - Number(a.period) || vintages.indexOf(b.vintage) - vintages.indexOf(a.vintage),
    );
  const ofRule = isCommuneId(unit)
    ? givenOfCommune(unit, figureKey(source.indicator.id, source.stratum))
    : null;
  const weight = judgedNumber(known[0]?.value ?? ofRule);
  return weight !== null && weight >= 0 ? weight : null;
}

/** Decimals with which a value of a target is shown, and to which a mean of such values is judged. */
export function shownDecimals(indicator: Indicator, kind: TargetKind): number {
  if (kinds[kind].isRate) return 2;
  return decimalsOf(indicator);
}

/** More decimals than this nobody assigns. */
export const MOST_DECIMALS = 4;

/**
 * Decimals to which a mean of assigned values is judged, in `assign check` and the grid alike: those the figure is
 * shown with, raised to those of the values themselves. Eight times 7,95 is 7,95, not 8,0.
 */
export function meanDecimals(shown: number, values: readonly number[]): number {
  let decimals = shown;
  while (decimals < MOST_DECIMALS && values.some((value) => round(value, decimals) !== round(value, 6)))
    decimals += 1;
  return decimals;
}

/**
 * The decimals one value needs, as a formula over its cell: {@link meanDecimals} is the most of them. One cell each,
 * as Gnumeric rounds no range within a formula.
 */
export function neededDecimalsFormula(shown: number, cell: string): string {
  if (shown >= MOST_DECIMALS) return String(shown);
  const next = neededDecimalsFormula(shown + 1, cell);
  return `IF(ISNUMBER(${cell}),IF(ROUND(${cell},${shown})=ROUND(${cell},6),${shown},${next}),${shown})`;
}
