import { readFileSync, readdirSync } from 'node:fs';
import pg from 'pg';
import type { StoreAddress } from '../../generator/store/postgres/address.ts';

/** Milliseconds of one tick of the kernel's accounts of processes. */
const TICK = 10;

/**
 * Processor time in milliseconds that servers of PostgreSQL on this machine have taken so far, all their processes
 * together; of a superuser, on Linux.
 */
export async function serverTime(addresses: readonly StoreAddress[]): Promise<() => number> {
  const masters = await Promise.all(addresses.map(masterOf));
  return () => masters.reduce((sum, pid) => sum + timeOf(pid), 0);
}

async function masterOf({ host, port, database, user }: StoreAddress): Promise<number> {
  const client = new pg.Client({ host, port, database, ...(user === null ? {} : { user }) });
  await client.connect();
  const { rows } = await client.query<{ said: string }>("SELECT pg_read_file('postmaster.pid') AS said");
  await client.end();
  return Number(rows[0]?.said.split('\n')[0]);
}

/** Of a process, of those it started that have ended, and of those that run. */
function timeOf(master: number): number {
  const [own = [], ...others] = [
    statOf(master),
    ...readdirSync('/proc')
      .filter((name) => /^\d+$/u.test(name))
      .map((name) => statOf(Number(name)))
      .filter(([parent]) => parent === master),
  ];
  const [, user = 0, system = 0, userOfEnded = 0, systemOfEnded = 0] = own;
  const running = others.reduce((sum, [, ofUser = 0, ofSystem = 0]) => sum + ofUser + ofSystem, 0);
  return TICK * (user + system + userOfEnded + systemOfEnded + running);
}

/** Parent, then ticks of user, system, and both of ended children; nothing of a process that is gone. */
function statOf(pid: number): number[] {
  try {
    // The name of the program, in brackets, may hold anything.
    const fields = readFileSync(`/proc/${pid}/stat`, 'latin1')
      .replace(/^.*\) /su, '')
      .split(' ')
      .map(Number);
    return [fields[1] ?? 0, ...fields.slice(11, 15)];
  } catch {
    return [];
  }
}
