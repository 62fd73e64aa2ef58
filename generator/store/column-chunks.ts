/** A piece of an answer of DuckDB, column by column. */
export interface ColumnChunk {
  rowCount: number;
  columnCount: number;
  /** A cell of any type; null where there is none. */
  cell: (column: number, row: number) => unknown;
  /** Bytes of a column whose numbers have so many each and are never null. */
  bytes: (column: number, each: number) => Uint8Array;
}

/** Cells of a column, from 0. */
interface Cells {
  getItem: (at: number) => unknown;
}

/** A piece as node-api gives it. */
interface Piece<Chunk> {
  readonly chunk: Chunk;
  rowCount: number;
  columnCount: number;
  getColumnVector: (column: number) => Cells & { slice: (row: number, count: number) => Cells };
}

/** What of DuckDB's C interface reads memory. */
interface Memory<Chunk, Vector> {
  data_chunk_get_vector: (chunk: Chunk, column: number) => Vector;
  vector_get_data: (vector: Vector, bytes: number) => Uint8Array;
}

/**
 * The pieces of an answer. Columns of numbers are taken as memory: through the classes of node-api each number is a
 * call, which for a round of the country takes twice the time of the query.
 */
export function columnChunks<Chunk, Vector>(
  pieces: readonly Piece<Chunk>[],
  memory: Memory<Chunk, Vector>,
): ColumnChunk[] {
  return pieces.map((piece) => ({
    rowCount: piece.rowCount,
    columnCount: piece.columnCount,
    // A vector holds every text it has ever given; a slice of it holds its own, and nobody holds the slice.
    cell: (column, row) => piece.getColumnVector(column).slice(row, 1).getItem(0),
    bytes: (column, each) =>
      memory.vector_get_data(memory.data_chunk_get_vector(piece.chunk, column), piece.rowCount * each),
  }));
}
