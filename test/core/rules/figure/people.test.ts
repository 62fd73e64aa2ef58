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

  it('are, of a row that speaks of no residents, what its counts need at least, or a hospital is for', () => {
    const wide = (count: number, most: number, concentrated = false) =>
      ({ count, perThousand: [most / 40, most], concentrated }) as const;
    expect(peopleOfRow([], [wide(1_300, 1_000)])).toBe(15_000);
    expect(peopleOfRow([], [wide(60_000, 1_000)])).toBe(60_000);
    // More than a commune has.
    expect(peopleOfRow([], [wide(600_000, 1_000)])).toBe(15_000);
    const staff = [wide(80, 8, true), wide(40, 4, true), wide(50, 6, true)];
    const usual = peopleOfRow([], staff) ?? 0;
    expect(usual).toBeGreaterThan(30_000);
    // One that slipped does not move them, be it too large or too small.
    for (const count of [8_000, 0.8])
      expect(peopleOfRow([], [wide(count, 8, true), ...staff.slice(1)]) ?? 0).toBeLessThan(usual * 1.3);
  });
});
