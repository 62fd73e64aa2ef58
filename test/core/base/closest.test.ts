import { describe, expect, it } from 'vitest';
import { closest, nearest } from '../../../core/base/closest.ts';

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

describe('nearest', () => {
  const known = [
    { id: 'VN12.107', name: 'Huyện Mường Tè' },
    { id: 'VN12.109', name: 'Huyện Phong Thổ' },
    { id: 'poor', name: 'Số hộ nghèo' },
    { id: 'poor-merit', name: 'Số hộ nghèo có công' },
  ];
  const ids = (word: string) => nearest(word, known, 3).map(({ id }) => id);

  it('finds names that were typed without marks or with a slip, the shortest first', () => {
    expect(ids('huyen muong te')[0]).toBe('VN12.107');
    expect(ids('Huyện Mường Tề')[0]).toBe('VN12.107');
    expect(ids('hộ nghèo')).toEqual(['poor', 'poor-merit']);
  });

  it('finds ids with a slip, and nothing for what is unlike all', () => {
    expect(ids('VN12.170')[0]).toBe('VN12.107');
    expect(ids('Quảng Ngãi')).toEqual([]);
  });
});
