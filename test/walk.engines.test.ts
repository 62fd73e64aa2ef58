import { execFileSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { typedFigures } from '../core/returned/typed-figures.ts';
import { verdicts } from '../core/target/verdict.ts';
import { buildWorkbook } from '../core/template/build.ts';
import { sheetNames } from '../core/workbook/contract.ts';
import { parseRowKey } from '../core/observation/key.ts';
import { checksum, checksumPart } from '../core/template/form/checksum.ts';
import { exchangeContext } from '../generator/exchange-files/context.ts';
import { loadPlannerFiles } from '../generator/exchange-files/planner-files.ts';
import { packageRoot } from '../generator/package-root.ts';
import { jobsOf, requestOf } from '../generator/workbook/jobs.ts';
import { describeWithEngine, requireEngine } from './engines/availability.ts';
import * as libreoffice from './engines/libreoffice.ts';
import { fillGrid } from './generator/commands/assign-fill.ts';
import { run } from './generator/commands/run.ts';
import { compareWithModel } from './workbook/agreement.ts';
import { figuresAlone } from './workbook/figures-alone.ts';
import { loadSeeds } from './workbook/seed-workbooks.ts';
import {
  ASSIGNED,
  BASELINES,
  DECISION,
  DEPARTMENT,
  DISTRICT,
  FIGURES,
  PLAN,
  PROVINCE,
  TYPED,
  VERDICTS,
  YEAR,
} from './walk/round.ts';
import {
  expectedOf,
  fill,
  footNumber,
  formRows,
  open,
  returned,
  sheetOf,
  sheetsOf,
  unitOf,
} from './walk/workbooks.ts';

/**
 * The job from end to end: a planner enters baselines, assigns targets and makes the workbooks; an officer
 * of a district and one of a department fill them in, print them and send them back.
 */

const root = packageRoot();
let folder = '';
const at = (name: string) => join(folder, name);
const workbook = (reporter: string) => at(`${PLAN}_${reporter}_${YEAR}.xlsx`);
const paths = () => ({
  assignments: at('assignments.csv'),
  baselines: at('baselines.csv'),
  figures: at('figures.csv'),
});
const said: Record<'grid' | 'read' | 'check' | 'generate', { code: number; out: string; err: string }> = {
  grid: { code: -1, out: '', err: '' },
  read: { code: -1, out: '', err: '' },
  check: { code: -1, out: '', err: '' },
  generate: { code: -1, out: '', err: '' },
};
function generate(): Promise<{ code: number; out: string; err: string }> {
  const { assignments, baselines, figures } = paths();
  const units = [PROVINCE, DISTRICT, DEPARTMENT].flatMap((unit) => ['--unit', unit]);
  const files = ['--assignments', assignments, '--baselines', baselines, '--figures', figures];
  return run(root, 'generate', PLAN, '--round', String(YEAR), ...units, ...files, '--out', folder);
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'chitieu-walk-'));
  const { assignments, baselines, figures } = paths();
  await writeFile(baselines, BASELINES);
  await writeFile(figures, FIGURES);
  const grid = at('grid.xlsx');
  const asked = ['--year', String(YEAR), '--figures', figures, '--out', grid];
  said.grid = await run(root, 'assign', 'grid', PLAN, ...asked);
  await fillGrid(grid, {
    decision: DECISION,
    decisionDate: '15/12/2022',
    validFrom: '01/01/2023',
    values: ASSIGNED,
  });
  said.read = await run(root, 'assign', 'read', grid, '--out', assignments);
  said.check = await run(root, 'assign', 'check', assignments, PLAN, '--figures', figures);
  said.generate = await generate();
  for (const [reporter, typed] of Object.entries(TYPED)) await fill(workbook(reporter), typed);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('the planner', () => {
  it('fills the grid once and gets an assignments file in which the sums are right', async () => {
    expect(said.grid).toMatchObject({ code: 0, err: '' });
    expect(said.read).toMatchObject({ code: 0, err: '' });
    const count = Object.values(ASSIGNED).flatMap((units) => Object.keys(units)).length;
    expect(said.read.out).toContain(`${count} số giao mới`);
    const lines = (await readFile(at('assignments.csv'), 'utf8')).trim().split('\n');
    expect(lines).toHaveLength(1 + count);
    expect(lines).toContain(
      `${DISTRICT},communes-with-doctor,,${YEAR},above,90,${DECISION},2022-12-15,2023-01-01,,`,
    );
    // 9 000 jobs are shared out, the weighted mean of the poverty cuts is the plan's 3 points.
    expect(said.check.code).toBe(0);
    expect(said.check.out).toMatch(/^0 lỗi, 0 cảnh báo, \d+ thông tin$/mu);
  });

  it('gets the three workbooks and hears how much each reporter owes', () => {
    expect(said.generate).toMatchObject({ code: 0, err: '' });
    expect(said.generate.out).toContain('Đã tạo 3 sổ');
    expect(said.generate.out).toMatch(/_VN12\.106_2023\.xlsx: 19 chỉ tiêu; \d\d ô nhập liệu/u);
    expect(said.generate.out).toMatch(/_VN12\.SLDTBXH_2023\.xlsx: 9 chỉ tiêu; \d\d ô nhập liệu/u);
  });

  it('finds baselines in the workbooks of the province and of the department', async () => {
    for (const reporter of [PROVINCE, DEPARTMENT]) {
      const { baselines } = await returned(workbook(reporter));
      expect(baselines).toContainEqual({
        indicator: 'poverty-rate',
        stratum: 'poor-districts',
        year: 2020,
        value: 41.5,
        source: 'Kết quả rà soát năm 2020',
      });
      const whole = baselines.find((one) => one.indicator === 'poverty-rate' && one.stratum === null);
      expect(whole?.value).toBeCloseTo((100 * 32_000) / 97_000, 9);
    }
  });
});

describe('the officers', () => {
  it.each([PROVINCE, DISTRICT, DEPARTMENT])('%s: no figure is asked for in two cells', async (reporter) => {
    const keys = (await open(workbook(reporter))).cells.map(({ key }) => key);
    expect(keys.length).toBeGreaterThan(50);
    expect(keys.filter((key) => key === null)).toEqual([]);
    expect(keys.filter((key, place) => keys.indexOf(key) !== place)).toEqual([]);
  });

  it.each(Object.keys(TYPED))('%s: what was typed is read back, with unit and reporter', async (reporter) => {
    const { unit, observations, ownVerdicts, ...read } = await returned(workbook(reporter));
    expect({ unit, reporter: read.reporter, round: read.round, sample: read.sample }).toEqual({
      unit: unitOf(reporter),
      reporter,
      round: String(YEAR),
      sample: false,
    });
    expect(figuresAlone(observations)).toEqual(expectedOf(reporter));
    expect(ownVerdicts).toEqual(
      Object.entries(TYPED[reporter]?.own ?? {}).map(([series, own]) => ({
        series,
        period: String(YEAR),
        ...own,
      })),
    );
  });

  it('lose nothing when the planner generates again', async () => {
    const filled = await Promise.all(Object.keys(TYPED).map((reporter) => readFile(workbook(reporter))));
    const { code, out, err } = await generate();
    expect(code).toBe(2);
    for (const [place, reporter] of Object.keys(TYPED).entries()) {
      expect(err).toContain(basename(workbook(reporter)));
      expect(await readFile(workbook(reporter))).toEqual(filled[place]);
    }
    // Nobody touched the province's.
    expect(err).not.toContain(basename(workbook(PROVINCE)));
    expect(out).toContain('1 sổ đã có, không đổi');
  });
});

describeWithEngine('libreoffice', 'the filled workbooks in LibreOffice', () => {
  const recalculated = new Map<string, string>();
  beforeAll(async () => {
    const reporters = Object.keys(TYPED);
    const results = await libreoffice.recalculate(reporters.map(workbook), at('recalculated'), {
      locale: 'vi-VN',
    });
    reporters.forEach((reporter, place) => recalculated.set(reporter, results[place] ?? ''));
  });

  it.each(Object.keys(TYPED))('%s: everything typed survives', async (reporter) => {
    const again = await returned(recalculated.get(reporter) ?? '');
    const before = await returned(workbook(reporter));
    expect(figuresAlone(again.observations)).toEqual(expectedOf(reporter));
    expect(again.remarks).toEqual(before.remarks);
    expect(again.ownVerdicts).toEqual(before.ownVerdicts);
  });

  it.each(Object.keys(TYPED))('%s: counter and check number are what core makes them', async (reporter) => {
    const { catalogue } = await loadSeeds();
    const sheets = await sheetsOf(recalculated.get(reporter) ?? '');
    const figures = new Map(
      expectedOf(reporter)
        .filter(({ period }) => period === String(YEAR))
        .map(({ indicator, stratum, figure }) => [`${indicator}|${stratum ?? '_T'}`, figure]),
    );
    const figureOf = (key: string) => figures.get(key) ?? null;
    const cover = sheetOf(sheets, sheetNames.cover);
    const inputs = [sheetNames.entry, sheetNames.background];
    // One number, on the form, over the figures of both sheets.
    const parts = inputs.flatMap((name) =>
      formRows(sheetOf(sheets, name)).map(({ key }) => {
        const indicator = catalogue.indicators.get(parseRowKey(key)?.indicator ?? '');
        return checksumPart(figureOf(key), key, indicator?.decimals ?? 2);
      }),
    );
    expect(footNumber(sheetOf(sheets, sheetNames.entry), 'Mã kiểm tra')).toBe(checksum(parts));
    expect(checksum(parts)).toBeGreaterThan(0);
    const rows = formRows(sheetOf(sheets, sheetNames.entry));
    // A share counts once, with the number before the dot.
    const owed = [...new Set(rows.map(({ number }) => number.split('.')[0]))];
    const left = owed.filter(
      (number) => !rows.some((row) => row.number.split('.')[0] === number && figureOf(row.key) !== null),
    ).length;
    // The one figure the district left blank; the same number wherever it stands.
    expect(left).toBe(reporter === DISTRICT ? 1 : 0);
    expect(footNumber(cover, 'Số của kỳ')).toBe(left);
    for (const name of inputs) {
      expect(footNumber(sheetOf(sheets, name), 'Số còn phải nhập')).toBe(left);
      expect(footNumber(sheetOf(sheets, name), 'Số phải báo cáo')).toBe(owed.length);
    }
  });

  it.each(Object.keys(TYPED))('%s: assigned indicators have the verdict the rules give', async (reporter) => {
    const sheets = await sheetsOf(recalculated.get(reporter) ?? '');
    const wordOf = (series: string) => {
      const sheet = sheets.find(({ cells }) =>
        cells.some(({ column, value }) => column === 1 && value === `${PLAN}|${series}|verdict`),
      );
      const row = sheet?.cells.find(({ value }) => value === `${PLAN}|${series}|verdict`)?.row;
      const column = sheet?.cells.find((cell) => cell.row === 6 && cell.value === YEAR)?.column;
      return sheet?.cells.find((cell) => cell.row === row && cell.column === column)?.value;
    };
    const expected = VERDICTS[reporter] ?? {};
    expect(Object.fromEntries(Object.keys(expected).map((series) => [series, wordOf(series)]))).toEqual(
      Object.fromEntries(Object.entries(expected).map(([series, name]) => [series, verdicts[name].vi])),
    );
  });

  it.each(Object.keys(TYPED))(
    '%s: every formula gives what core gives for these figures',
    async (reporter) => {
      const { catalogue, plans } = await loadSeeds();
      const plan = plans.find(({ file }) => file.id === PLAN);
      if (!plan) throw new Error(`There is no plan ${PLAN}.`);
      const files = await loadPlannerFiles(paths(), exchangeContext(catalogue, [plan]), () => undefined);
      const known = expectedOf(reporter).map(({ figure, period, ...one }) => ({
        ...one,
        period,
        value: figure,
        source: null,
      }));
      const [job] = jobsOf([plan], catalogue, {
        round: String(YEAR),
        unit: [reporter],
        files: { ...files, figures: known },
      });
      if (!job) throw new Error(`${reporter} has no workbook.`);
      const path = recalculated.get(reporter) ?? '';
      // Reasons and the spelling of a sign are what the officer typed; figures are the ones written above.
      const typed = typedFigures(await returned(path));
      const [issued] = jobsOf([plan], catalogue, { round: String(YEAR), unit: [reporter], files });
      if (!issued) throw new Error(`${reporter} has no workbook.`);
      const request = requestOf(job, catalogue);
      const filled = { ...request.known, given: requestOf(issued, catalogue).known };
      const model = buildWorkbook({ ...request, known: filled }, undefined, typed);
      const { differences, numbers } = await compareWithModel(path, model);
      expect(differences).toEqual([]);
      expect(numbers.get('form.check') ?? 0).toBeGreaterThan(10);
    },
  );

  describeWithEngine('poppler', 'printed', () => {
    it('show the check number, the reason and room to sign', async () => {
      const reporters = Object.keys(TYPED);
      const pdfs = await libreoffice.toPdf(reporters.map(workbook), at('printed'), { locale: 'vi-VN' });
      for (const [place, reporter] of reporters.entries()) {
        const text = execFileSync(requireEngine('poppler'), ['-layout', pdfs[place] ?? '', '-'], {
          encoding: 'utf8',
          maxBuffer: 1 << 26,
        }).normalize('NFC');
        const form = sheetOf(await sheetsOf(recalculated.get(reporter) ?? ''), sheetNames.entry);
        const number = String(footNumber(form, 'Mã kiểm tra')).padStart(6, '0');
        expect(text).toMatch(
          new RegExp(`Mã kiểm tra số liệu năm ${YEAR}[^\\n]*\\n?[^\\n]*\\b${number}\\b`, 'u'),
        );
        for (const reason of Object.values(TYPED[reporter]?.reasons ?? {}))
          expect(text).toContain(reason.split(' ').slice(0, 3).join(' '));
        expect(text).toContain('(Ký, đóng dấu, họ tên)');
      }
    });
  });
});
