import { dialects, type Profile } from './profile.ts';

/** Why a text is no number of a profile. */
export type NumberProblem = 'decimal-sign' | 'exponent' | 'not-a-number' | 'too-large';

/** As many as every spreadsheet keeps: what is written beyond them another program's saving would change. */
const SIGNIFICANT_DIGITS = 15;

/**
 * A number as a profile writes it: at most 15 significant digits, without exponent and without grouping. Minus
 * zero is written as zero.
 */
export function numberTextOf(value: number, profile: Profile): string {
  const shortened = Number(value.toPrecision(SIGNIFICANT_DIGITS));
  // The largest doubles of all have no neighbour of 15 digits.
  return exactNumberText(Number.isFinite(shortened) ? shortened : value, profile);
}

/** The shortest digits that give the same double, in the form of {@link numberTextOf}. */
export function exactNumberText(value: number, profile: Profile): string {
  const text = withoutExponent(String(value === 0 ? 0 : value));
  return text.replace('.', dialects[profile].decimalSign);
}

/** Reads a number of a profile; the decimal sign of another one is a problem, never a guess. */
export function parseNumberText(text: string, profile: Profile): number | NumberProblem {
  const { decimalSign } = dialects[profile];
  const pattern = decimalSign === '.' ? /^-?(?:0|[1-9]\d*)(?:\.\d+)?$/u : /^-?(?:0|[1-9]\d*)(?:,\d+)?$/u;
  if (pattern.test(text)) {
    const value = Number(text.replace(',', '.'));
    if (!Number.isFinite(value)) return 'too-large';
    return value === 0 ? 0 : value;
  }
  if (/^[+-]?\d[\d.,]*$/u.test(text) && text.includes(decimalSign === '.' ? ',' : '.')) return 'decimal-sign';
  return /^[+-]?\d+(?:[.,]\d+)?[eE][+-]?\d+$/u.test(text) ? 'exponent' : 'not-a-number';
}

function withoutExponent(text: string): string {
  const match = /^(-?)(\d)(?:\.(\d+))?e([+-]\d+)$/u.exec(text);
  if (!match) return text;
  const [, minus = '', whole = '', fraction = '', exponent = '0'] = match;
  const digits = whole + fraction;
  const point = 1 + Number(exponent);
  if (point <= 0) return `${minus}0.${'0'.repeat(-point)}${digits}`;
  if (point >= digits.length) return minus + digits.padEnd(point, '0');
  return `${minus}${digits.slice(0, point)}.${digits.slice(point)}`;
}
