import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Assignment } from '../../core/planner/assignment/assignment.ts';
import { seriesOf } from '../../core/target/plan-series.ts';
import { sheetNames } from '../../core/workbook/contract.ts';
import { cellIndex, type WorkbookModel } from '../../core/sheet/model.ts';
import { readWorkbook } from '../../formats/xlsx/read.ts';
import { NO_FILES, type PlannerFiles } from '../../generator/workbook/known.ts';
import { serialize } from '../../formats/xlsx/write/serialize.ts';
import { describeWithEngine, requireEngine } from '../engines/availability.ts';
import * as gnumeric from '../engines/gnumeric.ts';
import * as libreoffice from '../engines/libreoffice.ts';
import { compareWithModel } from './agreement.ts';
import { CASELOAD, JOBS, made, figures, REPORTED, seeds } from './plan-column-workbooks.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'chitieu-plan-column-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

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
