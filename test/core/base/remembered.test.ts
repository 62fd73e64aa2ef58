import { expect, it } from 'vitest';
import { remembered } from '../../../core/base/remembered.ts';

it('a text is worked on once, until more is kept than may be', () => {
  const made: string[] = [];
  const upper = remembered((text) => {
    made.push(text);
    return text.toUpperCase();
  }, 6);
  expect(['abc', 'abc', 'def', 'abc'].map(upper)).toEqual(['ABC', 'ABC', 'DEF', 'ABC']);
  expect(made).toEqual(['abc', 'def']);
  expect(['g', 'g', 'abc'].map(upper)).toEqual(['G', 'G', 'ABC']);
  expect(made).toEqual(['abc', 'def', 'g', 'abc']);
});

it('a text longer than all that is kept is worked on all the same', () => {
  expect(remembered((text) => text.length, 2)('abcdef')).toBe(6);
});
