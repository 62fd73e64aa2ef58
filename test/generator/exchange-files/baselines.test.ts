import { describe, expect, it } from 'vitest';
import { loadBaselines } from '../../../generator/exchange-files/baselines.ts';
import { loadText } from './fixture.ts';

const HEADER = 'unit,indicator,stratum,year,value,numerator,denominator,source';
const file = (...rows: string[]) => [HEADER, ...rows, ''].join('\n');

describe('loadBaselines', () => {
  it('reads a value, and computes one of numerator and denominator', async () => {
    const { value, found } = await loadText(
      loadBaselines,
      file(
        'VN12,health-insurance,,2020,95.2,,,Niên giám 2020',
        'VN12.107,health-insurance,,2020,,900,1200,Niên giám 2020',
        'VN12.107,insured-people,,2020,0,,,Niên giám 2020',
      ),
    );
    expect(found).toEqual([]);
    expect(value?.map((row) => [row.unit, row.value, row.numerator])).toEqual([
      ['VN12', 95.2, null],
      ['VN12.107', 75, 900],
      ['VN12.107', 0, null],
    ]);
  });

  it('takes both where they agree at six decimals', async () => {
    const { value, found } = await loadText(
      loadBaselines,
      file('VN12,health-insurance,,2020,66.666667,2,3,Niên giám'),
    );
    expect(found).toEqual([]);
    expect(value?.[0]?.value).toBeCloseTo(200 / 3, 12);
  });

  it.each([
    ['both that disagree', 'VN12,health-insurance,,2020,66.66667,2,3,Niên giám', 'baseline-disagrees'],
    ['neither', 'VN12,health-insurance,,2020,,,,Niên giám', 'baseline-empty'],
    ['a numerator alone', 'VN12,health-insurance,,2020,,2,,Niên giám', 'baseline-half'],
    ['a denominator alone beside a value', 'VN12,health-insurance,,2020,50,,4,Niên giám', 'baseline-half'],
    ['parts of a count', 'VN12,population,,2020,,2,3,Niên giám', 'baseline-not-a-ratio'],
    ['a denominator of zero', 'VN12,health-insurance,,2020,,2,0,Niên giám', 'baseline-denominator'],
    ['a share above 100 %', 'VN12,health-insurance,,2020,,5,4,Niên giám', 'row-impossible'],
    ['a dot in a count', 'VN12,population,,2020,1.250,,,Niên giám', 'row-not-whole'],
    ['a dot in a numerator', 'VN12,health-insurance,,2020,,1.000,4,Niên giám', 'row-not-whole'],
    ['no source', 'VN12,health-insurance,,2020,50,,,', 'field-invalid'],
    ['a sign', 'VN12,health-insurance,,2020,x,,,Niên giám', 'field-invalid'],
    ['an unknown unit', 'VN99,health-insurance,,2020,50,,,Niên giám', 'row-unit-unknown'],
    ['an unknown indicator', 'VN12,insurance,,2020,50,,,Niên giám', 'row-indicator-unknown'],
    ['an unknown stratum', 'VN12,health-insurance,men,2020,50,,,Niên giám', 'row-stratum-unknown'],
    ['a row given twice', 'VN12.107,health-insurance,,2020,50,,,Niên giám', 'row-twice'],
    ['two values of one year', 'VN12.107,health-insurance,,2020,60,,,Niên giám', 'row-twice'],
  ])('refuses %s with its line', async (_, row, code) => {
    const first = 'VN12.107,health-insurance,,2020,50,,,"Niên giám, 2020"';
    const { value, found } = await loadText(loadBaselines, file(first, row));
    expect(found).toEqual([`error ${code} 3`]);
    expect(value).toBeNull();
  });

  it('keeps baselines of different years of one figure', async () => {
    const row = (year: number) => `VN12,health-insurance,,${year},50,,,Niên giám`;
    expect((await loadText(loadBaselines, file(row(2015), row(2020)))).found).toEqual([]);
  });

  it('refuses another header', async () => {
    expect((await loadText(loadBaselines, 'unit,value\n')).found).toEqual(['error csv-header 1']);
  });
});
