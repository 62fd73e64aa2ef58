import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { WorkbookModel } from '../../core/sheet/model.ts';
import { serialize } from '../../formats/xlsx/write/serialize.ts';
import { describeWithEngine } from '../engines/availability.ts';
import * as gnumeric from '../engines/gnumeric.ts';
import * as libreoffice from '../engines/libreoffice.ts';
import { compareWithModel } from './agreement.ts';
import { assignedWorkbooks } from './assigned-workbooks.ts';

let folder = '';
const made: { name: string; model: WorkbookModel; path: string }[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'chitieu-assigned-'));
  for (const { name, model } of await assignedWorkbooks()) {
    const path = join(folder, name);
    await writeFile(path, await serialize(model));
    made.push({ name, model, path });
  }
});

afterAll(() => rm(folder, { recursive: true, force: true }));

async function expectSame(results: string[]): Promise<void> {
  const differences: string[] = [];
  for (const [at, { name, model }] of made.entries()) {
    differences.push(
      ...(await compareWithModel(results[at] ?? '', model)).differences.map((line) => `${name} ${line}`),
    );
  }
  expect(differences.slice(0, 10)).toEqual([]);
}

describeWithEngine('libreoffice', 'assigned values in LibreOffice', () => {
  it('give every formula the result core gave it', { timeout: 300_000 }, async () => {
    expect(made.length).toBe(10);
    await expectSame(
      await libreoffice.recalculate(
        made.map(({ path }) => path),
        join(folder, 'lo'),
      ),
    );
  });
});

describeWithEngine('gnumeric', 'assigned values in Gnumeric', () => {
  it('give every formula the result core gave it', { timeout: 300_000 }, async () => {
    const results: string[] = [];
    for (const { path, name } of made)
      results.push(await gnumeric.recalculate(path, join(folder, `gn-${name}`)));
    await expectSame(results);
  });
});
