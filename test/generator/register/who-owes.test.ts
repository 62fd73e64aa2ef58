import { expect, it } from 'vitest';
import { whoOwes } from '../../../generator/register/owed-units.ts';
import { loadSeeds } from '../../workbook/seed-workbooks.ts';

it.each([
  ['a unit of a plan of here', 'VN12.106', 'lai-chau-2021', 'return'],
  ['a unit that is in no plan of here, on a plan that is not here', 'VN51.522', 'quang-ngai-2021', 'nothing'],
  ['a department of another province', 'VN51.SYT', 'quang-ngai-2021', 'nothing'],
  ['a unit of here on a plan that is not here', 'VN12.106', 'lai-chau-2030', null],
])('in the workspace of a province, of %s: who owes is %s, %s, %s', async (_, reporter, plan, owes) => {
  const { plans, catalogue } = await loadSeeds();
  const own = plans.filter(({ file }) => file.province === 'VN12');
  const head = { unit: reporter, reporter, round: '2023', plans: [plan] };
  expect(whoOwes(own, catalogue)(head)).toBe(owes);
  // Where there is no plan at all nobody can say.
  expect(whoOwes([], catalogue)(head)).toBeNull();
});
