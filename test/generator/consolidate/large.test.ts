import { describe, expect, it } from 'vitest';
import { newSheet, put } from '../../../core/sheet/draft.ts';
import { largeText } from '../../../generator/consolidate/said.ts';

describe('a consolidated workbook that would not be read again', () => {
  const sheet = newSheet('Số', [10]);
  [1, 2, 3].forEach((row) => {
    put(sheet, row, 2, 'plain', row);
  });
  const book = { title: '', created: '2024-01-01', sheets: [sheet] };

  it('is said to be, with what to do, and no other is', () => {
    expect(largeText(book, 3, 'vi')).toBe('');
    expect(largeText(book, 2, 'vi')).toMatch(/3 ô, quá 2 ô.*--plan.*\.csv/u);
    expect(largeText(book, 2, 'en')).toContain('3 cells');
  });
});
