import { describe, expect, it } from 'vitest';
import { impliedPeople, peopleEach, peopleOf, peopleOfRow } from '../../../../core/rules/figure/people.ts';
import { makeContext } from './figure-fixture.ts';

describe('the people a form speaks of', () => {
  const households = { ...makeContext({ perThousand: [200, 320] }), year: 2024 };

  it('are implied by what is usual to a thousand, in the middle of its range', () => {
    expect(peopleEach(households)).toBeCloseTo(1_000 / Math.sqrt(200 * 320), 3);
    expect(impliedPeople(12_649, peopleEach(households) ?? 0)).toBeCloseTo(50_000, -2);
  });

  it('are implied by no group, no earlier year, and nothing that varies widely', () => {
    const group = { id: 'g', name: { vi: 'Nhóm', en: 'Group' }, covers: 'part' } as const;
    expect(peopleEach({ ...households, stratum: group })).toBeNull();
    expect(peopleEach({ ...households, year: 2025 })).toBeNull();
    expect(peopleEach({ ...makeContext({ perThousand: [1, 100] }), year: 2024 })).toBeNull();
    expect([null, 0, '-', '50'].map((raw) => impliedPeople(raw, 4))).toEqual([null, null, null, null]);
  });

  it('are not moved by one count that slipped', () => {
    const honest = peopleOf('district', [48_000, 51_000, 55_000, 60_000]);
    expect(honest).toBe(57_500);
    const slipped = peopleOf('district', [48_000, 510, 55_000, 60_000]);
    expect(slipped / honest).toBeGreaterThan(0.9);
    expect(peopleOf('district', [510])).toBe(100_000);
    expect(peopleOf('department', [])).toBe(peopleOf('province', []));
  });

  it('are, of a row in the table by commune, what the row itself says, or unknown', () => {
    expect(peopleOfRow([])).toBeNull();
    expect(peopleOfRow([42_000])).toBe(42_000);
    expect(peopleOfRow([40_000, 44_000, 41_000_000])).toBe(44_000);
    // What speaks of no commune is held against the usual one.
    expect(peopleOfRow([15_000_000])).toBe(15_000);
    expect(peopleOfRow([16_000, 16_000_000])).toBeLessThan(20_000);
  });
});
