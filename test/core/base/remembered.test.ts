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

it('gives each text its own, in whatever order it is asked for, past what is kept', () => {
  const of = remembered((text) => text.toUpperCase(), 40);
  const order = (round: number) =>
    Array.from({ length: 12 }, (_, at) => `text ${(at * (round % 4 === 3 ? 5 : 1) + (round % 3)) % 13}`);
  for (let round = 0; round < 40; round += 1)
    for (const text of order(round)) expect(of(text)).toBe(text.toUpperCase());
});

it('tells a text from the one that followed before it, though they differ in one letter', () => {
  const of = remembered((text) => text.toUpperCase(), 1_000);
  for (const text of ['first', 'SUM(A1:A9)', 'last']) of(text);
  expect(['first', 'SUM(A1:A8)', 'last'].map(of)).toEqual(['FIRST', 'SUM(A1:A8)', 'LAST']);
});
