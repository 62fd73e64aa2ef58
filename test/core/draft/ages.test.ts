import { expect, it } from 'vitest';
import { indexIndicators, proposeIndicators } from '../../../core/draft/indicator/propose.ts';
import { loadSeeds } from '../../workbook/seed-workbooks.ts';

it('an indicator of another age is no match, however many other words it shares', async () => {
  const { catalogue } = await loadSeeds();
  const index = indexIndicators(catalogue);
  const scoreFor = (own: string) => {
    const found = proposeIndicators({ own, around: '', unit: '‰', kind: 'level', counted: '' }, index);
    return found.find(({ indicator }) => indicator === 'infant-mortality-rate')?.score ?? 0;
  };
  const right = scoreFor('tỷ suất tử vong trẻ em dưới 1 tuổi');
  expect(right).toBeGreaterThan(0.8);
  expect(scoreFor('tỷ suất tử vong trẻ em dưới 5 tuổi')).toBeLessThan(right / 2);
});
