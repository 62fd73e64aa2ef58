import { describe, expect, it } from 'vitest';
import { noUnitBelow } from '../../../../core/lint/rules/no-unit-below.ts';
import { stratumMembersMixed } from '../../../../core/lint/rules/stratum-members-mixed.ts';
import { stratumWithoutMembers } from '../../../../core/lint/rules/stratum-without-members.ts';
import type { LintPlan } from '../../../../core/lint/rule.ts';
import { renderMessage } from '../../../../core/wording/render.ts';
import { lintContext, lintFixture } from '../../plan/fixture.ts';

/** The districts of the fixture end with June 2025; a commune follows, of a group or not. */
function ended(linted: LintPlan, tags: string[]): LintPlan {
  const [first] = linted.plan.units;
  if (!first) throw new Error('no province');
  const commune = {
    ...first,
    id: 'VN12.00001-2025',
    name: 'Xã Một',
    level: 'commune' as const,
    parent: 'VN12',
  };
  const units = linted.plan.units.map((unit) =>
    unit.level === 'district' ? { ...unit, validTo: '2025-06-30' } : unit,
  );
  return {
    ...linted,
    plan: { ...linted.plan, units: [...units, { ...commune, validFrom: '2025-07-01', tags }] },
  };
}

describe('stratum-without-members', () => {
  const check = (target: string, tags: string[] = []) => {
    const linted = ended(lintFixture('p', '2021', [target]), tags);
    return stratumWithoutMembers.check(linted, lintContext(linted));
  };

  it('names a target of a group of which no unit is left when it is due, and since when', () => {
    const [finding] = check('poverty/poor-districts change equal 4 2021-2025');
    expect(finding?.code).toBe('lint-stratum-without-members');
    expect(finding && renderMessage(finding, 'vi')).toContain(
      'ngày 31/12/2025 không đơn vị nào thuộc nhóm (chỉ có đến 30/6/2025)',
    );
  });

  it('is silent while the group has members, and about parts inside every unit', () => {
    expect(check('poverty/poor-districts change equal 4 2021-2024')).toEqual([]);
    expect(check('poverty/poor-districts change equal 4 2021-2025', ['poor'])).toEqual([]);
    expect(check('insured/urban level equal 100 2030')).toEqual([]);
  });
});

describe('stratum-members-mixed', () => {
  const check = (target: string, successors: Record<string, string[]>, tags: string[] = []) => {
    const linted = ended(lintFixture('p', '2021', [target]), tags);
    const units = linted.plan.units.map((unit) => ({ ...unit, successors: successors[unit.id] ?? [] }));
    const plan = { ...linted.plan, units };
    return stratumMembersMixed.check({ ...linted, plan }, lintContext(linted));
  };
  const districts = lintFixture('p', '2021', []).plan.units.filter(({ level }) => level === 'district');
  const [inside, outside] = [true, false].map(
    (isPoor) => districts.find(({ tags }) => tags.includes('poor') === isPoor)?.id ?? '',
  );
  const target = 'poverty/poor-districts change equal 4 2021-2025';
  const commune = ['VN12.00001-2025'];

  it('names communes made of ground inside and outside the group', () => {
    const [finding] = check(target, { [inside ?? '']: commune, [outside ?? '']: commune });
    expect(finding && renderMessage(finding, 'vi')).toContain('1 đơn vị ghép từ đất trong và ngoài');
    expect(finding && renderMessage(finding, 'vi')).toContain('Xã Một (VN12.00001-2025)');
  });

  it('is silent about communes of one side, about tagged ones, and while districts report', () => {
    const both = { [inside ?? '']: commune, [outside ?? '']: commune };
    expect(check(target, { [inside ?? '']: commune })).toEqual([]);
    expect(check(target, { [outside ?? '']: commune })).toEqual([]);
    expect(check(target, both, ['poor'])).toEqual([]);
    expect(check('poverty/poor-districts change equal 4 2021-2024', both)).toEqual([]);
    expect(check('poverty change equal 4 2021-2025', both)).toEqual([]);
  });
});

describe('no-unit-below', () => {
  const check = (target: string, tags: string[] = []) => {
    const linted = ended(lintFixture('p', '2021', [target]), tags);
    return noUnitBelow.check(linted, lintContext(linted)).map(({ data }) => data);
  };

  it('lists once before and once after districts ended what nobody below the province is asked for', () => {
    const found = check('poverty/poor-districts change equal 4 2021-2025') as {
      date: string;
      targets: { reason: string }[];
    }[];
    expect(found.map(({ date }) => date)).toContain('2025-06-30');
    expect(found[0]?.targets.map(({ reason }) => reason)).toEqual(['group']);
  });
});
