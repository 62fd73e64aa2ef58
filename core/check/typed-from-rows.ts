import type { CsvReturn } from '../exchange/read-tables.ts';
import type { Place } from '../base/finding.ts';
import { figureKey } from '../observation/key.ts';
import { isLessSure, vintages } from '../observation/vintage.ts';
import { isOfRound } from '../round/round.ts';
import { askedColumns } from '../workbook/layout.ts';
import type { PlacedRequest } from '../workbook/placed.ts';
import type { TypedCell, TypedFigures } from '../rules/typed.ts';
import type { RawCell } from '../rules/figure/cell.ts';
import { reasonsOf } from '../returned/typed-figures.ts';

/**
 * The rows of a return in CSV files as the cells of the workbook it stands for: a figure without a row is a
 * blank cell. A row that was left out for an error of its own is no cell at all, so that its figure is not
 * called missing too.
 * @param where what the workbook asks for, and where
 */
export function typedFromRows(returned: CsvReturn, where: PlacedRequest): TypedFigures {
  return typedIn(returned, where, cellsOf(where));
}

/** The same of the rows about communes, by the commune's id. */
export function typedByUnit(returned: CsvReturn, where: PlacedRequest): Map<string, TypedFigures> {
  const cells = cellsOfCommune(where);
  const said = new Map(returned.byUnit.map((one) => [one.unit, one]));
  const units = where.request.byCommune?.units ?? [];
  return new Map(
    units.map(({ id }) => {
      const own = said.get(id) ?? { observations: [], remarks: [], unread: [] };
      const ofUnit = (key: string) => (key.startsWith(`${id}|`) ? [key.slice(id.length + 1)] : []);
      const leftOut = new Set([...returned.leftOut].flatMap(ofUnit));
      return [id, typedIn({ ...own, places: returned.places, leftOut }, where, cells)];
    }),
  );
}

function typedIn(
  {
    observations,
    unread,
    remarks,
    places,
    leftOut,
  }: Pick<CsvReturn, 'observations' | 'unread' | 'remarks' | 'places' | 'leftOut'>,
  where: PlacedRequest,
  asked: ReadonlySet<string>,
): TypedFigures {
  const found = new Map<string, TypedCell>();
  const put = (key: string, raw: RawCell, place: Place | undefined) =>
    found.set(key, { place: place ?? {}, raw });
  for (const one of unread) put(`${one.key}|${one.period}|${one.vintage}`, one.text, places.get(one));
  for (const one of observations) {
    const key = figureKey(one.indicator, one.stratum);
    put(`${key}|${one.period}|${one.vintage}`, one.figure, places.get(one));
  }
  const cells = new Map<string, TypedCell>();
  for (const key of asked) {
    const cell =
      found.get(key) ??
      lessSureOf(key, where)
        .map((one) => found.get(one))
        .find((one) => one);
    if (cell) cells.set(key, cell);
    else if (!leftOut.has(key)) cells.set(key, { place: {}, raw: null });
  }
  return { cells, reasons: reasonsOf(remarks), unknown: leftOut };
}

/**
 * The figures of a workbook, with the cells of the template that it no longer has.
 * @param where what the workbook asks for, and where
 */
export function withLostCells(typed: TypedFigures, where: PlacedRequest): TypedFigures {
  const lost = [...cellsOf(where)].filter((key) => !typed.cells.has(key));
  return lost.length === 0 ? typed : { ...typed, unknown: new Set(lost) };
}

/**
 * The rows that may stand for a cell of an earlier period beside its own: a figure that was filled in before it was
 * final travels as what it is.
 * @param cell `indicator|stratum|period|vintage`
 */
export function lessSureOf(cell: string, { request }: Pick<PlacedRequest, 'request'>): string[] {
  const [indicator, stratum, period = '', column] = cell.split('|');
  const vintage = vintages.find((one) => one === column);
  if (vintage === undefined || isOfRound(request.reporting, period)) return [];
  return vintages
    .filter((one) => isLessSure(one, vintage))
    .map((one) => [indicator, stratum, period, one].join('|'))
    .reverse();
}

/** The cells for figures in the row of each commune, by `indicator|stratum|period|vintage`. */
export function cellsOfCommune({ layout }: PlacedRequest): Set<string> {
  const columns = layout.byCommune?.columns ?? [];
  return new Set(columns.map(({ figure, period, vintage }) => `${figure.key}|${period}|${vintage}`));
}

/** The cells for figures of a workbook, by `indicator|stratum|period|vintage`. */
export function cellsOf({ request, layout }: PlacedRequest): Set<string> {
  return new Set(
    [layout.entry, layout.background].flatMap((input) =>
      input.rows.flatMap((row) =>
        'figure' in row
          ? askedColumns(input, row.figure, request.reporting).map(
              ({ period, vintage }) => `${row.figure.key}|${period}|${vintage}`,
            )
          : [],
      ),
    ),
  );
}
