import { describe, expect, it } from 'vitest';
import { contradiction } from '../../../../core/lint/rules/contradiction.ts';
import { lintContext, lintFixture } from '../../plan/fixture.ts';

/** Codes with the two targets, the one complained about first. */
function pairs(...lines: string[]): string[] {
  const linted = lintFixture('lai-chau-2021', '2021', lines);
  return contradiction.check(linted, lintContext(linted)).map(({ code, place, data }) => {
    const { target, other, earlier } = data as Record<string, { id: string } | undefined>;
    expect(place).toMatchObject({ file: 'lai-chau-2021/plan.yaml', line: Number(target?.id.slice(1)) });
    return `${code} ${target?.id} ${(other ?? earlier)?.id}`;
  });
}

describe('contradiction', () => {
  it('reports two figures for one indicator, kind and time', () => {
    expect(pairs('insured level equal 90 2025', 'insured level equal 95 2025')).toEqual([
      'lint-contradiction t2 t1',
    ]);
    expect(pairs('people flow equal 90 2021-2025', 'people flow equal 95 2024-2030')).toEqual([
      'lint-contradiction t2 t1',
    ]);
    expect(pairs('insured level equal 90 2025', 'insured level above 90 2025')).toEqual([
      'lint-contradiction t2 t1',
    ]);
  });

  it('reports one target entered twice', () => {
    expect(pairs('insured level equal 90 2025', 'insured level equal 90 2025')).toEqual([
      'lint-stated-twice t2 t1',
    ]);
  });

  it('reports a later level that is worse, whichever way is better and in whichever order they stand', () => {
    expect(pairs('insured level equal 90 2025', 'insured level equal 85 2030')).toEqual([
      'lint-later-is-worse t2 t1',
    ]);
    expect(pairs('insured level equal 85 2030', 'insured level equal 90 2025')).toEqual([
      'lint-later-is-worse t1 t2',
    ]);
    expect(pairs('poverty level below 5 2025', 'poverty level below 6 2030')).toEqual([
      'lint-later-is-worse t2 t1',
    ]);
  });

  it('reports a level below what has to be maintained', () => {
    expect(pairs('insured maintain equal 100 2021-2030', 'insured level equal 98 2025')).toEqual([
      'lint-later-is-worse t2 t1',
    ]);
  });

  it('takes the bound of a range that is enough', () => {
    expect(pairs('insured level range 80..90 2025', 'insured level equal 85 2030')).toEqual([]);
    expect(pairs('insured level range 80..90 2025', 'insured level equal 79 2030')).toHaveLength(1);
  });

  it('is silent about progress, other strata, other kinds and separate periods', () => {
    expect(
      pairs(
        'insured level equal 90 2025',
        'insured level equal 95 2030',
        'insured/urban level equal 80 2030',
        'covered level equal 10 2030',
        'people flow equal 90 2021-2025',
        'people flow equal 80 2026-2030',
        'people total equal 50 2021-2025',
        'poverty change equal 3 2021-2025',
        'poverty level equal 4 2025',
      ),
    ).toEqual([]);
  });
});
