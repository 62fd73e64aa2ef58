import { round } from '../../base/number.ts';
import { quoted } from '../../target/formula.ts';

/** A range in one cell, for targets of which both bounds decide: `6000–7000`. */

/** The bounds of a range and the unit behind them; an empty unit is left out. */
interface RangeParts<Bound> {
  low: Bound;
  high: Bound;
  decimals: number;
  unit: string;
  /** Words before the first bound, with their blank. */
  before?: string;
}

/**
 * Both bounds as text, with a decimal comma and without grouping: every program writes it alike, whatever
 * the separators it shows numbers with.
 */
export function rangeText({ low, high, decimals, unit, before = '' }: RangeParts<number>): string {
  return `${before}${fixed(low, decimals)}–${fixed(high, decimals)}${behind(unit)}`;
}

/** {@link rangeText} in Excel; an empty text while one of the bounds is no number. */
export function rangeTextFormula({ low, high, decimals, unit, before = '' }: RangeParts<string>): string {
  const [first, second] = [low, high].map((cell) => fixedFormula(cell, decimals));
  const ending = unit === '' ? '' : `&${quoted(behind(unit))}`;
  const beginning = before === '' ? '' : `${quoted(before)}&`;
  return `IF(COUNT(${low},${high})<2,"",${beginning}${first}&"–"&${second}${ending})`;
}

/** A value as text with a sign before and words behind it, and what comes behind those. */
export interface ValueText {
  text: string;
  formula: string;
  ending: string;
}

/** One bound as text, as {@link rangeText} writes two. */
export function boundText(
  sign: string,
  bound: { value: number; cell: string },
  decimals: number,
  unit: string,
): Pick<ValueText, 'text' | 'formula'> {
  const words = [
    ...(sign === '' ? [] : [quoted(sign)]),
    fixedFormula(bound.cell, decimals),
    ...(unit === '' ? [] : [quoted(behind(unit))]),
  ];
  return {
    text: `${sign}${fixed(bound.value, decimals)}${behind(unit)}`,
    formula: `IF(ISNUMBER(${bound.cell}),${words.join('&')},"")`,
  };
}

/** Several values in one cell. */
export function joinedText(parts: readonly ValueText[]): string {
  return parts.map(({ text, ending }) => `${text}${behind(ending)}`).join('; ');
}

/** {@link joinedText} in Excel. */
export function joinedTextFormula(parts: readonly ValueText[]): string {
  return parts.map(({ formula, ending }) => `${formula}&${quoted(behind(ending))}`).join('&"; "&');
}

function fixed(value: number, decimals: number): string {
  return round(value, decimals).toFixed(decimals).replace('.', ',');
}

/**
 * {@link fixed} in Excel. LibreOffice 7.4 and Gnumeric 1.12.55 give 39.99 as `FIXED(39.995,2)` and 40 as
 * `ROUND(39.995,2)`, which is what a cell shows; so the half is rounded first.
 */
function fixedFormula(cell: string, decimals: number): string {
  return `SUBSTITUTE(FIXED(ROUND(${cell},${decimals}),${decimals},TRUE),".",",")`;
}

function behind(unit: string): string {
  return unit === '' ? '' : ` ${unit}`;
}
