import type { Pool, PoolClient } from 'pg';
import { CommandFailure } from '../../failure.ts';
import { SCHEMA } from './session.ts';
import { tables } from './migrations/tables.ts';
import { rights } from './migrations/rights.ts';

/** A step from one form of the tables to the next; a step that was released never changes. */
export interface Migration {
  name: string;
  sql: string;
}

/** All of them, oldest first. */
const migrations: readonly Migration[] = [
  { name: '1-tables', sql: tables },
  { name: '2-rights', sql: rights },
];

/** Brings the tables to the form this program knows; inside the transaction of whoever calls it. @returns what was done */
export async function migrate(client: PoolClient): Promise<string[]> {
  const { Umzug } = await import('umzug');
  await client.query(`CREATE SCHEMA IF NOT EXISTS ${SCHEMA}`);
  await client.query('CREATE TABLE IF NOT EXISTS migrations (name text PRIMARY KEY)');
  // One at a time, whoever calls.
  await client.query('LOCK TABLE migrations IN EXCLUSIVE MODE');
  refuseLater(await namesIn(client));
  const umzug = new Umzug({
    migrations: migrations.map(({ name, sql }) => ({ name, up: () => client.query(sql) })),
    context: client,
    storage: {
      logMigration: async ({ name }) => {
        await client.query('INSERT INTO migrations VALUES ($1)', [name]);
      },
      unlogMigration: () => Promise.reject(new Error('Nothing is ever taken back.')),
      executed: () => namesIn(client),
    },
    logger: undefined,
  });
  return (await umzug.up()).map(({ name }) => name);
}

/** Holds a database against this program. @throws CommandFailure when one of them is older than the other */
export async function requireMigrated(client: Pool | PoolClient): Promise<void> {
  const done = await namesIn(client);
  refuseLater(done);
  if (done.length < migrations.length)
    throw new CommandFailure(
      'Kho trên máy chủ do bản chương trình cũ lập. Người quản trị hãy sao lưu bằng pg_dump rồi chạy lại "chitieu store setup" (the store is older than the program).',
    );
}

function refuseLater(done: readonly string[]): void {
  const known = new Set(migrations.map(({ name }) => name));
  if (done.every((name) => known.has(name))) return;
  throw new CommandFailure(
    'Kho trên máy chủ do bản chương trình mới hơn lập. Hãy nâng cấp chương trình (the store is newer).',
  );
}

async function namesIn(client: Pool | PoolClient): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>('SELECT name FROM migrations ORDER BY name');
  return rows.map(({ name }) => name);
}
