import { randomUUID } from 'node:crypto';
import { chmod, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { networkInterfaces, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest';
import { packageRoot } from '../../../generator/package-root.ts';
import { addressText, type StoreAddress } from '../../../generator/store/postgres/address.ts';
import { describeWithEngine } from '../../engines/availability.ts';
import { makeAuthority, signServer, type Authority } from '../../engines/certificates.ts';
import {
  endServer,
  giveToServer,
  makeServer,
  postgresServers,
  startServer,
  SUPERUSER,
  type PostgresServer,
} from '../../engines/postgres.ts';
import { runAt, type Said } from '../commands/run.ts';
import { asked } from './homes.ts';

/** Nobody else says these words: wherever they stand, a secret has leaked. */
const SECRETS = { lai_chau: `bi-mat-${randomUUID()}`, chitieu_link: `bi-mat-${randomUUID()}` };
const NAME = 'chitieu';
const AT = ['--round', '2023', '--at', '2024-01-20T08:00:00+07:00'];

/** Where the machine is reached from others. */
const NETWORK = ownAddress();

let folder = '';
let [own, other]: Authority[] = [];
/** A coordinator, and one behind it. */
const servers: PostgresServer[] = [];
const said: Said[] = [];

/**
 */
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'chitieu-tls-'));
  await chmod(folder, 0o755);
  [own, other] = [makeAuthority(folder, 'noi-cap'), makeAuthority(folder, 'noi-cap-khac')];
  const passwords = join(folder, 'pgpass');
  await writeFile(passwords, `*:*:*:chitieu_link:${SECRETS.chitieu_link}\n`);
  for (let at = 0; at < 2; at += 1) {
    const server = await makeServer();
    servers.push(server);
    const signed = await signServer(server.data, `DNS:localhost,IP:${NETWORK}`, own);
    await giveToServer(passwords, signed.certificate, signed.key);
    await writeFile(
      join(server.data, 'pg_hba.conf'),
      `hostssl all ${SUPERUSER} all trust\nhostssl all all all scram-sha-256\n`,
    );
    await writeFile(
      join(server.data, 'postgresql.auto.conf'),
      [
        ...['ssl = on', `ssl_cert_file = '${signed.certificate}'`, `ssl_key_file = '${signed.key}'`],
        ...[`listen_addresses = 'localhost,${NETWORK}'`, 'log_connections = on', ''],
      ].join('\n'),
    );
    startServer(server, { PGPASSFILE: passwords });
  }
  await runAt(folder, packageRoot(), 'init', 'tinh', '--province', 'VN12', '--by', 'Phòng Tổng hợp');
  await runAt(folder, packageRoot(), 'init', 'bo', '--country', '--by', 'Vụ Tổng hợp');
});
afterAll(async () => {
  for (const server of servers) await endServer(server);
  await rm(folder, { recursive: true, force: true });
});
afterEach(() => {
  vi.unstubAllEnvs();
});

const addressOf = (
  server: PostgresServer | undefined,
  user: string | null,
  host = 'localhost',
): StoreAddress => ({
  ...{ host, port: server?.port ?? 0, database: NAME, user, ca: own?.certificate ?? null },
});
const superuser = (at: number, database = NAME): StoreAddress => ({
  ...addressOf(servers[at], SUPERUSER),
  database,
});

/** Runs a command in a workspace with a store behind TLS; everything it says is kept. */
async function run(
  workspace: string,
  address: StoreAddress,
  ca: string | null,
  ...args: string[]
): Promise<Said> {
  const by = ca === null ? [] : ['--store-ca', ca];
  const store = ['--workspace', workspace, '--store', addressText(address)];
  const found = await runAt(folder, packageRoot(), ...store, ...by, ...args);
  said.push(found);
  return found;
}

describeWithEngine('postgres', 'a store behind TLS and passwords', () => {
  it('is set up on a coordinator and one behind it, which prove their names to each other', async () => {
    for (const at of [0, 1]) await asked(superuser(at, 'postgres'), `CREATE DATABASE ${NAME}`);
    const ca = own?.certificate ?? '';
    const shard = `${addressText(addressOf(servers[1], SUPERUSER))}=VN12`;
    const link = ['--provinces', 'VN12', '--shard', shard, '--shard-ca', ca];
    const setUp = await run('bo', addressOf(servers[0], SUPERUSER), ca, 'store', 'setup', ...link);
    expect([setUp.code, setUp.err]).toEqual([0, '']);
    for (const [name, needed, ...may] of [
      ['lai_chau', 'psql trên từng máy ấy, cùng một mật khẩu', '--province', 'VN12'],
      ['bo_xem', `psql trên ${addressText(addressOf(servers[0], SUPERUSER))}.`, '--ministry'],
    ] as const) {
      const made = await run('bo', addressOf(servers[0], SUPERUSER), ca, 'store', 'account', name, ...may);
      expect([made.err, made.out]).toEqual(['', expect.stringContaining(needed)]);
    }
    for (const at of [0, 1]) await asked(superuser(at), `ALTER ROLE lai_chau PASSWORD '${SECRETS.lai_chau}'`);
    // The coordinator has no account by which it would be asked itself.
    await asked(superuser(1), `ALTER ROLE chitieu_link PASSWORD '${SECRETS.chitieu_link}'`);
    await asked(superuser(0), `ALTER ROLE bo_xem PASSWORD '${SECRETS.lai_chau}'`);
  });

  it('takes from a province with its password, straight to its own server, and is read by the ministry', async () => {
    vi.stubEnv('PGPASSWORD', SECRETS.lai_chau);
    const ca = own?.certificate ?? '';
    const figures = join(folder, 'tinh', 'planner', 'figures.csv');
    await writeFile(
      figures,
      'unit,indicator,stratum,period,vintage,value,sign,source\nVN12,new-jobs,_T,2022,final,7425,,Báo cáo năm\n',
    );
    const made = await run(
      'tinh',
      addressOf(servers[0], 'lai_chau'),
      ca,
      ...['generate', 'lai-chau-2021', '--round', '2023', '--out', join(folder, 'so')],
    );
    expect([made.code, made.err]).toEqual([0, '']);
    const own12 = await run(
      'tinh',
      addressOf(servers[0], 'lai_chau'),
      ca,
      'history',
      'VN12',
      'new-jobs',
      '--json',
    );
    expect(own12.out).toContain('7425');
    const seen = await run(
      'bo',
      addressOf(servers[0], 'bo_xem'),
      ca,
      'history',
      'VN12',
      'new-jobs',
      '--json',
    );
    expect([seen.code, seen.out]).toEqual([0, expect.stringContaining('7425')]);
    const rows = await asked(superuser(1), 'SELECT count(*)::int AS count FROM chitieu.returns');
    expect(rows).toEqual([{ count: 1 }]);
  });

  it.each([
    ['signed by another authority', () => [addressOf(servers[0], 'lai_chau'), other?.certificate] as const],
    ['of another name', () => [addressOf(servers[0], 'lai_chau', '127.0.0.1'), own?.certificate] as const],
  ])('is not spoken to with a certificate %s', async (_, which) => {
    vi.stubEnv('PGPASSWORD', SECRETS.lai_chau);
    const [address, ca = ''] = which();
    const found = await run('tinh', address, ca, 'status', ...AT);
    expect([found.code, found.out]).toEqual([2, '']);
    expect(found.err).toContain('Không nối an toàn được tới máy chủ kho');
    expect(found.err).toContain('--store-ca');
  });

  it('is spoken to over the network by the address in its certificate, never without its authority', async () => {
    vi.stubEnv('PGPASSWORD', SECRETS.lai_chau);
    const address = addressOf(servers[0], 'bo_xem', NETWORK);
    const seen = await run('bo', address, own?.certificate ?? '', 'history', 'VN12', 'new-jobs', '--json');
    expect([seen.code, seen.err, seen.out]).toEqual([0, '', expect.stringContaining('7425')]);
    const found = await run('bo', address, null, 'history', 'VN12', 'new-jobs');
    expect([found.code, found.out]).toEqual([2, '']);
    expect(found.err).toContain('Không nối an toàn được tới máy chủ kho');
  });

  it('is not spoken to without TLS where an authority is named', async () => {
    vi.stubEnv('PGPASSWORD', SECRETS.lai_chau);
    const [plain] = await postgresServers();
    const address = { ...addressOf(plain, 'lai_chau', '127.0.0.1') };
    const found = await run('tinh', address, own?.certificate ?? '', 'status', ...AT);
    expect([found.code, found.err]).toEqual([2, expect.stringContaining('Không nối an toàn được')]);
  });

  it('says that a certificate cannot be read, and which password is wrong by the name of its account', async () => {
    const gone = await run(
      'tinh',
      addressOf(servers[0], 'lai_chau'),
      join(folder, 'khong-co.pem'),
      'status',
      ...AT,
    );
    expect(gone).toMatchObject({ code: 2, err: expect.stringContaining('khong-co.pem') as string });
    const wrong = `bi-mat-${randomUUID()}`;
    vi.stubEnv('PGPASSWORD', wrong);
    const found = await run(
      'tinh',
      addressOf(servers[0], 'lai_chau'),
      own?.certificate ?? '',
      'status',
      ...AT,
    );
    expect([found.code, found.err]).toEqual([2, expect.stringContaining('không nhận tài khoản này')]);
    expect(found.err).toContain('lai_chau');
    expect(found.err).not.toContain(wrong);
  });

  it('names the province where the coordinator may not ask its server', async () => {
    vi.stubEnv('PGPASSWORD', SECRETS.lai_chau);
    await asked(superuser(1), `ALTER ROLE chitieu_link PASSWORD '${SECRETS.lai_chau}'`);
    const found = await run(
      'bo',
      addressOf(servers[0], 'bo_xem'),
      own?.certificate ?? '',
      'history',
      'VN12',
      'new-jobs',
    );
    expect([found.code, found.out]).toEqual([2, '']);
    expect(found.err).toContain('Thiếu phần kho của Tỉnh Lai Châu (VN12)');
    expect(found.err).toContain('chitieu_link');
    await asked(superuser(1), `ALTER ROLE chitieu_link PASSWORD '${SECRETS.chitieu_link}'`);
  });

  it('keeps no secret in workspaces, catalogues and logs, and says none', async () => {
    const texts = said.map(({ out, err }) => out + err);
    for (const name of ['tinh', 'bo', 'so']) texts.push(...(await filesBelow(join(folder, name))));
    for (const [at, { data }] of servers.entries()) {
      texts.push(await readFile(join(data, 'log'), 'utf8'));
      for (const catalogue of [
        'pg_foreign_server',
        'pg_user_mapping',
        'chitieu.provinces',
        'chitieu.members',
      ])
        texts.push(JSON.stringify(await asked(superuser(at), `SELECT * FROM ${catalogue}`)));
    }
    expect(texts.join('').length).toBeGreaterThan(10_000);
    for (const secret of Object.values(SECRETS))
      expect(texts.filter((text) => text.includes(secret))).toEqual([]);
  });
});

function ownAddress(): string {
  const all = Object.values(networkInterfaces()).flatMap((ones) => ones ?? []);
  const own = all.find(({ family, internal }) => family === 'IPv4' && !internal);
  if (!own) throw new Error('This machine has no address in a network.');
  return own.address;
}

async function filesBelow(path: string): Promise<string[]> {
  if (!(await stat(path)).isDirectory()) return [(await readFile(path)).toString('latin1')];
  const names = await readdir(path);
  return (await Promise.all(names.map((name) => filesBelow(join(path, name))))).flat();
}
