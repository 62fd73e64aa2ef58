import { isOfRound, vintageIn } from '../round/round.ts';
import { inYear, isYear, parsePeriod } from '../period/period.ts';
import type { Vintage } from '../observation/vintage.ts';
import { isCountedBy, type AskedFigure } from './asked.ts';
import { askedByCommune } from './by-commune.ts';
import type { ByCommune, CommuneName } from './commune-part.ts';
import { figureKeyOf } from '../observation/key.ts';
import { seriesOf } from '../target/plan-series.ts';
import type { Series } from '../target/series.ts';
import type { WorkbookRequest } from './request.ts';

/** A column of the table by commune: a figure in a period of the round. */
export interface CommuneColumn {
  column: number;
  figure: AskedFigure;
  /** SDMX period, and the same one of the year before. */
  period: string;
  before: string;
  vintage: Vintage;
}

/** A column that is only looked at: last year's figure of a column, or what was assigned of a series. */
export type CommuneReference = { column: number } & (
  { kind: 'before'; of: CommuneColumn } | { kind: 'assigned'; key: string; series: Series }
);

/** Where the table by commune stands: communes down, figures across. */
export interface CommuneLayout {
  headerRow: number;
  columns: CommuneColumn[];
  rows: { row: number; unit: CommuneName }[];
  /** What is written beside a commune's figures. */
  noteColumn: number;
  /**
   * Columns to look at behind the note, so that those that are typed into stand side by side and take a table that
   * is pasted.
   */
  references: CommuneReference[];
  /** The last column that is shown. */
  lastColumn: number;
  /** What the communes come to, and what the form has for the province. */
  sumRow: number;
  provinceRow: number;
}

/** Rows of headings: figure, period and unit of measure, number of the column. */
const HEADS = 3;
export const COMMUNE_HEADER_ROW = 6;
/** Heading of the names of communes. */
export const COMMUNE_HEAD = 'Xã, phường, đặc khu';
/** What stands before the name of a figure over the column of last year's. */
export const BEFORE_HEAD = 'Số năm trước';
/** So many numbers typed into such a column are meant for another; fewer may be corrections. A convention. */
export const FEWEST_IN_BEFORE = 3;

/** The name of the figure whose numbers of last year a heading is of; null for any other heading. */
export function figureBefore(head: string): string | null {
  return head.startsWith(`${BEFORE_HEAD}: `) ? head.slice(BEFORE_HEAD.length + 2) : null;
}

/** Number, code and name of a commune stand before its figures. */
const FIRST_COLUMN = 5;

/** Places the table by commune; null where nothing is reported commune by commune in the round. */
export function communeLayout(
  request: Pick<WorkbookRequest, 'byCommune' | 'catalogue' | 'plans' | 'reporting'>,
): CommuneLayout | null {
  const { byCommune } = request;
  const columns = columnsByCommune({ ...request, figures: byCommune?.figures ?? [] });
  if (!byCommune || columns.length === 0 || byCommune.units.length === 0) return null;
  const rows = byCommune.units.map((unit, at) => ({ row: COMMUNE_HEADER_ROW + HEADS + at, unit }));
  const last = COMMUNE_HEADER_ROW + HEADS + rows.length;
  const placed = columns.map((one, at) => ({ ...one, column: FIRST_COLUMN + at }));
  const noteColumn = FIRST_COLUMN + columns.length;
  const references = referencesOf(request, byCommune, placed, noteColumn + 1);
  return {
    headerRow: COMMUNE_HEADER_ROW,
    columns: placed,
    rows,
    noteColumn,
    references,
    lastColumn: noteColumn + references.length,
    sumRow: last,
    provinceRow: last + 1,
  };
}

/** The figures of the table, each in every period of the round for which it is counted. */
export function columnsByCommune({
  figures,
  catalogue,
  reporting,
}: Pick<ByCommune, 'figures'> & Pick<WorkbookRequest, 'catalogue' | 'reporting'>): Omit<
  CommuneColumn,
  'column'
>[] {
  const periods = [...new Set([reporting.period, String(reporting.year)])].filter((one) =>
    isOfRound(reporting, one),
  );
  return askedByCommune({ byCommune: { figures }, catalogue }).flatMap((figure) =>
    periods
      .filter((period) => isYear(period) || isCountedBy(figure.indicator, reporting.frequency))
      .map((period) => ({
        figure,
        period,
        before: yearBefore(period),
        vintage: vintageIn(reporting, period),
      })),
  );
}

/** Last year's figures where any is known, in the order of the figures; then what was assigned for the year. */
function referencesOf(
  { plans }: Pick<WorkbookRequest, 'plans'>,
  { before, assigned }: ByCommune,
  columns: readonly CommuneColumn[],
  first: number,
): CommuneReference[] {
  const known = new Set(before.map(({ key, period }) => `${key}|${period}`));
  const given = new Set(assigned.map(({ key }) => key));
  const last = columns.flatMap((of) => {
    return known.has(`${of.figure.key}|${of.before}`) ? [{ kind: 'before' as const, of }] : [];
  });
  const series = new Map(
    plans.flatMap(seriesOf).flatMap((one) => {
      const key = figureKeyOf(one);
      return given.has(key) ? [[key, one] as const] : [];
    }),
  );
  const values = [...series].map(([key, one]) => ({ kind: 'assigned' as const, key, series: one }));
  return [...last, ...values].map((one, at) => ({ ...one, column: first + at }));
}

function yearBefore(period: string): string {
  const parsed = parsePeriod(period);
  return parsed ? inYear(parsed, parsed.year - 1).text : period;
}
