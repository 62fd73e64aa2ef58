import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { targetKinds } from '../../core/plan/schema.ts';
import { describeWithEngine } from '../engines/availability.ts';
import * as gnumeric from '../engines/gnumeric.ts';
import * as libreoffice from '../engines/libreoffice.ts';
import { compareWithModel } from './agreement.ts';
import { writeSeedWorkbooks, type SeedWorkbook } from './seed-workbooks.ts';

/**
 * The engines are the referees between core's functions and the formulas written beside them: every
 * workbook of the five plans, blank and with sample figures, in the first round and in later ones, yearly and
 * shorter.
 */
let folder = '';
let workbooks: SeedWorkbook[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'chitieu-agree-'));
  const blank = await writeSeedWorkbooks(join(folder, 'blank'), {});
  const sample = await writeSeedWorkbooks(join(folder, 'sample'), { sample: true });
  const middle = await writeSeedWorkbooks(join(folder, 'middle'), {
    sample: true,
    round: (plan) => String(plan.file.period.from + 2),
    choose: ({ reporter }) => reporter.level === 'province',
  });
  const last = await writeSeedWorkbooks(join(folder, 'last'), {
    sample: true,
    round: (plan) => String(plan.file.period.to),
    choose: ({ reporter }) => reporter.level === 'province',
  });
  const half = await writeSeedWorkbooks(join(folder, 'half'), {
    sample: true,
    round: (plan) => `${plan.file.period.from + 2}-S1`,
    choose: ({ reporter }) => reporter.level === 'province',
  });
  const quarter = await writeSeedWorkbooks(join(folder, 'quarter'), {
    sample: true,
    round: (plan) => `${plan.file.period.from}-Q4`,
    choose: ({ reporter }) => reporter.level !== 'district',
  });
  workbooks = [...blank, ...sample, ...middle, ...last, ...half, ...quarter];
}, 300_000);

afterAll(() => rm(folder, { recursive: true, force: true }));

async function expectAgreement(recalculated: string[], engine: string): Promise<void> {
  const numbers = new Map<string, number>();
  const differences: string[] = [];
  let texts = 0;
  for (const [at, workbook] of workbooks.entries()) {
    const agreement = await compareWithModel(recalculated[at] ?? '', workbook.model);
    differences.push(...agreement.differences.map((line) => `${workbook.job.name} ${line}`));
    for (const [tag, count] of agreement.numbers) numbers.set(tag, (numbers.get(tag) ?? 0) + count);
    for (const count of agreement.texts.values()) texts += count;
  }
  const perKind = targetKinds.map((kind) => {
    const sum = [...numbers].reduce(
      (total, [tag, count]) => (tag.startsWith(`${kind}.`) ? total + count : total),
      0,
    );
    return [kind, sum] as const;
  });
  const listed = [...numbers].sort().map(([tag, count]) => `${tag} ${count}`);
  console.log(
    `${engine}: ${workbooks.length} workbooks; numeric results compared: ${listed.join(', ')}; texts ${texts}`,
  );
  expect(differences.slice(0, 20)).toEqual([]);
  for (const [kind, count] of perKind) expect(count, `numeric results of kind ${kind}`).toBeGreaterThan(0);
}

describeWithEngine('libreoffice', 'LibreOffice gives every formula the result core gave it', () => {
  it.each(['en-US', 'vi-VN'] as const)('in %s', { timeout: 900_000 }, async (locale) => {
    // One batch per folder: base names repeat between them.
    const results = new Map<string, string>();
    for (const part of ['blank', 'sample', 'middle', 'last', 'half', 'quarter']) {
      const files = workbooks
        .filter(({ path }) => path.startsWith(join(folder, part)))
        .map(({ path }) => path);
      const out = join(folder, `lo-${locale}`, part);
      const written = await libreoffice.recalculate(files, out, { locale });
      files.forEach((file, at) => results.set(file, written[at] ?? ''));
    }
    await expectAgreement(
      workbooks.map(({ path }) => results.get(path) ?? ''),
      `LibreOffice ${locale}`,
    );
  });
});

describeWithEngine('gnumeric', 'Gnumeric gives every formula the result core gave it', () => {
  it('in its own locale', { timeout: 900_000 }, async () => {
    const results: string[] = [];
    for (const { path } of workbooks) {
      results.push(await gnumeric.recalculate(path, join(folder, `gn-${results.length}-${basename(path)}`)));
    }
    await expectAgreement(results, 'Gnumeric');
  });
});
