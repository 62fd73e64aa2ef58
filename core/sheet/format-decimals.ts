/** Longer codes no program takes. */
const LONGEST_CODE = 255;
/** Texts, escaped letters and what stands in brackets say nothing of digits. */
const NO_DIGITS = /"[^"]*"|\\.|\[[^\][]*\]|[_*]./gu;

/**
 * How many decimals a number format shows of a positive number; null where that is not fixed, as with the general
 * format, fractions and exponents.
 * @param code as stored
 */
export function formatDecimals(code: string): number | null {
  if (code.length > LONGEST_CODE) return null;
  const [digits = ''] = code.replaceAll(NO_DIGITS, '').split(';', 1);
  if (/[a-z@/%]/iu.test(digits)) return null;
  const found = /[0#?](?:\.(?<decimals>[0#?]*))?(?![0#?,.])/u.exec(digits);
  return found && (found.groups?.decimals ?? '').length;
}
