import { expect, it } from 'vitest';
import { SameReturns, type ReturnOwner } from '../../../generator/check/same-return.ts';

const owner = (changes: Partial<ReturnOwner['identity']> = {}): ReturnOwner => ({
  identity: { unit: 'VN12', reporter: 'VN12', round: '2023', plans: ['a'], sample: false, ...changes },
  unit: 'Tỉnh Lai Châu (VN12)',
  reporter: null,
});

it('names files of one reporter, unit, plan and round, and no others', () => {
  const returns = new SameReturns();
  const others = [
    { unit: 'VN13' },
    { reporter: 'VN12.BHXH' },
    { round: '2022' },
    { plans: ['b'] },
    { sample: true },
  ];
  returns.add('1.xlsx', owner());
  others.forEach((changes, at) => returns.add(`other ${at}.xlsx`, owner(changes)));
  expect(returns.found).toEqual([]);
  returns.add('2.xlsx', owner());
  returns.add('3.csv', owner());
  expect(returns.found).toEqual([
    { unit: 'Tỉnh Lai Châu (VN12)', reporter: null, round: '2023', files: ['1.xlsx', '2.xlsx', '3.csv'] },
  ]);
});

it('says files of two shared plans once, and of a third that shares one', () => {
  const returns = new SameReturns();
  returns.add('1.xlsx', owner({ plans: ['a', 'b'] }));
  returns.add('2.xlsx', owner({ plans: ['a', 'b'] }));
  expect(returns.found.map(({ files }) => files)).toEqual([['1.xlsx', '2.xlsx']]);
  returns.add('3.xlsx', owner({ plans: ['b'] }));
  expect(returns.found.map(({ files }) => files)).toEqual([
    ['1.xlsx', '2.xlsx'],
    ['1.xlsx', '2.xlsx', '3.xlsx'],
  ]);
});
