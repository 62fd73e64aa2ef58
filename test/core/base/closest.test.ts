import { describe, expect, it } from 'vitest';
import { closest } from '../../../core/base/closest.ts';

describe('closest', () => {
  it('finds the word that was probably meant', () => {
    expect(closest('printd', ['quote', 'printed', 'period'])).toBe('printed');
    expect(closest('poverty-rat', ['poverty-rate', 'poverty-gap'])).toBe('poverty-rate');
  });

  it('finds nothing for a word unlike all', () => {
    expect(closest('xyz', ['quote', 'printed'])).toBeNull();
    expect(closest('ab', ['cd'])).toBeNull();
    expect(closest('word', [])).toBeNull();
  });
});
