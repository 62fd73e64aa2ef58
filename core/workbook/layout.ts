import { kindOf } from '../target/kinds/index.ts';
import type { Domain } from '../catalogue/schema.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import type { Series } from '../target/series.ts';
import { figureKey } from '../observation/key.ts';
import { absoluteAddress } from '../sheet/address.ts';
import { isYear } from '../period/period.ts';
import { periodBefore, vintageIn, type Round } from '../round/round.ts';
import { isCountedBy, partsOf, type Asked, type AskedFigure } from './asked.ts';
import { sheetNames } from './contract.ts';
import type { Vintage } from '../observation/vintage.ts';
import { sheetReference } from '../sheet/draft.ts';
import type { WorkbookRequest } from './request.ts';

/** A row of an input sheet: a heading, or a figure with one cell per period. */
export type InputRow =
  | { row: number; heading: string }
  | { row: number; figure: AskedFigure; number: string; series: Series | null };

/** A row that holds a figure. */
export type FigureRow = Extract<InputRow, { figure: AskedFigure }>;

/** A column of figures on an input sheet: a year, or the part of a year a shorter round reports on. */
export interface PeriodColumn {
  column: number;
  /** SDMX period. */
  period: string;
  vintage: Vintage;
  /** Whether it belongs to the round itself, and so is owed and counts for the check number. */
  ofRound: boolean;
}

/** An input sheet's rows and columns; both input sheets share the shape. */
export interface InputSheetLayout {
  sheet: string;
  headerRow: number;
  rows: InputRow[];
  /** Columns of figures on the printed form, from the left: last year or its same period, then the round's. */
  periods: PeriodColumn[];
  /** Columns of the years before, beside the printed form. */
  earlier: PeriodColumn[];
  /** The year's result, plan value, percent of plan, against the year before: on the form only. */
  form: { result: number; plan: number; percent: number; before: number } | null;
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

/** Rows of the baseline sheet. */
export interface BaselineLayout {
  sheet: string;
  headerRow: number;
  /** `plans` are those whose paths and verdicts start from the baseline, in the request's order. */
  rows: { row: number; key: string; series: Series; plans: string[] }[];
  yearColumn: number;
  valueColumn: number;
  sourceColumn: number;
  /** Which plans use a baseline; null in a workbook of one plan. */
  plansColumn: number | null;
}

/** Where every input of a workbook stands; formulas of other sheets are written from it. */
export interface Layout {
  /** Years the round can hold figures for: the plan's first round to the round reported in. */
  inputYears: number[];
  /** Every period that has a column of figures, earliest year first; a shorter round's own come last. */
  periods: string[];
  /** Years across the indicator sheets: the plan's whole period. */
  years: number[];
  entry: InputSheetLayout;
  background: InputSheetLayout;
  baselines: BaselineLayout;
  /** Domains that have series, in the catalogue's order. */
  domains: { domain: Domain; series: Series[] }[];
  /** Absolute reference of a figure's cell, or null where the figure is not asked for in the period. */
  figureCell: (key: string, period: number | string) => string | null;
  /** Absolute reference of a baseline's year and value, or null where the sheet has no such row. */
  baselineCells: (key: string) => { year: string; value: string } | null;
}

const HEADER_ROW = 6;
const FIRST_PERIOD_COLUMN = 5;

/** Places every input; pure bookkeeping, the sheets are written from it. */
export function layOut(request: WorkbookRequest, asked: Asked): Layout {
  const { plans, catalogue, round, reporting } = request;
  const firstRound = Math.min(...plans.map((plan) => firstYear(plan.file.firstRound)));
  const inputYears = yearsBetween(firstRound, round);
  const domains = [...catalogue.domains.values()]
    .map((domain) => ({ domain, series: asked.series.filter((one) => one.indicator.domain === domain.id) }))
    .filter(({ series }) => series.length > 0);
  const entry = inputSheet(
    sheetNames.entry,
    columnsOf(reporting, inputYears, true),
    true,
    entryRows(asked, domains, catalogue),
  );
  // A shorter round has columns on the sheet of shared counts only where one of them is known for it.
  const hasParts = asked.figures.some(
    (figure) => figure.part === 'background' && isCountedBy(figure.indicator, reporting.frequency),
  );
  const background = inputSheet(
    sheetNames.background,
    columnsOf(reporting, inputYears, hasParts),
    false,
    backgroundRows(asked, catalogue),
  );
  // A unit the plan is not of needs a base only for what was assigned to it.
  const based = domains.flatMap((one) => one.series).filter((one) => one.own || one.assigned.size > 0);
  const baselines = baselineSheet(
    based,
    plans.map(({ file }) => file.id),
  );
  const places = new Map(
    [entry, background].flatMap((layout) =>
      layout.rows.flatMap((row) =>
        'figure' in row ? [[row.figure.key, { layout, row: row.row, figure: row.figure }] as const] : [],
      ),
    ),
  );
  return {
    inputYears,
    periods: [
      ...inputYears.map(String),
      ...(reporting.frequency === 'year' ? [] : [periodBefore(reporting), reporting.period]),
    ],
    years: yearsBetween(
      Math.min(firstRound, ...plans.map((plan) => plan.file.period.from)),
      Math.max(
        ...plans.map((plan) => plan.file.period.to),
        ...asked.series.flatMap((one) => one.segments.map((part) => part.yearTo)),
      ),
    ),
    entry,
    background,
    baselines,
    domains,
    figureCell(key, period) {
      const place = places.get(key);
      if (!place) return null;
      const { layout, row, figure } = place;
      const column = askedColumns(layout, figure, reporting).find((one) => one.period === String(period));
      return column ? sheetReference(layout.sheet, absoluteAddress(row, column.column)) : null;
    },
    baselineCells(key) {
      const found = baselines.rows.find((row) => row.key === key);
      if (!found) return null;
      return {
        year: sheetReference(baselines.sheet, absoluteAddress(found.row, baselines.yearColumn)),
        value: sheetReference(baselines.sheet, absoluteAddress(found.row, baselines.valueColumn)),
      };
    },
  };
}

/** The year of an annual period such as `2021`; shorter periods belong to the year they lie in. */
export function firstYear(period: string): number {
  return Number(period.slice(0, 4));
}

/** The columns a figure is asked for in: all, but for parts of a year in which it is not counted. */
export function askedColumns(
  { periods, earlier }: Pick<InputSheetLayout, 'periods' | 'earlier'>,
  { indicator }: Pick<AskedFigure, 'indicator'>,
  { frequency }: Round,
): PeriodColumn[] {
  const inParts = isCountedBy(indicator, frequency);
  return [...earlier, ...periods].filter(({ period }) => inParts || isYear(period));
}

function yearsBetween(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, offset) => from + offset);
}

type Column = Omit<PeriodColumn, 'column'>;

/**
 * Printed are last year and the round's year; in a shorter round the same period of last year, the period
 * itself and the year it is part of. The paper does not grow with the years.
 */
function columnsOf(
  reporting: Round,
  inputYears: readonly number[],
  withParts: boolean,
): { printed: Column[]; earlier: Column[] } {
  const column = (period: number | string): Column => ({
    period: String(period),
    vintage: vintageIn(reporting, period),
    ofRound: String(period) === reporting.period || period === reporting.year,
  });
  const isShort = reporting.frequency !== 'year' && withParts;
  const printedYears = inputYears.slice(isShort ? -1 : -2);
  return {
    printed: [...(isShort ? [periodBefore(reporting), reporting.period] : []), ...printedYears].map(column),
    earlier: inputYears.slice(0, inputYears.length - printedYears.length).map(column),
  };
}

function inputSheet(
  sheet: string,
  columns: { printed: Column[]; earlier: Column[] },
  isForm: boolean,
  rows: (first: number) => InputRow[],
): InputSheetLayout {
  let last = FIRST_PERIOD_COLUMN - 1;
  const next = () => (last += 1);
  const place = (column: Column): PeriodColumn => ({ column: next(), ...column });
  const periods = columns.printed.map(place);
  const form = isForm ? { result: next(), plan: next(), percent: next(), before: next() } : null;
  const markColumn = next();
  const reasonColumn = next();
  // Paper is wide enough for it only where there is no comparison with the plan.
  const printedSource = isForm ? null : next();
  const printTo = last;
  const flagColumn = next();
  const leftColumn = next();
  const checkColumn = next();
  const stateColumn = next();
  const sourceColumn = printedSource ?? next();
  const earlier = columns.earlier.map(place);
  return {
    sheet,
    headerRow: HEADER_ROW,
    // One row below the header carries the column letters and numbers of the form.
    rows: rows(HEADER_ROW + 2),
    periods,
    earlier,
    form,
    markColumn,
    reasonColumn,
    sourceColumn,
    printTo,
    flagColumn,
    leftColumn,
    checkColumn,
    stateColumn,
    trendColumn: earlier.length > 1 ? next() : null,
  };
}

function entryRows(asked: Asked, domains: Layout['domains'], catalogue: Catalogue) {
  return (first: number): InputRow[] => {
    const open = new Map(
      asked.figures.filter((one) => one.part !== 'background').map((one) => [one.key, one]),
    );
    const rows: InputRow[] = [];
    let row = first;
    let number = 0;
    for (const { domain, series } of domains) {
      rows.push({ row: row++, heading: domain.name.vi });
      for (const one of series) {
        const stratum = one.stratum?.id ?? null;
        const own = figureKey(one.indicator.id, stratum);
        const counted = partsOf(one.indicator, catalogue).numerator;
        const keys = counted ? [own, figureKey(counted.id, stratum)] : [own];
        if (open.has(own)) number += 1;
        keys.forEach((key, part) => {
          const figure = open.get(key);
          if (!figure) return;
          open.delete(key);
          rows.push({
            row: row++,
            figure,
            number: part === 0 ? `${number}` : `${number}.${part}`,
            series: one,
          });
        });
      }
    }
    return rows;
  };
}

function backgroundRows(asked: Asked, catalogue: Catalogue) {
  return (first: number): InputRow[] => {
    const rows: InputRow[] = [];
    let row = first;
    let number = 0;
    for (const domain of catalogue.domains.values()) {
      const figures = asked.figures.filter(
        (one) => one.part === 'background' && one.indicator.domain === domain.id,
      );
      if (figures.length === 0) continue;
      rows.push({ row: row++, heading: domain.name.vi });
      for (const figure of figures) {
        number += 1;
        rows.push({ row: row++, figure, number: `${number}`, series: null });
      }
    }
    return rows;
  };
}

function baselineSheet(series: readonly Series[], plans: readonly string[]): BaselineLayout {
  const rows: BaselineLayout['rows'] = [];
  for (const one of series.filter((each) => kindOf(each).startsFromBaseline)) {
    const key = figureKey(one.indicator.id, one.stratum?.id ?? null);
    const row = rows.find((other) => other.key === key);
    if (!row) rows.push({ row: HEADER_ROW + 2 + rows.length, key, series: one, plans: [one.plan] });
    else if (!row.plans.includes(one.plan)) row.plans.push(one.plan);
  }
  for (const row of rows) row.plans.sort((a, b) => plans.indexOf(a) - plans.indexOf(b));
  return {
    sheet: sheetNames.baselines,
    headerRow: HEADER_ROW,
    rows,
    yearColumn: 5,
    valueColumn: 6,
    sourceColumn: 7,
    plansColumn: plans.length > 1 ? 8 : null,
  };
}
