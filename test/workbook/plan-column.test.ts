import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Assignment } from '../../core/planner/assignment/assignment.ts';
import type { Figure } from '../../core/observation/figure.ts';
import type { KnownFigure } from '../../core/planner/known-figure.ts';
import { seriesOf } from '../../core/target/plan-series.ts';
import { sheetNames } from '../../core/workbook/contract.ts';
import { cellIndex, type CellModel, type SheetModel, type WorkbookModel } from '../../core/sheet/model.ts';
import { readWorkbook } from '../../formats/xlsx/read.ts';
import { jobsOf, modelOf } from '../../generator/workbook/jobs.ts';
import { NO_FILES, type PlannerFiles } from '../../generator/workbook/known.ts';
import { serialize } from '../../formats/xlsx/write/serialize.ts';
import { describeWithEngine, requireEngine } from '../engines/availability.ts';
import * as gnumeric from '../engines/gnumeric.ts';
import * as libreoffice from '../engines/libreoffice.ts';
import { compareWithModel } from './agreement.ts';
import { loadSeeds } from './seed-workbooks.ts';

/** The plan's value and the comparisons beside it, on the form that is signed and in the summary. */

/** "khoảng 6.000 – 7.000 người": more is no better than less. */
const CASELOAD = 'regular-assistance-recipients|_T';
/** "5.000 – 6.000 lao động": more is better. */
const JOBS = 'new-jobs|_T';
/** "4 – 5 %/năm" of poor households: a larger cut is better. */
const POVERTY = 'poverty-rate|_T';
/** A published share, compared by difference. */
const SHARE = 'merit-people-local-living-standard|_T';

let folder = '';
let seeds: Awaited<ReturnType<typeof loadSeeds>>;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'chitieu-plan-column-'));
  seeds = await loadSeeds();
});
afterAll(() => rm(folder, { recursive: true, force: true }));

function made(planId: string, round: string, unit: string, files: PlannerFiles = NO_FILES, sample = false) {
  const plan = seeds.plans.find(({ file }) => file.id === planId);
  if (!plan) throw new Error(`no plan ${planId}`);
  const [job] = jobsOf([plan], seeds.catalogue, { round, unit: [unit], files, sample });
  if (!job) throw new Error(`no workbook of ${unit}`);
  return { name: job.name, model: modelOf(job, seeds.catalogue) };
}

function figures(known: Record<string, [period: string, value: NonNullable<Figure>][]>): PlannerFiles {
  const rows = Object.entries(known).flatMap(([key, values]) =>
    values.map(([period, value]): KnownFigure => {
      const [indicator = '', stratum = '_T'] = key.split('|');
      return {
        unit: 'VN12',
        indicator,
        stratum: stratum === '_T' ? null : stratum,
        period,
        vintage: 'final',
        value,
        source: null,
      };
    }),
  );
  return { ...NO_FILES, figures: rows };
}

function sheetOf(model: WorkbookModel, name: string): SheetModel {
  const sheet = model.sheets.find((one) => one.name === name);
  if (!sheet) throw new Error(`no sheet ${name}`);
  return sheet;
}

/** The cell under a heading in the row whose key starts with `key`. */
function cellUnder(sheet: SheetModel, head: string, key: string): CellModel {
  const cells = [...sheet.cells.values()];
  const row = cells.find(({ column, value }) => column === 1 && String(value).startsWith(key))?.row;
  const column = cells.find(
    ({ style, value }) => style === 'header' && String(value).startsWith(head),
  )?.column;
  const found = row && column ? sheet.cells.get(cellIndex(row, column)) : undefined;
  if (!found) throw new Error(`${sheet.name} has no cell of ${key} under ${head}`);
  return found;
}

const onForm = (model: WorkbookModel, head: string, key: string) =>
  cellUnder(sheetOf(model, sheetNames.entry), head, key);
const inList = (model: WorkbookModel, head: string, key: string) =>
  cellUnder(sheetOf(model, sheetNames.summary), head, `lai-chau-2012|${key}`);

const REPORTED = () =>
  figures({
    [CASELOAD]: [
      ['2013', 7_000],
      ['2014', 7_500],
    ],
    [JOBS]: [
      ['2013', 4_000],
      ['2014', '-'],
    ],
    [SHARE]: [
      ['2013', 50],
      ['2014', '-'],
    ],
    'poor-households|_T': [
      ['2013', 900],
      ['2014', '-'],
    ],
    'households|_T': [
      ['2013', 9_000],
      ['2014', 9_000],
    ],
  });

describe('a range in the plan', () => {
  it('shows both bounds where both decide, and no percent of one of them', () => {
    const { model } = made('lai-chau-2012', '2014', 'VN12', REPORTED());
    for (const cell of [onForm(model, 'Kế hoạch năm', CASELOAD), inList(model, 'Mức phải đạt', CASELOAD)]) {
      expect(cell.result).toBe('6000–7000');
      // The bounds are read from the indicator's own sheet, where a planner may change them.
      expect(cell.formula?.match(/'[^']+'!\$[A-Z]+\$\d+/gu)).toHaveLength(4);
      expect(cell.formula).not.toMatch(/6000|7000/u);
    }
    expect(onForm(model, '% kế hoạch', CASELOAD)).not.toHaveProperty('formula');
  });

  it('stays a number with the side of the weaker bound where that one decides', () => {
    const { model } = made('lai-chau-2012', '2014', 'VN12', REPORTED());
    expect(onForm(model, 'Kế hoạch năm', JOBS)).toMatchObject({ result: 5_000, format: '"≥ "#,##0' });
    expect(inList(model, 'Mức phải đạt', JOBS)).toMatchObject({ result: 5_000, format: '"≥ "#,##0' });
    expect(onForm(model, 'Kế hoạch năm', POVERTY)).toMatchObject({
      result: 4,
      format: '"≥ "#,##0.00" điểm %/năm"',
    });
  });

  it('names the bound that decides on the indicator sheet only where one does', () => {
    const { model } = made('lai-chau-2012', '2014', 'VN12');
    const labels = (key: string) =>
      model.sheets.flatMap((sheet) => {
        const rows = [...sheet.cells.values()]
          .filter(({ column, value }) => column === 1 && /\|(?:low|high)$/u.test(String(value)))
          .filter(({ value }) => String(value).startsWith(`lai-chau-2012|${key}`));
        return rows.flatMap(({ row }) =>
          [...sheet.cells.values()]
            .filter((cell) => cell.row === row && / – mức (?:thấp|cao)/u.test(String(cell.value)))
            .map(({ value }) => String(value)),
        );
      });
    expect(labels(CASELOAD)).toHaveLength(2);
    expect(labels(CASELOAD).join()).not.toContain('quyết định');
    expect(labels(JOBS).filter((label) => label.endsWith('mức thấp (mức quyết định)'))).toHaveLength(1);
  });
});

describe('the sign of nothing occurred', () => {
  it('is 0 in percent of plan and against the year before', () => {
    const { model } = made('lai-chau-2012', '2014', 'VN12', REPORTED());
    expect(onForm(model, '% kế hoạch', JOBS).result).toBe(0);
    expect(onForm(model, 'So với', JOBS).result).toBe(0);
    expect(onForm(model, 'So với', SHARE).result).toBe(-50);
    // Typed as the numerator it says the same.
    expect(onForm(model, 'So với', POVERTY).result).toBe(-10);
  });

  it('is 0 against the same period of last year, and no ratio is taken to it', () => {
    const against = (before: NonNullable<Figure>, now: NonNullable<Figure>) => {
      const files = figures({
        [JOBS]: [
          ['2013-S1', before],
          ['2014-S1', now],
        ],
      });
      return onForm(made('lai-chau-2012', '2014-S1', 'VN12', files).model, 'So với', JOBS).result;
    };
    expect(against(4_000, '-')).toBe(0);
    expect(against('-', 4_000)).toBe('');
    expect(against(4_000, '...')).toBe('');
  });
});

/** Workbooks with ranges, signs in place of figures, and bounds a planner changed. */
async function written(): Promise<{ path: string; model: WorkbookModel }[]> {
  const half = figures({
    [JOBS]: [
      ['2013-S1', 4_000],
      ['2014-S1', '-'],
    ],
  });
  const workbooks = [
    made('lai-chau-2012', '2014', 'VN12', REPORTED()),
    made('lai-chau-2012', '2014-S1', 'VN12', half),
    made('quang-ngai-2021', '2023', 'VN51', NO_FILES, true),
  ];
  await mkdir(join(folder, 'xlsx'), { recursive: true });
  return Promise.all(
    workbooks.map(async ({ name, model }) => {
      const path = join(folder, 'xlsx', name);
      await writeFile(path, await serialize(model));
      return { path, model };
    }),
  );
}

/** The same workbook with the caseload's bounds as a planner might change them. */
async function changed(): Promise<string> {
  const { model } = made('lai-chau-2012', '2014', 'VN12', REPORTED());
  let edits = 0;
  const sheets = model.sheets.map((sheet) => ({
    ...sheet,
    cells: new Map(
      [...sheet.cells].map(([at, cell]) => {
        const key = String(sheet.cells.get(cellIndex(cell.row, 1))?.value ?? '');
        if (cell.style !== 'target' || typeof cell.value !== 'number' || !key.includes(CASELOAD))
          return [at, cell];
        edits += 1;
        return [at, { ...cell, value: key.endsWith('|low') ? 6_100 : 1_234_567 }];
      }),
    ),
  }));
  if (edits !== 2) throw new Error(`${edits} bounds changed`);
  const path = join(folder, 'changed.xlsx');
  await writeFile(path, await serialize({ ...model, sheets }));
  return path;
}

/** Where the changed bounds are shown on the form and in the summary. */
async function saidBy(path: string): Promise<unknown[]> {
  const { sheets } = await readWorkbook(new Uint8Array(await readFile(path)));
  return sheets
    .filter(({ name }) => name === sheetNames.entry || name === sheetNames.summary)
    .flatMap(({ cells }) => cells.map(({ value }) => value))
    .filter((value) => value === '6100–1234567');
}

describeWithEngine('libreoffice', 'LibreOffice reads the plan column as core does', () => {
  it.each(['en-US', 'vi-VN'] as const)('in %s', { timeout: 300_000 }, async (locale) => {
    const workbooks = await written();
    const paths = [...workbooks.map(({ path }) => path), await changed()];
    const results = await libreoffice.recalculate(paths, join(folder, locale), { locale });
    for (const [at, { model }] of workbooks.entries())
      expect((await compareWithModel(results[at] ?? '', model)).differences).toEqual([]);
    expect(await saidBy(results.at(-1) ?? '')).toHaveLength(2);
  });
});

describeWithEngine('gnumeric', 'Gnumeric reads the plan column as core does', () => {
  it('in its own locale', { timeout: 300_000 }, async () => {
    for (const [at, { path, model }] of (await written()).entries()) {
      const result = await gnumeric.recalculate(path, join(folder, `gnumeric-${at}.xlsx`));
      expect((await compareWithModel(result, model)).differences).toEqual([]);
    }
    const result = await gnumeric.recalculate(await changed(), join(folder, 'gnumeric-changed.xlsx'));
    expect(await saidBy(result)).toHaveLength(2);
  });
});

describeWithEngine('libreoffice', 'the printed plan column', () => {
  /** Values for all targets of a unit, as wide as they come: each printed value at its largest, two digits of points. */
  function assigned(
    unit: string,
    planId: string,
    year: number,
    comparator: Assignment['comparator'],
  ): PlannerFiles {
    const plan = seeds.plans.find(({ file }) => file.id === planId);
    if (!plan) throw new Error(`no plan ${planId}`);
    const assignments = seriesOf(plan)
      .filter(({ kind }) => kind !== 'milestone')
      .map(({ indicator, stratum, kind, segments }): Assignment => ({
        unit,
        indicator: indicator.id,
        stratum: stratum?.id ?? null,
        year,
        comparator,
        value: kind === 'change' ? 88.88 : kind === 'growth' ? 888.88 : (segments[0].high ?? 0),
        decision: '1234/QĐ-UBND',
        decisionDate: `${year}-01-10`,
        validFrom: `${year}-01-10`,
        supersedes: null,
        note: null,
      }));
    return { ...NO_FILES, assignments };
  }

  it('has room for every value of the five plans', { timeout: 600_000 }, async () => {
    const asked = [
      ['lai-chau-2012', '2014', 'VN12', 'range'],
      ['lai-chau-2012', '2014', 'VN12', 'about'],
      ['lai-chau-2021', '2023', 'VN12', 'atLeast'],
      ['lai-chau-2021', '2023', 'VN12.106', 'above'],
      ['lai-chau-2021', '2023-S1', 'VN12.106', 'about'],
      ['lai-chau-2024', '2025', 'VN12', 'atMost'],
      ['quang-ngai-2021', '2023-S1', 'VN51', 'below'],
      ['thai-binh-2013', '2015', 'VN34', 'about'],
    ] as const;
    const paths: string[] = [];
    for (const [at, [planId, round, unit, comparator]] of asked.entries()) {
      const files =
        comparator === 'range' ? NO_FILES : assigned(unit, planId, Number(round.slice(0, 4)), comparator);
      const { model } = made(planId, round, unit, files, true);
      // Hidden columns print as "###" into the text of the page, though not onto the paper.
      const sheets = model.sheets.map((sheet) => ({
        ...sheet,
        cells: new Map([...sheet.cells].filter(([, { column }]) => !sheet.columns[column - 1]?.hidden)),
      }));
      const path = join(folder, `print-${at}.xlsx`);
      await writeFile(path, await serialize({ ...model, sheets }));
      paths.push(path);
    }
    const printed = await libreoffice.toPdf(paths, join(folder, 'pdf'));
    for (const [at, pdf] of printed.entries()) {
      const text = execFileSync(requireEngine('poppler'), ['-layout', pdf, '-'], {
        encoding: 'utf8',
        maxBuffer: 1 << 26,
      });
      const cut = text.split('\n').filter((line) => line.includes('###'));
      expect(cut, asked[at]?.join(' ')).toEqual([]);
    }
  });
});
