/** Decimals of the numbers that other programs add up. */
export const SCALE = 4;
const WIDTH = 18;

/** What a number looks like that has a place in DECIMAL(18,4): casts take far more, and round. */
const NUMBER = /^(-?)(0|[1-9]\d{0,13})(?:\.(\d+))?$/u;

/**
 * The digits of a number as a whole number of ten-thousandths, rounded half away from zero as DuckDB casts.
 * @returns null for what is no number, or too large
 */
export function tenThousandths(digits: string): bigint | null {
  const [, minus = '', whole = '', fraction = ''] = NUMBER.exec(digits) ?? [];
  if (whole === '') return null;
  const kept = BigInt(whole + fraction.slice(0, SCALE).padEnd(SCALE, '0'));
  const size = kept + ((fraction[SCALE] ?? '0') >= '5' ? 1n : 0n);
  if (size >= 10n ** BigInt(WIDTH)) return null;
  return minus === '' ? size : -size;
}

/** The digits of a number to four decimals, as text; null for what {@link tenThousandths} takes for none. */
export function fourDecimals(digits: string): string | null {
  const whole = tenThousandths(digits);
  if (whole === null) return null;
  const text = String(whole < 0n ? -whole : whole).padStart(SCALE + 1, '0');
  return `${whole < 0n ? '-' : ''}${text.slice(0, -SCALE)}.${text.slice(-SCALE)}`;
}
