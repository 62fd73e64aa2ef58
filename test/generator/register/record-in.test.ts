import { expect, it } from 'vitest';
import { recordIn } from '../../../generator/register/draw-up.ts';
import { loadSeeds } from '../../workbook/seed-workbooks.ts';

it('a province has the departments of all times as its sources of record, a unit below it none', async () => {
  const { catalogue } = await loadSeeds();
  const recordOf = recordIn(catalogue);
  const health = [...catalogue.indicators.values()].find(({ source }) => source.body === 'Sở Y tế');
  expect(recordOf('VN12', health?.id ?? '')).toEqual(['VN12.SYT', 'VN12.SYT-2025']);
  expect(recordOf('VN12.106', health?.id ?? '')).toEqual([]);
  expect(recordOf('VN12', 'no-such-indicator')).toEqual([]);
});
