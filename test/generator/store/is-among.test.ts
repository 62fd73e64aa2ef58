import { expect, it } from 'vitest';
import { isAmong } from '../../../generator/store/is-among.ts';
import { entriesQuery, periodsQuery } from '../../../generator/store/entry-query.ts';
import { returnsWhere } from '../../../generator/store/returns-among.ts';

it('asks for nothing where nothing is among the values', () => {
  expect(isAmong('unit', [])).toBe('false');
  expect(returnsWhere({ rounds: [] })).toBe('false');
});

it('has no NULL among values in any statement: DuckDB would compare every row with each of thousands', () => {
  const several = { units: ['VN12.1'], periods: ['2023'], returns: [1, 2] };
  for (const sql of [
    entriesQuery(several).sql,
    entriesQuery({ ...several, differing: true }).sql,
    periodsQuery([1, 2]),
    returnsWhere({ rounds: ['2023'], roundsOf: [1] }),
  ])
    expect(sql).not.toMatch(/IN \(\s*NULL/u);
});
