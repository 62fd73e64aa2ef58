import { COMPARISON_DECIMALS, COMPUTED_DECIMALS } from '../base/number.ts';

/** A number as a formula constant. */
export function literal(value: number): string {
  return String(value);
}

/** A text as a formula constant. */
export function quoted(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}

/** `left - right`, rounded as every comparison is. */
export function difference(left: string, right: string): string {
  return `ROUND(${left}-${right},${COMPARISON_DECIMALS})`;
}

/** {@link asReported} in Excel. */
export function reportedValue(value: string, decimals: number): string {
  return `ROUND(ROUND(${value},${COMPUTED_DECIMALS}),${decimals})`;
}

/** The value where all references hold numbers, an empty text otherwise. */
export function whenNumbers(references: readonly string[], value: string): string {
  const unique = [...new Set(references)];
  // COUNT counts numbers only: blanks, signs and empty texts all fail it.
  return `IF(COUNT(${unique.join(',')})<${unique.length},"",${value})`;
}
