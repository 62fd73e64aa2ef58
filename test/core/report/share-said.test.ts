import { expect, it } from 'vitest';
import { shareSaid } from '../../../core/report/sentences.ts';

it.each([
  [0.352, '35,2 %'],
  [0.5, '50 %'],
  [1, '100 %'],
  [0, '0 %'],
  [83.24 / 83.28, '99,95 %'],
  [1.0003, '100,03 %'],
  [0.0004, '0,04 %'],
  [-0.0004, '-0,04 %'],
  [1 - 1e-12, '100 %'],
])('a share of %f is %s: what is not all does not read as all', (share, said) => {
  expect(shareSaid(share, 'vi')).toBe(said);
});
