import type { Language } from './finding.ts';
import { round } from './number.ts';

/** A number with the language's separators: 5.000 and 62,8 in Vietnamese, 5,000 and 62.8 in English. */
export function numberText(value: number, language: Language): string {
  return digitsText(String(value), language);
}

/** {@link numberText} of a number in decimal digits with a point, as programs write it: none of them is lost. */
export function digitsText(digits: string, language: Language): string {
  const isNegative = digits.startsWith('-');
  const [whole = '', fraction] = (isNegative ? digits.slice(1) : digits).split('.');
  const first = whole.length % 3 || 3;
  const groups = /^\d+$/u.test(whole)
    ? [whole.slice(0, first), ...(whole.slice(first).match(/\d{3}/gu) ?? [])]
    : [whole];
  const grouped = groups.join(language === 'vi' ? '.' : ',');
  const decimalSign = language === 'vi' ? ',' : '.';
  return `${isNegative ? '-' : ''}${grouped}${fraction === undefined ? '' : decimalSign + fraction}`;
}

/** Decimals that people type; what has more was computed. */
const TYPED_DECIMALS = 4;
/** Decimals of a computed number; of one below 1 so many digits that say something. */
const COMPUTED_DECIMALS = 2;
const SMALL_DIGITS = 3;
/** What a double holds of decimals at the most. */
const MOST_DECIMALS = 15;

/**
 * A number as people are shown it: as typed, or rounded where it was computed. It keeps as many decimals as it takes
 * to be told from the number beside it.
 */
export function readableNumber(value: number, beside: number | null = null): number {
  if (!Number.isFinite(value) || round(value, TYPED_DECIMALS) === value) return value;
  const size = Math.abs(value);
  const least = size >= 1 ? COMPUTED_DECIMALS : SMALL_DIGITS - 1 - Math.floor(Math.log10(size));
  for (let decimals = least; decimals < MOST_DECIMALS; decimals += 1) {
    const rounded = round(value, decimals);
    if (beside === null || beside === value || rounded !== round(beside, decimals)) return rounded;
  }
  return value;
}

/** Text in which no line ends between a number, or "điểm", and its per cent sign. */
export function withPercentKept(text: string): string {
  return text.replaceAll(/(\d|điểm) %/gu, '$1\u00A0%');
}
