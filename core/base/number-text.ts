import type { Language } from './finding.ts';

/** A number with the language's separators: 5.000 and 62,8 in Vietnamese, 5,000 and 62.8 in English. */
export function numberText(value: number, language: Language): string {
  const [whole = '', fraction] = String(Math.abs(value)).split('.');
  const first = whole.length % 3 || 3;
  const groups = /^\d+$/u.test(whole)
    ? [whole.slice(0, first), ...(whole.slice(first).match(/\d{3}/gu) ?? [])]
    : [whole];
  const grouped = groups.join(language === 'vi' ? '.' : ',');
  const decimalSign = language === 'vi' ? ',' : '.';
  return `${value < 0 ? '-' : ''}${grouped}${fraction === undefined ? '' : decimalSign + fraction}`;
}
