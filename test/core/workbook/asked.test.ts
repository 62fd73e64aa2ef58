import { expect, it } from 'vitest';
import type { Indicator } from '../../../core/catalogue/schema.ts';
import { frequencies } from '../../../core/period/period.ts';
import { isCountedBy } from '../../../core/workbook/asked.ts';
import { loadSeeds } from '../../workbook/seed-workbooks.ts';

it.each([
  ['month', ['year', 'nine-months', 'half-year', 'quarter']],
  ['quarter', ['year', 'nine-months', 'half-year', 'quarter']],
  ['half-year', ['year', 'half-year']],
  ['year', ['year']],
  ['survey', ['year']],
] as const)('what is drawn up by %s has figures for %j', async (frequency, expected) => {
  const { catalogue } = await loadSeeds();
  const [some] = catalogue.indicators.values();
  if (!some) throw new Error('no indicator');
  const indicator: Indicator = { ...some, source: { ...some.source, frequency } };
  expect(frequencies.filter((one) => isCountedBy(indicator, one))).toEqual(expected);
});
