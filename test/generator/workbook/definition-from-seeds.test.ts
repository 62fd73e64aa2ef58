import { beforeAll, describe, expect, it } from 'vitest';
import { definitionOf } from '../../../core/workbook/definition.ts';
import {
  definitionFromSeeds,
  type InstalledSeeds,
  type LostIdentity,
} from '../../../generator/workbook/definition-from-seeds.ts';
import { jobsOf, requestOf } from '../../../generator/workbook/jobs.ts';
import { loadSeeds } from '../../workbook/seed-workbooks.ts';

let seeds: InstalledSeeds;
beforeAll(async () => {
  seeds = await loadSeeds();
});

const identity = (more: Partial<LostIdentity> = {}): LostIdentity => ({
  unit: 'VN12',
  reporter: 'VN12.SYT',
  round: '2022-S1',
  sample: false,
  plans: new Map([['lai-chau-2021', '']]),
  ...more,
});

describe('definitionFromSeeds', () => {
  it('is the definition the workbook got when it was made', () => {
    const plan = seeds.plans.find(({ file }) => file.id === 'lai-chau-2021');
    const [job] = plan ? jobsOf([plan], seeds.catalogue, { round: '2022-S1', unit: ['VN12.SYT'] }) : [];
    if (!job) throw new Error('There is no such workbook.');
    expect(definitionFromSeeds(seeds, identity())).toEqual(definitionOf(requestOf(job, seeds.catalogue)));
  });

  it('keeps the plans of a shared workbook in their order', () => {
    const plans = new Map(['lai-chau-2024', 'lai-chau-2021'].map((id) => [id, '']));
    const made = definitionFromSeeds(seeds, identity({ round: '2024', plans, reporter: 'VN12' }));
    expect(made?.plans.map(({ head }) => head.id)).toEqual(['lai-chau-2024', 'lai-chau-2021']);
  });

  it.each<[string, Partial<LostIdentity>]>([
    ['a plan that is not installed', { plans: new Map([['ha-giang-2021', '']]) }],
    [
      'one of two plans that is not',
      { plans: new Map(['lai-chau-2021', 'ha-giang-2021'].map((id) => [id, ''])) },
    ],
    ['no plan', { plans: new Map() }],
    ['a round the plan does not have', { round: '1999' }],
    ['what is no round', { round: '../2022' }],
    ['a reporter the plan does not have', { reporter: 'VN99' }],
    ['a unit that is not the reporter’s', { unit: 'VN51' }],
  ])('is null for %s', (_name, more) => {
    expect(definitionFromSeeds(seeds, identity(more))).toBeNull();
  });
});
