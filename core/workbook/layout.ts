import {
  placeColumns,
  type InputColumnId,
  type InputShape,
  type PeriodColumn,
  type PlacedColumn,
} from './input-columns.ts';
import { absoluteAddress } from '../sheet/address.ts';
import { isYear } from '../period/period.ts';
import { isOfRound, periodBefore, sumsSoFar, vintageIn, type Round } from '../round/round.ts';
import { hasSharesOnOneLine, isCountedBy, type Asked, type AskedFigure } from './asked.ts';
import { sheetNames } from './contract.ts';
import { sheetReference } from '../sheet/draft.ts';
import { figureKey } from '../observation/key.ts';
import type { Series } from '../target/series.ts';
import type { WorkbookRequest } from './request.ts';
import { basedOn, spansOf, type Spans } from './spans.ts';
import { backgroundRows, entryRows, type DomainSeries, type FigureRow, type InputRow } from './input-rows.ts';
import { baselineSheet, type BaselineLayout } from './baseline-rows.ts';
import { communeLayout, type CommuneLayout } from './commune-layout.ts';

/** An input sheet's rows and columns; both input sheets share the shape. */
export interface InputSheetLayout {
  sheet: string;
  headerRow: number;
  rows: InputRow[];
  /** Every column from the second on; those below by what they are for. */
  columns: PlacedColumn[];
  /** Columns of figures on the printed form, from the left: last year or its same period, then the round's. */
  periods: PeriodColumn[];
  /** Columns of the years before, beside the printed form. */
  earlier: PeriodColumn[];
  /** The year's result, plan value, percent of plan, against the year before: on the form only. */
  form: {
    numerator: number | null;
    denominator: number | null;
    result: number;
    plan: number;
    percent: number;
    before: number;
  } | null;
  markColumn: number;
  /** The last printed column, but for a printed `sourceColumn`. */
  reasonColumn: number;
  /** Where figures that were filled in beforehand come from. */
  sourceColumn: number;
  /** The last printed column. */
  printTo: number;
  /** What the check says of the row, in a word; beside the printed form. */
  flagColumn: number;
  /** Hidden columns: how many of a row's figures are left to enter, and its part of the check number. */
  leftColumn: number;
  checkColumn: number;
  /** Hidden: what the check says of each figure, a letter a column. */
  stateColumn: number;
  /** A line over the years before; null while there are not two of them. */
  trendColumn: number | null;
}

/** Where every input of a workbook stands; formulas of other sheets are written from it. */
export interface Layout extends Spans {
  /** Every period that has a column of figures, earliest year first; a shorter round's own come last. */
  periods: string[];
  entry: InputSheetLayout;
  background: InputSheetLayout;
  baselines: BaselineLayout;
  /** The table by commune; null where nothing is reported commune by commune. */
  byCommune: CommuneLayout | null;
  /** Domains that have series, in the catalogue's order. */
  domains: DomainSeries[];
  /** Absolute reference of a figure's cell, or null where the figure is not asked for in the period. */
  figureCell: (key: string, period: number | string) => string | null;
  /** Absolute references of a baseline's cells, or null where the sheet has no such row. */
  baselineCells: (key: string) => Record<'year' | 'value' | 'source', string> | null;
}

const HEADER_ROW = 6;

/** Places every input; pure bookkeeping, the sheets are written from it. */
export function layOut(request: WorkbookRequest, asked: Asked): Layout {
  const { plans, catalogue, reporting } = request;
  const spans = spansOf(request, asked.series);
  const { inputYears } = spans;
  const domains = [...catalogue.domains.values()]
    .map((domain) => ({ domain, series: asked.series.filter((one) => one.indicator.domain === domain.id) }))
    .filter(({ series }) => series.length > 0);
  const onOneLine = hasSharesOnOneLine(request);
  // A shorter round has columns on the sheet of shared counts only where one of them is known for it.
  const counted = asked.figures.filter((figure) => isCountedBy(figure.indicator, reporting.frequency));
  const hasParts = counted.some(({ part }) => part === 'background');
  const haveSums = (onForm: boolean) =>
    counted.some(({ part, addsUp }) => addsUp && (part !== 'background') === onForm);
  const entry = inputSheet(
    sheetNames.entry,
    { isForm: true, onOneLine, ...columnsOf(reporting, inputYears, { parts: true, sums: haveSums(true) }) },
    entryRows(asked, domains, catalogue, onOneLine),
  );
  const background = inputSheet(
    sheetNames.background,
    {
      isForm: false,
      onOneLine: false,
      ...columnsOf(reporting, inputYears, { parts: hasParts, sums: haveSums(false) }),
    },
    backgroundRows(asked, catalogue),
  );
  const baselines = baselineSheet(
    HEADER_ROW,
    basedOn(domains.flatMap((one) => one.series)),
    plans.map(({ file }) => file.id),
  );
  const places = new Map(
    [entry, background].flatMap((layout) =>
      layout.rows.flatMap((row) =>
        'figure' in row ? [[row.figure.key, figureCells(layout, row, reporting)] as const] : [],
      ),
    ),
  );
  const basedRows = new Map(baselines.rows.map((row) => [row.key, row]));
  return {
    ...spans,
    periods: [...inputYears.map(String), ...(reporting.frequency === 'year' ? [] : partsOfYear(reporting))],
    entry,
    background,
    baselines,
    byCommune: communeLayout(request),
    domains,
    figureCell(key, period) {
      return places.get(key)?.get(String(period)) ?? null;
    },
    baselineCells(key) {
      const found = basedRows.get(key);
      if (!found) return null;
      const cell = (column: number) => sheetReference(baselines.sheet, absoluteAddress(found.row, column));
      return {
        year: cell(baselines.yearColumn),
        value: cell(baselines.valueColumn),
        source: cell(baselines.sourceColumn),
      };
    },
  };
}

/** Absolute references of a figure's cells, by period. */
function figureCells(
  layout: InputSheetLayout,
  { row, figure }: FigureRow,
  reporting: Round,
): ReadonlyMap<string, string> {
  const columns = askedColumns(layout, figure, reporting);
  return new Map(
    columns.map(({ period, column }) => [period, sheetReference(layout.sheet, absoluteAddress(row, column))]),
  );
}

/** The number that the form gives to the row of a series; every sheet numbers it so. */
export function formNumber({ entry }: Pick<Layout, 'entry'>, { indicator, stratum }: Series): string {
  const key = figureKey(indicator.id, stratum?.id ?? null);
  const row = entry.rows.find((one) => 'figure' in one && one.figure.key === key);
  return row && 'number' in row ? row.number : '';
}

/**
 * The columns a figure is asked for in: all, but for parts of a year in which it is not counted, and sums from the
 * start of the year of what does not add up.
 */
export function askedColumns(
  { periods, earlier }: Pick<InputSheetLayout, 'periods' | 'earlier'>,
  { indicator, addsUp }: Pick<AskedFigure, 'indicator' | 'addsUp'>,
  { frequency }: Round,
): PeriodColumn[] {
  const inParts = isCountedBy(indicator, frequency);
  return [...earlier, ...periods].filter(
    ({ period, isSum }) => (inParts || isYear(period)) && (addsUp || isSum !== true),
  );
}

/**
 * The parts of a year that a shorter round has columns for: its period, before it the same one of last year and the sum
 * that it is added to, after it the new sum where that is no year.
 */
function partsOfYear(round: Round): string[] {
  const sums = sumsSoFar(round);
  const until = sums && !isYear(sums.until) ? [sums.until] : [];
  return [periodBefore(round), ...(sums ? [sums.before] : []), round.period, ...until];
}

/**
 * Printed are last year and the round's year; in a shorter round the same period of last year, the period
 * itself and the year it is part of, with sums from the start of the year where they are asked for. The paper does not grow with the years.
 */
function columnsOf(
  reporting: Round,
  inputYears: readonly number[],
  has: { parts: boolean; sums: boolean },
): Pick<InputShape, 'printed' | 'earlier'> {
  const sums = sumsSoFar(reporting);
  const isSum = (period: number | string) =>
    !isYear(String(period)) && [sums?.before, sums?.until].includes(String(period));
  const column = (period: number | string): Omit<PeriodColumn, 'column'> => ({
    period: String(period),
    vintage: vintageIn(reporting, period),
    ofRound: isOfRound(reporting, period),
    ...(isSum(period) ? { isSum: true } : {}),
  });
  const isShort = reporting.frequency !== 'year' && has.parts;
  const parts = isShort ? partsOfYear(reporting).filter((part) => has.sums || !isSum(part)) : [];
  const printedYears = inputYears.slice(isShort ? -1 : -2);
  return {
    printed: [...parts, ...printedYears].map(column),
    earlier: inputYears.slice(0, inputYears.length - printedYears.length).map(column),
  };
}

function inputSheet(sheet: string, shape: InputShape, rows: (first: number) => InputRow[]): InputSheetLayout {
  const columns = placeColumns(shape);
  const find = (id: InputColumnId) => columns.find((one) => one.id === id)?.column;
  const at = (id: InputColumnId): number => {
    const column = find(id);
    if (column === undefined) throw new Error(`${sheet} has no column ${id}.`);
    return column;
  };
  const periodsOf = (id: InputColumnId) =>
    columns.flatMap((one) => (one.id === id && one.period ? [one.period] : []));
  return {
    sheet,
    headerRow: HEADER_ROW,
    // One row below the header carries the column letters and numbers of the form.
    rows: rows(HEADER_ROW + 2),
    columns,
    periods: periodsOf('period'),
    earlier: periodsOf('earlier'),
    form: shape.isForm
      ? {
          numerator: find('numerator') ?? null,
          denominator: find('denominator') ?? null,
          result: at('result'),
          plan: at('plan'),
          percent: at('percent'),
          before: at('before'),
        }
      : null,
    markColumn: at('mark'),
    reasonColumn: at('reason'),
    sourceColumn: at('source'),
    printTo: Math.max(...columns.filter(({ shown }) => shown === 'printed').map(({ column }) => column)),
    flagColumn: at('flag'),
    leftColumn: at('left'),
    checkColumn: at('check'),
    stateColumn: at('state'),
    trendColumn: find('trend') ?? null,
  };
}
