import { describe, expect, it } from 'vitest';
import { unitsOn } from '../../../core/unit/national.ts';
import { packageRoot } from '../../../generator/package-root.ts';
import { loadPlanUnits } from '../../../generator/plan-files/plan-units.ts';

/** Counts of communes: nghị quyết 1654 đến 1687/NQ-UBTVQH15; see seeds/units/vn/README.md. */
describe('the units of a plan', () => {
  const countsOf = async (province: string) => {
    const { value } = await loadPlanUnits(packageRoot(), province, undefined);
    const count = (date: string, level: string) =>
      unitsOn(
        (value ?? []).map((unit) => ({ ...unit, decision: null })),
        date,
      ).filter((unit) => unit.level === level).length;
    return [count('2025-06-30', 'district'), count('2026-01-01', 'commune')];
  };

  it.each([
    ['VN12', 8, 38],
    ['VN34', 8, 65],
    ['VN51', 13, 56],
    // Set up anew in 2025: Hưng Yên and Thái Bình, Quảng Ngãi and Kon Tum, with the districts they had.
    ['VN33-2025', 18, 104],
    ['VN51-2025', 23, 96],
  ])('of %s are the %i districts and %i communes of its ground', async (province, districts, communes) => {
    expect(await countsOf(province)).toEqual([districts, communes]);
  });
});
