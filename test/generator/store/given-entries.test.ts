import { expect, it } from 'vitest';
import { givenEntries } from '../../../generator/store/given-entries.ts';

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
