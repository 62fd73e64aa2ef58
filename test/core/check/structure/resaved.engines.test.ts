import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkStructure } from '../../../../core/check/structure/check-structure.ts';
import type { WorkbookModel } from '../../../../core/sheet/model.ts';
import { readFacts } from '../../../../formats/xlsx/facts.ts';
import { serialize } from '../../../../formats/xlsx/write/serialize.ts';
import { describeWithEngine } from '../../../engines/availability.ts';
import * as gnumeric from '../../../engines/gnumeric.ts';
import * as libreoffice from '../../../engines/libreoffice.ts';
import { rebuilt, seedModel } from './models.ts';

let folder = '';
const workbooks: { path: string; expected: WorkbookModel }[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'chitieu-structure-'));
  for (const [plan, reporter] of [
    ['quang-ngai-2021', 'VN51'],
    ['lai-chau-2012', 'VN12'],
  ] as const) {
    const { model } = await seedModel(plan, reporter);
    const path = join(folder, `${plan}.xlsx`);
    await writeFile(path, await serialize(model));
    workbooks.push({ path, expected: rebuilt(model) });
  }
});

afterAll(() => rm(folder, { recursive: true, force: true }));

/** What is found in a file, and how many formulas were looked at. */
async function check(path: string, expected: WorkbookModel) {
  const facts = await readFacts(await readFile(path));
  const { findings, rules } = checkStructure(expected, facts, { recomputed: expected });
  const passed = (code: string) => rules.find((rule) => rule.code === code)?.passed ?? 0;
  return { findings, formulas: passed('formula-altered'), results: passed('result-stale') };
}

async function expectNothing(path: string, expected: WorkbookModel) {
  const { findings, formulas, results } = await check(path, expected);
  expect(findings).toEqual([]);
  expect(formulas).toBeGreaterThan(500);
  expect(results).toBe(formulas);
}

describe('a workbook as it is written', () => {
  it('has no finding', async () => {
    for (const { path, expected } of workbooks) await expectNothing(path, expected);
  });
});

describeWithEngine('libreoffice', 'a workbook re-saved by LibreOffice', () => {
  it.each(['en-US', 'vi-VN'] as const)('has no finding in %s', { timeout: 300_000 }, async (locale) => {
    const paths = workbooks.map(({ path }) => path);
    const saved = await libreoffice.recalculate(paths, join(folder, locale), { locale });
    for (const [at, { expected }] of workbooks.entries()) await expectNothing(saved[at] ?? '', expected);
  });
});

describeWithEngine('gnumeric', 'a workbook re-saved by Gnumeric', () => {
  it('has no finding', { timeout: 300_000 }, async () => {
    for (const [at, { path, expected }] of workbooks.entries()) {
      await expectNothing(await gnumeric.recalculate(path, join(folder, `gnumeric-${at}.xlsx`)), expected);
    }
  });
});
