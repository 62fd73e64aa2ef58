import { expect, it } from 'vitest';
import { HostError, HostGap } from '../wire/host-error.ts';
import { enteredContent } from './entered.ts';

it.each([
  [12.5, 12.5],
  ['12.5', 12.5],
  [' -3 ', -3],
  ['12,5', '12,5'],
  ["'12.5", '12.5'],
  ['', null],
  ['TRUE', true],
  ['...', '...'],
  ['-', '-'],
  ['Hai xã chưa gửi', 'Hai xã chưa gửi'],
])('%j becomes %j', (written, held) => {
  expect(enteredContent(written)).toBe(held);
});

it.each(['1/2/2023', '12%', '1,234', '10:30', '=1+1'])('%j is not guessed', (written) => {
  expect(() => enteredContent(written)).toThrow(HostGap);
});

it.each([undefined, null, {}, [1], Number.NaN])('%j is no value', (written) => {
  expect(() => enteredContent(written)).toThrow(HostError);
});
