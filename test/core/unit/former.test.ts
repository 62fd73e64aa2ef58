import { describe, expect, it } from 'vitest';
import { inheritedTags } from '../../../core/unit/former.ts';
import type { Unit } from '../../../core/unit/unit.ts';

const unit = (id: string, level: Unit['level'], tags: string[], successors: string[]): Unit => ({
  id,
  code: null,
  name: id,
  level,
  parent: 'VN12',
  validFrom: null,
  validTo: null,
  successors,
  tags,
  unverified: [],
});
const commune = (id: string) => unit(id, 'commune', [], []);

describe('inheritedTags', () => {
  const poor = unit('X', 'district', ['poor', 'mountain'], ['A', 'B', 'C']);
  const other = unit('Y', 'district', ['mountain', 'city'], ['B', 'D']);
  const ever = [poor, other, ...['A', 'B', 'C', 'D', 'E'].map(commune)];
  const { whole, mixed } = inheritedTags(ever, ['poor', 'mountain']);

  it('passes a tag on that all of the ground had, and only tags that matter', () => {
    expect(whole.map(({ unit: { id }, tags }) => [id, ...tags])).toEqual([
      ['A', 'poor', 'mountain'],
      ['B', 'mountain'],
      ['C', 'poor', 'mountain'],
      ['D', 'mountain'],
    ]);
  });

  it('leaves a tag open that a part of the ground had, and says which part', () => {
    expect(mixed).toEqual([{ unit: ever[3], tag: 'poor', tagged: [poor], others: [other] }]);
  });

  it('says nothing of units that no other level went before', () => {
    expect(inheritedTags([commune('A'), unit('Z', 'commune', ['poor'], ['A'])], ['poor'])).toEqual({
      whole: [],
      mixed: [],
    });
  });
});
