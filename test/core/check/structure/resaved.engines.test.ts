import { readFile } from 'node:fs/promises';
import { beforeAll, describe, expect, it } from 'vitest';
import { checkStructure } from '../../../../core/check/structure/check-structure.ts';
import type { WorkbookModel } from '../../../../core/sheet/model.ts';
import { readFacts } from '../../../../formats/xlsx/facts.ts';
import { serialize } from '../../../../formats/xlsx/write/serialize.ts';
import { describeWithEngine } from '../../../engines/availability.ts';
import { resaved, type Saver } from '../../../engines/resaved.ts';
import { rebuilt, seedModel } from './models.ts';

const workbooks: { bytes: Uint8Array; expected: WorkbookModel }[] = [];

beforeAll(async () => {
  for (const [plan, reporter] of [
    ['quang-ngai-2021', 'VN51'],
    ['lai-chau-2012', 'VN12'],
  ] as const) {
    const { model } = await seedModel(plan, reporter);
    workbooks.push({ bytes: await serialize(model), expected: rebuilt(model) });
  }
});

/** What is found in a file, and how many formulas were looked at. */
async function check(bytes: Uint8Array, expected: WorkbookModel) {
  const facts = await readFacts(bytes);
  const { findings, rules } = checkStructure(expected, facts, { recomputed: expected });
  const passed = (code: string) => rules.find((rule) => rule.code === code)?.passed ?? 0;
  return { findings, formulas: passed('formula-altered'), results: passed('result-stale') };
}

async function expectNothing(bytes: Uint8Array, expected: WorkbookModel) {
  const { findings, formulas, results } = await check(bytes, expected);
  expect(findings).toEqual([]);
  expect(formulas).toBeGreaterThan(500);
  expect(results).toBe(formulas);
}

describe('a workbook as it is written', () => {
  it('has no finding', async () => {
    for (const { bytes, expected } of workbooks) await expectNothing(bytes, expected);
  });
});

/** What the programs compute in either locale is compared with core's results in test/workbook. */
async function expectNothingSavedBy(saver: Saver) {
  const saved = await resaved(
    workbooks.map(({ bytes }) => bytes),
    saver,
  );
  for (const [at, { expected }] of workbooks.entries()) {
    await expectNothing(new Uint8Array(await readFile(saved[at] ?? '')), expected);
  }
}

describeWithEngine('libreoffice', 'a workbook re-saved by LibreOffice', () => {
  it('has no finding', { timeout: 300_000 }, () => expectNothingSavedBy('libreoffice vi-VN'));
});

describeWithEngine('gnumeric', 'a workbook re-saved by Gnumeric', () => {
  it('has no finding', { timeout: 300_000 }, () => expectNothingSavedBy('gnumeric'));
});
