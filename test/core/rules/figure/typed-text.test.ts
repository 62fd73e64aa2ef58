import { expect, it } from 'vitest';
import { readTyped } from '../../../../core/rules/figure/typed-text.ts';

it.each<[string, ReturnType<typeof readTyped>]>([
  ['', { figure: null }],
  ['  ', { figure: null }],
  ['83,4', { figure: 83.4 }],
  ['83.4', { figure: 83.4 }],
  [' 18926 ', { figure: 18_926 }],
  ['18 926', { figure: 18_926 }],
  ['1.234.567', { figure: 1_234_567 }],
  ['-', { figure: '-' }],
  ['…', { figure: '...' }],
  ['X', { figure: 'x' }],
  ['1.234', { readings: [1.234, 1234] }],
  ['83,4%', { readings: [] }],
  ['khoảng 30', { readings: [] }],
  ['1,2,3', { readings: [] }],
  ['106 110', { figure: 106_110 }],
  ['106\n110', { readings: [] }],
  ['12 34', { readings: [] }],
  ['1 234 5', { readings: [] }],
  ['1\u00a0234\u00a0567,5', { figure: 1_234_567.5 }],
  ['\u2212 5', { figure: -5 }],
  ['106\n', { figure: 106 }],
])('"%s"', (text, expected) => {
  const read = readTyped(text);
  expect('readings' in read ? { readings: [...read.readings].sort((a, b) => a - b) } : read).toEqual(
    expected,
  );
});
