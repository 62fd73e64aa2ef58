import { describe, expect, it } from 'vitest';
import { repairMessages, repairWords } from '../../../core/repair/messages.ts';

const DATA = {
  found: 'khoảng 30',
  formula: 'E8+1',
  identity: 'VN51',
  kept: 12.5,
  keptAt: 'Nhập liệu!E9',
  result: 3,
  printed: 'người',
  other: { vi: 'Tỷ lệ hộ nghèo', en: 'Poverty rate' },
  heading: 'Năm 2022',
  what: 'row',
  name: { vi: 'Tỷ lệ hộ nghèo', en: 'Poverty rate' },
  cells: ['E9', 'F9'],
  part: 'sheet',
  screen: 45,
  count: 2,
  numbers: 18,
  until: 'L18',
  reason: { vi: 'XML sai.', en: 'Bad XML.' },
  plans: ['lai-chau-2021'],
  unit: 'VN12',
  round: '2023',
  missing: ['--plan'],
  option: '--unit',
  options: ['--figures'],
  given: 'VN12',
  limit: 5,
  range: 'L14:L18',
  wanted: 'text',
  source: 'Z61',
  is: 'blank',
};

describe('what a repair says', () => {
  it.each(Object.entries(repairMessages))('%s is a whole sentence in both languages', (_code, definition) => {
    const [vi, en] = [definition.vi(DATA as never), definition.en(DATA as never)];
    for (const text of [vi, en]) expect(text).toMatch(/\p{L}.*\.$/su);
    expect(`${vi}${en}`).not.toMatch(/undefined|null|\[object/u);
    expect(vi).not.toBe(en);
  });

  it('has the same words in both languages', () => {
    expect(Object.keys(repairWords.en)).toEqual(Object.keys(repairWords.vi));
  });
});
