import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Papa from 'papaparse';
import type { CountedRow } from '../../core/consolidate/counted-rows.ts';
import { CommandFailure } from '../failure.ts';
import { Database } from '../store/database.ts';
import { SCALE, tenThousandths } from '../store/decimal.ts';

/** Columns with their types; what is not said of one may be blank. */
const TYPES = {
  period: 'VARCHAR',
  province: 'VARCHAR',
  unit: 'VARCHAR',
  indicator: 'VARCHAR',
  stratum: 'VARCHAR',
  state: 'VARCHAR',
  value: `DECIMAL(18, ${SCALE})`,
  above: `DECIMAL(18, ${SCALE})`,
  below: `DECIMAL(18, ${SCALE})`,
  per: 'INTEGER',
  entered: 'INTEGER',
  owed: 'INTEGER',
} as const satisfies Record<keyof CountedRow, string>;

/**
 * Figures that count as a file of Parquet: codes are texts, figures DECIMAL(18,4), rows in the order of the
 * consolidation. It is read back, and its rows and sums are those that were given.
 * @throws CommandFailure where a figure has more than four decimals or too many digits: its sum would be another one
 */
export async function countedParquet(rows: readonly CountedRow[]): Promise<Uint8Array> {
  const sum = sumOf(rows);
  const folder = await mkdtemp(join(tmpdir(), 'chitieu-parquet-'));
  const database = await Database.open(':memory:');
  try {
    const [table, file] = [join(folder, 'counted.csv'), join(folder, 'counted.parquet')];
    const fields = Object.keys(TYPES);
    await writeFile(table, Papa.unparse({ fields, data: rows as unknown as object[] }, { newline: '\n' }));
    const columns = fields.map((name) => `'${name}': 'VARCHAR'`).join(', ');
    const read = `read_csv('${table}', auto_detect = false, header = true, delim = ',', quote = '"', escape = '"', nullstr = '', columns = {${columns}})`;
    const cast = Object.entries(TYPES).map(([name, type]) => `CAST(${name} AS ${type}) AS ${name}`);
    await database.run(
      `COPY (SELECT ${cast.join(', ')} FROM ${read}) TO '${file}' (FORMAT parquet, COMPRESSION zstd)`,
    );
    const back = await database.read(
      `SELECT count(*)::VARCHAR, (sum(value) * 10000)::DECIMAL(38, 0)::VARCHAR FROM read_parquet('${file}')`,
    );
    const found = back.rows[0]?.map((cell) => cell ?? '0').join();
    if (found !== [rows.length, sum].join())
      throw new Error(`Written: ${found}, given: ${rows.length},${sum}.`);
    return new Uint8Array(await readFile(file));
  } finally {
    database.close();
    await rm(folder, { recursive: true, force: true });
  }
}

/** Sum of all values in ten-thousandths. */
function sumOf(rows: readonly CountedRow[]): bigint {
  let sum = 0n;
  for (const row of rows)
    for (const name of ['value', 'above', 'below'] as const) {
      const digits = row[name];
      if (digits === null) continue;
      const exact = exactly(digits, row);
      if (name === 'value') sum += exact;
    }
  return sum;
}

function exactly(digits: string, { unit, indicator }: CountedRow): bigint {
  const value = tenThousandths(digits);
  if (value !== null && !/\.\d{4}\d*[1-9]/u.test(digits)) return value;
  throw new CommandFailure(
    `${unit}, ${indicator}: số ${digits} không ghi được đúng từng chữ số vào Parquet (4 chữ số thập phân). Hãy dùng --out tên.csv (too many digits).`,
  );
}
