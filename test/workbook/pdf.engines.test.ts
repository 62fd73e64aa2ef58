import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { WorkbookModel } from '../../core/sheet/model.ts';
import { serialize } from '../../formats/xlsx/write/serialize.ts';
import { verdicts } from '../../core/target/verdict.ts';
import { describeWithEngine, requireEngine } from '../engines/availability.ts';
import { toPdf } from '../engines/libreoffice.ts';
import { jobsOf, makeWorkbook, togetherJobs } from '../../generator/workbook/jobs.ts';
import { loadSeeds, writeSeedWorkbooks, type SeedWorkbook } from './seed-workbooks.ts';

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

/** Height of the letters of a word on the first page that a sheet is printed on, in points. */
function sizeOf(pdf: string, sheet: string, word: string): number {
  const texts = textOf(pdf).normalize('NFC').split('\f');
  const page = String(1 + texts.findIndex((text) => isPageOf(text, sheet)));
  const boxes = execFileSync(requireEngine('poppler'), ['-bbox', '-f', page, '-l', page, pdf, '-'], {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  const found = new RegExp(`yMin="([\\d.]+)" xMax="[\\d.]+" yMax="([\\d.]+)">${word}<`, 'u').exec(boxes);
  if (!found) throw new Error(`${word} is not printed.`);
  return Number(found[2]) - Number(found[1]);
}

/** Rows of figures on the form of a model. */
function modelRows(model: WorkbookModel | undefined): number {
  const sheet = model?.sheets.find(({ name }) => name === 'Nhập liệu');
  const keys = [...(sheet?.cells.values() ?? [])].filter(({ row, column }) => column === 1 && row > 1);
  return keys.length;
}

/** Texts of the pages that a sheet is printed on, by the foot of the page. */
function pagesOf(pdf: string, sheet: string): string[] {
  return textOf(pdf)
    .normalize('NFC')
    .split('\f')
    .filter((page) => isPageOf(page, sheet));
}

function isPageOf(text: string, sheet: string): boolean {
  return new RegExp(`– ${sheet} {2,}.*Trang \\d`, 'u').test(text);
}

describeWithEngine('libreoffice', 'the printed form', () => {
  const UNIT = 'VN12';
  let pdfs = new Map<string, string>();
  beforeAll(async () => {
    const { catalogue, plans } = await loadSeeds();
    const planOf = (id: string) => {
      const plan = plans.find(({ file }) => file.id === id);
      if (!plan) throw new Error(`no plan ${id}`);
      return plan;
    };
    const early = planOf('lai-chau-2012');
    // The later plan has domains that take more than a page.
    const printedOf = {
      2012: early,
      2015: early,
      2020: early,
      '2015-S1': early,
      2026: planOf('lai-chau-2024'),
    };
    const rounds = Object.keys(printedOf);
    const paths: string[] = [];
    await mkdir(join(folder, 'form'), { recursive: true });
    for (const [round, plan] of Object.entries(printedOf)) {
      const [job] = jobsOf([plan], catalogue, { round, unit: [UNIT], sample: true });
      if (!job) throw new Error(round);
      const path = join(folder, 'form', job.name);
      await writeFile(path, await makeWorkbook(job, catalogue));
      paths.push(path);
    }
    const printed = await toPdf(paths, join(folder, 'form-pdf'));
    pdfs = new Map(rounds.map((round, at) => [round, printed[at] ?? '']));
  }, 300_000);

  it('has letters of one size, however many years the plan has run', () => {
    const sizeIn = (round: string) => sizeOf(pdfs.get(round) ?? '', 'Nhập liệu', 'Lý');
    const first = sizeIn('2012');
    // Letters of 10 points are printed at 8 or more: their boxes are a little higher.
    expect(first).toBeGreaterThan(8.8);
    expect(sizeIn('2015')).toBeGreaterThan(first * 0.99);
    expect(sizeIn('2020')).toBeGreaterThan(first * 0.99);
    expect(sizeIn('2015-S1')).toBeGreaterThan(first * 0.99);
  });

  it('prints last year and the round, the years before stay on the screen', () => {
    const text = pagesOf(pdfs.get('2020') ?? '', 'Nhập liệu')[0] ?? '';
    expect(text).toContain('2019');
    expect(text).not.toContain('2018');
  });

  it('never leaves the signatures alone on a page', { timeout: 300_000 }, async () => {
    // Tables of many lengths: without page breaks of ours, some would end right above the signatures.
    const forms = await writeSeedWorkbooks(join(folder, 'lengths'), {
      choose: ({ reporter, unit }) => reporter.level !== 'district' && unit.id !== 'VN34',
    });
    const printed = await toPdf(
      forms.map(({ path }) => path),
      join(folder, 'lengths-pdf'),
    );
    for (const [at, { job }] of forms.entries()) {
      const pages = pagesOf(printed[at] ?? '', 'Nhập liệu');
      const last = pages.at(-1) ?? '';
      for (const words of ['Mã kiểm tra', 'Số phải báo cáo', '(Ký, đóng dấu, họ tên)'])
        expect(last, `${job.name} ${words}`).toContain(words);
      // Rows of figures stand above them: their number, their name.
      const above = last.split('Số phải báo cáo')[0] ?? '';
      expect(above.match(/^ *\d+(?:\.\d)? +\S/gmu)?.length ?? 0, job.name).toBeGreaterThanOrEqual(
        Math.min(2, modelRows(forms[at]?.model)),
      );
    }
  });

  it('fits a cover of two plans on its page', async () => {
    const { catalogue, plans } = await loadSeeds();
    const [job] = togetherJobs(plans, catalogue, { round: '2025', unit: [UNIT], sample: true });
    if (!job) throw new Error('no workbook');
    const path = join(folder, job.name);
    await writeFile(path, await makeWorkbook(job, catalogue));
    const [pdf = ''] = await toPdf([path], join(folder, 'together-pdf'));
    expect(pagesOf(pdf, 'Bìa')).toHaveLength(1);
  });

  it('keeps the rows of an indicator on one page', () => {
    const pages = pagesOf(pdfs.get('2026') ?? '', 'Y tế');
    expect(pages.length).toBeGreaterThan(1);
    // A block ends with the verdict: the last row of every page is one.
    for (const page of pages) {
      const labels = [
        ...page.matchAll(
          /Giá trị phải đạt|Lộ trình tham chiếu|Thực hiện|So với lộ trình|Cần tăng|Đánh giá/gu,
        ),
      ];
      expect(labels.at(-1)?.[0]).toBe('Đánh giá');
    }
  });

  it('wraps the line that says whose workbook it is', async () => {
    const [form] = await writeSeedWorkbooks(join(folder, 'line'), {
      round: (plan) => `${plan.file.period.from}-S1`,
      choose: ({ name }) => name.startsWith('lai-chau-2021_VN12.BHXH'),
    });
    const [pdf] = await toPdf([form?.path ?? ''], join(folder, 'line-pdf'));
    const [page = ''] = pagesOf(pdf ?? '', 'Nhập liệu');
    const [head = ''] = page.split('Chỉ tiêu');
    const folded = head.replaceAll(/\s+/gu, ' ');
    expect(folded).toContain('Tỉnh Lai Châu – kỳ báo cáo 6 tháng đầu năm 2021 – Kèm theo Kế hoạch');
    expect(folded).toContain('ngày 05/11/2020 của Bộ Chính trị');
  });
});

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
