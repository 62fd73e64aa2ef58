import { join } from 'node:path';
import { CommandFailure } from '../failure.ts';
import type { Database } from './database.ts';
import { COLUMNS } from './entry-query.ts';
import type { Manifest } from './manifest.ts';
import { parquet } from './parquet.ts';

/** What is in a file of a table, by the columns' names: another program may have written them in another order. */
const ENTRY = ['return', 'row', ...COLUMNS, 'value'];
const RETURN = ['number', 'unit', 'reporter', 'round', 'state', 'received', 'said'];
const DECISION = ['number', 'said'];

/**
 * Takes files of Parquet into the tables of an empty database, all of them or none.
 * @throws CommandFailure when a file has other rows, or another sum, than the manifest says
 */
export async function loadParquet(
  database: Database,
  from: string,
  { entries, returns, decisions }: Pick<Manifest, 'entries' | 'returns' | 'decisions'>,
): Promise<void> {
  const steps = [
    ...entries.map((one) => ({ ...one, table: 'entries', columns: ENTRY })),
    { ...returns, table: 'returns', columns: RETURN },
    { ...decisions, table: 'decisions', columns: DECISION },
  ];
  await database.together(
    steps.map(({ path, rows, sum, table, columns }) => async () => {
      const file = join(from, ...path.split('/'));
      const added = await insertParquet(database, file, table, columns);
      if (added !== rows)
        throw new CommandFailure(
          `${path} có ${added} dòng, manifest.json ghi ${rows}. Chưa nhập gì (rows differ).`,
        );
      if (table !== 'entries') return;
      const { rows: sums } = await database.read(`SELECT sum(value)::VARCHAR FROM ${parquet(file)}`);
      const found = sums[0]?.[0] ?? null;
      if (found !== sum)
        throw new CommandFailure(
          `${path} cộng được ${found ?? '–'}, manifest.json ghi ${sum ?? '–'}. Chưa nhập gì (sums differ).`,
        );
    }),
  );
}

/** Takes the entries of files of Parquet into a database. */
export async function loadEntries(database: Database, files: readonly string[]): Promise<void> {
  for (const file of files) await insertParquet(database, file, 'entries', ENTRY);
}

/** @returns how many rows were added */
async function insertParquet(
  database: Database,
  file: string,
  table: string,
  columns: readonly string[],
): Promise<number> {
  const names = columns.join(', ');
  const before = await countOf(database, table);
  await database.run(`INSERT INTO ${table} (${names}) SELECT ${names} FROM ${parquet(file)}`);
  return (await countOf(database, table)) - before;
}

async function countOf(database: Database, table: string): Promise<number> {
  const { rows } = await database.read(`SELECT count(*)::INTEGER FROM ${table}`);
  return Number(rows[0]?.[0]);
}
