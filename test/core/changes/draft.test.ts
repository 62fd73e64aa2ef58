import { beforeAll, describe, expect, it } from 'vitest';
import type { Catalogue } from '../../../core/catalogue/catalogue.ts';
import type { Indicator } from '../../../core/catalogue/schema.ts';
import { changeMapSchema, endsOf, type Change } from '../../../core/changes/change-map.ts';
import { diffPlans } from '../../../core/changes/diff-plans.ts';
import { draftChanges } from '../../../core/changes/draft.ts';
import type { Plan } from '../../../core/plan/model.ts';
import { changeMapText } from '../../../generator/plan-files/change-map-file.ts';
import { parseYaml } from '../../../generator/plan-files/yaml.ts';
import { loadSeeds } from '../../workbook/seed-workbooks.ts';

let catalogue: Catalogue;
let plans: Map<string, Plan>;

beforeAll(async () => {
  const loaded = await loadSeeds();
  catalogue = loaded.catalogue;
  plans = new Map(loaded.plans.map((plan) => [plan.file.id, plan]));
});

const plan = (id: string): Plan => {
  const found = plans.get(id);
  if (!found) throw new Error(id);
  return found;
};
const drafted = (earlier: Plan, later: Plan) => draftChanges(earlier, later, diffPlans(earlier, later));
const between = (from: string, to: string) => drafted(plan(from), plan(to));
const entry = (changes: readonly Change[], from: string) =>
  changes.find((change) => endsOf(change).from.includes(`${from}|_T`));

/** A plan in which one indicator is called something else. */
function renamed(of: Plan, id: string, as: Partial<Indicator>): Plan {
  return {
    ...of,
    targets: of.targets.map((target) =>
      target.indicator.id === id ? { ...target, indicator: { ...target.indicator, ...as } } : target,
    ),
  };
}

describe('the three plans of Lai Châu', () => {
  it('have three definitions of trained labour, which stay three series', () => {
    const first = entry(between('lai-chau-2012', 'lai-chau-2021').changes, 'trained-or-coached-labour-share');
    expect(first).toMatchObject({ change: 'break', to: 'trained-labour-share|_T' });
    const second = entry(between('lai-chau-2021', 'lai-chau-2024').changes, 'trained-labour-share');
    expect(second).toMatchObject({ change: 'break', to: 'certified-labour-share|_T' });
  });

  it.each([
    ['lai-chau-2012', 'lai-chau-2021'],
    ['lai-chau-2021', 'lai-chau-2024'],
    ['lai-chau-2012', 'lai-chau-2024'],
  ])('have one entry for every figure that is asked for no more: %s → %s', (from, to) => {
    const { gone, kept } = diffPlans(plan(from), plan(to));
    const { changes } = between(from, to);
    const keys = changes.flatMap((change) => endsOf(change).from);
    const expected = [...gone, ...kept.filter((one) => one.membersDiffer).map(({ after }) => after)];
    expect(keys.sort()).toEqual(expected.map(({ key }) => key).sort());
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('let nothing be followed by what the earlier plan had beside it', () => {
    const { kept } = diffPlans(plan('lai-chau-2021'), plan('lai-chau-2024'));
    const beside = new Set(kept.map(({ before }) => before.key));
    const { changes } = between('lai-chau-2021', 'lai-chau-2024');
    expect(beside).toContain('stunting-rate|_T');
    expect(changes.flatMap((change) => endsOf(change).to).filter((key) => beside.has(key))).toEqual([]);
    expect(entry(changes, 'underweight-rate')).toEqual({ change: 'retire', from: 'underweight-rate|_T' });
  });

  it('ask where one figure of the whole has related ones of several groups', () => {
    const { changes } = between('lai-chau-2021', 'lai-chau-2024');
    expect(entry(changes, 'social-assistance-coverage')).toMatchObject({
      change: 'undecided',
      to: [
        'care-allowance-coverage|children-under-36-months',
        'care-allowance-coverage|pregnant-women',
        'care-allowance-coverage|lone-elderly',
      ],
    });
  });
});

describe('a plan whose indicators have other ids', () => {
  const proposed = (as: Partial<Indicator>) => {
    const later = renamed(plan('lai-chau-2012'), 'new-jobs', { id: 'jobs-of-ours', ...as });
    return entry(drafted(plan('lai-chau-2012'), later).changes, 'new-jobs');
  };

  it('renames what has the same name and unit of measure', () => {
    expect(proposed({})).toEqual({ change: 'rename', from: 'new-jobs|_T', to: 'jobs-of-ours|_T' });
  });

  it('multiplies what has the same name in thousands', () => {
    expect(proposed({ unit: 'nghìn người' })).toMatchObject({ change: 'factor', factor: '0.001' });
  });

  it('asks where a figure of all has the name that one of a group had, and more words', () => {
    const later = renamed(plan('quang-ngai-2021'), 'poverty-rate', {
      id: 'poverty-of-all',
      name: { vi: 'Tỷ lệ hộ nghèo, mọi vùng', en: 'Poverty, all' },
    });
    const whole = { ...later, targets: later.targets.filter(({ stratum }) => stratum === null) };
    const { changes } = drafted(plan('quang-ngai-2021'), whole);
    const ofGroups = changes.filter((change) =>
      endsOf(change).from.some((key) => /^poverty-rate\|(?!_T)/u.test(key)),
    );
    expect(ofGroups.length).toBeGreaterThan(0);
    for (const change of ofGroups)
      expect(change).toMatchObject({ change: 'undecided', to: ['poverty-of-all|_T'] });
  });

  it('asks where the unit of measure says nothing of the size', () => {
    expect(proposed({ unit: 'lượt người' })).toMatchObject({ change: 'undecided', to: ['jobs-of-ours|_T'] });
  });
});

it('what is drafted is read back as what was drafted', () => {
  for (const [from, to] of [
    ['lai-chau-2012', 'lai-chau-2021'],
    ['lai-chau-2021', 'lai-chau-2024'],
  ] as const) {
    const map = between(from, to);
    const { value, findings } = parseYaml(changeMapText(map, catalogue), 'changes.yaml');
    expect(findings).toEqual([]);
    expect(changeMapSchema.parse(value)).toEqual(map);
  }
});
