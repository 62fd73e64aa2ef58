import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { PoolClient } from 'pg';
import { fourDecimals } from '../decimal.ts';
import { COLUMNS, TEXTS } from '../entry-query.ts';
import type { Additions } from '../store.ts';
import type { Province } from './province.ts';

/** Characters that go to the server at once. */
const CHUNK = 1 << 18;

/**
 * Adds the entries of returns, once in a transaction. Straight into a table with row-level security PostgreSQL copies
 * nothing: they come into a table of the connection first, and are counted when they are taken over.
 */
export async function addEntries(
  client: PoolClient,
  province: Province,
  returns: Additions['returns'],
): Promise<void> {
  const count = returns.reduce((sum, { entries }) => sum + entries.length, 0);
  if (count === 0) return;
  const { from } = await import('pg-copy-streams');
  const columns = ['"return"', '"row"', ...COLUMNS, 'value'].join(', ');
  await client.query(
    `CREATE TEMPORARY TABLE IF NOT EXISTS arriving ON COMMIT DELETE ROWS AS SELECT ${columns} FROM entries WITH NO DATA`,
  );
  await pipeline(
    Readable.from(chunksOf(returns)),
    client.query(from(`COPY arriving (${columns}) FROM STDIN`)),
  );
  const { rowCount } = await client.query(
    `INSERT INTO entries (province, ${columns}) SELECT $1, ${columns} FROM arriving`,
    [province],
  );
  if (rowCount !== count) throw new Error(`${String(rowCount)} of ${count} entries were written.`);
}

function* chunksOf(returns: Additions['returns']): Generator<string> {
  let chunk = '';
  for (const { one, entries } of returns)
    for (const [row, entry] of entries.entries()) {
      chunk += `${one.number}\t${row}`;
      for (const name of TEXTS) chunk += `\t${cellOf(entry[name])}`;
      chunk += `\t${cellOf(entry.value === null ? null : fourDecimals(entry.value))}\n`;
      if (chunk.length < CHUNK) continue;
      yield chunk;
      chunk = '';
    }
  yield chunk;
}

const ESCAPES: Record<string, string> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };

/** A cell in the text form of COPY. */
function cellOf(cell: string | null): string {
  if (cell === null) return '\\N';
  return /[\\\t\n\r]/u.test(cell) ? cell.replace(/[\\\t\n\r]/gu, (one) => ESCAPES[one] ?? one) : cell;
}
