import { describe, expect, it } from 'vitest';
import { existsIn, membersOf, withoutDoubles } from '../../../../core/planner/assignment/members.ts';
import { provinceWith } from './fixture.ts';

const [province, first, second, third] = provinceWith(3);
if (!province || !first || !second || !third) throw new Error('The fixture has changed.');

describe('units of a year', () => {
  it('are those that exist on one day of it', () => {
    const closed = { ...first, validTo: '2025-06-30' };
    expect([2024, 2025, 2026].map((year) => existsIn(closed, year))).toEqual([true, true, false]);
    const opened = { ...first, validFrom: '2025-07-01' };
    expect([2024, 2025, 2026].map((year) => existsIn(opened, year))).toEqual([false, true, true]);
  });

  it('leave out departments and units of other parents', () => {
    const department = { ...first, id: 'VN12.BHXH', level: 'department' as const };
    const commune = { ...first, id: 'VN12.1001', level: 'commune' as const, parent: first.id };
    expect(membersOf(province, [province, first, department, commune], 2025)).toEqual([first]);
  });
});

describe('a unit and its successors in the year of the change', () => {
  const before = { ...first, successors: [second.id] };
  const valued = (...ids: string[]) =>
    withoutDoubles([before, second, third], ({ id }) => ids.includes(id)).map(({ id }) => id);

  it('count once: the successor as soon as it has a value', () => {
    expect(valued(before.id, second.id)).toEqual([second.id, third.id]);
    expect(valued(second.id)).toEqual([second.id, third.id]);
  });

  it('count once: the unit before, while its successor has none', () => {
    expect(valued(before.id)).toEqual([before.id, third.id]);
  });
});
