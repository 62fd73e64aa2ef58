import { DuckDBInstance } from '@duckdb/node-api';
import memory from '@duckdb/node-bindings';
import { expect, it } from 'vitest';
import { columnChunks } from '../../../generator/store/column-chunks.ts';

it('gives texts that nobody holds but who has asked', async () => {
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  const sql = `SELECT CASE WHEN i % 2 = 0 THEN 'xã thứ ' || i || ' của tỉnh' END, i::INTEGER FROM range(5) AS t(i)`;
  const pieces = await (await connection.run(sql)).fetchAllChunks();
  const chunks = columnChunks(pieces, memory);
  const cells = chunks.flatMap(({ rowCount, cell }) =>
    Array.from({ length: rowCount }, (_, row) => [cell(0, row), cell(1, row)]),
  );
  expect(cells).toEqual([
    ['xã thứ 0 của tỉnh', 0],
    [null, 1],
    ['xã thứ 2 của tỉnh', 2],
    [null, 3],
    ['xã thứ 4 của tỉnh', 4],
  ]);
  const held = pieces.flatMap((piece) => Object.values(piece.getColumnVector(0)).flat() as unknown[]);
  expect(held.filter((one) => typeof one === 'string')).toEqual([]);
});
