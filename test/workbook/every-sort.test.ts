import { beforeAll, describe, expect, it } from 'vitest';
import { jobsOf, modelOf } from '../../generator/workbook/jobs.ts';
import { everySort, sortsIn } from './every-sort.ts';
import { loadSeeds, type Seeds } from './seed-workbooks.ts';

describe('the part of a plan that shows every sort', () => {
  let seeds: Seeds;
  beforeAll(async () => {
    seeds = await loadSeeds();
  });

  // The workbooks that tests make of it.
  it.each([
    [['lai-chau-2012'], 'VN12', '2014'],
    [['quang-ngai-2021'], 'VN51', '2023'],
    [['quang-ngai-2021'], 'VN51.522', '2023'],
    [['lai-chau-2021'], 'VN12.106', '2023'],
    [['lai-chau-2021', 'lai-chau-2024'], 'VN12.106', '2025'],
    [['lai-chau-2024'], 'VN12', '2026'],
    [['lai-chau-2024'], 'VN12.03388-2025', '2026'],
    [['thai-binh-2013'], 'VN34', '2015'],
    [['thai-binh-2013'], 'VN34.336', '2015-S1'],
  ])('has the sheets and the sorts of cells of the whole one: %s, %s, %s', (ids, reporter, round) => {
    const [whole, part] = [false, true].map((isPart) => {
      const [first, ...others] = ids.map((id) => {
        const plan = seeds.plans.find(({ file }) => file.id === id);
        if (!plan) throw new Error(`seeds/ has no plan ${id}.`);
        return isPart ? { ...plan, targets: everySort(plan.targets) } : plan;
      });
      if (!first) throw new Error('no plan');
      const [job] = jobsOf([first, ...others], seeds.catalogue, { round, unit: [reporter], sample: true });
      if (!job) throw new Error(`${ids.join()} has no reporter ${reporter}.`);
      return sortsIn(modelOf(job, seeds.catalogue));
    });
    expect(whole?.size).toBeGreaterThan(60);
    expect([...(whole ?? [])].filter((sort) => !part?.has(sort))).toEqual([]);
  });
});
