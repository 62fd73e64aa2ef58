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
import type { ColumnChunk } from './column-chunks.ts';
import { COLUMNS, entryOfRow } from './entry-query.ts';

/** Asks DuckDB: chunks of columns are many times faster than rows. */
export type AskChunks = (sql: string, values: string[]) => Promise<ColumnChunk[]>;

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
    `SELECT u.n, k.n, e."return", e."row", ${SAYS}::UTINYINT AS said,
       CASE WHEN said = ${SAID.number} THEN round(value::DOUBLE * ${10 ** AMOUNT_DECIMALS}) ELSE 0 END::DOUBLE
     FROM entries e
     JOIN (SELECT ${listed(units)} AS unit, ${numbers(units)} AS n) u USING (unit)
     JOIN (SELECT ${listed(indicators)} AS indicator, ${listed(strata)} AS stratum, ${numbers(indicators)} AS n) k
       USING (indicator, stratum)
     WHERE ${FIGURES}`,
    [period],
  );
  const [unit, key, of, row] = [0, 1, 2, 3].map((at) => numbersIn(chunks, at, Int32Array)) as [
    Int32Array,
    Int32Array,
    Int32Array,
    Int32Array,
  ];
  const said = numbersIn(chunks, 4, Uint8Array);
  const amount = numbersIn(chunks, 5, Float64Array);
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
      const [ofReturn, line] = [numbersIn([chunk], 0, Int32Array), numbersIn([chunk], 1, Int32Array)];
      for (let at = 0; at < ofReturn.length; at += 1) {
        const place = places.get(ofReturn[at] ?? 0)?.get(line[at] ?? 0);
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

function columnsIn<Count extends 1 | 3>(chunks: readonly ColumnChunk[], count: Count) {
  const columns = Array.from({ length: count }, (_, at) =>
    chunks.flatMap((chunk) => Array.from({ length: chunk.rowCount }, (_none, row) => chunk.cell(at, row))),
  );
  return columns as Count extends 1 ? [unknown[]] : [unknown[], unknown[], unknown[]];
}

/** A column of numbers as DuckDB holds them, none of them null. */
function numbersIn<Numbers extends Int32Array | Uint8Array | Float64Array>(
  chunks: readonly ColumnChunk[],
  column: number,
  Type: { new (memory: ArrayBuffer): Numbers; BYTES_PER_ELEMENT: number },
): Numbers {
  const each = Type.BYTES_PER_ELEMENT;
  const memory = new Uint8Array(chunks.reduce((sum, { rowCount }) => sum + rowCount, 0) * each);
  let from = 0;
  for (const chunk of chunks) {
    memory.set(chunk.bytes(column, each), from);
    from += chunk.rowCount * each;
  }
  return new Type(memory.buffer);
}

/** Names as rows in their order, and numbers for them from 0. */
function listed(names: readonly unknown[]): string {
  const texts = names.map((name) => `'${String(name).replaceAll("'", "''")}'`);
  return `unnest([${texts.join(', ')}]::VARCHAR[])`;
}

function numbers({ length }: readonly unknown[]): string {
  return `unnest(range(${length}))::INTEGER`;
}

function rowIn(chunk: ColumnChunk, at: number): (string | number | null)[] {
  return Array.from(
    { length: chunk.columnCount },
    (_, column) => chunk.cell(column, at) as string | number | null,
  );
}

/** Texts are decoded when somebody reads them, and only once. */
function once<Value>(make: () => Value): () => Value {
  let made: { value: Value } | null = null;
  return () => (made ??= { value: make() }).value;
}
