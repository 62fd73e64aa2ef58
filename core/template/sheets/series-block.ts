import type { MeasuredParts } from '../../observation/measured.ts';
import type { SeriesField, SeriesRefs, SeriesValues } from '../../target/kind.ts';
import { isUnsoundFormula } from '../../target/possible.ts';
import type { Series } from '../../target/series.ts';
import { figureKey, figureKeyOf } from '../../observation/key.ts';
import { absoluteAddress } from '../../sheet/address.ts';
import { partsOf } from '../../workbook/asked.ts';
import { fractionFigureFormula } from '../../workbook/percent-rows.ts';
import { sheetReference } from '../../sheet/draft.ts';
import type { Layout } from '../../workbook/layout.ts';
import type { WorkbookRequest } from '../../workbook/request.ts';

/** Where the year of the round stands on an indicator sheet. */
export const ROUND_CELL = { row: 5, column: 4 };
export const HEADER_ROW = 6;
/** Columns of an indicator sheet. */
export const COLUMN = {
  number: 2,
  name: 3,
  unit: 4,
  basis: 5,
  field: 6,
  baseYear: 7,
  baseValue: 8,
  firstYear: 9,
};

/** A series on its sheet: where its cells are, and what they hold. */
export interface SeriesBlock {
  series: Series;
  values: SeriesValues;
  sheet: string;
  /** First and last row. */
  top: number;
  bottom: number;
  /** References from another sheet. */
  refs: SeriesRefs;
}

/** References to the cells of a series whose rows start at `top`; with a sheet name, from another sheet. */
export function references(
  request: WorkbookRequest,
  layout: Layout,
  series: Series,
  fields: readonly SeriesField[],
  top: number,
  sheet: string,
): SeriesRefs {
  const at = (row: number, column: number) => {
    const address = absoluteAddress(row, column);
    return sheet === '' ? address : sheetReference(sheet, address);
  };
  const columnOf = (year: number) => {
    const offset = layout.years.indexOf(year);
    if (offset < 0) throw new Error(`The sheets have no column for the year ${year}.`);
    return COLUMN.firstYear + offset;
  };
  const rowOf = (field: SeriesField) => {
    const offset = fields.indexOf(field);
    if (offset < 0) throw new Error(`A series of kind ${series.kind} shows no row "${field}".`);
    return top + offset;
  };
  const pathRow = fields.includes('path') ? rowOf('path') : top;
  return {
    round: at(ROUND_CELL.row, ROUND_CELL.column),
    basis: at(top, COLUMN.basis),
    baseYear: at(pathRow, COLUMN.baseYear),
    baseValue: at(pathRow, COLUMN.baseValue),
    firstYear: layout.years[0] ?? request.round,
    year: (year) => at(HEADER_ROW, columnOf(year)),
    has: (field) => fields.includes(field),
    cell: (field, year) => at(rowOf(field), columnOf(year)),
    unsound(year) {
      const cells = inputCells(request, layout, series, year);
      if (cells === null) return null;
      const unsound = isUnsoundFormula(series.indicator, partsOf(series.indicator, request.catalogue), cells);
      const fraction =
        year === request.round - 1
          ? fractionFigureFormula(request, layout, figureKeyOf(series), cells.published)
          : null;
      if (fraction === null) return unsound;
      const isOne = `IF(ISNUMBER(${cells.published}),${fraction},FALSE)`;
      return unsound === null ? isOne : `OR(${unsound},${isOne})`;
    },
  };
}

/** Cells a series' figure of a year is typed in; null where the year is not asked for. */
export function inputCells(
  request: WorkbookRequest,
  layout: Layout,
  series: Series,
  year: number,
): MeasuredParts<string> | null {
  const stratum = series.stratum?.id ?? null;
  const { numerator, denominator } = partsOf(series.indicator, request.catalogue);
  const cell = (indicator: { id: string } | null) =>
    indicator && layout.figureCell(figureKey(indicator.id, stratum), year);
  const published = cell(series.indicator);
  return published === null
    ? null
    : { published, numerator: cell(numerator), denominator: cell(denominator) };
}
