import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { exchangeContext } from '../../../generator/exchange-files/context.ts';
import { loadFigures } from '../../../generator/exchange-files/figures.ts';
import { loadSeeds } from '../../workbook/seed-workbooks.ts';
import { loadText } from './fixture.ts';

const HEADER = 'unit,indicator,stratum,period,vintage,value,source';
const file = (...rows: string[]) => [HEADER, ...rows, ''].join('\n');

describe('loadFigures', () => {
  it('reads numbers, zeros and the signs', async () => {
    const values = ['98', '0', '12.5', '-', '...', '…', 'x'];
    const rows = values.map(
      (value, at) => `VN12.107,health-insurance,,${2015 + at},final,${value},Niên giám`,
    );
    const { value, found } = await loadText(loadFigures, file(...rows));
    expect(found).toEqual([]);
    expect(value?.map((row) => row.value)).toEqual([98, 0, 12.5, '-', '...', '...', 'x']);
    expect(value?.[0]).toMatchObject({
      period: '2015',
      vintage: 'final',
      stratum: null,
      source: 'Niên giám',
    });
  });

  it('takes half-years and quarters beside years', async () => {
    const periods = ['2020', '2020-S1', '2020-S2', '2020-Q3'];
    const { value, found } = await loadText(
      loadFigures,
      file(...periods.map((period) => `VN12,population,,${period},final,5,`)),
    );
    expect(found).toEqual([]);
    expect(value?.map(({ period }) => period)).toEqual(periods);
  });

  it('keeps an estimate beside the final figure', async () => {
    const row = (vintage: string) => `VN12,population,,2020,${vintage},5,`;
    const { value, found } = await loadText(
      loadFigures,
      file(row('estimate'), row('preliminary'), row('final')),
    );
    expect(found).toEqual([]);
    expect(value).toHaveLength(3);
  });

  it.each([
    ['a blank figure', 'VN12,population,,2020,final,,', 'field-invalid'],
    ['a dot in a count', 'VN12,population,,2020,final,1.000,', 'row-not-whole'],
    ['a decimal comma', 'VN12,population,,2020,final,"1,5",', 'field-invalid'],
    ['a figure with an exponent', 'VN12,population,,2020,final,1e5,', 'field-invalid'],
    ['a formula', 'VN12,population,,2020,final,=1+1,', 'field-invalid'],
    ['another vintage', 'VN12,population,,2020,official,5,', 'field-invalid'],
    ['a period that is none', 'VN12,population,,2020-S3,final,5,', 'field-invalid'],
    ['a month', 'VN12,population,,2020-06,final,5,', 'field-invalid'],
    ['an impossible figure', 'VN12,health-insurance,,2020,final,101,', 'row-impossible'],
    ['an unknown unit', 'VN99,population,,2020,final,5,', 'row-unit-unknown'],
    ['an unknown indicator', 'VN12,people,,2020,final,5,', 'row-indicator-unknown'],
    ['an unknown stratum', 'VN12,population,men,2020,final,5,', 'row-stratum-unknown'],
    ['a figure given twice', 'VN12.107,population,,2020,final,6,', 'row-twice'],
  ])('refuses %s with its line', async (_, row, code) => {
    const first = 'VN12.107,population,,2020,final,5,';
    const { value, found } = await loadText(loadFigures, file(first, row));
    expect(found).toEqual([`error ${code} 3`]);
    expect(value).toBeNull();
  });

  it('reads a folder of exports: the same figure of two is one, a different one is nobody’s to choose', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'chitieu-figures-'));
    onTestFinished(() => rm(folder, { recursive: true, force: true }));
    const { plans, catalogue } = await loadSeeds();
    const context = exchangeContext(catalogue, plans);
    await expect(loadFigures(folder, context)).rejects.toThrow('.observations.csv');
    const write = (name: string, ...rows: string[]) => writeFile(join(folder, name), file(...rows));
    const [people, jobs] = ['VN12,population,,2020,final,5,', 'VN12,new-jobs,,2020,final,7,'];
    await write('a.observations.csv', people);
    await write('b.observations.csv', people, jobs);
    await write('b.baselines.csv', 'x');
    const { value, findings } = await loadFigures(folder, context);
    expect(findings).toEqual([]);
    expect(value?.map(({ indicator, value: figure }) => [indicator, figure])).toEqual([
      ['population', 5],
      ['new-jobs', 7],
    ]);
    await write('c.observations.csv', 'VN12,population,,2020,final,6,');
    const differing = await loadFigures(folder, context);
    expect(differing.value).toBeNull();
    expect(differing.findings).toMatchObject([
      {
        code: 'figures-differ',
        place: { line: 2 },
        data: { file: join(folder, 'a.observations.csv'), line: 2 },
      },
    ]);
  });
});
