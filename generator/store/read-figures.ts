import {
  AMOUNT_DECIMALS,
  LARGEST_AMOUNT,
  SAID,
  type FigureTable,
} from '../../core/consolidate/figure-table.ts';
import { figureKey } from '../../core/observation/key.ts';
import { PLANNER } from '../../core/store/entry.ts';
import type { StoredEntry } from '../../core/store/model.ts';
import type { FigureScan } from './figure-scan.ts';
import { COLUMNS, entryOfRow } from './entry-query.ts';

/** A piece of an answer of DuckDB, column by column. */
interface Chunk {
  rowCount: number;
  columnCount: number;
  getColumnVector: (column: number) => { getItem: (row: number) => unknown };
}

/** Asks DuckDB: chunks of columns are many times faster than rows. */
export type AskChunks = (sql: string, values: string[]) => Promise<Chunk[]>;

const OBSERVED = `"table" = 'observations' AND period = $1`;
const FIGURES = `${OBSERVED} AND (digits IS NOT NULL OR sign IS NOT NULL)`;
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

/** Reads the figures of a period out of DuckDB. */
export async function scanFigures(ask: AskChunks, period: string): Promise<FigureScan> {
  const [units] = columnsIn(
    await ask(`SELECT DISTINCT unit FROM entries WHERE ${FIGURES} ORDER BY unit`, [period]),
    1,
  );
  const [indicators, strata, lines] = columnsIn(
    await ask(
      `SELECT indicator, stratum, count(*)::INTEGER FROM entries WHERE ${OBSERVED}
       GROUP BY indicator, stratum ORDER BY indicator, stratum`,
      [period],
    ),
    3,
  );
  // Joining to numbered names is cheaper than a text for every figure.
  const chunks = await ask(
    `SELECT u.n, k.n, e."return", e."row", ${SAYS} AS said, coalesce(round(value::DOUBLE * ${10 ** AMOUNT_DECIMALS}), 0)
     FROM entries e
     JOIN (SELECT ${listed(units)} AS unit, ${numbers(units)} AS n) u USING (unit)
     JOIN (SELECT ${listed(indicators)} AS indicator, ${listed(strata)} AS stratum, ${numbers(indicators)} AS n) k
       USING (indicator, stratum)
     WHERE ${FIGURES}`,
    [period],
  );
  const count = chunks.reduce((sum, { rowCount }) => sum + rowCount, 0);
  const [unit, key, of, row] = [0, 1, 2, 3].map(() => new Int32Array(count)) as [
    Int32Array,
    Int32Array,
    Int32Array,
    Int32Array,
  ];
  const [said, amount] = [new Uint8Array(count), new Float64Array(count)];
  let from = 0;
  for (const chunk of chunks) {
    const { rowCount } = chunk;
    for (const [at, into] of [unit, key, of, row, said, amount].entries()) {
      const vector = chunk.getColumnVector(at);
      for (let line = 0; line < rowCount; line += 1) into[from + line] = vector.getItem(line) as number;
    }
    from += rowCount;
  }
  for (let at = 0; at < count; at += 1) if (said[at] !== SAID.number) amount[at] = 0;
  const entries = new Map<number, () => StoredEntry>();
  const places = new Map<number, Map<number, number>>();
  const table: FigureTable = {
    units: units.map(String),
    keys: indicators.map((indicator, at) => figureKey(String(indicator), String(strata[at]))),
    lines: lines.map(Number),
    unit,
    key,
    of,
    said,
    amount,
    entry: (at) => {
      const read = entries.get(at);
      if (!read) throw new RangeError(`The entry of figure ${at} was not read.`);
      return read();
    },
  };
  const fill = () => {
    for (const [at, ofReturn] of of.entries()) {
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
    const found = await ask(
      `SELECT "return", "row", ${COLUMNS.join(', ')} FROM entries WHERE ${FIGURES}${named}`,
      [period],
    );
    for (const chunk of found) {
      const { rowCount } = chunk;
      const [ofReturn, line] = [chunk.getColumnVector(0), chunk.getColumnVector(1)];
      for (let at = 0; at < rowCount; at += 1) {
        const place = places.get(Number(ofReturn.getItem(at)))?.get(Number(line.getItem(at)));
        if (place !== undefined)
          entries.set(
            place,
            once(() => entryOfRow(rowIn(chunk, at))),
          );
      }
    }
  };
  return { table, read };
}

const MOST_NAMED = 2000;

function columnsIn<Count extends 1 | 3>(chunks: readonly Chunk[], count: Count) {
  const columns = Array.from({ length: count }, (_, at) =>
    chunks.flatMap((chunk) => {
      const vector = chunk.getColumnVector(at);
      return Array.from({ length: chunk.rowCount }, (_none, row) => vector.getItem(row));
    }),
  );
  return columns as Count extends 1 ? [unknown[]] : [unknown[], unknown[], unknown[]];
}

/** Names as rows in their order, and numbers for them from 0. */
function listed(names: readonly unknown[]): string {
  const texts = names.map((name) => `'${String(name).replaceAll("'", "''")}'`);
  return `unnest([${texts.join(', ')}]::VARCHAR[])`;
}

function numbers({ length }: readonly unknown[]): string {
  return `unnest(range(${length}))::INTEGER`;
}

function rowIn(chunk: Chunk, at: number): (string | number | null)[] {
  return Array.from(
    { length: chunk.columnCount },
    (_, column) => chunk.getColumnVector(column).getItem(at) as string | number | null,
  );
}

/** Texts are decoded when somebody reads them, and only once. */
function once<Value>(make: () => Value): () => Value {
  let made: { value: Value } | null = null;
  return () => (made ??= { value: make() }).value;
}
