import { readFile } from 'node:fs/promises';
import { isIP } from 'node:net';
import type { Pool, PoolClient, PoolConfig } from 'pg';
import { CommandFailure } from '../../failure.ts';
import type { StoreAddress } from './address.ts';

/** The schema all tables of a store are in. */
export const SCHEMA = 'chitieu';

/** Connections one command holds at most: of one server many commands want some. */
const CONNECTIONS = 2;
/** Milliseconds after which a server that does not answer is given up. */
const PATIENCE = 15_000;

/** Connections to a server, opened when they are wanted. User and password come as with every program of PostgreSQL. */
export async function poolOf(address: StoreAddress): Promise<Pool> {
  // Loaded when a server is wanted, not with the program.
  const { default: pg } = await import('pg');
  const { host, port, database, user } = address;
  const pool = new pg.Pool({
    host,
    port,
    database,
    ...(user === null ? {} : { user }),
    ssl: await transportOf(address),
    max: CONNECTIONS,
    connectionTimeoutMillis: PATIENCE,
    application_name: 'chitieu',
    // Off by default, and without it every row of every shard is fetched to be added up.
    options: `-c search_path=${SCHEMA} -c enable_partitionwise_aggregate=on`,
  });
  // A connection that breaks while nothing is asked of it is said to nobody else; unheard, it would end the process.
  // The next question on it fails, and one that was idle is replaced.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  return pool;
}

/**
 * Over the network only TLS with a server that proves its name; on the machine itself none. `PGSSLMODE=disable` says
 * that the way is safe by other means.
 */
async function transportOf({ host, ca }: StoreAddress): Promise<PoolConfig['ssl']> {
  if (ca !== null) {
    const certificate = await readFile(ca, 'utf8').catch(() => null);
    if (certificate === null)
      throw new CommandFailure(
        `Không đọc được chứng chỉ "${ca}" của nơi cấp. Hãy sửa --store-ca hoặc storeCa trong chitieu.yaml (the CA's certificate cannot be read).`,
      );
    return { ca: certificate, rejectUnauthorized: true };
  }
  const isHere = host === 'localhost' || host === '::1' || (isIP(host) === 4 && host.startsWith('127.'));
  return isHere || process.env.PGSSLMODE === 'disable' ? false : { rejectUnauthorized: true };
}

/** Does something in one transaction, all of it or nothing. */
export async function inTransaction<Result>(
  pool: Pool,
  work: (client: PoolClient) => Promise<Result>,
): Promise<Result> {
  const client = await pool.connect();
  let broken: Error | undefined;
  try {
    await client.query('BEGIN');
    const result = await work(client);
    await client.query('COMMIT');
    return result;
  } catch (error) {
    await client.query('ROLLBACK').catch((lost: unknown) => {
      broken = lost instanceof Error ? lost : new Error(String(lost));
    });
    throw error;
  } finally {
    client.release(broken);
  }
}
