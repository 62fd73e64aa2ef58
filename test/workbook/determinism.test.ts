import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { jobsOf, makeWorkbook } from '../../generator/workbook/jobs.ts';
import { packageRoot } from '../../generator/package-root.ts';
import { loadSeeds } from './seed-workbooks.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'chitieu-same-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

function digest(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

it('gives the same bytes at another date', async () => {
  const { catalogue, plans } = await loadSeeds();
  const [plan] = plans;
  if (!plan) throw new Error('no plan');
  const [job] = jobsOf([plan], catalogue, { sample: true });
  if (!job) throw new Error('no job');
  const now = digest(await makeWorkbook(job, catalogue));
  vi.useFakeTimers({ now: new Date('2031-05-06T07:08:09Z'), toFake: ['Date'] });
  try {
    expect(digest(await makeWorkbook(job, catalogue))).toBe(now);
  } finally {
    vi.useRealTimers();
  }
});

it('gives the same bytes in other time zones and languages', async () => {
  const digests = new Map<string, string[]>();
  for (const [zone, language] of [
    ['UTC', 'C'],
    ['Asia/Ho_Chi_Minh', 'vi_VN.UTF-8'],
    ['America/St_Johns', 'de_DE.UTF-8'],
  ] as const) {
    const out = join(folder, language);
    execFileSync(
      process.execPath,
      [
        join(packageRoot(), 'generator/bin/chitieu.mjs'),
        'generate',
        'quang-ngai-2021',
        '--unit',
        'VN51',
        '--unit',
        'VN51.525',
        '--out',
        out,
      ],
      { env: { ...process.env, TZ: zone, LC_ALL: language, LANG: language } },
    );
    const names = (await readdir(out)).sort();
    digests.set(
      language,
      await Promise.all(names.map(async (name) => `${name} ${digest(await readFile(join(out, name)))}`)),
    );
  }
  const [first, ...others] = [...digests.values()];
  expect(first).toHaveLength(2);
  for (const other of others) expect(other).toEqual(first);
});
