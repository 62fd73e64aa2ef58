import { describe, expect, it } from 'vitest';
import { byFormerUnit } from '../../../../core/planner/grid/grid-groups.ts';
import type { Unit } from '../../../../core/unit/unit.ts';

const unit = (id: string, level: Unit['level'], successors: string[] = []): Unit => ({
  id,
  code: null,
  name: id,
  level,
  parent: 'VN12',
  validFrom: null,
  validTo: null,
  successors,
  tags: [],
  unverified: [],
});

const communes = ['A', 'B', 'C', 'D'].map((id) => unit(id, 'commune'));
const grouped = (ever: Unit[]) =>
  byFormerUnit(communes, ever).map(({ name, units }) => [name, ...units.map(({ id }) => id)]);

describe('byFormerUnit', () => {
  it('puts a commune to the one district it lay in, and those of several at the end', () => {
    const ever = [unit('Y', 'district', ['B', 'C']), unit('X', 'district', ['D', 'A', 'B'])];
    expect(grouped(ever)).toEqual([
      ['X cũ', 'A', 'D'],
      ['Y cũ', 'C'],
      ['nhiều huyện cũ', 'B'],
    ]);
  });

  it('makes one group without a name where no district went before', () => {
    expect(grouped([])).toEqual([[null, 'A', 'B', 'C', 'D']]);
    expect(grouped([unit('Old', 'commune', ['A'])])).toEqual([[null, 'A', 'B', 'C', 'D']]);
  });

  it('puts a commune without any former district to the last group', () => {
    expect(grouped([unit('X', 'district', ['A'])])).toEqual([
      ['X cũ', 'A'],
      ['nhiều huyện cũ', 'B', 'C', 'D'],
    ]);
  });
});
