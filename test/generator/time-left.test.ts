import { expect, it } from 'vitest';
import { timeLeft } from '../../generator/time-left.ts';

it.each([
  [0, 100, 5000, ''],
  [10, 100, 1000, ''],
  [10, 100, 8000, 'còn khoảng 75 giây'],
  [10, 100, 2000, 'còn khoảng 20 giây'],
  [99, 100, 100_000, ''],
  [1, 100, 60_000, 'còn khoảng 99 phút'],
])('after %i of %i in %i ms: %s', (done, all, elapsed, words) => {
  expect(timeLeft(done, all, elapsed)).toBe(words);
});
