import { SAID } from '../../core/consolidate/figure-table.ts';
import type { ColumnChunk } from './column-chunks.ts';
import { quoted, type AskMany, type Cell, type FigureColumns, type Rows } from './read-figures.ts';

type ChunksOf = (sql: string) => Promise<ColumnChunk[]>;

/**
 * Asks DuckDB in chunks of columns, which are many times faster than rows.
 * @param chunksOf what it answers to a statement
 */
export function askDuckDb(chunksOf: ChunksOf): AskMany {
  return {
    few: async (sql) =>
      (await chunksOf(sql)).flatMap((chunk) =>
        Array.from({ length: chunk.rowCount }, (_, row) => cellsIn(chunk, row)),
      ),
    rows: async (sql) => (await chunksOf(sql)).map(rowsIn),
    figures: (_, period) => indexedFigures(chunksOf, period),
  };
}

/** The figures of a period from their numbers, see indexFigures. */
async function indexedFigures(ask: ChunksOf, period: string): Promise<FigureColumns> {
  const of = quoted(period);
  const found = await ask(
    `SELECT unit, series, "return", "row", said, amount FROM figures WHERE period = ${of} AND said <> ${SAID.nothing}`,
  );
  // A list as one text: a text for each name takes longer than all the numbers.
  const listed = await ask(
    `SELECT (SELECT CAST(to_json(list(unit ORDER BY n)) AS VARCHAR) FROM figure_units),
      (SELECT CAST(to_json(list([indicator, stratum, coalesce(blank, '0')] ORDER BY n)) AS VARCHAR) FROM figure_series
        LEFT JOIN (SELECT series AS n, CAST(count(*) AS VARCHAR) AS blank FROM figures
          WHERE period = ${of} AND said = ${SAID.nothing} GROUP BY series)
        USING (n))`,
  );
  const namesIn = (column: number) =>
    JSON.parse((listed[0]?.cell(column, 0) as string | null | undefined) ?? '[]') as unknown[];
  return {
    names: {
      units: namesIn(0) as string[],
      series: (namesIn(1) as [string, string, string][]).map(([indicator, stratum, blank]) => ({
        names: [indicator, stratum],
        blank: Number(blank),
      })),
    },
    unit: numbersIn(found, 0, Int32Array),
    key: numbersIn(found, 1, Int32Array),
    of: numbersIn(found, 2, Int32Array),
    row: numbersIn(found, 3, Int32Array),
    said: numbersIn(found, 4, Uint8Array),
    amount: numbersIn(found, 5, Float64Array),
  };
}

function rowsIn(chunk: ColumnChunk): Rows {
  const [of, line] = [numbersIn([chunk], 0, Int32Array), numbersIn([chunk], 1, Int32Array)];
  return {
    count: chunk.rowCount,
    place: (row) => [of[row] ?? 0, line[row] ?? 0],
    cells: (row) => cellsIn(chunk, row),
  };
}

function cellsIn(chunk: ColumnChunk, row: number): Cell[] {
  return Array.from({ length: chunk.columnCount }, (_, column) => chunk.cell(column, row) as Cell);
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
