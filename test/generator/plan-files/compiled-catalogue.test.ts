import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { packageRoot } from '../../../generator/package-root.ts';
import { COMPILED_CATALOGUE, compiledCatalogue } from '../../../generator/plan-files/compiled-catalogue.ts';
import { CATALOGUE_FILE, loadCatalogue, parseCatalogue } from '../../../generator/plan-files/load.ts';

const root = packageRoot();
const text = await readFile(join(root, CATALOGUE_FILE), 'utf8');
const other = await mkdtemp(join(tmpdir(), 'chitieu-compiled-'));
afterAll(() => rm(other, { recursive: true }));

it('the committed catalogue says what its text says', async () => {
  const compiled = await compiledCatalogue(root, text);
  expect(compiled).not.toBeNull();
  expect(compiled).toStrictEqual(parseCatalogue(text).value);
});

it('a text that was changed is read itself, and so is one whose compiled form is cut off', async () => {
  const compiled = await readFile(join(root, COMPILED_CATALOGUE), 'utf8');
  await mkdir(join(other, 'seeds/compiled'), { recursive: true });
  const changed = text.replace('Tỷ lệ hộ nghèo', 'Tỷ lệ hộ rất nghèo');
  for (const [yaml, json] of [
    [changed, compiled],
    [changed, ''],
    [text, compiled.slice(0, -10)],
  ] as const) {
    await writeFile(join(other, CATALOGUE_FILE), yaml);
    await writeFile(join(other, COMPILED_CATALOGUE), json);
    const { value } = await loadCatalogue(other);
    const names = [...(value?.indicators.values() ?? [])].map(({ name }) => name.vi);
    expect(names.some((name) => name.startsWith('Tỷ lệ hộ rất nghèo'))).toBe(yaml === changed);
    expect(names.length).toBeGreaterThan(100);
  }
});
