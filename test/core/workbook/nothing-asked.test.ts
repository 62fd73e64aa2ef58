import { expect, it } from 'vitest';
import { plansOn } from '../../../core/plan/on-date.ts';
import { nothingAskedIn, nothingAskedSaid } from '../../../core/workbook/nothing-asked.ts';
import { inputCellsOf, jobsOf, reportingOf } from '../../../generator/workbook/jobs.ts';
import type { Plan } from '../../../core/plan/model.ts';
import { loadSeeds } from '../../workbook/seed-workbooks.ts';

/** A plan of which only some targets are left. */
function only(plan: Plan, is: (target: Plan['targets'][number]) => boolean): Plan {
  return { ...plan, targets: plan.targets.filter(is), deadlines: [] };
}

it('nothing is asked of exactly those whose form would not have a cell to type into, whatever the round', async () => {
  const { plans, catalogue } = await loadSeeds();
  const ofProvinces = plans.map((plan) =>
    only(plan, ({ indicator }) => indicator?.source.level === 'province'),
  );
  const ofGroups = plans.map((plan) => only(plan, ({ stratum }) => stratum?.covers === 'units'));
  const seen = { asked: 0, empty: 0 };
  for (const plan of [...plans, ...ofProvinces, ...ofGroups]) {
    const { from, to } = plan.file.period;
    for (const year of new Set([from, Math.min(to, 2026), to]))
      for (const round of [`${year}`, `${year}-S1`, `${year}-Q3`, `${year}-LK9`]) {
        const jobs = jobsOf([plan], catalogue, { round });
        const [first] = jobs;
        if (!first) throw new Error('A plan has a province.');
        const then = plansOn([plan], catalogue, reportingOf(first).cutOff);
        const nothing = nothingAskedIn(then.plans, then.catalogue);
        // Units of a level that are in the same groups have the same form.
        const unlike = new Map(
          jobs.map((job) => [
            `${job.reporter.level === 'department' ? job.reporter.id : job.reporter.level} ${job.reporter.tags.join(' ')}`,
            job,
          ]),
        );
        for (const job of unlike.values()) {
          const { entry, background, byCommune } = inputCellsOf(job, catalogue);
          const cells = entry + background + byCommune;
          expect([plan.file.id, round, job.reporter.id, nothing(job) !== null]).toEqual([
            plan.file.id,
            round,
            job.reporter.id,
            cells === 0,
          ]);
          seen[cells === 0 ? 'empty' : 'asked'] += 1;
        }
      }
  }
  expect(Math.min(seen.asked, seen.empty)).toBeGreaterThan(20);
});

it('says of whom a plan asks instead', async () => {
  const { plans, catalogue } = await loadSeeds();
  const plan = plans.find(({ file }) => file.id === 'lai-chau-2021');
  if (!plan) throw new Error('The plan does not load.');
  const said = (of: Plan, id: string, date: string) => {
    const then = plansOn([of], catalogue, date);
    const unit = of.units.find((one) => one.id === id);
    const why = unit && nothingAskedIn(then.plans, then.catalogue)({ unit, reporter: unit });
    return why && [nothingAskedSaid(why, 'vi'), nothingAskedSaid(why, 'en')];
  };
  const ofProvince = only(plan, ({ indicator }) => indicator?.source.level === 'province');
  expect(said(plan, 'VN12.106', '2023-12-31')).toBeNull();
  expect(said(ofProvince, 'VN12.106', '2023-12-31')).toEqual([
    'không chỉ tiêu nào của kế hoạch do cấp huyện báo cáo',
    'no target of the plan is reported by districts',
  ]);
  const bare = only(plan, () => false);
  for (const id of ['VN12', 'VN12.106'])
    expect(said(bare, id, '2023-12-31')).toEqual([
      'kế hoạch chưa có mục tiêu nào',
      'the plan has no target yet',
    ]);
});
