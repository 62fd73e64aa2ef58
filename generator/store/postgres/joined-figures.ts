import {
  AMOUNT,
  namesIn,
  namesQuery,
  quoted,
  SAYS,
  SAYS_SOMETHING,
  type AskMany,
  type FigureColumns,
} from '../read-figures.ts';

/** Columns of doubles, none of them empty. */
type AskNumbers = (sql: string, columns: number) => Promise<Float64Array[]>;

/** The figures among observations; joining to numbered names is cheaper than a text for every figure. */
export async function joinedFigures(
  few: AskMany['few'],
  numbers: AskNumbers,
  observed: string,
): Promise<FigureColumns> {
  const rows = await few(namesQuery(observed));
  const { names } = namesIn(rows.length, (row) => rows[row] ?? []);
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
