import { expect, it } from 'vitest';
import { parsePeriod } from '../../../core/period/period.ts';
import { lastRounds, roundAfter } from '../../../core/renew/next-round.ts';

it.each([
  ['2025', '2026'],
  ['2025-S1', '2025-S2'],
  ['2025-S2', '2026-S1'],
  ['2025-Q3', '2025-Q4'],
  ['2025-Q4', '2026-Q1'],
  ['2025-LK9', '2026-LK9'],
])('after %s comes %s', (one, next) => {
  const period = parsePeriod(one);
  expect(period && roundAfter(period)).toEqual(parsePeriod(next));
});

it('the last rounds are those that end last, several where they end on one day', () => {
  const last = (...rounds: string[]) => lastRounds(rounds).map(({ text }) => text);
  expect(last('2024', '2025-Q1', '2025-S1', '2025-Q3')).toEqual(['2025-Q3']);
  expect(last('2024', '2025', '2025-S2', '2025')).toEqual(['2025', '2025-S2']);
  expect(last('_')).toEqual([]);
});
