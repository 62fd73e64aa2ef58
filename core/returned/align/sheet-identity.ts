import { parseIdentityKey } from '../../workbook/contract.ts';

/** The first identity key among cells; null where none holds one. */
export function identityIn(cells: Iterable<{ value?: unknown }>): string | null {
  for (const { value } of cells) {
    if (typeof value === 'string' && parseIdentityKey(value) !== null) return value;
  }
  return null;
}

/** "VN12.105, 2024, lai-chau-2021": an identity key as a sentence shows it. */
export function wordsOf(key: string): string {
  const identity = parseIdentityKey(key);
  if (!identity) return key;
  const { unit, reporter, round, plans } = identity;
  return [reporter === unit ? unit : `${reporter} (${unit})`, round, plans.join(' + ')].join(', ');
}
