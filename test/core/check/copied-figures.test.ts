import { describe, expect, it } from 'vitest';
import type { UnitFigures } from '../../../core/check/across-units.ts';
import { CopiedReturns } from '../../../core/check/copied-figures.ts';

const KEYS = ['population', 'households', 'births', 'poverty-rate', 'coverage', 'jobs', 'communes'];

function figures(unit: string, round: string, values: readonly number[]): UnitFigures {
  return {
    ...{ unit, level: 'district', round },
    figures: values.map((value, at) => {
      const key = KEYS[at] ?? String(at);
      return { key, name: { vi: key, en: key }, unit: '', value, adds: at < 3 };
    }),
  };
}

function found(returns: readonly UnitFigures[]): string[] {
  const all = new CopiedReturns<string>();
  for (const one of returns) all.add(`${one.unit} ${one.round}`, one);
  return all.found.map(({ one, other, alike, both }) => `${one} = ${other}: ${alike}/${both}`);
}

const own = [45_213, 11_307, 812, 12.31, 96.42, 1_043, 14];
const others = [38_127, 9_411, 694, 15.07, 95.18, 872, 14];

describe('returns with the same figures', () => {
  it('of another unit are named, also where some were changed', () => {
    expect(found([figures('A', '2023', own), figures('B', '2023', others)])).toEqual([]);
    expect(found([figures('A', '2023', own), figures('B', '2023', own)])).toEqual(['A 2023 = B 2023: 6/6']);
    const changed = [own[0] ?? 0, ...others.slice(1, 2), ...own.slice(2)];
    expect(found([figures('A', '2023', own), figures('B', '2023', changed)])).toEqual([
      'A 2023 = B 2023: 5/6',
    ]);
  });

  it('of another year of the unit are named', () => {
    expect(found([figures('A', '2022', own), figures('A', '2023', own)])).toEqual(['A 2022 = A 2023: 6/6']);
  });

  it('of one unit and round are not: two plans ask for them, or the same return came twice', () => {
    expect(found([figures('A', '2023', own), figures('A', '2023', own)])).toEqual([]);
  });

  it("are none by figures that are small, round or everybody's", () => {
    const round = [45_000, 11_000, 800, 12, 96, 1_000, 14];
    expect(found([figures('A', '2023', round), figures('B', '2023', round)])).toEqual([]);
    const all = ['A', 'B', 'C', 'D', 'E', 'F', 'G'].map((unit) => figures(unit, '2023', own));
    expect(found(all)).toEqual([]);
    expect(
      found([figures('A', '2023', own), figures('B', '2023', [...own.slice(0, 4), ...others.slice(4)])]),
    ).toEqual([]);
  });
});
