import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, it, onTestFinished } from 'vitest';
import { profiles } from '../../../core/exchange/profile.ts';
import { packageRoot } from '../../../generator/package-root.ts';
import { openStore } from '../../../generator/store/home.ts';
import { loadSeeds } from '../../workbook/seed-workbooks.ts';
import { fillWorkbook, save, typeInto } from '../commands/filled-workbooks.ts';
import { run, runAt } from '../commands/run.ts';

/** So many workbooks go the whole way; `CHITIEU_FULL=1` sends more. */
const RUNS = process.env.CHITIEU_FULL === '1' ? 30 : 3;
const ROOT = packageRoot();
const REPORTER = 'VN12.106';
const KEYS = [
  'new-jobs',
  'poor-households',
  'merit-people',
  'schools',
  'children-under-1',
  'rural-households',
];

/** Whole numbers, numbers with more digits than a cell shows, small and large ones, and the signs. */
const figure = fc.oneof(
  fc.integer({ min: 0, max: 10 ** 9 }),
  fc.integer({ min: -(10 ** 9), max: 10 ** 9 }).map((units) => units / 10_000),
  fc.double({ min: 0, max: 10 ** 15, noNaN: true }).map((value) => Number(value.toPrecision(15))),
  fc.constantFrom(0, 0.1 + 0.2, '-', '...', 'x'),
);
const typed = fc.record(Object.fromEntries(KEYS.map((key) => [key, figure])));

it(
  `figures and signs are the same from a workbook over CSV into the store and out again, ${RUNS} times`,
  { timeout: 1_200_000 },
  async () => {
    const { plans, catalogue } = await loadSeeds();
    const plan = plans.find(({ file }) => file.id === 'lai-chau-2021');
    if (!plan) throw new Error('There is no plan lai-chau-2021.');
    for (const figures of fc.sample(typed, RUNS)) {
      const folder = await mkdtemp(join(tmpdir(), 'chitieu-round-trip-'));
      onTestFinished(() => rm(folder, { recursive: true, force: true }));
      const filled = fillWorkbook(plan, catalogue, { reporter: REPORTER, round: '2023' });
      for (const [key, value] of Object.entries(figures))
        typeInto(filled, `${key}|_T`, ['2023', 'preliminary', 'value'], value);
      const workbook = await save(filled, folder);
      for (const profile of profiles)
        await run(ROOT, 'export', workbook, '--profile', profile, '--out', join(folder, profile));
      await runAt(folder, ROOT, 'init', 'ws', '--province', 'VN12', '--by', 'P');
      const states: unknown[] = [];
      // What comes first is kept, and the others have to say the same: CSV in either profile, then the workbook.
      for (const path of [...profiles.map((profile) => join(folder, profile)), workbook]) {
        const { out } = await runAt(join(folder, 'ws'), ROOT, 'import', '--json', path);
        const { files } = JSON.parse(out) as { files: { state: string; why: { code: string }[] }[] };
        states.push(...files.map(({ state, why }) => [state, ...why.map(({ code }) => code)].join(' ')));
      }
      expect(states).toEqual(['new', 'unchanged store-same-content', 'unchanged store-same-content']);
      const parquet = join(folder, 'parquet');
      await runAt(join(folder, 'ws'), ROOT, 'store', 'export', '--parquet', parquet);
      await runAt(folder, ROOT, 'init', 'ws2', '--province', 'VN12', '--by', 'P');
      await runAt(join(folder, 'ws2'), ROOT, 'store', 'import', '--parquet', parquet);
      const store = await openStore(join(folder, 'ws2', 'store'), '2024-01-20T08:00:00+07:00');
      const entries = await store.entries({ period: '2023' });
      await store.close();
      const back = KEYS.map((key) => {
        const entry = entries.find(
          ({ indicator, vintage }) => indicator === key && vintage === 'preliminary',
        );
        return [key, entry?.value === null ? entry.sign : Number(entry?.value)];
      });
      // No cell keeps more than 15 digits.
      const sent = KEYS.map((key) => {
        const value = figures[key];
        return [key, typeof value === 'number' ? Number(value.toPrecision(15)) : value];
      });
      expect(back).toEqual(sent);
      expect((await readdir(parquet)).sort()).toContain('manifest.json');
    }
  },
);
