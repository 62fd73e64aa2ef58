import { describe, expect, it } from 'vitest';
import { baselineNeeds, chooseBaseline, isOfNeededYear } from '../../../core/target/baseline-choice.ts';
import { lintFixture, type PlanInput } from '../plan/fixture.ts';

const plan = (line: string, changes: Partial<PlanInput> = {}) =>
  lintFixture('p', '2021', [line], changes).plan;
const later: Partial<PlanInput> = { period: { from: '2024', to: '2030' }, firstRound: '2024' };
const CUT = 'poverty change equal 4 2021-2025';

describe('baselineNeeds', () => {
  it('asks for the base year of a change or growth, for no year of a level, for nothing else', () => {
    expect(baselineNeeds([plan(CUT)]).get('poverty|_T')).toEqual({
      exactYears: [2020],
      lastYearBefore: 2020,
    });
    expect(baselineNeeds([plan('people growth equal 7 2021-2025')]).get('people|_T')?.exactYears).toEqual([
      2020,
    ]);
    expect(baselineNeeds([plan('insured/urban level equal 90 2025')])).toEqual(
      new Map([['insured|urban', { exactYears: [], lastYearBefore: 2020 }]]),
    );
    expect(baselineNeeds([plan('people flow equal 5 2021-2025')]).size).toBe(0);
  });

  it('asks for no base year that has a column of its own in the workbook', () => {
    const cut = plan('poverty change equal 4 2024-2030', later);
    expect(baselineNeeds([cut]).get('poverty|_T')).toEqual({ exactYears: [2023], lastYearBefore: 2023 });
    // Together with a plan that begins in 2021, the figure of 2023 is entered like any other.
    expect(baselineNeeds([cut, plan('insured level equal 90 2025')]).get('poverty|_T')).toEqual({
      exactYears: [],
      lastYearBefore: 2023,
    });
  });

  it('begins with the earliest plan that uses the figure', () => {
    const level = plan('poverty level equal 4 2030', later);
    expect(baselineNeeds([level, plan(CUT)]).get('poverty|_T')).toEqual({
      exactYears: [2020],
      lastYearBefore: 2020,
    });
  });
});

describe('chooseBaseline', () => {
  const chosen = (years: readonly (number | null)[], exactYears: readonly number[] = []) => {
    const rows = years.map((year, at) => ({ year, at }));
    return chooseBaseline(rows, { exactYears, lastYearBefore: 2020 })?.at;
  };

  it('prefers the needed year wherever it stands', () => {
    expect(chosen([2020, 2022], [2020])).toBe(0);
    expect(chosen([2022, 2018, 2019], [2018])).toBe(1);
    expect(chosen([2012, 2015], [2011, 2012]), 'the second needed year, when there is no first').toBe(0);
  });

  it('else takes the latest year before the plan, whatever the order', () => {
    expect(chosen([2020, 2018, 2022])).toBe(0);
    expect(chosen([2019, null, 2022], [2020])).toBe(0);
  });

  it('else the last row', () => {
    expect(chosen([2023, 2022])).toBe(1);
    expect(chosen([2023, null])).toBe(1);
    expect(chosen([])).toBeUndefined();
  });
});

describe('isOfNeededYear', () => {
  it('is true of any year where none is needed', () => {
    const need = (exactYears: readonly number[]) => ({ exactYears, lastYearBefore: 2020 });
    expect(isOfNeededYear({ year: null }, need([]))).toBe(true);
    expect(isOfNeededYear({ year: 2020 }, need([2020]))).toBe(true);
    expect(isOfNeededYear({ year: 2019 }, need([2020]))).toBe(false);
    expect(isOfNeededYear({ year: null }, need([2020]))).toBe(false);
  });
});
