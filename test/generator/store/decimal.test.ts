import { DuckDBInstance } from '@duckdb/node-api';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { tenThousandths } from '../../../generator/store/decimal.ts';

it.each<[string, bigint | null]>([
  ['12.5', 125_000n],
  ['-0.00005', -1n],
  ['0.00004999', 0n],
  ['99999999999999.9999', 999_999_999_999_999_999n],
  ['99999999999999.99995', null],
  ['123456789012345', null],
  ['1e5', null],
  [' 1', null],
  ['01', null],
  ['', null],
])('%s', (digits, expected) => {
  expect(tenThousandths(digits)).toBe(expected);
});

it('is what DuckDB casts the digits to', async () => {
  const numbers = fc.sample(
    fc
      .tuple(fc.boolean(), fc.integer({ min: 0, max: 10 ** 12 }), fc.stringMatching(/^\d{0,9}$/u))
      .map(([minus, whole, part]) => `${minus ? '-' : ''}${whole}${part === '' ? '' : `.${part}`}`),
    500,
  );
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  const cells = numbers.map((digits) => `CAST('${digits}' AS DECIMAL(18, 4))::VARCHAR`);
  const reader = await connection.runAndReadAll(`SELECT ${cells.join(', ')}`);
  const cast = reader.getRows()[0]?.map((text) => BigInt(String(text).replace('.', '')));
  expect(numbers.map(tenThousandths)).toEqual(cast);
  connection.closeSync();
  instance.closeSync();
});
