import { expect, test } from 'vitest';
import { shiftable } from '../../../../core/sheet/formula/shift.ts';
import { knownFormula } from '../../../../core/sheet/formula/known-formula.ts';

const FORMULA = `IF($A2>0,SUM(B2:D2),'Số gốc'!F$3)`;
const PLACES = [
  [0, 0],
  [1, 0],
  [-1, 0],
  // As far from each other as the ends of a row, so that none may pass for a place of the next.
  [0, 16_000],
  [1, -384],
  [1, 16_000],
  [2, -16_383],
] as const;

test('a formula is written for other cells as it is when nobody has asked before', () => {
  for (let time = 0; time < 2; time += 1)
    for (const [rows, columns] of PLACES)
      expect(knownFormula(FORMULA).follower(rows, columns), `${rows} ${columns}`).toBe(
        shiftable(FORMULA).shifted(rows, columns),
      );
});

test('formulas past what is kept are the same again', () => {
  const long = (number: number) => `A${number}&"${'x'.repeat(30_000)}"`;
  const numbers = Array.from({ length: 200 }, (_, at) => at + 1);
  for (const number of [...numbers, ...numbers]) {
    const formula = knownFormula(long(number));
    expect(formula.text === long(number)).toBe(true);
    for (const rows of [1, 2]) expect(formula.follower(rows, 0) === long(number + rows)).toBe(true);
  }
});

test('a formula is told from the one that followed before it, though they differ in one letter', () => {
  const texts = ['A1', 'SUM(A1:A9)', 'B1'];
  for (const text of texts) knownFormula(text);
  expect(['A1', 'SUM(A1:A8)', 'B1'].map((text) => knownFormula(text).text)).toEqual([
    'A1',
    'SUM(A1:A8)',
    'B1',
  ]);
  expect(texts.map((text) => knownFormula(text).text)).toEqual(texts);
});
