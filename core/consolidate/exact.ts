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

/**
 * Adds up whole amounts without loss. They are added as doubles, which hold them and a sum of few of them; before it
 * could lose a digit the sum is put away.
 * @param amounts whole numbers below 2^52, of `scale` decimals
 * @param places of those that are meant, as far as `isIn` is 1
 */
export function sumOfAmounts(
  { amounts, scale }: { amounts: Float64Array; scale: number },
  places: Int32Array,
  isIn: Uint8Array,
): Exact {
  let [near, away] = [0, 0n];
  for (let at = 0; at < places.length; at += 1) {
    if (isIn[at] !== 1) continue;
    near += amounts[places[at] ?? 0] ?? 0;
    if (near > -PUT_AWAY && near < PUT_AWAY) continue;
    away += BigInt(near);
    near = 0;
  }
  return { units: away + BigInt(near), scale };
}

const PUT_AWAY = 2 ** 52;

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

/** `per` × numerator ÷ denominator, rounded nowhere before the double; null where the denominator is not positive. */
export function quotient(numerator: Exact, denominator: Exact, per = 1): number | null {
  if (denominator.units <= 0n) return null;
  const scale = Math.max(numerator.scale, denominator.scale);
  const above = unitsAt(numerator, scale) * BigInt(per) * 10n ** BigInt(QUOTIENT_DIGITS);
  return exactNumber({ units: above / unitsAt(denominator, scale), scale: QUOTIENT_DIGITS });
}

function unitsAt({ units, scale: own }: Exact, scale: number): bigint {
  return units * 10n ** BigInt(scale - own);
}
