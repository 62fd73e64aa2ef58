import { rename } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { conflictsText } from '../../../generator/sets/said.ts';
import { madeCountry, type Country } from './country.ts';

const JOBS = 'new-jobs|_T';
const IN = ['--round', '2023'];

interface Imported {
  files: { state: string; return: string | null; conflicts: string[]; why: { code: string }[] }[];
}

const storeOf = (folder: string) => join(folder, 'store');
/** The store of the machine that sends. */
const sender = () => join(country.folder, 'kho-gui');

let country: Country;
beforeAll(async () => {
  country = await madeCountry();
});
afterAll(() => country.gone());

it('holds back a set whose units have sent here themselves, and names those in conflict once it is let in', async () => {
  const { VN12: here } = country.provinces;
  await here.receive([
    { unit: 'VN12.105', figures: { [JOBS]: '120' } },
    { unit: 'VN12.106', figures: { [JOBS]: '30' } },
  ]);
  expect((await here.run('close', ...IN)).code).toBe(0);
  const set = join(country.folder, 'VN12.zip');
  expect((await here.run('store', 'export', '--parquet', set, ...IN)).code).toBe(0);
  // Another machine of the same office has returns of its own.
  await rename(storeOf(here.folder), sender());
  await here.receive([
    { unit: 'VN12.105', figures: { [JOBS]: '125' } },
    { unit: 'VN12.106', figures: { [JOBS]: '30' } },
  ]);

  const held = await here.run('import', set, ...IN);
  expect(held.code).toBe(1);
  expect(held.out).toContain('đã có 2 báo cáo nhận thẳng kỳ 2023');
  expect(held.out).toContain('--release B3');
  const { units: before } = await here.json<{ units: { unit: string; state: string }[] }>('status', ...IN);
  expect(before.find(({ unit }) => unit === 'VN12.105')?.state).toBe('accepted');

  const released = await here.run('import', '--release', 'B3', '--reason', 'Đối chiếu với tỉnh');
  expect(released.code).toBe(1);
  expect(released.out).toContain('1 đơn vị mâu thuẫn: Thành phố Lai Châu');
  expect(released.out).toContain('chitieu resolve --list');
  const { units: after } = await here.json<{ units: { unit: string; state: string }[] }>('status', ...IN);
  expect(after.filter(({ state }) => state === 'conflicting').map(({ unit }) => unit)).toEqual(['VN12.105']);
});

it('names them on the line of a set that goes on from it, and in the totals', async () => {
  const { VN12: here } = country.provinces;
  const own = join(country.folder, 'kho-nhan');
  await rename(storeOf(here.folder), own);
  await rename(sender(), storeOf(here.folder));
  await here.receive([
    { unit: 'VN12.106', figures: { [JOBS]: '35' }, said: { state: 'correction', corrects: 2 } },
  ]);
  const set = join(country.folder, 'VN12-2.zip');
  expect((await here.run('store', 'export', '--parquet', set, ...IN)).code).toBe(0);
  await rename(storeOf(here.folder), sender());
  await rename(own, storeOf(here.folder));

  const tried = await here.json<Imported>('import', set, ...IN, '--dry-run');
  expect(tried.files[0]).toMatchObject({ state: 'correction', conflicts: ['VN12.105', 'VN12.106'] });
  const { out, code } = await here.run('import', set, ...IN);
  expect(code).toBe(1);
  expect(out.match(/2 đơn vị mâu thuẫn: Thành phố Lai Châu, Huyện Tam Đường/gu)).toHaveLength(2);
  expect(out).toContain('chitieu resolve --list');
});

it('names at most five units in conflict and counts the others', () => {
  const units = ['1', '2', '3', '4', '5', '6', '7'];
  const said = conflictsText(units, (id) => `Xã ${id}`, 'vi');
  expect(said).toBe('7 đơn vị mâu thuẫn: Xã 1, Xã 2, Xã 3, Xã 4, Xã 5 và 2 đơn vị khác');
});
