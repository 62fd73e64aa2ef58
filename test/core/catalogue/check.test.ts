import { describe, expect, it } from 'vitest';
import { catalogueFileSchema } from '../../../core/catalogue/schema.ts';
import { expectReadable } from '../wording/readable.ts';
import { catalogueFindings, catalogueInput } from '../plan/fixture.ts';

type Indicators = Record<string, unknown>[];

/** What is found when one indicator is changed. */
function changed(id: string, changes: Record<string, unknown>): string[] {
  const indicators = (catalogueInput.indicators as Indicators).map((indicator) =>
    indicator.id === id
      ? Object.fromEntries(
          Object.entries({ ...indicator, ...changes }).filter(([, value]) => value !== undefined),
        )
      : indicator,
  );
  const findings = catalogueFindings({ ...catalogueInput, indicators });
  expectReadable(findings);
  return findings.map(({ code, place }) => `${code} ${place.path ?? ''}`);
}

describe('checkCatalogue', () => {
  it('accepts the fixture', () => {
    expect(catalogueFindings(catalogueInput)).toEqual([]);
  });

  it.each([
    ['insured', { domain: 'health' }, 'catalogue-unknown-reference indicators[6].domain'],
    ['people', { unit: 'nguoi' }, 'catalogue-unknown-reference indicators[0].unit'],
    ['insured', { numerator: 'peple' }, 'catalogue-unknown-reference indicators[6].numerator'],
    ['insured', { denominator: 'nobody' }, 'catalogue-unknown-reference indicators[6].denominator'],
    ['insured', { numerator: undefined }, 'catalogue-ratio-missing indicators[6].measure'],
    ['insured', { denominator: undefined }, 'catalogue-ratio-missing indicators[6].measure'],
    ['insured', { denominator: 'covered' }, 'catalogue-ratio-of-ratio indicators[6].denominator'],
    ['insured', { denominator: 'hdi-group' }, 'catalogue-ratio-of-ratio indicators[6].denominator'],
    ['insured', { denominator: 'people' }, 'catalogue-ratio-of-itself indicators[6].denominator'],
    ['people', { numerator: 'households' }, 'catalogue-ratio-unexpected indicators[0].numerator'],
    ['people', { minDenominator: '30' }, 'catalogue-ratio-unexpected indicators[0].minDenominator'],
    ['insured', { unit: 'hộ' }, 'catalogue-share-unit indicators[6].unit'],
    ['insured', { measure: 'rate' }, 'catalogue-rate-unit indicators[6].unit'],
    ['insured', { hard: ['100', '0'] }, 'catalogue-bounds-order indicators[6].hard'],
    ['insured', { plausible: ['5', '5'] }, 'catalogue-bounds-order indicators[6].plausible'],
    ['insured', { plausible: ['50', '101'] }, 'catalogue-plausible-outside-hard indicators[6].plausible'],
    [
      'insured',
      { relatedTo: [{ indicator: 'x', note: 'x' }] },
      'catalogue-unknown-reference indicators[6].relatedTo[0].indicator',
    ],
    [
      'insured',
      { relatedTo: [{ indicator: 'insured', note: 'x' }] },
      'catalogue-related-to-itself indicators[6].relatedTo[0].indicator',
    ],
    ['insured', { aggregation: 'sum' }, 'catalogue-aggregation indicators[6].aggregation'],
    ['people', { aggregation: 'ratio-of-sums' }, 'catalogue-aggregation indicators[0].aggregation'],
    ['people', { partOf: 'populaton' }, 'catalogue-unknown-reference indicators[0].partOf'],
    ['people', { partOf: 'people' }, 'catalogue-part-of-itself indicators[0].partOf'],
    ['people', { partOf: 'households' }, 'catalogue-part-unlike-whole indicators[0].partOf'],
    ['people', { partOf: 'insured' }, 'catalogue-part-unlike-whole indicators[0].partOf'],
    ['insured', { partOf: 'poverty' }, 'catalogue-part-unlike-whole indicators[6].partOf'],
    ['people', { notAbove: 'populaton' }, 'catalogue-unknown-reference indicators[0].notAbove'],
    ['people', { notAbove: 'people' }, 'catalogue-part-of-itself indicators[0].notAbove'],
    ['people', { notAbove: 'insured' }, 'catalogue-limit-no-count indicators[0].notAbove'],
    [
      'people',
      { partOf: 'population', notAbove: 'households' },
      'catalogue-limit-beside-whole indicators[0].notAbove',
    ],
  ])('refuses %s with %j', (id, changes, expected) => {
    expect(changed(id, changes)).toEqual([expected]);
  });

  it('accepts a part of a whole that is measured alike', () => {
    expect(changed('people', { partOf: 'population' })).toEqual([]);
    expect(changed('insured', { partOf: 'covered' })).toEqual([]);
  });

  it('accepts a count that is never above one of another unit', () => {
    expect(changed('households', { notAbove: 'population' })).toEqual([]);
  });

  it('refuses a chain of wholes that closes upon itself', () => {
    const [people, population, ...others] = catalogueInput.indicators as Indicators;
    const indicators = [{ ...people, partOf: 'population' }, { ...population, partOf: 'people' }, ...others];
    const findings = catalogueFindings({ ...catalogueInput, indicators });
    expectReadable(findings);
    expect(findings.map(({ code, place }) => `${code} ${place.path ?? ''}`)).toEqual([
      'catalogue-part-of-itself indicators[0].partOf',
      'catalogue-part-of-itself indicators[1].partOf',
    ]);
  });

  it('accepts a minimum denominator and plausible bounds within the hard ones', () => {
    expect(changed('insured', { minDenominator: '30', plausible: ['0', '100'] })).toEqual([]);
  });

  it.each(['measureUnits', 'domains', 'strata', 'indicators'] as const)(
    'refuses an id twice in %s',
    (list) => {
      const entries: object[] = catalogueInput[list];
      const findings = catalogueFindings({ ...catalogueInput, [list]: [...entries, entries[0]] });
      expect(findings.map(({ code, place }) => `${code} ${place.path ?? ''}`)).toContain(
        `catalogue-duplicate-id ${list}[${entries.length}].id`,
      );
    },
  );

  it('refuses sheet names that Excel takes for the same', () => {
    const twin = { id: 'other', name: { vi: 'x', en: 'x' }, sheet: 'XÃ HỘI' };
    const findings = catalogueFindings({ ...catalogueInput, domains: [...catalogueInput.domains, twin] });
    expect(findings.map(({ code }) => code)).toEqual(['catalogue-duplicate-sheet']);
  });

  const withDecimals = (decimals: string) => {
    const [first, ...rest] = catalogueInput.measureUnits;
    return { ...catalogueInput, measureUnits: [{ ...first, decimals }, ...rest] };
  };

  it.each(['1.5', '-1'])('refuses %s decimals as its file is read', (decimals) => {
    expect(() => catalogueFindings(withDecimals(decimals))).toThrow('a number of decimals');
  });

  it('refuses more decimals than figures are compared with', () => {
    expect(catalogueFindings(withDecimals('7')).map(({ code }) => code)).toEqual(['catalogue-decimals']);
  });

  it('has no default for a direction', () => {
    const [first, ...rest] = catalogueInput.indicators as Indicators;
    const without = { ...first, direction: undefined };
    const parsed = catalogueFileSchema.safeParse({ ...catalogueInput, indicators: [without, ...rest] });
    expect(parsed.error?.issues.map(({ path }) => path.join('.'))).toEqual(['indicators.0.direction']);
  });
});
