import type { PoolClient } from 'pg';
import type { AskMany, Cell, Rows } from '../read-figures.ts';
import { joinedFigures } from './joined-figures.ts';

/**
 * Asks PostgreSQL by COPY: as rows of objects the same answers take many times as long.
 * @param client in a transaction in which all is of one moment
 * @param said does something with the servers, and says in words for people what goes wrong
 */
export function askByCopy(
  client: PoolClient,
  said: <Answer>(work: () => Promise<Answer>) => Promise<Answer>,
): AskMany {
  const few: AskMany['few'] = (text) =>
    said(async () => (await client.query<Cell[]>({ text, rowMode: 'array' })).rows);
  const numbers = (sql: string, columns: number) =>
    said(() => numbersIn(copied(client, sql, 'binary'), columns));
  return {
    few,
    figures: (observed) => joinedFigures(few, numbers, observed),
    rows: (sql) =>
      said(async () => {
        const found: Rows[] = [];
        for await (const lines of wholeLines(copied(client, sql, 'text'))) found.push(rowsIn(lines));
        return found;
      }),
  };
}

async function* copied(client: PoolClient, sql: string, format: 'binary' | 'text'): AsyncGenerator<Buffer> {
  const { to } = await import('pg-copy-streams');
  yield* client.query(to(`COPY (${sql}) TO STDOUT (FORMAT ${format})`)) as AsyncIterable<Buffer>;
}

/** Before the rows stand a signature, flags and the length of what may follow them. */
const HEADER = 19;
/** Before a row stands how many fields it has, before a field how many bytes. */
const [ROW_HEAD, FIELD_HEAD, DOUBLE] = [2, 4, 8];
/** In the place of a row after the last one. */
const END = -1;

/** Columns of doubles out of the binary form of COPY: every row has as many bytes. */
async function numbersIn(pieces: AsyncIterable<Buffer>, columns: number): Promise<Float64Array[]> {
  const size = ROW_HEAD + columns * (FIELD_HEAD + DOUBLE);
  let found: Float64Array[] = Array.from({ length: columns }, () => new Float64Array(1 << 12));
  let [count, hasHeader, hasEnd] = [0, false, false];
  let rest: Buffer = Buffer.of();
  for await (const piece of pieces) {
    rest = rest.length === 0 ? piece : Buffer.concat([rest, piece]);
    let at = 0;
    if (!hasHeader) {
      if (rest.length < HEADER) continue;
      [at, hasHeader] = [HEADER, true];
    }
    for (; rest.length - at >= size; at += size) {
      const fields = rest.readInt16BE(at);
      if (fields !== columns) throw new Error(`A row of ${fields} fields in the place of ${columns}.`);
      if (count === found[0]?.length) found = found.map(twiceAsLong);
      for (let column = 0, from = at + ROW_HEAD; column < columns; column += 1, from += FIELD_HEAD + DOUBLE) {
        if (rest.readInt32BE(from) !== DOUBLE) throw new Error('A field that is no double.');
        (found[column] as Float64Array)[count] = rest.readDoubleBE(from + FIELD_HEAD);
      }
      count += 1;
    }
    hasEnd = rest.length - at === ROW_HEAD && rest.readInt16BE(at) === END;
    rest = rest.subarray(at);
  }
  if (!hasEnd) throw brokenOff();
  return found.map((column) => column.subarray(0, count));
}

function twiceAsLong(column: Float64Array): Float64Array {
  const longer = new Float64Array(column.length * 2);
  longer.set(column);
  return longer;
}

const [TAB, NEWLINE] = ['\t'.charCodeAt(0), '\n'.charCodeAt(0)];
const ZERO = '0'.charCodeAt(0);
/** So many bytes are kept as one piece. */
const PIECE = 1 << 20;

/** Pieces of the text form of COPY that end where a line ends. */
async function* wholeLines(pieces: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let [held, size] = [[] as Buffer[], 0];
  for await (const piece of pieces) {
    const end = piece.lastIndexOf(NEWLINE) + 1;
    if (end === 0 || size + end < PIECE) {
      held.push(piece);
      size += piece.length;
      continue;
    }
    yield Buffer.concat([...held, piece.subarray(0, end)]);
    [held, size] = [[piece.subarray(end)], piece.length - end];
  }
  if (size === 0) return;
  const last = Buffer.concat(held);
  if (last.at(-1) !== NEWLINE) throw brokenOff();
  yield last;
}

function brokenOff(): Error {
  return new Error('The answer was broken off.');
}

function rowsIn(lines: Buffer): Rows {
  const starts = [0];
  for (let at = lines.indexOf(NEWLINE); at >= 0; at = lines.indexOf(NEWLINE, at + 1)) starts.push(at + 1);
  const startOf = Int32Array.from(starts);
  return {
    count: startOf.length - 1,
    place: (row) => {
      let at = startOf[row] ?? 0;
      const place: [number, number] = [0, 0];
      for (const of of [0, 1] as const) {
        for (; lines[at] !== TAB && lines[at] !== NEWLINE; at += 1)
          place[of] = place[of] * 10 + (lines[at] ?? 0) - ZERO;
        at += 1;
      }
      return place;
    },
    cells: (row) =>
      lines
        .toString('utf8', startOf[row], (startOf[row + 1] ?? 0) - 1)
        .split('\t')
        .map(cellIn),
  };
}

const UNESCAPED: Record<string, string> = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t', v: '\v' };

/** A cell of the text form of COPY. */
function cellIn(text: string): string | null {
  if (text === '\\N') return null;
  return text.includes('\\')
    ? text.replace(/\\(.)/gu, (_, letter: string) => UNESCAPED[letter] ?? letter)
    : text;
}
