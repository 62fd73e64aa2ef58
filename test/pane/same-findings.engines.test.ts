import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { FileBench } from '../../addin/page/file-bench.ts';
import { checkWorkbook } from '../../core/check/check-workbook.ts';
import type { CheckFinding } from '../../core/rules/rule.ts';
import { structureRules } from '../../core/check/structure/rules/index.ts';
import { valueRules } from '../../core/rules/value-rules.ts';
import { packageRoot } from '../../generator/package-root.ts';
import { describeWithEngine } from '../engines/availability.ts';
import * as libreoffice from '../engines/libreoffice.ts';
import { run } from '../generator/commands/run.ts';
import { foundInLines, idOf } from '../workbook/found-in-lines.ts';
import { openBench } from './excel-for-tests.ts';
import { reporters, sampleModel, wrongBytes } from './wrong-workbook.ts';

/**
 * Four voices on one file, as a spreadsheet program saved it: the command line, the page, the pane in Excel,
 * and the workbook's own sheet Kiểm tra.
 */
type Said = Pick<CheckFinding, 'code' | 'severity' | 'place' | 'key' | 'period' | 'found' | 'explanation'>;
const said = ({ code, severity, place, key, period, found, explanation }: Said): Said => ({
  ...{ code, severity, key, period, found, explanation },
  // The command line names the file too.
  place: {
    ...(place.sheet === undefined ? {} : { sheet: place.sheet }),
    ...(place.cell === undefined ? {} : { cell: place.cell }),
  },
});
const valueCodes = new Set(valueRules.map(({ code }) => code));
const fileCodes = new Set(structureRules.filter(({ needs }) => needs === 'file').map(({ code }) => code));

describeWithEngine('libreoffice', 'the same file', () => {
  let folder = '';
  let paths: string[] = [];
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'chitieu-same-'));
    const given: string[] = [];
    for (const [plan, reporter] of reporters) {
      const path = join(folder, `${plan}.xlsx`);
      await writeFile(path, await wrongBytes(await sampleModel(plan, reporter)));
      given.push(path);
    }
    paths = await libreoffice.recalculate(given, join(folder, 'saved'), { locale: 'vi-VN' });
  });
  afterAll(async () => {
    vi.unstubAllGlobals();
    await rm(folder, { recursive: true, force: true });
  });

  it.each(reporters.map(([plan], at) => [plan, at] as const))('of %s is judged alike', async (_, at) => {
    const path = paths[at] ?? '';
    const bytes = new Uint8Array(await readFile(path));

    const { out } = await run(packageRoot(), 'check', '--json', path);
    const [printed] = (JSON.parse(out) as { files: { findings: Said[]; gaps: { verdict: string }[] }[] })
      .files;
    const facts = await new FileBench(new File([bytes], 'sổ.xlsx')).read();
    const page = checkWorkbook(facts, { has: facts.has });
    const cells = await (await openBench(bytes)).bench.read();
    const pane = checkWorkbook(cells, { has: cells.has });

    const expected = page.report.findings.map(said);
    expect(expected.length).toBeGreaterThan(5);
    expect(printed?.findings.map(said)).toEqual(expected);
    expect(pane.report.findings.map(said)).toEqual(expected.filter(({ code }) => !fileCodes.has(code)));
    expect(foundInLines(facts).sort()).toEqual(
      expected
        .filter(({ code }) => valueCodes.has(code))
        .map(idOf)
        .sort(),
    );

    expect(pane.gaps).toEqual(page.gaps);
    expect(printed?.gaps.map(({ verdict }) => verdict)).toEqual(page.gaps.map(({ verdict }) => verdict));
  });
});
