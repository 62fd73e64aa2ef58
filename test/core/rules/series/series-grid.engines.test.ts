import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LARGE_GAP } from '../../../../core/gaps/large-gap.ts';
import { largeGap } from '../../../../core/rules/series/rules/gap-to-explain.ts';
import { storedResult } from '../../../../core/base/number.ts';
import { gap, pathGap } from '../../../../core/target/gap.ts';
import { possibleBase } from '../../../../core/target/possible.ts';
import type { SeriesField, SeriesRefs, SeriesValues } from '../../../../core/target/kind.ts';
import { kinds } from '../../../../core/target/kinds/index.ts';
import { segmentInForce, type Series } from '../../../../core/target/series.ts';
import { forUnit } from '../../../../core/target/plan-series.ts';
import { verdict, verdicts } from '../../../../core/target/verdict.ts';
import { absoluteAddress } from '../../../../core/sheet/address.ts';
import { readWorkbook } from '../../../../formats/xlsx/read.ts';
import { describeWithEngine } from '../../../engines/availability.ts';
import * as gnumeric from '../../../engines/gnumeric.ts';
import * as libreoffice from '../../../engines/libreoffice.ts';
import { arbitraryKnownSeries, arbitraryYears } from '../../target/arbitrary-series.ts';
import { makeSeries, makeValues } from '../../target/make-series.ts';
import { verdictCases } from '../../target/verdict-cases.ts';

const SHEET = 'Chuỗi';
const FIRST_YEAR = 2005;
const LAST_YEAR = 2040;
/** One row a field, from the left one column a year. */
const FIELDS: readonly SeriesField[] = ['assigned', 'low', 'high', 'actual', 'gap', 'pathGap', 'verdict'];

interface GridSeries {
  label: string;
  series: Series;
  values: SeriesValues;
  years: readonly number[];
}

const grid: GridSeries[] = [
  ...Object.entries(verdictCases).flatMap(([group, rows]) =>
    rows.map(({ name, target, known, year }) => ({
      label: `${group}: ${name}`,
      series: makeSeries(target),
      values: makeValues({ round: 2025, ...known }),
      years: [year],
    })),
  ),
  ...fc
    .sample(arbitraryKnownSeries, { seed: 20_241_231, numRuns: 300 })
    .flatMap(({ target, known }, at): GridSeries[] => {
      const series = makeSeries(target);
      const assigned = new Map(
        arbitraryYears.map((year) => [year, { comparator: '>=' as const, value: at % 40, decision: 'QĐ' }]),
      );
      const values = makeValues({ ...known, assigned: true });
      return [
        { label: `${at}`, series, values, years: arbitraryYears },
        {
          label: `${at} assigned`,
          series: forUnit(series, at % 2 === 0, assigned),
          values,
          years: arbitraryYears,
        },
      ];
    }),
];

interface Expected {
  row: number;
  label: string;
  formula: string;
  fails: boolean;
}

const cells: { row: number; column: number; value: number | string }[] = [];
const expected: Expected[] = [];
const withoutFormula: string[] = [];
grid.forEach(({ label, series, values, years }, at) => {
  const top = 1 + at * (FIELDS.length + 2);
  const columnOf = (year: number) => 10 + year - FIRST_YEAR;
  const put = (row: number, column: number, value: number | string | null) => {
    if (value !== null)
      cells.push({ row, column, value: typeof value === 'number' ? storedResult(value) : value });
  };
  const shown = kinds[series.kind].fields(series);
  put(top, 2, values.base.year);
  put(top, 3, possibleBase(series.indicator, values.base).value);
  for (let year = FIRST_YEAR; year <= LAST_YEAR; year += 1) {
    put(top, columnOf(year), year);
    FIELDS.forEach((field, index) => {
      if (shown.includes(field)) put(top + 1 + index, columnOf(year), contentOf(series, values, field, year));
    });
  }
  const refs: SeriesRefs = {
    round: String(values.round),
    basis: '""',
    baseYear: absoluteAddress(top, 2),
    baseValue: absoluteAddress(top, 3),
    firstYear: values.firstYear,
    year: (year) => absoluteAddress(top, columnOf(year)),
    has: (field) => shown.includes(field),
    cell: (field, year) => absoluteAddress(top + 1 + FIELDS.indexOf(field), columnOf(year)),
    unsound: () => null,
  };
  years.forEach((year, index) => {
    if (!largeGap.appliesTo(series, year)) return;
    const fails = largeGap.check(series, values, year).outcome === 'failed';
    const formula = largeGap.formula(series, refs, year);
    if (formula === null) {
      if (fails) withoutFormula.push(`${label} ${year}`);
      return;
    }
    // Beside its series, one below the other.
    const row = top + (index % (FIELDS.length + 1));
    const column = 50 + Math.floor(index / (FIELDS.length + 1));
    expected.push({ row: row * 1_000 + column, label: `${label} ${year}`, formula, fails });
  });
});

function contentOf(series: Series, values: SeriesValues, field: SeriesField, year: number) {
  switch (field) {
    case 'assigned':
      return series.assigned.get(year)?.low ?? null;
    case 'low':
    case 'high':
      return segmentInForce({ ...series, assigned: new Map() }, year)?.[field] ?? null;
    case 'actual':
      return values.figure(year);
    case 'gap':
      return gap(series, values, year) ?? '';
    case 'pathGap':
      return pathGap(series, values, year) ?? '';
    case 'verdict':
      return verdicts[verdict(series, values, year)].vi;
    default:
      return null;
  }
}

let folder = '';
let file = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'chitieu-series-rules-'));
  file = join(folder, 'chuỗi.xlsx');
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet(SHEET);
  for (const { row, column, value } of cells) sheet.getCell(row, column).value = value;
  for (const { row, formula } of expected)
    sheet.getCell(Math.floor(row / 1_000), row % 1_000).value = { formula, result: 'chưa tính' };
  await writeFile(file, new Uint8Array(await workbook.xlsx.writeBuffer()));
}, 120_000);

afterAll(() => rm(folder, { recursive: true, force: true }));

async function differences(path: string): Promise<string[]> {
  const workbook = await readWorkbook(new Uint8Array(await readFile(path)));
  const sheet = workbook.sheets.find(({ name }) => name === SHEET);
  const found = new Map<number, unknown>(
    (sheet?.cells ?? []).map(({ row, column, value }) => [row * 1_000 + column, value]),
  );
  return expected.flatMap(({ row, label, formula, fails }) =>
    found.get(row) === fails
      ? []
      : [`${label}: core ${fails}, engine ${JSON.stringify(found.get(row))} = ${formula}`],
  );
}

describe('the formulas put to the engines', () => {
  it('are there wherever the rule can fail, and hold both outcomes', () => {
    expect(withoutFormula).toEqual([]);
    expect(expected.length).toBeGreaterThan(500);
    expect(expected.filter(({ fails }) => fails).length).toBeGreaterThan(100);
    expect(expected.filter(({ fails }) => !fails).length).toBeGreaterThan(100);
    expect(LARGE_GAP).toBeLessThan(1);
  });
});

describeWithEngine('libreoffice', 'LibreOffice gives every formula the outcome of its rule', () => {
  it('in vi-VN', { timeout: 300_000 }, async () => {
    const [recalculated = ''] = await libreoffice.recalculate([file], join(folder, 'lo'), {
      locale: 'vi-VN',
    });
    expect((await differences(recalculated)).slice(0, 20)).toEqual([]);
  });
});

describeWithEngine('gnumeric', 'Gnumeric gives every formula the outcome of its rule', () => {
  it('in its own locale', { timeout: 300_000 }, async () => {
    const recalculated = await gnumeric.recalculate(file, join(folder, 'gnumeric.xlsx'));
    expect((await differences(recalculated)).slice(0, 20)).toEqual([]);
  });
});
