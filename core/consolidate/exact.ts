/**
 * Decimal numbers without loss: sums of what was reported, digit for digit. Doubles would turn 0,1 + 0,2 into
 * something that no return says.
 */
export interface Exact {
  /** The number is `units` ÷ 10^`scale`. */
  units: bigint;
  scale: number;
}

export const ZERO: Exact = { units: 0n, scale: 0 };

/**
 * Reads decimal digits (`-12.50`), as entries hold them.
 * @throws RangeError for any other text: a figure that cannot be read must not be left out of a sum
 */
export function exactOf(digits: string): Exact {
  const match = /^(-?)(\d+)(?:\.(\d+))?$/u.exec(digits);
  if (!match) throw new RangeError(`"${digits}" is no decimal number.`);
  const [, minus = '', whole = '', fraction = ''] = match;
  return { units: BigInt(`${minus}${whole}${fraction}`), scale: fraction.length };
}

export function add(one: Exact, other: Exact): Exact {
  const scale = Math.max(one.scale, other.scale);
  return { units: unitsAt(one, scale) + unitsAt(other, scale), scale };
}

export function subtract(one: Exact, other: Exact): Exact {
  return add(one, { units: -other.units, scale: other.scale });
}

export function multiply(one: Exact, other: Exact): Exact {
  return { units: one.units * other.units, scale: one.scale + other.scale };
}

/** The digits, without zeros at the end of the decimals. */
export function exactText(exact: Exact): string {
  let { units, scale } = exact;
  for (; scale > 0 && units % 10n === 0n; scale -= 1) units /= 10n;
  const digits = String(units < 0n ? -units : units).padStart(scale + 1, '0');
  const whole = digits.slice(0, digits.length - scale);
  const fraction = digits.slice(digits.length - scale);
  return `${units < 0n ? '-' : ''}${whole}${fraction === '' ? '' : `.${fraction}`}`;
}

/** The double nearest to it. */
export function exactNumber(exact: Exact): number {
  return Number(exactText(exact));
}

/** Digits a quotient is computed to before it becomes a double: more than any double holds. */
const QUOTIENT_DIGITS = 30;
const QUOTIENT_SCALE = 10n ** BigInt(QUOTIENT_DIGITS);

/** `per` × numerator ÷ denominator, rounded nowhere before the double; null where the denominator is not positive. */
export function quotient(numerator: Exact, denominator: Exact, per = 1): number | null {
  if (denominator.units <= 0n) return null;
  const scale = Math.max(numerator.scale, denominator.scale);
  const above = unitsAt(numerator, scale) * BigInt(per) * QUOTIENT_SCALE;
  return exactNumber({ units: above / unitsAt(denominator, scale), scale: QUOTIENT_DIGITS });
}

function unitsAt({ units, scale: own }: Exact, scale: number): bigint {
  return scale === own ? units : units * 10n ** BigInt(scale - own);
}
