import { beforeAll, describe, expect, it } from 'vitest';
import type { Catalogue } from '../../../../core/catalogue/catalogue.ts';
import { partAboveWhole } from '../../../../core/rules/figure/rules/figure-part-above-whole.ts';
import { numeratorAboveDenominator } from '../../../../core/rules/figure/rules/figure-numerator-above-denominator.ts';
import { wholesOf } from '../../../../core/rules/figure/looked-at-beside.ts';
import type { AskedFigure } from '../../../../core/workbook/asked.ts';
import type { WorkbookRequest } from '../../../../core/workbook/request.ts';
import { packageRoot } from '../../../../generator/package-root.ts';
import { loadCatalogue } from '../../../../generator/plan-files/load.ts';
import { makeContext, makeValues } from './figure-fixture.ts';

let catalogue: Catalogue;
beforeAll(async () => {
  const { value } = await loadCatalogue(packageRoot());
  if (!value) throw new Error('The catalogue does not load.');
  catalogue = value;
});

/** Keys of what a count is held against on a form that has rows of some keys. */
function limits(id: string, stratum: string | null, ...rows: readonly string[]): string[] {
  const figure = {
    indicator: catalogue.indicators.get(id),
    stratum: stratum === null ? null : catalogue.strata.get(stratum),
  } as AskedFigure;
  return wholesOf(figure, { catalogue } as WorkbookRequest, (key) => rows.includes(key)).map(
    ({ key }) => key,
  );
}

describe('what counts of people and households are held against', () => {
  const rows = ['population|_T', 'households|_T'];
  it.each([
    ['households', 'population|_T'],
    ['children-under-1', 'population|_T'],
    ['kindergarten-age-children', 'population|_T'],
    ['merit-people', 'population|_T'],
    ['rural-population', 'population|_T'],
    ['merit-families', 'households|_T'],
    ['poor-households', 'households|_T'],
    ['care-allowance-eligible-households', 'households|_T'],
  ])('%s: %s', (id, limit) => {
    expect(limits(id, null, ...rows)).toEqual([limit]);
  });

  it('a group of them is held against the count of everybody', () => {
    expect(limits('school-age-children', 'primary', ...rows)).toEqual(['population|_T']);
    expect(limits('care-allowance-eligible-households', 'lone-elderly', ...rows)).toEqual(['households|_T']);
  });

  it('the next one up is taken where the nearest is not asked for, and none where none is', () => {
    expect(limits('merit-families', null, 'population|_T')).toEqual(['population|_T']);
    expect(limits('merit-families', null)).toEqual([]);
  });

  it('whom a place treats, teaches or employs may be more than live there', () => {
    for (const id of ['primary-care-users', 'students-needing-housing', 'industrial-workers-needing-housing'])
      expect(limits(id, null, ...rows)).toEqual([]);
  });
});

describe('a count above its limit', () => {
  const households = { unit: 'hộ', hard: [0, 1_000_000] } as const;
  const population = { vi: 'Dân số', en: 'Population', limitUnit: 'người' };
  it('is said with the unit of each', () => {
    const context = makeContext(households, { wholes: [population] });
    const found = partAboveWhole.check(context, makeValues(context, { figure: 17_800, wholes: [8_000] }));
    const { data } = found as unknown as { data: Parameters<typeof partAboveWhole.text.vi.message>[0] };
    expect(partAboveWhole.text.vi.message(data)).toBe(
      'Ô ghi 17.800 hộ, nhiều hơn cả "Dân số" (8.000 người).',
    );
    expect(partAboveWhole.text.en.message(data)).toBe(
      'The cell holds 17,800 hộ, more than all of "Population" (8,000 người).',
    );
  });

  it.each([
    [440, /gấp khoảng 10 lần kỳ trước \(440 người\)/u],
    [45, /gấp khoảng 100 lần/u],
    [4_400, /\)\.$/u],
    [null, /\)\.$/u],
    ['...', /\)\.$/u],
    [0, /\)\.$/u],
  ])('beside %j the year before says whether a digit is too many', (previous, said) => {
    const { indicator } = makeContext({ measure: 'share' });
    const context = makeContext(
      {},
      { denominators: [population], shares: [{ indicator, isPart: true, printed: [] }] },
    );
    const values = makeValues(context, { figure: 4_520, denominators: [460], previous });
    const found = numeratorAboveDenominator.check(context, values);
    const { data } = found as unknown as {
      data: Parameters<typeof numeratorAboveDenominator.text.vi.message>[0];
    };
    expect(numeratorAboveDenominator.text.vi.message(data)).toMatch(said);
  });
});
