import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { appendFile, chmod, chown, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { inject } from 'vitest';
import { requireEngine } from './availability.ts';
import { madeOnce } from './made-once.ts';

/** A server of PostgreSQL on this machine, with nothing in it. */
export interface PostgresServer {
  port: number;
  /** Folder of its data. */
  data: string;
}

/** The superuser of every server that tests start; on loopback nobody needs a password. */
export const SUPERUSER = 'postgres';

/** One server on its own, then a coordinator and three behind it. */
const COUNT = 5;
/** Lists the folders of data in the folder of a run, for whoever ends it. */
const LIST = 'postgres.txt';

/** The servers of this run, started by the first who asks. */
export async function postgresServers(): Promise<PostgresServer[]> {
  const [path = ''] = await madeOnce(['postgres.json'], async ([mine]) => {
    const servers: PostgresServer[] = [];
    for (let at = 0; at < COUNT; at += 1) {
      const server = await makeServer();
      await appendFile(join(inject('runFolder'), LIST), `${server.data}\n`);
      startServer(server);
      servers.push(server);
    }
    await writeFile(mine?.path ?? '', JSON.stringify(servers));
  });
  return JSON.parse(await readFile(path, 'utf8')) as PostgresServer[];
}

/** Makes a server that is not started. */
export async function makeServer(): Promise<PostgresServer> {
  const data = await mkdtemp(join(tmpdir(), 'chitieu-postgres-'));
  const owner = ownerOfData();
  if (owner !== null) await chown(data, owner, owner);
  const options = ['-D', data, '-A', 'trust', '-U', SUPERUSER, '--locale=C', '--encoding=UTF8', '--no-sync'];
  run('initdb', options);
  const port = await freePort();
  await appendFile(
    join(data, 'postgresql.conf'),
    [
      '',
      "listen_addresses = '127.0.0.1'",
      `port = ${port}`,
      "unix_socket_directories = ''",
      'max_connections = 200',
      '',
    ].join('\n'),
  );
  return { port, data };
}

/** Starts a server and waits until it answers. @param env what it finds in its environment besides */
export function startServer({ data }: PostgresServer, env: Record<string, string> = {}): void {
  run('pg_ctl', ['-D', data, '-w', '-s', '-l', join(data, 'log'), 'start'], env);
}

/** Gives files to the account that runs the servers, which reads no key or password that others can read. */
export async function giveToServer(...paths: readonly string[]): Promise<void> {
  const owner = ownerOfData();
  for (const path of paths) {
    await chmod(path, 0o600);
    if (owner !== null) await chown(path, owner, owner);
  }
}

/** Stops a server at once, as when its power fails. */
export function stopServer({ data }: PostgresServer): void {
  run('pg_ctl', ['-D', data, '-w', '-s', '-m', 'immediate', 'stop']);
}

/** Ends a server and takes its data away. */
export async function endServer(server: PostgresServer): Promise<void> {
  if (existsSync(join(server.data, 'postmaster.pid'))) stopServer(server);
  await rm(server.data, { recursive: true, force: true });
}

/** Ends every server of a run. @param folder of the run */
export async function endServers(folder: string): Promise<void> {
  const list = join(folder, LIST);
  if (!existsSync(list)) return;
  for (const data of (await readFile(list, 'utf8')).split('\n').filter((line) => line !== ''))
    await endServer({ data, port: 0 });
}

/** PostgreSQL refuses to run as root, as which a build server runs its tests. @returns a number; null: as whoever we are */
function ownerOfData(): number | null {
  if (process.getuid?.() !== 0) return null;
  return Number(execFileSync('id', ['-u', SUPERUSER], { encoding: 'utf8' }));
}

function run(program: string, args: readonly string[], env: Record<string, string> = {}): void {
  const path = join(dirname(requireEngine('postgres')), program);
  // The server must not keep the pipes of whoever started it.
  const options = { cwd: tmpdir(), stdio: 'ignore', env: { ...process.env, ...env } } as const;
  if (ownerOfData() === null) execFileSync(path, args, options);
  else execFileSync('runuser', ['-u', SUPERUSER, '--', path, ...args], options);
}

function freePort(): Promise<number> {
  return new Promise((done, fail) => {
    const server = createServer();
    server.once('error', fail);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => {
        done(typeof address === 'object' && address ? address.port : 0);
      });
    });
  });
}
