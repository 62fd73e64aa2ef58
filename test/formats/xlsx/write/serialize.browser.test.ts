import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { pageConfig } from '../../../../addin/build/page-config.ts';
import type { WorkbookModel } from '../../../../core/sheet/model.ts';
import { DEFAULT_LIMITS } from '../../../../formats/limits.ts';
import { serialize } from '../../../../formats/xlsx/write/serialize.ts';
import { readZip } from '../../../../formats/zip/read.ts';
import { packageRoot } from '../../../../generator/package-root.ts';
import { jobsOf, modelOf } from '../../../../generator/workbook/jobs.ts';
import { type BuiltPage, buildAndServe } from '../../../addin/page/built-page.ts';
import { loadSeeds } from '../../../workbook/seed-workbooks.ts';

let folder = '';
let site: BuiltPage;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'chitieu-writer-'));
  const writer = join(packageRoot(), 'formats/xlsx/write/serialize.ts');
  await writeFile(
    join(folder, 'writer.js'),
    `import { serialize } from ${JSON.stringify(writer)};
    globalThis.written = async (json) => {
      const revived = JSON.parse(json, (_key, value) => (value?.pairs ? new Map(value.pairs) : value));
      return [...(await serialize(revived))];
    };`,
  );
  await writeFile(
    join(folder, 'index.html'),
    '<!doctype html><html><head><meta charset="utf-8"><script type="module" src="./writer.js"></script></head></html>',
  );
  // Built as the page is: one classic script under the page's security policy.
  site = await buildAndServe('page that writes workbooks', (root, outDir) => {
    const config = pageConfig(root, outDir);
    const input = { index: join(folder, 'index.html') };
    return {
      ...config,
      root: folder,
      publicDir: false,
      build: { ...config.build, rolldownOptions: { ...config.build?.rolldownOptions, input } },
    };
  });
});

afterAll(async () => {
  await site.close();
  await rm(folder, { recursive: true, force: true });
});

function asJson(model: WorkbookModel): string {
  return JSON.stringify(model, (_key, value: unknown) =>
    value instanceof Map ? { pairs: [...(value as Map<unknown, unknown>)] } : value,
  );
}

it('writes the parts that Node writes, in a page without network under its security policy', async () => {
  const { catalogue, plans } = await loadSeeds();
  const jobs = plans.flatMap((plan) => jobsOf([plan], catalogue, { sample: true, unit: ['VN12.BHXH'] }));
  const [job] = jobs;
  if (!job) throw new Error('no plan asks this department');
  const model = modelOf(job, catalogue);
  const { page, complaints, requests, context } = await site.openFromFolder();
  await page.waitForFunction('globalThis.written !== undefined');
  const bytes = await page.evaluate<number[]>(`globalThis.written(${JSON.stringify(asJson(model))})`);
  expect(complaints).toEqual([]);
  expect(requests.filter((url) => !url.startsWith('file:'))).toEqual([]);
  await context.close();

  const inPage = await readZip(Uint8Array.from(bytes), DEFAULT_LIMITS);
  const inNode = await readZip(await serialize(model), DEFAULT_LIMITS);
  expect([...inPage.keys()]).toEqual([...inNode.keys()]);
  const text = (data: Uint8Array | undefined) => new TextDecoder().decode(data);
  for (const [name, data] of inNode) expect(text(inPage.get(name)), name).toBe(text(data));
});
