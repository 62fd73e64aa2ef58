import { asReported, COMPUTED_DECIMALS, round } from '../../base/number.ts';
import { decimalsOf } from '../../catalogue/decimals.ts';
import type { Indicator } from '../../catalogue/schema.ts';

/**
 * What the communes of a column come to against the province's figure, in TypeScript and in Excel side by side.
 * `complete`: every commune has a number or "-"; until then nothing is said, unless those that are there already exceed
 * what they can only add to. Both sides are compared in the decimals in which the figure is reported.
 */

/** A sum of communes' figures, without what doubles add to it. */
export function communesSum(parts: readonly number[]): number {
  return round(
    parts.reduce((before, part) => before + part, 0),
    COMPUTED_DECIMALS,
  );
}

/** Whether the sum differs from the province's figure; null where nothing can be said. */
export function sumDiffers(
  indicator: Indicator,
  { sum, province, complete }: { sum: number; province: number; complete: boolean },
): boolean | null {
  const decimals = decimalsOf(indicator);
  const [parted, entire] = [asReported(sum, decimals), asReported(province, decimals)];
  if (complete) return parted !== entire;
  return onlyGrows(indicator) && parted > entire ? true : null;
}

/** {@link sumDiffers} as an Excel condition over cells that are numbers or blank. */
export function sumDiffersFormula(
  indicator: Indicator,
  { sum, province, complete }: { sum: string; province: string; complete: string },
): string {
  const reported = (cell: string) =>
    `ROUND(ROUND(SUM(${cell}),${COMPUTED_DECIMALS}),${decimalsOf(indicator)})`;
  const [parted, entire] = [reported(sum), reported(province)];
  const exceeds = onlyGrows(indicator) ? `${parted}>${entire}` : 'FALSE';
  return `AND(ISNUMBER(${sum}),ISNUMBER(${province}),IF(${complete},${parted}<>${entire},${exceeds}))`;
}

/** What is still missing adds to the sum, unless it may be below 0. */
function onlyGrows({ hard }: Indicator): boolean {
  return hard !== undefined && hard[0] >= 0;
}
