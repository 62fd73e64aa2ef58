import { expect, it } from 'vitest';
import { isWithin } from './version.ts';

it.each([
  ['1.9', '1.9', true],
  ['1.7', '1.9', true],
  ['1.10', '1.9', false],
  ['1.9', '1.10', true],
  ['2.1', '1.10', false],
])('%s within %s: %s', (version, supported, expected) => {
  expect(isWithin(version, supported)).toBe(expected);
});
