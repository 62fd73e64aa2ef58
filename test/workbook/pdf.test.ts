import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { serialize } from '../../generator/workbook/serialize.ts';
import { verdicts } from '../../core/target/verdict.ts';
import { describeWithEngine, requireEngine } from '../engines/availability.ts';
import { toPdf } from '../engines/libreoffice.ts';
import { writeSeedWorkbooks, type SeedWorkbook } from './seed-workbooks.ts';

let folder = '';
let workbooks: SeedWorkbook[] = [];
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'chitieu-pdf-'));
  workbooks = await writeSeedWorkbooks(join(folder, 'xlsx'), {
    sample: true,
    round: (plan) => String(plan.file.period.from + 2),
    choose: ({ reporter }) => reporter.level === 'province',
  });
});
afterAll(() => rm(folder, { recursive: true, force: true }));

function textOf(pdf: string): string {
  return execFileSync(requireEngine('poppler'), ['-layout', pdf, '-'], {
    encoding: 'utf8',
    maxBuffer: 1 << 26,
  });
}

/** The workbook without its hidden columns: LibreOffice writes clipped, invisible "###" for their numbers. */
async function writeVisible({ model, job }: SeedWorkbook): Promise<string> {
  const sheets = model.sheets.map((sheet) => ({
    ...sheet,
    cells: new Map([...sheet.cells].filter(([, { column }]) => !sheet.columns[column - 1]?.hidden)),
  }));
  const path = join(folder, 'visible', job.name);
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, await serialize({ ...model, sheets }));
  return path;
}

function sizesOf(pdf: string): string[] {
  const info = execFileSync(
    join(dirname(requireEngine('poppler')), 'pdfinfo'),
    ['-f', '1', '-l', '999', pdf],
    { encoding: 'utf8' },
  );
  return [...info.matchAll(/Page\s+\d+ size:\s+([\d.]+) x ([\d.]+)/gu)].map(
    ([, width, height]) => `${Math.round(Number(width))}x${Math.round(Number(height))}`,
  );
}

describeWithEngine('libreoffice', 'printed to PDF', () => {
  it('fits A4 landscape, shows every number and says it is a sample', { timeout: 300_000 }, async () => {
    const pdfs = await toPdf(await Promise.all(workbooks.map(writeVisible)), join(folder, 'pdf'));
    for (const [at, { job, model }] of workbooks.entries()) {
      const pdf = pdfs[at] ?? '';
      const text = textOf(pdf).normalize('NFC');
      // A column too narrow for its number prints as "###".
      expect(text, job.name).not.toContain('###');
      expect(new Set(sizesOf(pdf))).toEqual(new Set(['842x595']));
      const visible = model.sheets.filter(({ state }) => state === 'visible').length;
      const pages = text.split('\f').filter((page) => page.trim() !== '');
      expect(pages.length).toBeGreaterThanOrEqual(visible);
      expect(text.match(/SỐ LIỆU MẪU/gu)?.length).toBe(visible);
      for (const word of [verdicts.met.vi, verdicts.notMet.vi, verdicts.notDue.vi])
        expect(text).toContain(word);
      expect(text).toContain(`Trang ${pages.length}/${pages.length}`);
    }
  });
});
