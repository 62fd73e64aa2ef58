import type { Domain } from '../catalogue/schema.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import { figureKey, type Series } from '../target/series.ts';
import { absoluteAddress } from './address.ts';
import { needsBaseline, partsOf, type Asked, type AskedFigure } from './asked.ts';
import { sheetNames } from './contract.ts';
import { sheetReference } from './draft.ts';
import type { WorkbookRequest } from './request.ts';

/** A row of an input sheet: a heading, or a figure with one cell per year. */
export type InputRow =
  | { row: number; heading: string }
  | { row: number; figure: AskedFigure; number: string; series: Series | null };

/** A row that holds a figure. */
export type FigureRow = Extract<InputRow, { figure: AskedFigure }>;

/** An input sheet's rows and columns; both input sheets share the shape. */
export interface InputSheetLayout {
  sheet: string;
  headerRow: number;
  rows: InputRow[];
  /** Column of the first year. */
  firstYearColumn: number;
  /** The year's result, plan value, percent of plan, against the year before: on the form only. */
  form: { result: number; plan: number; percent: number; before: number } | null;
  markColumn: number;
  reasonColumn: number;
  /** Hidden columns: whether an owed figure is there, and each figure's part of the check number. */
  doneColumn: number;
  checkColumn: number;
  /** A line over the years, on the screen only; null while there is but one year. */
  trendColumn: number | null;
}

/** Rows of the baseline sheet. */
export interface BaselineLayout {
  sheet: string;
  headerRow: number;
  rows: { row: number; key: string; series: Series }[];
  yearColumn: number;
  valueColumn: number;
  sourceColumn: number;
}

/** Where every input of a workbook stands; formulas of other sheets are written from it. */
export interface Layout {
  /** Years the round can hold figures for: the plan's first round to the round reported in. */
  inputYears: number[];
  /** Years across the indicator sheets: the plan's whole period. */
  years: number[];
  entry: InputSheetLayout;
  background: InputSheetLayout;
  baselines: BaselineLayout;
  /** Domains that have series, in the catalogue's order. */
  domains: { domain: Domain; series: Series[] }[];
  /** Absolute reference of a figure's cell, or null where the figure or year is not asked for. */
  figureCell: (key: string, year: number) => string | null;
  /** Absolute reference of a baseline's year and value, or null where the sheet has no such row. */
  baselineCells: (key: string) => { year: string; value: string } | null;
}

const HEADER_ROW = 6;
const FIRST_YEAR_COLUMN = 5;

/** Places every input; pure bookkeeping, the sheets are written from it. */
export function layOut(request: WorkbookRequest, asked: Asked): Layout {
  const { plans, catalogue, round } = request;
  const firstRound = Math.min(...plans.map((plan) => firstYear(plan.file.firstRound)));
  const inputYears = yearsBetween(firstRound, round);
  const domains = [...catalogue.domains.values()]
    .map((domain) => ({ domain, series: asked.series.filter((one) => one.indicator.domain === domain.id) }))
    .filter(({ series }) => series.length > 0);
  const entry = inputSheet(sheetNames.entry, inputYears, true, entryRows(asked, domains, catalogue));
  const background = inputSheet(sheetNames.background, inputYears, false, backgroundRows(asked, catalogue));
  // A unit the plan is not of needs a base only for what was assigned to it.
  const based = domains.flatMap((one) => one.series).filter((one) => one.own || one.assigned.size > 0);
  const baselines = baselineSheet(based);
  const places = new Map(
    [entry, background].flatMap((layout) =>
      layout.rows.flatMap((row) =>
        'figure' in row ? [[row.figure.key, { layout, row: row.row }] as const] : [],
      ),
    ),
  );
  return {
    inputYears,
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
    figureCell(key, year) {
      const place = places.get(key);
      const offset = inputYears.indexOf(year);
      if (!place || offset < 0) return null;
      return sheetReference(
        place.layout.sheet,
        absoluteAddress(place.row, place.layout.firstYearColumn + offset),
      );
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

function yearsBetween(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, offset) => from + offset);
}

function inputSheet(
  sheet: string,
  inputYears: readonly number[],
  isForm: boolean,
  rows: (first: number) => InputRow[],
): InputSheetLayout {
  const next = FIRST_YEAR_COLUMN + inputYears.length;
  const markColumn = isForm ? next + 4 : next;
  return {
    sheet,
    headerRow: HEADER_ROW,
    // One row below the header carries the column letters and numbers of the form.
    rows: rows(HEADER_ROW + 2),
    firstYearColumn: FIRST_YEAR_COLUMN,
    form: isForm ? { result: next, plan: next + 1, percent: next + 2, before: next + 3 } : null,
    markColumn,
    reasonColumn: markColumn + 1,
    doneColumn: markColumn + 2,
    checkColumn: markColumn + 3,
    trendColumn: inputYears.length > 1 ? markColumn + 4 : null,
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

function baselineSheet(series: readonly Series[]): BaselineLayout {
  const rows: BaselineLayout['rows'] = [];
  for (const one of series.filter(needsBaseline)) {
    const key = figureKey(one.indicator.id, one.stratum?.id ?? null);
    if (!rows.some((row) => row.key === key))
      rows.push({ row: HEADER_ROW + 2 + rows.length, key, series: one });
  }
  return {
    sheet: sheetNames.baselines,
    headerRow: HEADER_ROW,
    rows,
    yearColumn: 5,
    valueColumn: 6,
    sourceColumn: 7,
  };
}
