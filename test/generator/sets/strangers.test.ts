import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { madeCountry, type Country } from './country.ts';

const JOBS = 'new-jobs|_T';
const IN = ['--round', '2023'];

interface Imported {
  files: { state: string; return: string | null; why: { code: string }[] }[];
}

let country: Country;
beforeAll(async () => {
  country = await madeCountry();
});
afterAll(() => country.gone());

/** A province's set with a workbook of a unit of elsewhere, as the ministry takes it. */
async function sentWith(name: string): Promise<Imported['files'][number] | undefined> {
  const set = join(country.folder, name);
  const { VN12 } = country.provinces;
  expect((await VN12.run('store', 'export', '--parquet', set, ...IN)).code).toBe(0);
  return (await country.ministry.json<Imported>('import', set, ...IN)).files[0];
}

it('takes a set in which a workbook of elsewhere waits that nobody let in, and none in which it counts', async () => {
  const { VN12 } = country.provinces;
  await VN12.receive([
    { unit: 'VN12.105', figures: { [JOBS]: '120' } },
    { unit: 'VN51.522', figures: { [JOBS]: '7' }, said: { state: 'held-back' } },
  ]);
  expect((await VN12.run('close', ...IN)).code).toBe(0);
  expect(await sentWith('VN12')).toMatchObject({ state: 'new', why: [] });
  const totals = await country.ministry.json<{
    totals: { group: string; key: string; sum: string | null }[];
  }>('consolidate', ...IN);
  const jobs = totals.totals.filter(({ key }) => key === JOBS);
  expect(jobs.map(({ group, sum }) => [group, sum])).toEqual([
    ['_T', '120'],
    ['VN12', '120'],
    ['VN51', null],
    ['VN34', null],
  ]);

  await VN12.run('import', '--release', 'B2', '--reason', 'Nhầm');
  expect(await sentWith('VN12-2')).toMatchObject({
    state: 'held-back',
    why: [{ code: 'set-other-province' }],
  });
  await VN12.run('withdraw', 'B2', '--reason', 'Của tỉnh khác');
  expect(await sentWith('VN12-3')).toMatchObject({ state: 'correction', why: [{ code: 'set-follows' }] });
});
