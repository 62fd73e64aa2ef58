import { expect, it } from 'vitest';
import { renderFinding } from '../../../core/wording/render.ts';
import { asFractions } from '../../../generator/workbook/as-fractions.ts';
import { jobsOf } from '../../../generator/workbook/jobs.ts';
import { loadSeeds } from '../../workbook/seed-workbooks.ts';

it('names percentages of the planner that are fractions, and no others', async () => {
  const { catalogue, plans } = await loadSeeds();
  const plan = plans.find(({ file }) => file.id === 'lai-chau-2021');
  if (!plan) throw new Error('There is no plan lai-chau-2021.');
  const row = { unit: 'VN12', stratum: null, source: 'Niên giám thống kê' };
  const baseline = (indicator: string, value: number) => ({
    ...{ ...row, indicator, year: 2020, value, numerator: null, denominator: null },
  });
  const found = (poverty: number, insured: number, before: number) => {
    const files = {
      assignments: [],
      baselines: [baseline('poverty-rate', poverty), baseline('health-insurance-coverage', insured)],
      figures: [
        ...[{ ...row, indicator: 'poverty-rate', period: '2022', vintage: 'final' as const, value: before }],
      ],
    };
    const jobs = jobsOf([plan], catalogue, { round: '2023', unit: ['VN12'], files });
    return asFractions(jobs, catalogue, {}).map((one) => renderFinding(one, 'vi'));
  };
  expect(found(24.3, 95.1, 21.2)).toEqual([]);
  const [ofBases, ofFigures, ...more] = found(0.243, 0.951, 0.212);
  expect(more).toEqual([]);
  expect(ofBases).toContain('VN12 poverty-rate|_T 2020 (ghi 0,243, có lẽ 24,3 %)');
  expect(ofBases).toContain('VN12 health-insurance-coverage|_T 2020 (ghi 0,951, có lẽ 95,1 %)');
  expect(ofFigures).toContain('VN12 poverty-rate|_T 2022 (ghi 0,212, có lẽ 21,2 %)');
});
