import { copyFile, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { packageRoot } from '../../../generator/package-root.ts';
import { addressText, storeAddress } from '../../../generator/store/postgres/address.ts';
import { setUpStore } from '../../../generator/store/postgres/setup.ts';
import { openPostgres } from '../../../generator/store/postgres/store.ts';
import { describeWithEngine } from '../../engines/availability.ts';
import { postgresServers, SUPERUSER } from '../../engines/postgres.ts';
import { loadSeeds } from '../../workbook/seed-workbooks.ts';
import { fillWorkbook, save, typeInto } from '../commands/filled-workbooks.ts';
import { runAt, type Said } from '../commands/run.ts';
import { asked, coordinator, database, oneServer } from './homes.ts';

const root = packageRoot();
const PLAN = 'lai-chau-2021';
const AT = ['--at', '2024-01-20T08:00:00+07:00'];
const WHY = ['--reason', 'Công văn 15', ...AT];
let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'chitieu-server-'));
  const inbox = join(folder, 'in');
  await mkdir(inbox);
  const { plans, catalogue } = await loadSeeds();
  const plan = plans.find(({ file }) => file.id === PLAN);
  if (!plan) throw new Error(`There is no plan ${PLAN}.`);
  for (const unit of ['VN12.106', 'VN12.107', 'VN12.108']) {
    const filled = await fillWorkbook(plan, catalogue, { reporter: unit, round: '2023', typed: {} });
    await save(filled, inbox, `${unit}.xlsx`);
  }
  const other = await fillWorkbook(plan, catalogue, { reporter: 'VN12.107', round: '2023', typed: {} });
  typeInto(other, 'new-jobs|_T', ['2023', 'preliminary', 'value'], 101);
  await save(other, inbox, 'VN12.107 sửa.xlsx');
  await copyFile(join(inbox, 'VN12.106.xlsx'), join(inbox, 'z bản sao.xlsx'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** What the commands say, one after the other, of a store that `options` name. */
async function walk(name: string, options: readonly string[]): Promise<string[]> {
  await runAt(folder, root, 'init', name, '--province', 'VN12', '--by', 'Phòng Tổng hợp');
  const said: string[] = [];
  const step = async (...args: string[]): Promise<Said> => {
    const found = await runAt(join(folder, name), root, ...options, ...args);
    said.push(`${args[0]} ${found.code}\n${plain(found.out)}${plain(found.err)}`);
    return found;
  };
  await step('import', join(folder, 'in'), '--round', '2023', '--dry-run', ...AT);
  await step('import', join(folder, 'in'), '--round', '2023', ...AT);
  await step('import', join(folder, 'in'), '--round', '2023', ...AT);
  const open = await step('resolve', '--list', '--json');
  const [conflict] = JSON.parse(open.out) as { figures: { return: string }[] }[];
  await step('resolve', '--keep', conflict?.figures.at(-1)?.return ?? '', ...WHY);
  await step('status', '--round', '2023', '--json', ...AT);
  const accept = ['accept', 'VN12.106', '--round', '2023', ...WHY];
  const accepted = await step(...accept, '--json');
  const { number } = JSON.parse(accepted.out) as { number: number };
  await step('resolve', '--undo', String(number), ...WHY);
  await step(...accept);
  await step('history', 'VN12.107', 'new-jobs', '--json');
  await step('levels', '--round', '2023', '--json');
  await step('consolidate', '--round', '2023', '--json', ...AT);
  await step('report', '--round', '2023', '--out', join(folder, name, 'bao-cao.html'), ...AT);
  await step('feedback', '--round', '2023', '--out', join(folder, name, 'gop-y'), ...AT);
  await step('close', '--round', '2023', ...WHY);
  await step('import', join(folder, 'in', 'VN12.108.xlsx'), '--round', '2023', ...AT);
  await step('withdraw', conflict?.figures[0]?.return ?? '', ...WHY);
  await step('close', '--round', '2023', '--reopen', ...WHY);
  await step('close', '--round', '2023', ...WHY);
  await step('consolidate', '--round', '2023', '--json', ...AT);
  await step('renew', PLAN, '--from-store', '--round', '2024', '--out', join(folder, name, 'ke-hoach'));
  await step('store', 'verify');
  await step('store', 'export', '--parquet', join(folder, name, 'parquet'));
  return said;

  /** Without what is every home's own: names of returns, folders, the checksum of numbers of returns. */
  function plain(text: string): string {
    return text
      .replaceAll(join(folder, name), '…')
      .replaceAll(/\bB(\d+)12\b/gu, 'B$1')
      .replaceAll(/ {2,}/gu, ' ')
      .replaceAll(/mã kiểm [0-9a-f]{12}/gu, 'mã kiểm …')
      .replaceAll(/(quyết định số |Quyết định số |--undo |"(?:decision|seen|number)": )(\d+)12\b/giu, '$1$2');
  }
}

describeWithEngine('postgres', 'the commands of a workspace', () => {
  it(
    'say the same of a store on a server, and on several, as of one in a file',
    { timeout: 600_000 },
    async () => {
      const [file, one, several] = [
        await walk('tep', []),
        await walk('may', ['--store', addressText(await oneServer())]),
        await walk('nhieu-may', ['--store', addressText(await coordinator())]),
      ];
      expect(file).toHaveLength(23);
      expect(one).toEqual(file);
      expect(several).toEqual(file);

      const moved = (...args: string[]) => runAt(join(folder, 'tep'), root, ...args);
      await moved('store', 'backup', join(folder, 'ban-chep'));
      const server = ['--store', addressText(await coordinator())];
      expect((await moved(...server, 'store', 'restore', join(folder, 'ban-chep'))).err).toBe('');
      const verified = await moved(...server, 'store', 'verify', '--json');
      expect(JSON.parse(verified.out)).toMatchObject({ faults: [] });
      expect((await moved(...server, 'store', 'verify')).out).toBe((await moved('store', 'verify')).out);
    },
  );

  describe('of the administrator', () => {
    it('set up a store, once and again, and say so', async () => {
      const [server] = await postgresServers();
      const address = await database(server);
      const setup = ['--store', addressText(address), 'store', 'setup', '--provinces', 'VN12,VN51'];
      const before = await runAt(
        folder,
        root,
        '--store',
        addressText(address),
        '--workspace',
        'tep',
        'status',
      );
      expect(before).toMatchObject({ code: 2, err: expect.stringContaining('chưa có kho') as string });
      expect((await runAt(folder, root, ...setup)).out).toContain('đã lập kho; 3 phần');
      const again = await runAt(folder, root, ...setup, '--json');
      expect(JSON.parse(again.out)).toEqual([{ server: addressText(address), migrations: [], provinces: 3 }]);
      const account = ['store', 'account', 'lai_chau', '--province', 'VN12', '--json'];
      const made = await runAt(folder, root, '--store', addressText(address), ...account);
      expect(JSON.parse(made.out)).toEqual({
        account: 'lai_chau',
        may: 'VN12',
        servers: [addressText(address)],
      });
      const rebuild = await runAt(folder, root, '--store', addressText(address), 'store', 'rebuild');
      const why = expect.stringContaining('chỉ dùng cho kho trong tệp') as string;
      expect(rebuild).toMatchObject({ code: 2, err: why });
      await asked(address, "INSERT INTO chitieu.migrations VALUES ('9-later')");
      expect((await runAt(folder, root, ...setup)).err).toContain('bản chương trình mới hơn');
    });

    it('give no rights to an account that no border holds or that the store needs, or on no province', async () => {
      const address = await coordinator();
      const account = (...args: string[]) =>
        runAt(folder, root, '--store', addressText(address), 'store', 'account', ...args);
      const [behind] = await asked(
        address,
        'SELECT address FROM chitieu.provinces WHERE address IS NOT NULL',
      );
      const may = () =>
        asked(
          storeAddress(String(behind?.address), null),
          `SELECT member.rolname AS account, may.rolname AS may FROM pg_auth_members
            JOIN pg_roles AS member ON member.oid = pg_auth_members.member JOIN pg_roles AS may ON may.oid = roleid
            WHERE member.rolname IN ('chitieu_link', '${SUPERUSER}') ORDER BY 1, 2`,
        );
      const before = await may();
      for (const [name, of, why] of [
        ['chitieu_link', ['--province', 'VN12'], 'tên kho tự dùng'],
        ['chitieu_province', ['--ministry'], 'tên kho tự dùng'],
        [SUPERUSER, ['--ministry'], 'tài khoản quản trị'],
        ['go_nham', ['--province', 'VN21'], 'không có phần của tỉnh VN21'],
      ] as const) {
        const found = await account(name, ...of);
        expect([found.code, found.out, found.err]).toEqual([2, '', expect.stringContaining(why)]);
      }
      expect(before).toContainEqual({ account: 'chitieu_link', may: 'chitieu_ministry' });
      expect(await may()).toEqual(before);
      expect(await asked(address, "SELECT FROM pg_roles WHERE rolname = 'go_nham'")).toEqual([]);
      expect((await account("so$$ty'te", '--ministry')).err).toBe('');
    });

    it('add a server later, by itself, and take those before it in any order', async () => {
      const address = await coordinator();
      const [, , behind] = await postgresServers();
      const late = { address: await database(behind), provinces: ['VN14'], ca: null };
      await setUpStore(address, { provinces: [{ province: 'VN14', name: 'Tỉnh Sơn La' }], shards: [late] });
      const places = () =>
        asked(
          address,
          `SELECT province, address, substring(srvoptions::text FROM 'dbname=([^,}]*)') AS database
            FROM chitieu.provinces JOIN pg_foreign_server ON srvname = server ORDER BY province`,
        );
      const before = await places();
      expect(before).toHaveLength(4);
      for (const one of before)
        expect(storeAddress(String(one.address), null).database).toBe(String(one.database));
      const store = await openPostgres(address, { province: null, isAsked: true });
      expect(await store.returns()).toEqual([]);
      await store.close();
      const shards = before
        .map((one) => ({
          address: { ...storeAddress(String(one.address), null), user: SUPERUSER },
          provinces: [String(one.province)],
          ca: null,
        }))
        .reverse();
      const provinces = before.map(({ province }) => ({ province: String(province), name: '' }));
      await setUpStore(address, { provinces, shards });
      expect(await places()).toEqual(before);
    });

    it('refuse a province that is on no server, or on two', async () => {
      const setup = (...shards: string[]) =>
        runAt(
          folder,
          root,
          '--store',
          'postgres://127.0.0.1/x',
          'store',
          'setup',
          '--provinces',
          'VN12,VN51',
          ...shards.flatMap((one) => ['--shard', one]),
        );
      expect((await setup('postgres://127.0.0.1/a=VN12')).err).toContain('VN51 chưa ở máy chủ nào');
      const twice = await setup('postgres://127.0.0.1/a=VN12,VN51', 'postgres://127.0.0.1/b=VN12');
      expect(twice.err).toContain('VN12 ghi nhiều lần');
    });
  });

  it('say what is wrong with a server that does not answer, a name, an account', async () => {
    const [server] = await postgresServers();
    const status = (address: string) =>
      runAt(folder, root, '--workspace', 'tep', '--store', address, 'status', '--round', '2023');
    const silent = await status('postgres://127.0.0.1:1/kho');
    expect(silent).toMatchObject({ code: 2, err: expect.stringContaining('không trả lời') as string });
    const base = `127.0.0.1:${server?.port}`;
    expect((await status(`postgres://${SUPERUSER}@${base}/chua_co`)).err).toContain('createdb chua_co');
    expect((await status(`postgres://khong_ai@${base}/postgres`)).err).toContain('không nhận tài khoản');
  });
});
