import { isOfRound, vintageIn } from '../round/round.ts';
import { isYear } from '../period/period.ts';
import type { Vintage } from '../observation/vintage.ts';
import { isCountedBy, type AskedFigure } from './asked.ts';
import { askedByCommune } from './by-commune.ts';
import type { CommuneName } from './commune-part.ts';
import type { WorkbookRequest } from './request.ts';

/** A column of the table by commune: a figure in a period of the round. */
export interface CommuneColumn {
  column: number;
  figure: AskedFigure;
  /** SDMX period. */
  period: string;
  vintage: Vintage;
}

/** Where the table by commune stands: communes down, figures across. */
export interface CommuneLayout {
  headerRow: number;
  columns: CommuneColumn[];
  rows: { row: number; unit: CommuneName }[];
  /** What is written beside a commune's figures. */
  noteColumn: number;
  /** What the communes come to, and what the form has for the province. */
  sumRow: number;
  provinceRow: number;
}

/** Rows of headings: figure, period and unit of measure, number of the column. */
const HEADS = 3;
export const COMMUNE_HEADER_ROW = 6;
/** Heading of the names of communes. */
export const COMMUNE_HEAD = 'Xã, phường, đặc khu';
/** Number, code and name of a commune stand before its figures. */
const FIRST_COLUMN = 5;

/** Places the table by commune; null where nothing is reported commune by commune in the round. */
export function communeLayout(
  request: Pick<WorkbookRequest, 'byCommune' | 'catalogue' | 'reporting' | 'round'>,
): CommuneLayout | null {
  const { byCommune, reporting, round } = request;
  const figures = askedByCommune(request);
  const periods = [...new Set([reporting.period, String(round)])].filter((one) => isOfRound(reporting, one));
  const columns = figures.flatMap((figure) =>
    periods
      .filter((period) => isYear(period) || isCountedBy(figure.indicator, reporting.frequency))
      .map((period) => ({ figure, period, vintage: vintageIn(reporting, period) })),
  );
  if (!byCommune || columns.length === 0 || byCommune.units.length === 0) return null;
  const rows = byCommune.units.map((unit, at) => ({ row: COMMUNE_HEADER_ROW + HEADS + at, unit }));
  const last = COMMUNE_HEADER_ROW + HEADS + rows.length;
  return {
    headerRow: COMMUNE_HEADER_ROW,
    columns: columns.map((one, at) => ({ ...one, column: FIRST_COLUMN + at })),
    rows,
    noteColumn: FIRST_COLUMN + columns.length,
    sumRow: last,
    provinceRow: last + 1,
  };
}
