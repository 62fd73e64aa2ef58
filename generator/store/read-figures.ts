import {
  AMOUNT_DECIMALS,
  LARGEST_AMOUNT,
  SAID,
  type FigureTable,
} from '../../core/consolidate/figure-table.ts';
import { figureKey } from '../../core/observation/key.ts';
import { PLANNER } from '../../core/store/entry.ts';
import type { StoredEntry } from '../../core/store/model.ts';
import { COLUMNS, entryOfRow } from './entry-query.ts';
import type { FigureScan } from './figure-scan.ts';

/** A cell of an answer. */
export type Cell = string | number | null;

/** A piece of an answer of many rows, of which a row is decoded when somebody wants it. */
export interface Rows {
  count: number;
  /** The first two cells of a row, whole numbers. */
  place: (row: number) => [number, number];
  cells: (row: number) => Cell[];
}

/** Asks a database in the way in which it gives many rows fastest. All answers are of one moment. */
export interface AskMany {
  /** Few rows. */
  few: (sql: string) => Promise<Cell[][]>;
  /** Columns of doubles, none of them empty. @param columns how many there are */
  numbers: (sql: string, columns: number) => Promise<Float64Array[]>;
  rows: (sql: string) => Promise<Rows[]>;
}

const SAYS_SOMETHING = '(digits IS NOT NULL OR sign IS NOT NULL)';
const LARGEST_NUMBER = LARGEST_AMOUNT / 10 ** AMOUNT_DECIMALS;

/** What {@link saidIn} says of an entry. */
const SAYS = `CASE
  WHEN reporter = '${PLANNER}' THEN ${SAID.look}
  WHEN digits IS NOT NULL THEN CASE
    WHEN value IS NOT NULL AND abs(value) < ${LARGEST_NUMBER}
      AND (strpos(digits, '.') = 0 OR length(digits) - strpos(digits, '.') <= ${AMOUNT_DECIMALS})
    THEN ${SAID.number} ELSE ${SAID.look} END
  WHEN sign = '-' THEN ${SAID['-']} WHEN sign = '...' THEN ${SAID['...']} WHEN sign = 'x' THEN ${SAID.x}
  ELSE ${SAID.look} END`;

/**
 * Reads the figures of a period as columns, in the SQL that DuckDB and PostgreSQL share.
 * @param entries the table, or what is asked in its place
 */
export async function scanFigures(ask: AskMany, period: string, entries = 'entries'): Promise<FigureScan> {
  const observed = `FROM ${entries} AS e WHERE "table" = 'observations' AND period = ${quoted(period)}`;
  const units = (await ask.few(`SELECT DISTINCT unit ${observed} AND ${SAYS_SOMETHING} ORDER BY unit`)).map(
    ([unit]) => String(unit),
  );
  const series = (
    await ask.few(
      `SELECT indicator, stratum, CAST(count(*) AS INTEGER) ${observed}
       GROUP BY indicator, stratum ORDER BY indicator, stratum`,
    )
  ).map(([indicator, stratum, lines]) => ({
    names: [String(indicator), String(stratum)] as const,
    lines: Number(lines),
  }));
  const [unit, key, of, row, said, amount] = (
    units.length === 0
      ? Array.from({ length: 6 }, () => new Float64Array())
      : await ask.numbers(
          // Joining to numbered names is cheaper than a text for every figure.
          `SELECT ${['u.n', 'k.n', 'e."return"', 'e."row"', SAYS, `CASE WHEN (${SAYS}) = ${SAID.number} THEN round(CAST(value AS DOUBLE PRECISION) * ${10 ** AMOUNT_DECIMALS}) ELSE 0 END`].map((one) => `CAST(${one} AS DOUBLE PRECISION)`).join(', ')}
           FROM (SELECT unit, indicator, stratum, "return", "row", reporter, digits, value, sign
             ${observed} AND ${SAYS_SOMETHING}) AS e
           JOIN (VALUES ${numbered(units.map((name) => [name]))}) AS u (unit, n) ON u.unit = e.unit
           JOIN (VALUES ${numbered(series.map(({ names }) => names))}) AS k (indicator, stratum, n)
             ON k.indicator = e.indicator AND k.stratum = e.stratum`,
          6,
        )
  ) as [Float64Array, Float64Array, Float64Array, Float64Array, Float64Array, Float64Array];
  for (let at = 0; at < amount.length; at += 1) if (said[at] !== SAID.number) amount[at] = 0;
  const known = new Map<number, () => StoredEntry>();
  const table: FigureTable = {
    units,
    keys: series.map(({ names: [indicator, stratum] }) => figureKey(indicator, stratum)),
    lines: series.map(({ lines }) => lines),
    unit: Int32Array.from(unit),
    key: Int32Array.from(key),
    of: Int32Array.from(of),
    said: Uint8Array.from(said),
    amount,
    entry: (at) => {
      const read = known.get(at);
      if (!read) throw new RangeError(`The entry of figure ${at} was not read.`);
      return read();
    },
  };
  const places = new Map<number, Map<number, number>>();
  const fill = () => {
    for (const [at, ofReturn] of table.of.entries()) {
      const own = places.get(ofReturn) ?? new Map<number, number>();
      places.set(ofReturn, own.set(row[at] ?? 0, at));
    }
  };
  const read: FigureScan['read'] = async (which) => {
    if (which.length === 0) return;
    if (places.size === 0) fill();
    // A long list is dearer than everything.
    const isFew = which !== 'all' && which.length <= MOST_NAMED;
    const named = isFew
      ? ` AND ("return", "row") IN (${which.map((at) => `(${of[at]}, ${row[at]})`).join(', ')})`
      : '';
    const found = await ask.rows(
      `SELECT "return", "row", ${COLUMNS.join(', ')} ${observed} AND ${SAYS_SOMETHING}${named}`,
    );
    for (const rows of found)
      for (let at = 0; at < rows.count; at += 1) {
        const [ofReturn, line] = rows.place(at);
        const place = places.get(ofReturn)?.get(line);
        if (place !== undefined)
          known.set(
            place,
            once(() => entryOfRow(rows.cells(at))),
          );
      }
  };
  return { table, read };
}

const MOST_NAMED = 2000;

/** Names as rows in their order, each with a number from 0. */
function numbered(rows: readonly (readonly string[])[]): string {
  return rows.map((names, at) => `(${names.map(quoted).join(', ')}, ${at})`).join(', ');
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

/** Texts are decoded when somebody reads them, and only once. */
function once<Value>(make: () => Value): () => Value {
  let made: { value: Value } | null = null;
  return () => (made ??= { value: make() }).value;
}
