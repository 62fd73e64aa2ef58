import { execFileSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import ExcelJS from 'exceljs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { typedFigures } from '../core/returned/typed-figures.ts';
import { parseFigure, type Figure } from '../core/observation/figure.ts';
import type { Observation } from '../core/observation/observation.ts';
import { verdicts } from '../core/target/verdict.ts';
import { buildWorkbook } from '../core/template/build.ts';
import { columnKey, isSeriesKey, KEY_MARKER, parseColumnKey, sheetNames } from '../core/workbook/contract.ts';
import type { ColumnField } from '../core/workbook/entry-fields.ts';
import { parseRowKey } from '../core/observation/key.ts';
import type { Vintage } from '../core/observation/vintage.ts';
import { checksum, checksumPart } from '../core/template/form/checksum.ts';
import { readReturned, type ReturnedWorkbook } from '../core/returned/read.ts';
import type { ReadSheet } from '../formats/xlsx/cells.ts';
import { readWorkbook } from '../formats/xlsx/read.ts';
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

/**
 * The job from end to end: a planner enters baselines, assigns targets and makes the workbooks; an officer
 * of a district and one of a department fill them in, print them and send them back.
 */

const root = packageRoot();
const PLAN = 'lai-chau-2021';
const YEAR = 2023;
/** The plan's reports come after the year has ended, before its figures are final. */
const OF_THE_ROUND: Vintage = 'preliminary';
const PROVINCE = 'VN12';
const DISTRICT = 'VN12.106';
const DEPARTMENT = 'VN12.SLDTBXH';
const DISTRICTS = [105, 106, 107, 108, 109, 110, 111, 112].map((code) => `VN12.${code}`);
const DECISION = '1632/QĐ-UBND';

const BASELINES = `unit,indicator,stratum,year,value,numerator,denominator,source
VN12,poverty-rate,,2020,,32000,97000,Kết quả rà soát năm 2020
VN12,poverty-rate,poor-districts,2020,41.5,,,Kết quả rà soát năm 2020
VN12,poor-merit-households,,2020,40,,,Báo cáo năm 2020
VN12,trained-labour-share,,2020,52.1,,,Niên giám thống kê 2020
`;

/** What is known of the two reporters, in years before and as denominators of the round. */
const KNOWN: Record<string, [indicator: string, period: number, value: number][]> = {
  [PROVINCE]: [
    ['households', 2021, 98_000],
    ['households', 2022, 99_000],
    ['households', YEAR, 100_000],
    ['poor-households', 2021, 29_000],
    ['poor-households', 2022, 27_000],
    ['new-jobs', 2021, 8_700],
    ['new-jobs', 2022, 8_600],
  ],
  [DISTRICT]: [
    ['households', YEAR, 12_000],
    ['population', YEAR, 56_000],
    ['communes', YEAR, 14],
    ['villages', YEAR, 120],
    ['poor-households', 2022, 3_000],
  ],
};

/** Households of last year, with which the districts' poverty cuts are weighted. */
const FIGURES = [
  'unit,indicator,stratum,period,vintage,value,source',
  ...DISTRICTS.map((unit) => `${unit},households,,2022,final,11900,Niên giám thống kê`),
  ...Object.entries(KNOWN).flatMap(([unit, rows]) =>
    rows.map(
      ([indicator, period, value]) => `${unit},${indicator},,${period},final,${value},Niên giám thống kê`,
    ),
  ),
  '',
].join('\n');

const everywhere = (value: number, ...others: [unit: string, value: number][]) => ({
  ...Object.fromEntries(DISTRICTS.map((unit) => [unit, value])),
  ...Object.fromEntries(others),
});

/** The decision: more jobs than the plan prints, a poverty cut of 3 points on the whole, and single values. */
const ASSIGNED: Record<string, Record<string, number>> = {
  'new-jobs|_T': { [PROVINCE]: 9_000, ...everywhere(1_100, ['VN12.105', 1_400], [DISTRICT, 1_000]) },
  'poverty-rate|_T': everywhere(3, ['VN12.105', 2], [DISTRICT, 4]),
  'poor-merit-households|_T': { [DISTRICT]: 3 },
  'social-assistance-coverage|_T': { [DISTRICT]: 100 },
  'emergency-relief-coverage|_T': { [DISTRICT]: 100 },
  'trained-labour-share|_T': { [DISTRICT]: 60 },
  'communes-with-doctor|_T': { [DISTRICT]: 90 },
  'villages-short-of-water|_T': { [DISTRICT]: 5 },
  'cultural-families|_T': { [DISTRICT]: 85 },
};

/** What an officer types: figures by `indicator|stratum`, reasons beside them, own verdicts by series. */
interface Typed {
  figures: Record<string, number | string>;
  reasons: Record<string, string>;
  own?: Record<string, { verdict: string; reason: string }>;
}

const TYPED: Record<string, Typed> = {
  [DISTRICT]: {
    figures: {
      'poor-merit-households|_T': 0,
      'merit-people|_T': 412,
      'merit-people-local-standard|_T': 410,
      'poor-households|_T': 2_600,
      'assistance-eligible-people|_T': 1_500,
      'assistance-eligible-receiving|_T': '...',
      'sudden-hardship-people|_T': '-',
      'sudden-hardship-relieved|_T': '-',
      // The district knows the published share only, and not what it is made of.
      'trained-labour-share|_T': 61.5,
      'workers-15-plus|_T': '...',
      'vocational-training-persons|_T': 620,
      'new-jobs|_T': 1_010,
      'schools|_T': 48,
      'standard-schools|_T': 30,
      'primary-level-3-communes|_T': 13,
      'lower-secondary-level-2-communes|_T': 11,
      'children-under-1|_T': 941,
      'children-fully-immunised|_T': 905,
      'communes-with-working-doctor|_T': 13,
      'villages-short-of-water|_T': 'X',
      'rural-households|_T': 10_300,
      'rural-hygienic-water-households-users|_T': 9_800,
      'radio-covered-people|_T': 54_000,
      // 'television-covered-people|_T' is left blank.
      'recognised-cultural-families|_T': 10_200,
      'recognised-cultural-villages|_T': 95,
    },
    reasons: {
      'assistance-eligible-receiving|_T': 'Hai xã chưa gửi danh sách chi trả',
      'sudden-hardship-relieved|_T': 'Trong năm không có đối tượng',
    },
    own: {
      [`${PLAN}|poverty-rate|_T|change`]: {
        verdict: verdicts.met.vi,
        reason: 'Số rà soát bổ sung chưa được công nhận',
      },
    },
  },
  [DEPARTMENT]: {
    figures: {
      'poor-merit-households|_T': 12,
      'merit-people|_T': 5_000,
      'merit-people-local-standard|_T': 4_980,
      'poor-households|_T': 23_000,
      'households|poor-districts': 45_000,
      'poor-households|poor-districts': 15_000,
      'assistance-eligible-people|_T': 21_000,
      'assistance-eligible-receiving|_T': 21_000,
      'sudden-hardship-people|_T': 300,
      'sudden-hardship-relieved|_T': '-',
      'trained-labour-share|_T': 58.4,
      'workers-15-plus|_T': 290_000,
      'vocational-training-persons|_T': 8_000,
      'new-jobs|_T': 8_800,
    },
    reasons: { 'new-jobs|_T': 'Hai dự án lớn lùi sang năm sau' },
  },
};

/** Verdicts of the round that follow from the figures above by the rules, without any program. */
const VERDICTS: Record<string, Record<string, keyof typeof verdicts>> = {
  [DISTRICT]: {
    // 0 where 3 may be left.
    'poor-merit-households|_T|level': 'exceeded',
    // 3 000 of 11 900 to 2 600 of 12 000 is 3,54 points; 4 were assigned.
    'poverty-rate|_T|change': 'notMet',
    'social-assistance-coverage|_T|maintain': 'noFigure',
    // Nobody in need: no share of nothing.
    'emergency-relief-coverage|_T|maintain': 'notEvaluable',
    'trained-labour-share|_T|level': 'exceeded',
    'new-jobs|_T|flow': 'exceeded',
    // 13 of 14, "trên 90".
    'communes-with-doctor|_T|level': 'met',
    'villages-short-of-water|_T|level': 'notEvaluable',
    // 10 200 of 12 000 is 85 exactly.
    'cultural-families|_T|level': 'met',
    // A target of the province, not assigned to the district.
    'full-immunisation|_T|level': 'notAssigned',
  },
  [DEPARTMENT]: {
    // More than the 8 500 of the plan, less than the 9 000 of the decision.
    'new-jobs|_T|flow': 'notMet',
    'poverty-rate|_T|change': 'exceeded',
    // "Bình quân": from 41,5 to 33,3 in three years is 2,7 points a year; 4,3 are asked.
    'poverty-rate|poor-districts|change': 'notMet',
    'social-assistance-coverage|_T|maintain': 'met',
    'emergency-relief-coverage|_T|maintain': 'notMet',
    'vocational-training-persons|_T|flow': 'met',
    'trained-labour-share|_T|level': 'notDue',
  },
};

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

/** An unlocked cell with the row key and column key that make it findable, if any. */
interface InputCell {
  key: string | null;
  cell: ExcelJS.Cell;
}

function inputCells(sheet: ExcelJS.Worksheet): InputCell[] {
  const found: InputCell[] = [];
  for (let row = 2; row <= sheet.rowCount; row += 1) {
    const rowKey = String(sheet.getCell(row, 1).value ?? '');
    for (let column = 2; column <= sheet.columnCount; column += 1) {
      const cell = sheet.getCell(row, column);
      if (cell.style.protection?.locked !== false) continue;
      const header = String(sheet.getCell(1, column).value ?? '');
      const isKeyed = parseColumnKey(header) && (parseRowKey(rowKey) ?? isSeriesKey(rowKey));
      found.push({ key: isKeyed ? `${rowKey}\n${header}` : null, cell });
    }
  }
  return found;
}

/** Fills a workbook in as an officer would, in another program than ours; cells are found by their keys. */
async function fill(path: string, { figures, reasons, own }: Typed): Promise<void> {
  const { book, cells } = await open(path);
  const type = (key: string, vintage: Vintage | '_', field: ColumnField, value: number | string) => {
    const wanted = `${key}\n${columnKey(String(YEAR), vintage, field)}`;
    const found = cells.find((one) => one.key === wanted);
    if (!found) throw new Error(`${basename(path)} has no input cell ${wanted}.`);
    found.cell.value = value;
  };
  for (const [key, figure] of Object.entries(figures)) type(key, OF_THE_ROUND, 'value', figure);
  for (const [key, reason] of Object.entries(reasons)) type(key, OF_THE_ROUND, 'reason', reason);
  for (const [key, { verdict, reason }] of Object.entries(own ?? {})) {
    type(key, '_', 'ownVerdict', verdict);
    type(key, '_', 'ownReason', reason);
  }
  await book.xlsx.writeFile(path);
}

/** A workbook in another program than ours, with the input cells of its keyed sheets. */
async function open(path: string): Promise<{ book: ExcelJS.Workbook; cells: InputCell[] }> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.readFile(path);
  // The cover asks for dates, not for figures.
  const keyed = book.worksheets.filter(
    (sheet) => sheet.name !== sheetNames.cover && sheet.getCell(1, 1).value === KEY_MARKER,
  );
  return { book, cells: keyed.flatMap(inputCells) };
}

async function sheetsOf(path: string): Promise<ReadSheet[]> {
  return (await readWorkbook(new Uint8Array(await readFile(path)))).sheets;
}

async function returned(path: string): Promise<ReturnedWorkbook> {
  const { value, findings } = readReturned(await sheetsOf(path));
  expect(findings).toEqual([]);
  if (!value) throw new Error(`${basename(path)} was not read.`);
  return value;
}

/** The unit whose figures a reporter gives. */
const unitOf = (reporter: string) => (reporter === DEPARTMENT ? PROVINCE : reporter);

/** Everything a reporter's workbook holds, known before and typed, in the order of the reader. */
function expectedOf(reporter: string): Observation[] {
  const unit = unitOf(reporter);
  const { figures, reasons } = TYPED[reporter] ?? { figures: {}, reasons: {} };
  const one = (key: string, period: number, figure: Figure, note: string | null = null): Observation[] => {
    const named = parseRowKey(key);
    if (!named || figure === null) throw new Error(`${key} is no figure.`);
    const vintage = period === YEAR ? OF_THE_ROUND : 'final';
    return [{ unit, ...named, period: String(period), vintage, reporter, figure, note }];
  };
  const known = (KNOWN[unit] ?? []).flatMap(([indicator, period, value]) =>
    one(`${indicator}|_T`, period, value),
  );
  const lastYear = reporter === DISTRICT ? one('households|_T', YEAR - 1, 11_900) : [];
  const typed = Object.entries(figures).flatMap(([key, figure]) =>
    one(key, YEAR, parseFigure(figure) ?? null, reasons[key] ?? null),
  );
  const idOf = ({ indicator, stratum, period }: Observation) => `${indicator}|${stratum ?? '_T'}|${period}`;
  return [...known, ...lastYear, ...typed].sort((a, b) => (idOf(a) < idOf(b) ? -1 : 1));
}

/** The number beside a label at the foot of a form. */
function footNumber(sheet: ReadSheet, label: string): number {
  const row = sheet.cells.find(({ value }) => typeof value === 'string' && value.startsWith(label))?.row;
  const number = sheet.cells.find((cell) => cell.row === row && typeof cell.value === 'number')?.value;
  if (typeof number !== 'number') throw new Error(`${sheet.name} has no "${label}".`);
  return number;
}

/** Row keys of a form, in its order, with the number each row prints ("3", "3.1"). */
function formRows(sheet: ReadSheet): { key: string; number: string }[] {
  return sheet.cells.flatMap(({ row, column, value }) => {
    if (column !== 1 || typeof value !== 'string' || !parseRowKey(value)) return [];
    const number = sheet.cells.find((cell) => cell.row === row && cell.column === 2)?.value;
    return [{ key: value, number: String(number) }];
  });
}

const sheetOf = (sheets: readonly ReadSheet[], name: string): ReadSheet => {
  const sheet = sheets.find((one) => one.name === name);
  if (!sheet) throw new Error(`There is no sheet ${name}.`);
  return sheet;
};

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
