import type { Profile } from './profile.ts';

/** A sign that no reading but one makes a number of: not three digits behind it, or a zero or more than three before it. */
const ONE_SIGN = /^[+-]?(?:(\d+)([.,])(?:\d{1,2}|\d{4,})|(0|\d{4,})([.,])\d{3})$/u;
/** A number with both signs has its decimals behind the last. */
const TWO_SIGNS = /^[+-]?\d{1,3}(?:([.,])\d{3})(?:\1\d{3})*([.,])\d+$/u;

/** The decimal sign that a number proves; null for one that may be read in two ways, or has none. */
function provenSign(text: string): string | null {
  const one = ONE_SIGN.exec(text);
  if (one) return one[2] ?? one[4] ?? null;
  const two = TWO_SIGNS.exec(text);
  return two && two[1] !== two[2] ? (two[2] ?? null) : null;
}

/**
 * The profile that a column of numbers proves by its decimal signs. Where no number has any sign, both read it the
 * same.
 * @returns null where nothing is proven, or one number against another
 */
export function provenProfile(column: readonly string[]): Profile | null {
  const texts = column.map((text) => text.trim()).filter((text) => text !== '');
  const signs = new Set(texts.map(provenSign));
  if (signs.has('.') !== signs.has(',')) return signs.has('.') ? 'machine' : 'excel';
  return texts.some((text) => /[.,]/u.test(text)) ? null : 'machine';
}
