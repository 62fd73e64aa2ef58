import { describe, expect, it } from 'vitest';
import { sameSet, setPartOf, setsOf } from '../../../generator/check/set-names.ts';

describe('the name of a file of a return', () => {
  it.each([
    'a.observations.csv',
    'a.Observations.CSV',
    'a.observations (1).csv',
    'a.observations 2.csv',
    'a.observations-2.csv',
    'a.observations_1.csv',
    'a.observations(2).csv',
    'a.observations - Copy.csv',
    'a.observations - Copy (2).csv',
    'a.observations - Bản sao.csv',
    'a.observations - Bản sao.csv'.normalize('NFD'),
    'a.observations - Bản sao (3).csv',
    'a.observations copy.csv',
    'a.observations copy 2.csv',
    'a.observations (copy).csv',
    'a.observations (another copy).csv',
    'a.observations (1) - Copy.csv',
    'Copy of a.observations.csv',
    'Bản sao của a.observations.csv',
    'a.observations.txt',
    'a.observations (1).tsv',
  ])('is known in %s', (name) => {
    expect(setPartOf(name)).toMatchObject({ base: 'a', part: '.observations' });
  });

  it('tells the descriptor from tables, and both from other files', () => {
    expect(setPartOf('a.DataPackage (1).json')).toEqual({ base: 'a', part: '.datapackage', copy: ' (1)' });
    expect(setPartOf('a.csv')).toEqual({ base: 'a', part: '', copy: '' });
    // A number behind any other name is part of it.
    expect(setPartOf('xa-12.csv')).toEqual({ base: 'xa-12', part: '', copy: '' });
    for (const name of ['a.json', 'a.observations.json', 'a.txt', 'a.xlsx', 'observations', '.csv.zip'])
      expect(setPartOf(name), name).toBeNull();
  });

  it('is read in time, however long', () => {
    const begin = performance.now();
    for (const name of [' (1)'.repeat(80_000), ' - copy'.repeat(50_000), ' '.repeat(300_000)])
      setPartOf(`a.observations${name}.csv`);
    expect(performance.now() - begin).toBeLessThan(1000);
  });
});

describe('the files of one return', () => {
  const set = (copy: string, parts = ['observations.csv', 'verdicts.csv', 'datapackage.json']) =>
    parts.map((part) => {
      const dot = part.lastIndexOf('.');
      return `a.${part.slice(0, dot)}${copy}${part.slice(dot)}`;
    });

  it.each([' (1)', ' (2)', ' 2', '-2', '_1', ' - Copy', ' - Bản sao', '(1)'])(
    'have the same addition: %s',
    (copy) => {
      const there = [...set(''), ...set(copy), 'b.observations.csv'];
      for (const name of set(copy)) expect(sameSet(name, there).sort()).toEqual(set(copy).sort());
      for (const name of set('')) expect(sameSet(name, there).sort()).toEqual(set('').sort());
    },
  );

  it('belong together where only some of them were renamed', () => {
    const there = ['a.observations (1).csv', 'a.verdicts.csv', 'a.datapackage (2).json', 'b.verdicts.csv'];
    for (const name of there.slice(0, 3))
      expect(sameSet(name, there).sort()).toEqual(there.slice(0, 3).sort());
  });

  it('are not completed from a return that is whole', () => {
    const there = [...set(''), ...set(' (1)', ['observations.csv'])];
    expect(sameSet('a.observations (1).csv', there)).toEqual(['a.observations (1).csv']);
    expect(sameSet('a.observations.csv', there).sort()).toEqual(set('').sort());
  });

  it('share what only one of them can have brought', () => {
    const there = ['a.datapackage.json', 'a.observations (1).csv', 'a.observations (2).csv'];
    expect(sameSet('a.observations (2).csv', there).sort()).toEqual([there[0], there[2]]);
  });

  it('are found in a folder of thousands at once', () => {
    const there = Array.from({ length: 5000 }, (_, at) => [
      `u${at}.observations.csv`,
      `u${at}.datapackage.json`,
    ]);
    const sameIn = setsOf(there.flat());
    expect(there.every(([name = '']) => sameIn(name).length === 2)).toBe(true);
  });
});
