import { round } from '../../base/number.ts';
import { missingSigns, type Figure } from '../../observation/figure.ts';
import { isYear } from '../../period/period.ts';

/**
 * A check number over the figures of a sheet, printed under the table: paper and file agree when the
 * numbers do. It finds slips and swapped rows; it is no protection against intent.
 */

/** Below this every product stays exact in a double. */
const PART_MODULUS = 9_973;
/** The check number has six digits. */
const MODULUS = 999_983;
/** Number format of the check number. */
export const CHECKSUM_FORMAT = '000000';

/** Weight of a row: depends on its key, not on where it stands, so that moved rows count the same. */
function rowWeight(key: string): number {
  let hash = 7;
  for (let at = 0; at < key.length; at += 1) hash = (hash * 31 + key.charCodeAt(at)) % 9_967;
  return hash + 1;
}

/**
 * What a figure is weighed by: its row's key for a year, with the period behind it for a part of a year, so
 * that two figures of a row cannot change places unseen.
 */
export function weighedBy(key: string, period: string): string {
  return isYear(period) ? key : `${key}|${period}`;
}

/**
 * A figure's part of the check number, as it is printed: what paper and file differ in is seen, what paper does
 * not show is not asked for. Blank cells count nothing.
 * @param decimals the cell is printed with
 */
export function checksumPart(figure: Figure, key: string, decimals: number): number {
  if (figure === null) return 0;
  const weight = rowWeight(key);
  if (typeof figure === 'string') return (missingSigns.indexOf(figure) + 1) * 1_009 * weight;
  const negative = figure < 0 ? 5_003 : 0;
  const printed = round(round(Math.abs(figure), decimals) * 10 ** decimals, 0);
  return ((printed % PART_MODULUS) + 1 + (printed === 0 ? 0 : negative)) * weight;
}

/** {@link checksumPart} in Excel. */
export function checksumPartFormula(cell: string, key: string, decimals: number): string {
  const weight = rowWeight(key);
  const text = `TRIM(${cell})`;
  const sign = missingSigns
    .map((one, at) => ({ one, part: (at + 1) * 1_009 * weight }))
    .reduceRight(
      (otherwise, { one, part }) =>
        `IF(${one === '...' ? `OR(${text}="...",${text}="…")` : `LOWER(${text})="${one}"`},${part},${otherwise})`,
      '0',
    );
  const printed = `ROUND(ROUND(ABS(${cell}),${decimals})*${10 ** decimals},0)`;
  const negative = `IF(ROUND(${cell},${decimals})<0,5003,0)`;
  const number = `(MOD(${printed},${PART_MODULUS})+1+${negative})*${weight}`;
  return `IF(ISNUMBER(${cell}),${number},${sign})`;
}

/** The check number of parts. */
export function checksum(parts: readonly number[]): number {
  return parts.reduce((sum, part) => sum + part, 0) % MODULUS;
}

/** {@link checksum} in Excel, over the column of parts. */
export function checksumFormula(range: string): string {
  return `MOD(SUM(${range}),${MODULUS})`;
}
