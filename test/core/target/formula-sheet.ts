import {
  type MeasuredParts,
  denominatorTooSmall,
  denominatorTooSmallFormula,
  measured,
  measuredFormula,
} from '../../../core/observation/measured.ts';
import type { Figure } from '../../../core/observation/figure.ts';
import type { Indicator } from '../../../core/catalogue/schema.ts';
import { cumulative, cumulativeFormula } from '../../../core/target/accumulate.ts';
import { gap, gapFormula, pathGap, pathGapFormula } from '../../../core/target/gap.ts';
import type { Result, SeriesField, SeriesRefs, SeriesValues } from '../../../core/target/kind.ts';
import { kinds } from '../../../core/target/kinds/index.ts';
import { possibleBase } from '../../../core/target/possible.ts';
import { printedInForce, type Series } from '../../../core/target/series.ts';
import { shortfall, shortfallFormula } from '../../../core/target/shortfall.ts';
import { basisWords, verdict, verdictFormula, verdicts } from '../../../core/target/verdict.ts';
import { absoluteAddress } from '../../../core/sheet/address.ts';
import { newSheet, put } from '../../../core/sheet/draft.ts';
import type { SheetModel } from '../../../core/sheet/model.ts';

/** Stored with every formula: an engine that trusts stored results instead of computing is found out. */
export const NOT_COMPUTED = 'chưa tính';

/** What one formula of the sheet has to give; an empty text stands for null. */
export interface ExpectedResult {
  row: number;
  column: number;
  /** What the formula computes, for counting: `growth.pace`. */
  tag: string;
  /** Where it comes from, for reading a failure. */
  label: string;
  formula: string;
  expected: number | string;
}

/** Where the next block of a sheet goes, and what its formulas have to give. */
export interface FormulaSheet {
  sheet: SheetModel;
  nextRow: number;
  results: ExpectedResult[];
  /** Fields that have a value but no formula. */
  withoutFormula: string[];
}

const COLUMN = { label: 2, round: 3, basis: 4, baseYear: 5, baseValue: 6, firstYear: 7 };
/** A unit without an assignment is shown no row that compares with the target. */
const COMPARING: readonly SeriesField[] = ['path', 'pathHigh', 'gap', 'pathGap', 'pace'];

/** Rows that a unit of which the plan is not is not shown either. */
const OF_THE_PLAN: readonly SeriesField[] = ['path', 'pathHigh', 'pathGap', 'pace'];

/** An empty sheet for formulas. */
export function newFormulaSheet(name: string, columns: number): FormulaSheet {
  const widths = Array.from({ length: COLUMN.firstYear + columns }, () => 12);
  return { sheet: newSheet(name, widths), nextRow: 3, results: [], withoutFormula: [] };
}

/**
 * Puts one series: a row of years, a row of figures as typed, a row for every field, one for the shortfall.
 * @param cleared a planner has emptied the cells of the target: nothing may be judged as against 0
 */
export function putSeries(
  target: FormulaSheet,
  label: string,
  series: Series,
  values: SeriesValues,
  years: readonly number[],
  cleared = false,
): void {
  const { sheet } = target;
  const kind = kinds[series.kind];
  const fields = kind
    .fields(series)
    .filter(
      (field) =>
        (values.assigned || !COMPARING.includes(field)) && (series.own || !OF_THE_PLAN.includes(field)),
    );
  const rows = {
    header: target.nextRow,
    typed: target.nextRow + 1,
    small: target.nextRow + 2,
    top: target.nextRow + 3,
  };
  target.nextRow = rows.top + fields.length + 2;

  const columnOf = (year: number) => {
    const offset = years.indexOf(year);
    if (offset < 0) throw new Error(`${label}: no column for ${year}.`);
    return COLUMN.firstYear + offset;
  };
  const rowOf = (field: SeriesField) => {
    const offset = fields.indexOf(field);
    if (offset < 0) throw new Error(`${label}: a series of kind ${series.kind} shows no row "${field}".`);
    return rows.top + offset;
  };
  const firstYear = years[0] ?? values.firstYear;
  const refs: SeriesRefs = {
    round: absoluteAddress(rows.header, COLUMN.round),
    basis: absoluteAddress(rows.header, COLUMN.basis),
    baseYear: absoluteAddress(rows.header, COLUMN.baseYear),
    baseValue: absoluteAddress(rows.header, COLUMN.baseValue),
    firstYear,
    year: (year) => absoluteAddress(rows.header, columnOf(year)),
    has: (field) => fields.includes(field),
    cell: (field, year) => absoluteAddress(rowOf(field), columnOf(year)),
    unsound: (year) => `${absoluteAddress(rows.small, columnOf(year))}=1`,
  };

  put(sheet, rows.header, COLUMN.label, 'plain', label);
  put(sheet, rows.header, COLUMN.round, 'plain', values.round);
  put(
    sheet,
    rows.header,
    COLUMN.basis,
    'plain',
    values.assigned && (series.own || series.assigned.size > 0) ? basisWords.plan : basisWords.notAssigned,
  );
  putComputed(sheet, rows.header, COLUMN.baseYear, values.base.year);
  putComputed(sheet, rows.header, COLUMN.baseValue, possibleBase(series.indicator, values.base).value);
  for (const year of years) {
    const column = columnOf(year);
    put(sheet, rows.header, column, 'plain', year);
    putWhereKnown(sheet, rows.typed, column, values.figure(year));
    put(sheet, rows.small, column, 'plain', values.unsound(year) ? 1 : 0);
    const formula = (
      field: SeriesField | 'shortfall',
      row: number,
      text: string | null,
      expected: number | string,
    ) => {
      const tag = `${series.kind}.${field}`;
      if (text === null) {
        if (expected !== '') target.withoutFormula.push(`${label} ${year} ${tag}: ${expected}`);
        return;
      }
      put(sheet, row, column, 'plain', { formula: text, result: NOT_COMPUTED });
      const due = cleared ? resultWithoutTarget(field, expected) : expected;
      target.results.push({ row, column, tag, label: `${label} ${year}`, formula: text, expected: due });
    };
    for (const field of fields) {
      const row = rowOf(field);
      switch (field) {
        case 'assigned':
          if (values.assigned && !cleared)
            putWhereKnown(sheet, row, column, series.assigned.get(year)?.low ?? null);
          break;
        case 'low':
        case 'high': {
          const segment = printedInForce(series, year);
          if (values.assigned && !cleared) putWhereKnown(sheet, row, column, segment?.[field] ?? null);
          break;
        }
        case 'path':
          formula(
            field,
            row,
            kind.pathFormula(series, refs, year, 'low'),
            shown(kind.path(series, values, year, 'low')),
          );
          break;
        case 'pathHigh':
          formula(
            field,
            row,
            kind.pathFormula(series, refs, year, 'high'),
            shown(kind.path(series, values, year, 'high')),
          );
          break;
        case 'actual':
          formula(
            field,
            row,
            measuredFormula(series.indicator, {
              published: absoluteAddress(rows.typed, column),
              numerator: null,
              denominator: null,
            }),
            values.figure(year) ?? '',
          );
          break;
        case 'cumulative':
          formula(field, row, cumulativeFormula(series, refs, year), shown(cumulative(series, values, year)));
          break;
        case 'result':
          formula(
            field,
            row,
            kind.resultFormula(series, refs, year),
            shown(kind.result(series, values, year)),
          );
          break;
        case 'gap':
          formula(field, row, gapFormula(series, refs, year), shown(gap(series, values, year)));
          break;
        case 'pathGap':
          formula(field, row, pathGapFormula(series, refs, year), shown(pathGap(series, values, year)));
          break;
        case 'pace':
          formula(field, row, kind.paceFormula(series, refs, year), shown(kind.pace(series, values, year)));
          break;
        case 'verdict':
          formula(field, row, verdictFormula(series, refs, year), verdicts[verdict(series, values, year)].vi);
          break;
      }
    }
    // The ranking stands on a sheet of its own, which reads only rows that are shown.
    if (values.assigned) {
      formula(
        'shortfall',
        rows.top + fields.length,
        shortfallFormula(series, refs, year),
        shown(shortfall(series, values, year)),
      );
    }
  }
}

/** Puts one figure made of three typed parts, and whether its denominator is too small. */
export function putMeasured(
  target: FormulaSheet,
  indicator: Indicator,
  parts: MeasuredParts<Figure | '…'>,
): void {
  const { sheet, nextRow: row } = target;
  target.nextRow += 1;
  const read = (part: Figure | '…'): Figure => (part === '…' ? '...' : part);
  const figures: MeasuredParts<Figure> = {
    published: read(parts.published),
    numerator: read(parts.numerator),
    denominator: read(parts.denominator),
  };
  const label = JSON.stringify(parts);
  const cells = {
    published: absoluteAddress(row, 3),
    numerator: absoluteAddress(row, 4),
    denominator: absoluteAddress(row, 5),
  };
  put(sheet, row, 2, 'plain', indicator.unit);
  putWhereKnown(sheet, row, 3, parts.published);
  putWhereKnown(sheet, row, 4, parts.numerator);
  putWhereKnown(sheet, row, 5, parts.denominator);
  const formula = (column: number, tag: string, text: string, expected: number | string) => {
    put(sheet, row, column, 'plain', { formula: text, result: NOT_COMPUTED });
    target.results.push({ row, column, tag, label, formula: text, expected });
  };
  formula(6, 'measured', measuredFormula(indicator, cells), measured(indicator, figures) ?? '');
  const small = denominatorTooSmallFormula(indicator, cells);
  if (small !== null) {
    formula(7, 'denominatorTooSmall', `IF(${small},1,0)`, denominatorTooSmall(indicator, figures) ? 1 : 0);
  }
}

function putWhereKnown(sheet: SheetModel, row: number, column: number, value: number | string | null): void {
  if (value !== null) put(sheet, row, column, 'plain', value);
}

/** A value another cell hands on: where there is none it is an empty text, not an empty cell. */
function putComputed(sheet: SheetModel, row: number, column: number, value: number | null): void {
  put(sheet, row, column, 'plain', value ?? { formula: '""', result: NOT_COMPUTED });
}

function resultWithoutTarget(field: SeriesField | 'shortfall', expected: number | string): number | string {
  if (field === 'verdict') return verdicts.notAssigned.vi;
  return field === 'actual' || field === 'cumulative' || field === 'result' ? expected : '';
}

function shown(result: Result): number | string {
  return result ?? '';
}
