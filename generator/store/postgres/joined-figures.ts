import { SAID } from '../../../core/consolidate/figure-table.ts';
import {
  AMOUNT,
  quoted,
  SAYS,
  SAYS_SOMETHING,
  type AskMany,
  type Cell,
  type FigureColumns,
  type FigureNames,
} from '../read-figures.ts';

/** Columns of doubles, none of them empty. */
type AskNumbers = (sql: string, columns: number) => Promise<Float64Array[]>;

/** The figures among observations; joining to numbered names is cheaper than a text for every figure. */
export async function joinedFigures(
  few: AskMany['few'],
  numbers: AskNumbers,
  observed: string,
): Promise<FigureColumns> {
  const names = namesIn(await few(namesQuery(observed)));
  const { units, series } = names;
  const wanted = ['u.n', 'k.n', 'e."return"', 'e."row"', SAYS, AMOUNT];
  const [unit, key, of, row, said, amount = new Float64Array()] =
    units.length === 0
      ? []
      : await numbers(
          `SELECT ${wanted.map((one) => `CAST(${one} AS DOUBLE PRECISION)`).join(', ')}
           FROM (SELECT unit, indicator, stratum, "return", "row", reporter, digits, value, sign
             ${observed} AND ${SAYS_SOMETHING}) AS e
           JOIN (VALUES ${numbered(units.map((name) => [name]))}) AS u (unit, n) ON u.unit = e.unit
           JOIN (VALUES ${numbered(series.map((one) => one.names))}) AS k (indicator, stratum, n)
             ON k.indicator = e.indicator AND k.stratum = e.stratum`,
          wanted.length,
        );
  const whole = (column: Float64Array = new Float64Array()) => new Int32Array(column);
  for (let at = 0; at < amount.length; at += 1) if (said?.[at] !== SAID.number) amount[at] = 0;
  return {
    names,
    unit: whole(unit),
    key: whole(key),
    of: whole(of),
    row: whole(row),
    said: new Uint8Array(whole(said)),
    amount,
  };
}

/** Names as rows in their order, each with a number from 0. */
function numbered(rows: readonly (readonly string[])[]): string {
  return rows.map((names, at) => `(${names.map(quoted).join(', ')}, ${at})`).join(', ');
}

/** Asks for the names of units and series in one pass: a row is about a unit, or about a series. */
function namesQuery(observed: string): string {
  return `SELECT unit, indicator, stratum, CAST(count(*) AS INTEGER) AS lines,
    CAST(count(*) FILTER (WHERE ${SAYS_SOMETHING}) AS INTEGER) AS figures
    ${observed} GROUP BY GROUPING SETS ((unit), (indicator, stratum)) ORDER BY unit, indicator, stratum`;
}

/** The names in an answer to {@link namesQuery}. */
function namesIn(rows: readonly (readonly Cell[])[]): FigureNames {
  const [units, series] = [[] as string[], [] as FigureNames['series'][number][]];
  for (const [unit, indicator, stratum, lines, figures] of rows)
    if (unit === null) {
      const blank = Number(lines) - Number(figures);
      series.push({ names: [String(indicator), String(stratum)], blank });
    } else if (Number(figures) > 0) units.push(String(unit));
  return { units, series };
}
