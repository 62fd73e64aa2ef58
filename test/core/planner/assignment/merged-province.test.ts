import { describe, expect, it } from 'vitest';
import { checkAssignments } from '../../../../core/planner/assignment/check.ts';
import { membersOf } from '../../../../core/planner/assignment/members.ts';
import { ownerOf } from '../../../../core/planner/assignment/owner.ts';
import { seriesFor } from '../../../../core/planner/assignment/value-above.ts';
import { assignment, contextOf, planWith, provinceWith } from './fixture.ts';

/** The province of the plan was merged into another; its units have the other's code and parent. */
const [before] = provinceWith(1);
if (!before) throw new Error('The fixture has changed.');
const province = { ...before, validTo: '2025-06-30', successors: ['VN15-2025'] };
const later = ['VN15.00001-2025', 'VN15.00002-2025'].map((id) => ({
  ...before,
  id,
  name: id,
  level: 'district' as const,
  parent: 'VN15-2025',
  validFrom: '2025-07-01',
}));
const plan = planWith(['people flow equal 300 2021-2030'], [province, ...later]);

describe('a plan of a province that was merged away', () => {
  it('is made up of the units on its ground', () => {
    expect(membersOf(province, plan.units, 2026)).toEqual(later);
  });

  it('has its targets assigned to them, and their values compared with its own', () => {
    expect(seriesFor([plan], 'VN15.00001-2025', 'people|_T', 2026)).toHaveLength(1);
    const rows = later.map(({ id }) => assignment({ unit: id, indicator: 'people', year: 2026 }));
    const findings = checkAssignments(rows, contextOf(plan));
    expect(findings).toMatchObject([{ code: 'assigned-sum-behind', data: { total: 200, expected: 300 } }]);
    const whole = rows.map((row) => ({ ...row, value: 150 }));
    expect(checkAssignments(whole, contextOf(plan))).toEqual([]);
  });

  it('has for its own what was assigned to a body of the new province', () => {
    const { catalogue } = contextOf(plan);
    const { body } = catalogue.indicators.get('people')?.source ?? { body: '' };
    const code = catalogue.bodies.get(body)?.code ?? '';
    const department = {
      ...before,
      id: `VN15.${code}-2025`,
      level: 'department' as const,
      parent: province.id,
    };
    const row = { unit: department.id, indicator: 'people' };
    expect(ownerOf(row, catalogue, [...plan.units, department])).toBe(province.id);
    // Of a province whose plan is not at hand the id says it.
    expect(ownerOf({ ...row, unit: `VN12.${code}` }, catalogue, [])).toBe('VN12');
  });
});
