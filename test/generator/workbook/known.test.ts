import { describe, expect, it } from 'vitest';
import { baselinesFor, NO_FILES } from '../../../generator/workbook/known.ts';
import { loadedFixture, planInput, targetInput } from '../../core/plan/fixture.ts';

/** A plan with one target of poverty, and a printed level of 9 % in a year. */
function planOf(kind: 'level' | 'change', printedYear: string) {
  return loadedFixture(
    'giảm 4%\ncó 9%',
    planInput({
      targets: [
        targetInput({
          ...{ id: 'cut', indicator: 'poverty', kind, quote: 'giảm 4%', printed: '4' },
          ...(kind === 'change' ? { yearFrom: '2021' } : {}),
        }),
      ],
      baselines: [
        {
          ...targetInput({ id: 'base', indicator: 'poverty', line: '2', quote: 'có 9%', printed: '9' }),
          comparator: 'equal',
          yearTo: printedYear,
        },
      ],
    }),
  );
}

const chosen = (kind: 'level' | 'change', printedYear: string, given: readonly number[], unit = 'VN12') => {
  const baselines = given.map((year) => ({
    ...{ unit, indicator: 'poverty', stratum: null, year, value: year / 100 },
    ...{ numerator: null, denominator: null, source: 'Niên giám' },
  }));
  const { year, value } =
    baselinesFor(unit, [planOf(kind, printedYear)], { ...NO_FILES, baselines }).get('poverty|_T') ?? {};
  return [year, value];
};

describe('baselinesFor', () => {
  it('takes the row of the base year, whichever comes last', () => {
    expect(chosen('change', '2019', [2020, 2022])).toEqual([2020, 20.2]);
    expect(chosen('change', '2019', [2022, 2020])).toEqual([2020, 20.2]);
  });

  it('takes what the plan prints where no row is of the base year and the print is', () => {
    expect(chosen('change', '2020', [2022])).toEqual([2020, 9]);
    expect(chosen('change', '2020', [2020])).toEqual([2020, 20.2]);
    expect(chosen('change', '2019', [2022]), 'neither is').toEqual([2022, 20.22]);
  });

  it('prefers a row of any year to the print for a level', () => {
    expect(chosen('level', '2020', [2022])).toEqual([2022, 20.22]);
    expect(chosen('level', '2020', [])).toEqual([2020, 9]);
  });

  it('never takes the province’s print for a unit below it', () => {
    expect(chosen('change', '2020', [], 'VN12.105')).toEqual([undefined, undefined]);
    expect(chosen('change', '2020', [2022], 'VN12.105')).toEqual([2022, 20.22]);
  });
});
