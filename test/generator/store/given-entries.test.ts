import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { contentOf } from '../../../core/store/entry.ts';
import { GIVEN_HEAD } from '../../../core/store/given.ts';
import { GIVEN_FORM, givenEntries } from '../../../generator/store/given-entries.ts';
import { MemoryStore } from '../../../generator/store/memory.ts';
import { sha256Of } from '../../../generator/store/originals.ts';
import { recordGiven } from '../../../generator/store/record-given.ts';
import { arriving } from '../../core/store/fixture.ts';

const said = async (text: string) => {
  const entries = await givenEntries({ name: 'planner.csv', bytes: new TextEncoder().encode(text) });
  return entries.map(({ table, value, year, period }) => [table, value, year, period]);
};

it('reads each of the planner’s files as what it is: an assigned value is no baseline', async () => {
  expect(
    await said(
      'unit,indicator,stratum,year,comparator,value,decision,decisionDate,validFrom,supersedes,note\n' +
        'VN12,new-jobs,,2023,atLeast,7000,12/QĐ-UBND,2023-01-10,2023-01-10,,\n',
    ),
  ).toEqual([['assignments', '7000', '2023', '_']]);
  expect(
    await said(
      'unit,indicator,stratum,year,value,numerator,denominator,source\nVN12,poverty-rate,,2020,18.27,,,Niên giám\n',
    ),
  ).toEqual([['baselines', '18.27', '2020', '_']]);
  expect(
    await said(
      'unit,indicator,stratum,period,vintage,value,source\nVN12,new-jobs,,2022,final,6500,Niên giám\n',
    ),
  ).toEqual([['observations', '6500', null, '2022']]);
});

describe('the form by which a planner’s file is read', () => {
  const TEXT =
    'unit,indicator,stratum,period,vintage,value,source\nVN12,new-jobs,,2022,final,6500,Niên giám\nVN12.106,new-jobs,,2022,estimate,-,Báo cáo\n';
  const TEXTS = [
    TEXT,
    'unit,indicator,stratum,year,value,numerator,denominator,source\nVN12,poverty-rate,,2020,18.27,,,Niên giám\nVN12,poverty-rate,,2019,,20,100,Niên giám\n',
    'unit,indicator,stratum,year,comparator,value,decision,decisionDate,validFrom,supersedes,note\nVN12,new-jobs,,2023,atLeast,7000,12/QĐ-UBND,2023-01-10,2023-01-10,,Lần 2\n',
  ];

  it('is another one where it makes other entries: then GIVEN_FORM is counted up', async () => {
    const read = TEXTS.map((text) => givenEntries({ name: 'p.csv', bytes: new TextEncoder().encode(text) }));
    const entries = (await Promise.all(read)).flat();
    expect([GIVEN_FORM, entries.length, sha256Of(contentOf(entries))]).toEqual([
      1,
      5,
      '68733c32eab3a37b86378eab69130750b80ba4fbffe1bef43daaff277d4a05a9',
    ]);
  });

  it('spares the reading of a file that was kept by it', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'chitieu-form-'));
    try {
      const figures = join(folder, 'figures.csv');
      await writeFile(figures, TEXT);
      const receipt = { root: folder, by: null, now: '2026-01-01', program: '1' };
      const store = new MemoryStore(null);
      const [kept] = await recordGiven(store, { figures }, receipt);
      expect(kept).toMatchObject({ number: 1, form: GIVEN_FORM });
      expect(await recordGiven(store, { figures }, receipt)).toEqual([]);
      // The same bytes by another form of reading, which made other entries of them.
      const other = new MemoryStore(null);
      const head = { ...arriving(1), ...GIVEN_HEAD, sha256: kept?.sha256 ?? '', form: GIVEN_FORM - 1 };
      await other.take(head, [], [{ name: 'figures.csv', bytes: new TextEncoder().encode(TEXT) }]);
      expect(await recordGiven(other, { figures }, receipt)).toMatchObject([{ state: 'correction' }]);
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});
