import { describe, expect, it } from 'vitest';
import { belowEarlierPlan } from '../../../../core/lint/rules/below-earlier-plan.ts';
import { lintContext, lintFixture } from '../../plan/fixture.ts';

/** Compares a plan of 2021 with one of 2012 of the same province. */
function compare(earlierLines: string[], laterLines: string[]): string[] {
  const earlier = lintFixture('lai-chau-2012', '2012', earlierLines);
  const later = lintFixture('lai-chau-2021', '2021-03', laterLines);
  const context = lintContext(earlier, later);
  expect(belowEarlierPlan.check(earlier, context)).toEqual([]);
  return belowEarlierPlan.check(later, context).map(({ code, data }) => {
    const found = data as { target: { id: string }; earlier: { id: string; plan: string } };
    expect(found.earlier.plan).toBe('lai-chau-2012');
    return `${code} ${found.target.id} ${found.earlier.id}`;
  });
}

const BELOW = 'lint-below-earlier-plan t1 t1';

describe('below-earlier-plan', () => {
  it.each([
    ['a lower level in the same year', 'insured level equal 98 2025', 'insured level above 96 2025'],
    ['a lower level in a later year', 'insured level equal 15 2020', 'insured level above 13 2030'],
    ['a higher level of what should fall', 'poverty level equal 5 2020', 'poverty level below 6 2025'],
    [
      'a level below what had to be maintained',
      'insured maintain equal 100 2012-2025',
      'insured level equal 99 2022',
    ],
    [
      'maintaining less than the level reached',
      'insured level equal 98 2020',
      'insured maintain equal 95 2021-2030',
    ],
    ['a slower yearly cut', 'poverty change range 4..5 2012-2020', 'poverty change equal 3 2021-2025'],
    ['slower growth', 'people growth equal 7 2012-2020', 'people growth equal 5 2021-2025'],
    ['a smaller yearly amount', 'people flow equal 50 2012-2020', 'people flow equal 40 2021-2025'],
    ['a lower level of a stratum', 'insured/urban level equal 95 2020', 'insured/urban level equal 90 2025'],
  ])('reports %s', (_, earlier, later) => {
    expect(compare([earlier], [later])).toEqual([BELOW]);
  });

  it.each([
    ['as much', 'insured level equal 98 2020', 'insured level above 98 2025'],
    [
      'less in a year before the earlier target falls due',
      'insured level equal 98 2030',
      'insured level equal 90 2025',
    ],
    ['a lower level of what should fall', 'poverty level equal 5 2020', 'poverty level below 4 2025'],
    ['less for another stratum', 'insured level equal 98 2020', 'insured/urban level equal 90 2025'],
    [
      'figures of kinds that cannot be compared',
      'people flow equal 50 2012-2020',
      'people level equal 40 2025',
    ],
    ['within the range', 'insured level range 80..90 2020', 'insured level equal 85 2025'],
  ])('is silent about %s', (_, earlier, later) => {
    expect(compare([earlier], [later])).toEqual([]);
  });

  it('goes by the last of the earlier targets that was due', () => {
    const earlier = [
      'insured level equal 90 2015',
      'insured level equal 95 2020',
      'insured level equal 99 2030',
    ];
    expect(compare(earlier, ['insured level equal 92 2025'])).toEqual(['lint-below-earlier-plan t1 t2']);
    expect(compare(earlier, ['insured level equal 96 2025'])).toEqual([]);
    const lowered = ['insured level equal 95 2015', 'insured level equal 90 2020'];
    expect(compare(lowered, ['insured level equal 92 2025'])).toEqual([]);
  });

  it('notes a lower target of a related indicator, when there is none of the same', () => {
    expect(compare(['covered level equal 98 2020'], ['insured level equal 90 2025'])).toEqual([
      'lint-below-related-target t1 t1',
    ]);
    expect(
      compare(
        ['covered level equal 98 2020', 'insured level equal 80 2020'],
        ['insured level equal 90 2025'],
      ),
    ).toEqual([]);
  });

  it('never measures a plan by a later one', () => {
    expect(compare(['insured level equal 80 2030'], ['insured level equal 90 2025'])).toEqual([]);
  });

  it('looks only at plans of the same province', () => {
    const earlier = lintFixture('quang-ngai-2012', '2012', ['insured level equal 98 2020']);
    const later = lintFixture('lai-chau-2021', '2021', ['insured level equal 90 2025']);
    const elsewhere = {
      ...earlier,
      plan: { ...earlier.plan, file: { ...earlier.plan.file, province: 'VN51' } },
    };
    expect(belowEarlierPlan.check(later, lintContext(elsewhere, later))).toEqual([]);
    expect(belowEarlierPlan.check(later, lintContext(earlier, later))).toHaveLength(1);
  });

  it('compares with the nearest earlier plan that has such a target', () => {
    const oldest = lintFixture('lai-chau-2012', '2012', [
      'poverty change range 4..5 2012-2020',
      'insured level equal 98 2020',
    ]);
    const older = lintFixture('lai-chau-2021', '2021', ['poverty change equal 3 2021-2025']);
    const found = (...lines: string[]) => {
      const later = lintFixture('lai-chau-2026', '2026', lines);
      return belowEarlierPlan
        .check(later, lintContext(oldest, older, later))
        .map(({ data }) => (data as { earlier: { plan: string } }).earlier.plan);
    };
    expect(found('poverty change equal 3 2026-2030')).toEqual([]);
    expect(found('poverty change equal 2 2026-2030')).toEqual(['lai-chau-2021']);
    expect(found('insured level equal 90 2030')).toEqual(['lai-chau-2012']);
  });
});
