import { describe, expect, it } from 'vitest';
import { unitsNamed } from '../../../core/unit/named.ts';

const UNITS = [
  { id: 'VN12', name: 'Tỉnh Lai Châu' },
  { id: 'VN12.105', name: 'Thành phố Lai Châu' },
  { id: 'VN12.108', name: 'Huyện Sìn Hồ' },
  { id: 'VN12.111', name: 'Huyện Tân Uyên' },
  { id: 'VN12.03595', name: 'Thị trấn Tân Uyên' },
];

describe('the units a text means', () => {
  it.each([
    ['VN12.108', ['VN12.108']],
    [' vn12.108 ', ['VN12.108']],
    ['Huyện Sìn Hồ', ['VN12.108']],
    ['HUYỆN SÌN HỒ', ['VN12.108']],
    ['Huyện Sìn Hồ'.normalize('NFD'), ['VN12.108']],
    ['sìn hồ', ['VN12.108']],
    ['Sin Ho', []],
    ['Sìn', []],
    ['', []],
    ['VN12.1', []],
    ['Lai Châu', ['VN12', 'VN12.105']],
    ['Thành phố Lai Châu', ['VN12.105']],
    ['Tân Uyên', ['VN12.111', 'VN12.03595']],
  ])('"%s"', (said, ids) => {
    expect(unitsNamed(said, UNITS).map(({ id }) => id)).toEqual(ids);
  });
});
