import { parseIdentityKey } from '../../workbook/contract.ts';

/** The identity key in a cell; none for any other content. */
export function identityIn({ value }: { value?: unknown }): string[] {
  return typeof value === 'string' && parseIdentityKey(value) !== null ? [value] : [];
}

/** "VN12.105, 2024, lai-chau-2021": an identity key as a sentence shows it. */
export function wordsOf(key: string): string {
  const identity = parseIdentityKey(key);
  if (!identity) return key;
  const { unit, reporter, round, plans } = identity;
  return [reporter === unit ? unit : `${reporter} (${unit})`, round, plans.join(' + ')].join(', ');
}
