import { describe, expect, it } from 'vitest';
import { numberOfWords, wordsOfNumber } from '../../../core/base/number-words.ts';

describe('a number written out', () => {
  it.each([
    [0, 'không'],
    [1000, 'một nghìn'],
    [1250, 'một nghìn hai trăm năm mươi'],
    [1005, 'một nghìn không trăm linh năm'],
    [21_315, 'hai mươi mốt nghìn ba trăm mười lăm'],
    [100_044, 'một trăm nghìn không trăm bốn mươi tư'],
    [-750, 'âm bảy trăm năm mươi'],
  ])('%d', (number, words) => {
    expect(wordsOfNumber(number)).toBe(words);
  });

  it('is read back as the same number', () => {
    for (let number = 1000; number < 1_000_000; number += 137)
      expect(numberOfWords(wordsOfNumber(number).replace('không trăm ', ''))).toBe(number);
  });
});
