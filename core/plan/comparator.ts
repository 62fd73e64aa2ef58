import type { Comparator } from './model.ts';
import type { ComparatorWord } from './schema.ts';

/** Comparators: words in the files people write, symbols everywhere else. */
const SYMBOLS: Record<ComparatorWord, Comparator> = {
  above: '>',
  atLeast: '>=',
  below: '<',
  atMost: '<=',
  about: '~',
  equal: '=',
  range: 'range',
};

/** The comparator a word stands for. */
export function comparatorOfWord(word: ComparatorWord): Comparator {
  return SYMBOLS[word];
}

/** How a comparator is shown before a number. */
export const comparatorSigns: Record<Comparator, string> = {
  '>': '> ',
  '>=': '≥ ',
  '<': '< ',
  '<=': '≤ ',
  '=': '',
  '~': '≈ ',
  range: '',
};
