import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it, onTestFinished } from 'vitest';
import { packageRoot } from '../../../generator/package-root.ts';
import { describeWithEngine, requireEngine } from '../../engines/availability.ts';
import { runProcess } from '../../engines/process.ts';
import { loadSeeds } from '../../workbook/seed-workbooks.ts';
import { fillWorkbook, save } from './filled-workbooks.ts';
import { run } from './run.ts';

const READER = fileURLToPath(new URL('./read-systems.py', import.meta.url));

describeWithEngine('openpyxl', 'files for other systems, read by another program', () => {
  it.each([
    ['lai-chau-2021', 'VN12.106', '2022'],
    ['thai-binh-2013', 'VN34', '2014-S1'],
  ])('say the figures of the workbook, each once: %s %s %s', async (id, reporter, round) => {
    const folder = await mkdtemp(join(tmpdir(), 'chitieu-systems-'));
    onTestFinished(() => rm(folder, { recursive: true, force: true }));
    const { catalogue, plans } = await loadSeeds();
    const plan = plans.find(({ file }) => file.id === id);
    if (!plan) throw new Error(`${id} does not load.`);
    const path = await save(fillWorkbook(plan, catalogue, { reporter, round }), folder, 'So.xlsx');
    const exported = await run(
      packageRoot(),
      'export',
      path,
      '--sdmx',
      '--dhis2',
      '--force',
      '--out',
      folder,
    );
    expect(exported.code).toBe(0);
    const name = `${id}_${reporter}_${round}`;
    const files = ['sdmx.csv', 'sdmx.structure.json', 'dhis2.csv'].map((end) =>
      join(folder, `${name}.${end}`),
    );
    const { stdout } = await runProcess(requireEngine('openpyxl'), [READER, path, ...files], {
      timeoutMilliseconds: 60_000,
    });
    const read = JSON.parse(stdout) as Record<'workbook' | 'sdmx' | 'dhis2' | 'leftOut', number> & {
      differences: string[];
    };
    expect(read.differences).toEqual([]);
    expect(read.workbook).toBeGreaterThan(20);
    expect([read.sdmx, read.dhis2 + read.leftOut]).toEqual([read.workbook, read.workbook]);
  });
});
