import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeWorkbook, jobsOf } from '../../../generator/workbook/jobs.ts';
import { loadSeeds } from '../../workbook/seed-workbooks.ts';
import { packageRoot } from '../../../generator/package-root.ts';
import { build, launch } from '../built.ts';
import { runAt } from './run.ts';

/** Returns of which the first takes longest, so that its neighbours are ready before it. */
let folder = '';

beforeAll(async () => {
  build();
  folder = await mkdtemp(join(tmpdir(), 'chitieu-jobs-'));
  const { catalogue, plans } = await loadSeeds();
  const plan = plans.find(({ file }) => file.id === 'quang-ngai-2021');
  if (!plan) throw new Error('no plan');
  const jobs = jobsOf([plan], catalogue, {
    round: '2021',
    sample: true,
    unit: ['VN51', 'VN51.525', 'VN51.527'],
  });
  for (const [at, job] of jobs.entries())
    await writeFile(join(folder, `${at}.xlsx`), await makeWorkbook(job, catalogue));
  await writeFile(join(folder, '1b.xlsx'), 'not a workbook');
});
afterAll(() => rm(folder, { recursive: true, force: true }));

it.each([
  ['for people', '--lang', 'en'],
  ['for programs', '--json'],
])('several files at once say the same, in the same order: %s', async (_name, ...options) => {
  const checked = async (start: (...args: string[]) => Promise<ReturnType<typeof launch>>, jobs: string) => {
    const out = await mkdtemp(join(tmpdir(), 'chitieu-marked-'));
    const said = await start('check', '--jobs', jobs, ...options, '--out', out, folder);
    const copies: Record<string, string> = {};
    for (const name of (await readdir(out)).sort())
      copies[name] = (await readFile(join(out, name))).toString('base64');
    await rm(out, { recursive: true });
    return { ...said, out: said.out.replaceAll(out, 'OUT'), copies };
  };
  const together = await checked((...args) => Promise.resolve(launch(folder, ...args)), '3');
  expect(Object.keys(together.copies)).toEqual(['0.xlsx', '1.xlsx', '2.xlsx']);
  expect(together.out).toMatch(/0\.xlsx[^]*1\.xlsx[^]*1b\.xlsx[^]*2\.xlsx/u);
  expect(together.code).toBe(2);
  expect(together).toEqual(await checked((...args) => runAt(folder, packageRoot(), ...args), '1'));
});

it.each(['0', '65', '1.5'])('refuses %j as a number of files', async (jobs) => {
  const { code, out, err } = await runAt(folder, packageRoot(), 'check', '--jobs', jobs, '0.xlsx');
  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(err).toContain('từ 1 đến 64');
});
