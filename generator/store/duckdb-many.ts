import type { ColumnChunk } from './column-chunks.ts';
import { namesByHash } from './hashed-names.ts';
import {
  AMOUNT,
  namesIn,
  namesQuery,
  SAYS,
  SAYS_SOMETHING,
  type AskMany,
  type Cell,
  type FigureColumns,
  type Rows,
} from './read-figures.ts';

/**
 * Asks DuckDB in chunks of columns, which are many times faster than rows.
 * @param chunksOf what it answers to a statement
 */
export function askDuckDb(chunksOf: (sql: string) => Promise<ColumnChunk[]>): AskMany {
  return {
    few: async (sql) =>
      (await chunksOf(sql)).flatMap((chunk) =>
        Array.from({ length: chunk.rowCount }, (_, row) => cellsIn(chunk, row)),
      ),
    rows: async (sql) => (await chunksOf(sql)).map(rowsIn),
    figures: (observed) => hashedFigures(chunksOf, observed),
  };
}

/**
 * The figures among observations. Of every figure comes the hash of its names and not a number of them: DuckDB
 * computes it once for each name of a dictionary, where a join takes longer than all the rest.
 */
async function hashedFigures(
  chunksOf: (sql: string) => Promise<ColumnChunk[]>,
  observed: string,
): Promise<FigureColumns> {
  const hashes = 'hash(unit), hash(indicator, stratum)';
  const named = await chunksOf(`SELECT *, ${hashes} FROM (${namesQuery(observed)})`);
  const found = await chunksOf(
    `SELECT ${hashes}, "return", "row", CAST(${SAYS} AS UTINYINT), ${AMOUNT} ${observed} AND ${SAYS_SOMETHING}`,
  );
  const [lines, figures] = [numbersIn(named, 3, Int32Array), numbersIn(named, 4, Int32Array)];
  const texts = named.flatMap((chunk) =>
    Array.from({ length: chunk.rowCount }, (_, row) => {
      const unit = chunk.cell(0, row) as string | null;
      return unit === null
        ? [unit, chunk.cell(1, row) as string, chunk.cell(2, row) as string]
        : [unit, '', ''];
    }),
  );
  const { names, rows } = namesIn(texts.length, (row) => [
    ...(texts[row] ?? []),
    lines[row] ?? 0,
    figures[row] ?? 0,
  ]);
  const numbersOf = (hash: 0 | 1, of: readonly number[]) =>
    namesByHash(numbersIn(named, 5 + hash, Int32Array, 2), of)(numbersIn(found, hash, Int32Array, 2));
  return {
    names,
    unit: numbersOf(0, rows.units),
    key: numbersOf(1, rows.series),
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

/** A column of numbers as DuckDB holds them, none of them null. @param many numbers in a cell */
function numbersIn<Numbers extends Int32Array | Uint8Array | Float64Array>(
  chunks: readonly ColumnChunk[],
  column: number,
  Type: { new (memory: ArrayBuffer): Numbers; BYTES_PER_ELEMENT: number },
  many = 1,
): Numbers {
  const each = Type.BYTES_PER_ELEMENT * many;
  const memory = new Uint8Array(chunks.reduce((sum, { rowCount }) => sum + rowCount, 0) * each);
  let from = 0;
  for (const chunk of chunks) {
    memory.set(chunk.bytes(column, each), from);
    from += chunk.rowCount * each;
  }
  return new Type(memory.buffer);
}
