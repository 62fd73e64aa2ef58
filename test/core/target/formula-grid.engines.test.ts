import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Figure } from '../../../core/observation/figure.ts';
import { COMPARISON_DECIMALS } from '../../../core/base/number.ts';
import { targetKinds } from '../../../core/plan/schema.ts';
import { kinds } from '../../../core/target/kinds/index.ts';
import type { SeriesField } from '../../../core/target/kind.ts';
import { verdicts } from '../../../core/target/verdict.ts';
import type { CellContent } from '../../../formats/xlsx/cells.ts';
import { readWorkbook } from '../../../formats/xlsx/read.ts';
import { serialize } from '../../../formats/xlsx/write/serialize.ts';
import { describeWithEngine } from '../../engines/availability.ts';
import * as gnumeric from '../../engines/gnumeric.ts';
import * as libreoffice from '../../engines/libreoffice.ts';
import { arbitraryKnownSeries, arbitraryYears } from './arbitrary-series.ts';
import { newFormulaSheet, putMeasured, putSeries, type FormulaSheet } from './formula-sheet.ts';
import { makeIndicator, makeSeries, makeValues, type SeriesShape, type ValuesShape } from './make-series.ts';
import { verdictCases } from './verdict-cases.ts';

/**
 * The spreadsheet engines as referees: every formula of every kind, over the cases of the verdict table in
 * all their years and over drawn ones, has to give what the TypeScript function gives.
 */
const RELATIVE = 1e-9;
const DRAWN_SERIES = 600;
// The same series on every run: an engine's word must not depend on the day.
const SEED = 20_251_231;

const sheets = formulaSheets();
let folder = '';
let file = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'chitieu-formulas-'));
  file = join(folder, 'công thức.xlsx');
  const model = {
    title: 'Công thức',
    created: '2025-01-01',
    sheets: sheets.map(({ sheet }) => sheet),
  };
  await writeFile(file, await serialize(model));
});

afterAll(() => rm(folder, { recursive: true, force: true }));

function formulaSheets(): FormulaSheet[] {
  const cases = newFormulaSheet('Bảng', 12);
  const known: Required<Pick<ValuesShape, 'round' | 'firstYear'>> = { round: 2025, firstYear: 2021 };
  for (const [group, rows] of Object.entries(verdictCases)) {
    for (const { name, target, known: values, year } of rows) {
      const shape = { ...known, ...values };
      putSeries(
        cases,
        `${group}: ${name}`,
        makeSeries(target),
        makeValues(shape),
        yearsOf(target, shape, year),
      );
    }
  }
  const drawn = newFormulaSheet('Rút', arbitraryYears.length);
  fc.sample(arbitraryKnownSeries, { seed: SEED, numRuns: DRAWN_SERIES }).forEach(
    ({ target, known: values }, at) => {
      putSeries(
        drawn,
        `${at}: ${JSON.stringify(target)}`,
        makeSeries(target),
        makeValues(values),
        arbitraryYears,
      );
    },
  );
  return [cases, drawn, clearedSheet(), measuredSheet()];
}

/** Series whose target cells were emptied. */
function clearedSheet(): FormulaSheet {
  const cleared = newFormulaSheet('Xóa', arbitraryYears.length);
  const drawn = fc.sample(arbitraryKnownSeries, { seed: SEED + 1, numRuns: 60 });
  drawn.forEach(({ target, known }, at) => {
    // A milestone has no value that could be emptied.
    if (target.kind === 'milestone') return;
    const values = makeValues({ ...known, assigned: true });
    putSeries(cleared, `${at}: ${JSON.stringify(target)}`, makeSeries(target), values, arbitraryYears, true);
  });
  return cleared;
}

/** From the first year of the sheet to one after all that the case speaks of. */
function yearsOf(
  target: SeriesShape,
  values: ValuesShape & { firstYear: number; round: number },
  year: number,
): number[] {
  const last = 1 + Math.max(year, values.round, ...target.targets.map(({ to }) => to));
  return Array.from({ length: last - values.firstYear + 1 }, (_, at) => values.firstYear + at);
}

function measuredSheet(): FormulaSheet {
  const sheet = newFormulaSheet('Số liệu', 1);
  const signs: (Figure | '…')[] = ['-', '...', '…', 'x', null];
  const indicators = [
    makeIndicator({ direction: 'up', measure: 'share', minDenominator: 30 }),
    makeIndicator({ direction: 'up', measure: 'rate', unit: 'giường/vạn dân' }),
  ];
  for (const indicator of indicators) {
    for (const published of [12.5, 0, ...signs]) {
      for (const numerator of [50, 0, ...signs]) {
        for (const denominator of [200, 30, 29.5, 0, -10, ...signs]) {
          putMeasured(sheet, indicator, { published, numerator, denominator });
        }
      }
    }
  }
  return sheet;
}

/** Where an engine's results differ from core's, readable. */
async function differences(
  path: string,
  options: { ties: 'away from zero' | 'either way' },
): Promise<string[]> {
  const workbook = await readWorkbook(new Uint8Array(await readFile(path)));
  return sheets.flatMap(({ sheet, results }) => {
    const cells = workbook.sheets.find(({ name }) => name === sheet.name)?.cells ?? [];
    const at = (row: number, column: number) => `${row}:${column}`;
    const values = new Map<string, CellContent>(
      cells.map(({ row, column, value }) => [at(row, column), value]),
    );
    return results.flatMap(({ row, column, tag, label, formula, expected }) => {
      const found = values.get(at(row, column)) ?? '';
      if (same(found, expected)) return [];
      if (options.ties === 'either way' && ROUNDED.test(tag) && oneUnitApart(found, expected)) return [];
      return [
        `${tag} of ${label}: core ${JSON.stringify(expected)}, engine ${JSON.stringify(found)} = ${formula}`,
      ];
    });
  });
}

function same(found: CellContent, expected: number | string): boolean {
  if (typeof expected === 'string' || typeof found !== 'number') return found === expected;
  return Math.abs(found - expected) <= RELATIVE * Math.max(Math.abs(found), Math.abs(expected), 1e-3);
}

/** Results that are rounded to the decimals of comparison. */
const ROUNDED = /\.(?:gap|pathGap)$/u;

function oneUnitApart(found: CellContent, expected: number | string): boolean {
  const unit = 10 ** -COMPARISON_DECIMALS;
  return (
    typeof found === 'number' && typeof expected === 'number' && Math.abs(found - expected) < 1.01 * unit
  );
}

describe('the formulas put to the engines', () => {
  const results = sheets.flatMap((sheet) => sheet.results);

  it('are there wherever core has a value', () => {
    expect(sheets.flatMap(({ withoutFormula }) => withoutFormula)).toEqual([]);
  });

  it('turn no number into text and no text into a number: one locale speaks for all', () => {
    const ofLocale = results.filter(({ formula }) => /&|\b(?:TEXT|VALUE|NUMBERVALUE|FIXED)\(/u.test(formula));
    expect(ofLocale.map(({ tag, formula }) => `${tag} = ${formula}`)).toEqual([]);
  });

  it.each(targetKinds)('cover every field of %s with numbers', (kind) => {
    const withNumbers = new Set(
      results.filter(({ expected }) => typeof expected === 'number').map(({ tag }) => tag),
    );
    const computed: SeriesField[] = ['path', 'pathHigh', 'cumulative', 'result', 'gap', 'pathGap', 'pace'];
    const fields = new Set(
      Object.values(verdictCases)
        .flat()
        .filter(({ target }) => target.kind === kind)
        .flatMap(({ target }) => kinds[kind].fields(makeSeries(target))),
    );
    for (const field of computed.filter((one) => fields.has(one)))
      expect(withNumbers).toContain(`${kind}.${field}`);
  });

  it.each(targetKinds)('cover every verdict that %s can have', (kind) => {
    const words = new Set(
      results.filter(({ tag }) => tag === `${kind}.verdict`).map(({ expected }) => expected),
    );
    const { exceeded, ...always } = verdicts;
    for (const { vi } of Object.values(always)) expect(words).toContain(vi);
    expect(words.has(exceeded.vi)).toBe(kind !== 'maintain' && kind !== 'milestone');
  });
});

describeWithEngine('libreoffice', 'LibreOffice gives every formula the result of its function', () => {
  it('in vi-VN', { timeout: 600_000 }, async () => {
    const [recalculated = ''] = await libreoffice.recalculate([file], join(folder, 'lo'), {
      locale: 'vi-VN',
    });
    expect((await differences(recalculated, { ties: 'away from zero' })).slice(0, 20)).toEqual([]);
  });
});

describeWithEngine('gnumeric', 'Gnumeric gives every formula the result of its function', () => {
  it('in its own locale', { timeout: 600_000 }, async () => {
    const recalculated = await gnumeric.recalculate(file, join(folder, 'gnumeric.xlsx'));
    // Gnumeric rounds 0,0000005 by the double it is stored as, not by its decimal digits as Excel does.
    expect((await differences(recalculated, { ties: 'either way' })).slice(0, 20)).toEqual([]);
  });
});
