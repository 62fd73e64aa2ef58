import { compare, round } from '../../base/number.ts';
import type { Indicator } from '../../catalogue/schema.ts';
import { countsWholeThings } from '../../catalogue/whole-things.ts';
import { literal } from '../../target/formula.ts';
import { compared } from './cell.ts';
import type { FigureContext } from './surroundings.ts';

/** Figures with two adjacent digits in each other's place, in TypeScript and in Excel side by side. */

/** A number of one digit has none to exchange. */
export const TWO_DIGITS = 10;
/** The pair with a zero before the first digit, the first pair and the one after; later ones change little. */
export const PAIRS = [0, 1, 2] as const;
/** A logarithm of 1 000 may fall short of 3. */
const LOG_MARGIN = 0.000000001;

/** Digits behind it are of a calculation, not typed. */
export function lastPlace({ indicator }: Pick<FigureContext, 'indicator'>): number {
  return countsWholeThings(indicator) ? 1 : 0.01;
}

/** Whether the indicator cannot have a figure of one digit more, which a zero put before the first digit makes. */
export function isBeyondBounds({ hard }: Indicator, pair: number, figure: number): boolean {
  return pair === 0 && hard !== undefined && compare(figure, hard[1] / 10) > 0;
}

/** {@link isBeyondBounds} in Excel; null where it never is. */
export function isBeyondBoundsFormula({ hard }: Indicator, pair: number, figure: string): string | null {
  return pair === 0 && hard !== undefined ? `${compared(figure, literal(hard[1] / 10))}>0` : null;
}

/**
 * A figure with the digit of a place, counted down from the one before its first, and the next in each other's. Nobody
 * writes 06: of 60 nothing is left to exchange. Nor does a zero stand at the end of a fraction: 14 was not typed for 10,4,
 * it is what 10 has become.
 */
export function exchanged(figure: number, pair: number, last: number): number {
  const unit = Math.max(10 ** (Math.floor(Math.log10(figure) + LOG_MARGIN) - pair), last);
  const digit = (of: number) => Math.floor(round(figure / of, 6)) % 10;
  const [least, most] = leadingAt(pair, last);
  if (figure >= least && figure < most && digit(unit) === 0) return figure;
  if (last < 1 && endsBefore(figure, pair)) return figure;
  // There is no digit before the first.
  return figure + 9 * unit * (digit(unit) - (pair === 0 ? 0 : digit(10 * unit)));
}

/** From where to where figures have their first digit and the one after at a pair: in a count of two the last is it. */
function leadingAt(pair: number, last: number): [number, number] {
  if (pair === 1) return [TWO_DIGITS, Infinity];
  return pair === 2 && last === 1 ? [TWO_DIGITS, 10 * TWO_DIGITS] : [Infinity, Infinity];
}

/** {@link exchanged} in Excel. */
export function exchangedFormula(figure: string, pair: number, last: number): string {
  const unit = `MAX(10^(INT(LOG10(${figure})+${literal(LOG_MARGIN)})-${pair}),${literal(last)})`;
  const digit = (of: string) => `MOD(INT(ROUND(${figure}/${of},6)),10)`;
  if (pair === 0) return `(${figure}+9*${unit}*${digit(unit)})`;
  const by = `9*${unit}*(${digit(unit)}-${digit(`(10*${unit})`)})`;
  const [least, most] = leadingAt(pair, last);
  const isLeading = `${figure}>=${literal(least)}${most === Infinity ? '' : `,${figure}<${literal(most)}`}`;
  const kept = [
    ...(least === Infinity ? [] : [`AND(${isLeading},${digit(unit)}=0)`]),
    ...(last < 1 ? [endsBeforeFormula(figure, pair)] : []),
  ];
  if (kept.length === 0) return `(${figure}+${by})`;
  return `(${figure}+IF(${kept.length === 1 ? kept.join('') : `OR(${kept.join(',')})`},0,${by}))`;
}

/** Whether the second digit of a pair is a zero behind the last digit of a fraction: the 0 of 14,0, of 1,40 and of 1,0. */
function endsBefore(figure: number, pair: number): boolean {
  if (pair === 0 || figure >= 10 ** pair) return false;
  return compare(figure, round(figure, pair === 2 && figure < 10 ? 1 : 0)) === 0;
}

/** {@link endsBefore} in Excel, of all pairs but the first. */
function endsBeforeFormula(figure: string, pair: number): string {
  const places = pair === 2 ? `IF(${figure}<10,1,0)` : '0';
  return `AND(${figure}<${10 ** pair},${compared(figure, `ROUND(${figure},${places})`)}=0)`;
}
