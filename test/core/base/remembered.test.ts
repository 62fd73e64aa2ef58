import { expect, it } from 'vitest';
import { remembered } from '../../../core/base/remembered.ts';

/** A function of texts, and how often each was made anew. */
function counted(characters: number) {
  const made: string[] = [];
  const of = remembered((text) => {
    made.push(text);
    return { text };
  }, characters);
  return { made, of };
}

it('makes of a text once, and gives the same again', () => {
  const { made, of } = counted(10);
  expect(of('abc')).toEqual({ text: 'abc' });
  expect(of('abc')).toBe(of('abc'));
  expect(made).toEqual(['abc']);
});

it('keeps most of what is asked for in turns, though it is a little more than there is room for', () => {
  const { made, of } = counted(10);
  const texts = ['aaa', 'bbb', 'ccc', 'ddd'];
  for (let round = 0; round < 10; round += 1) texts.forEach(of);
  expect(made.slice(0, 4)).toEqual(texts);
  expect(made.length).toBeLessThan(20);
});

it('forgets what nobody has asked for since as much again came', () => {
  const { made, of } = counted(10);
  of('abc');
  for (let at = 0; at < 100; at += 1) of(`text ${at}`);
  of('abc');
  expect(made.filter((text) => text === 'abc')).toHaveLength(2);
});

it('works on a text longer than all that is kept all the same', () => {
  expect(remembered((text) => text.length, 2)('abcdef')).toBe(6);
});
