import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { packageRoot } from '../../../generator/package-root.ts';
import { addressText } from '../../../generator/store/postgres/address.ts';
import { describeWithEngine } from '../../engines/availability.ts';
import { runAt } from '../commands/run.ts';
import { madeCountry, type Country, type Office } from '../sets/country.ts';
import { asked, coordinator, oneServer } from './homes.ts';

const JOBS = 'new-jobs|_T';
const POOR = 'poor-households|_T';
const IN = ['--round', '2023'];
const at = (day: string) => ['--at', `2024-${day}T08:00:00+07:00`];

interface Imported {
  files: { state: string }[];
}

let country: Country;
const named = (name: string) => join(country.folder, name);

/** A province and a ministry whose rounds have come a long way: everything that can be decided is. */
beforeAll(async () => {
  country = await madeCountry();
  const { ministry } = country;
  const { VN12, VN51 } = country.provinces;
  await VN12.receive([
    {
      unit: 'VN12.105',
      figures: { [JOBS]: '120', [POOR]: '30' },
      said: { judged: { acceptance: 'to-explain', errors: 0, warnings: 1, owed: 2, entered: 2 } },
    },
    { unit: 'VN12.106', figures: { [JOBS]: '30.25' } },
    { unit: 'VN12.107', figures: { [JOBS]: '11' } },
    { unit: 'VN12.107', figures: { [JOBS]: '12' }, said: { state: 'conflicting' } },
    { unit: 'VN12.108', figures: { [JOBS]: '9' }, said: { state: 'held-back' } },
  ]);
  const why = ['--reason', 'Công văn 15'];
  await done(VN12, 'import', '--release', 'B5', ...why, ...at('01-22'));
  await done(VN12, 'resolve', '--keep', 'B4', ...why, ...at('01-22'));
  await done(VN12, 'accept', 'VN12.105', ...IN, ...why, ...at('01-22'));
  await done(VN12, 'withdraw', 'B2', ...why, ...at('01-22'));
  await done(VN12, 'resolve', '--undo', '4', ...why, ...at('01-23'));
  await done(VN12, 'close', ...IN, ...at('01-25'));
  await done(VN12, 'store', 'export', '--parquet', named('VN12-1'), ...IN);
  const later = { round: '2023', day: '25/01/2024', reason: 'Rà soát lại' };
  const said = [{ code: 'store-after-close', severity: 'note', place: {}, data: later }] as const;
  await VN12.receive([
    {
      unit: 'VN12.105',
      figures: { [JOBS]: '125' },
      said: { state: 'correction', corrects: 1, why: [...said] },
    },
  ]);
  await VN51.receive([{ unit: 'VN51.522', figures: { [JOBS]: '400' } }]);
  await done(VN51, 'close', ...IN, ...at('01-26'));
  await done(VN51, 'store', 'export', '--parquet', named('VN51-1'), ...IN);
  await done(ministry, 'import', named('VN12-1'), named('VN51-1'), ...IN, ...at('01-28'));
  await done(ministry, 'close', ...IN, ...at('02-01'));
});
afterAll(() => country.gone());

async function done({ run }: Office, ...args: string[]): Promise<void> {
  const { code, out, err } = await run(...args);
  if (code !== 0) throw new Error(`${args.join(' ')}: ${out}${err}`);
}

/** What a workspace says of its store. */
async function everything(workspace: string, options: readonly string[]): Promise<string[]> {
  const said: string[] = [];
  for (const command of [
    ['status', ...IN, ...at('02-12')],
    ['consolidate', ...IN, ...at('02-12')],
    ['levels', ...IN],
    ['history', 'VN12.105', 'new-jobs'],
  ]) {
    const { code, out, err } = await runAt(workspace, packageRoot(), ...options, ...command, '--json');
    said.push(`${command[0]} ${code}\n${out}${err}`.replaceAll(join(workspace, 'store'), '…'));
  }
  return said;
}

/** Numbers of a server without the two digits that tell the province. */
const plain = (said: readonly string[]) =>
  said.map((text) =>
    text
      .replaceAll(/\bB(\d+)\d\d\b/gu, 'B$1')
      .replaceAll(/("(?:decision|seen|number|target|set)": )(\d+)\d\d\b/gu, '$1$2'),
  );

describeWithEngine('postgres', 'a store that moves', () => {
  const homes = [
    ['one server', () => oneServer()],
    ['a coordinator with three servers', () => coordinator()],
  ] as const;

  it.each(homes)('of a province into %s and back, with all that was decided', async (name, made) => {
    const { VN12 } = country.provinces;
    const before = await everything(VN12.folder, []);
    const copy = named(`ban-chep ${name}`);
    expect((await VN12.run('store', 'backup', copy)).code).toBe(0);
    const server = ['--store', addressText(await made())];
    const restored = await VN12.run(...server, 'store', 'restore', copy);
    expect([restored.code, restored.err]).toEqual([0, '']);
    expect(restored.out).toContain('Đã lấy lại kho: 6 bản');
    expect(restored.out).toContain('B312');
    const there = await everything(VN12.folder, server);
    expect(plain(there)).toEqual(before);
    // Broken off in the middle it can be run again.
    expect((await VN12.run(...server, 'store', 'restore', copy)).code).toBe(0);

    const back = named(`ve-tep ${name}`);
    expect((await VN12.run(...server, 'store', 'backup', back)).code).toBe(0);
    const office = named(`tinh-12 ${name}`);
    await runAt(country.folder, packageRoot(), 'init', office, '--province', 'VN12');
    const again = await runAt(office, packageRoot(), 'store', 'restore', back);
    expect(again.out).not.toContain('đánh số lại');
    expect(await everything(office, [])).toEqual(there);
  });

  it.each(homes)('of the country into %s and back, with the sets of provinces', async (name, made) => {
    const { ministry } = country;
    const before = await everything(ministry.folder, []);
    expect(before.join('')).toContain('"province": "VN51"');
    const copy = named(`ca-nuoc ${name}`);
    await ministry.run('store', 'backup', copy);
    const server = ['--store', addressText(await made())];
    expect((await ministry.run(...server, 'store', 'restore', copy)).err).toBe('');
    const there = await everything(ministry.folder, server);
    expect(plain(there)).toEqual(before);
    const back = named(`ca-nuoc ve-tep ${name}`);
    expect((await ministry.run(...server, 'store', 'backup', back)).err).toBe('');
    expect((await ministry.run(...server, 'store', 'restore', back)).out).not.toContain('đánh số lại');
  });

  it('sends its next set as one that follows on those of before', async () => {
    const { ministry, provinces } = country;
    const copy = named('gui-tiep');
    await provinces.VN12.run('store', 'backup', copy);
    const server = ['--store', addressText(await oneServer())];
    await provinces.VN12.run(...server, 'store', 'restore', copy);
    const why = ['--reason', 'Sổ của huyện khác', ...at('02-03')];
    // Of a return that came in the first set.
    expect((await provinces.VN12.run(...server, 'withdraw', 'B512', ...why)).code).toBe(0);
    const set = named('VN12-2');
    const sent = await provinces.VN12.run(...server, 'store', 'export', '--parquet', set, ...IN);
    expect([sent.code, sent.err]).toEqual([0, '']);
    const { files } = await ministry.json<Imported>('import', set, ...IN, ...why);
    expect(files).toMatchObject([
      {
        state: 'correction',
        changes: [
          { key: 'VN12.105|new-jobs|_T|2023', before: '120', after: '125' },
          { key: 'VN12.108|new-jobs|_T|2023', before: '9', after: null },
        ],
      },
    ]);
    expect(await ministry.json('store', 'verify')).toMatchObject({ faults: [] });
  });

  it('is not put on top of another, nor where its province has no part, nor in another province', async () => {
    const { VN12, VN51 } = country.provinces;
    const [own, other] = [named('cua-12'), named('cua-51')];
    await VN12.run('store', 'backup', own);
    await VN51.run('store', 'backup', other);
    const address = await oneServer();
    const server = ['--store', addressText(address)];
    const count = async () => (await asked(address, 'SELECT count(*) FROM chitieu.returns'))[0]?.count;
    const wrong = await VN12.run(...server, 'store', 'restore', other);
    expect([wrong.code, wrong.err]).toEqual([
      2,
      expect.stringContaining('không có báo cáo nào của tỉnh VN12'),
    ]);
    const without = ['--store', addressText(await oneServer([{ province: 'VN34', name: 'Tỉnh Thái Bình' }]))];
    const noPart = await VN12.run(...without, 'store', 'restore', own);
    expect([noPart.code, noPart.err]).toEqual([2, expect.stringContaining('không có phần của tỉnh VN12')]);
    expect(await count()).toBe('0');
    await VN12.run(...server, 'store', 'restore', own);
    await VN12.run(...server, 'withdraw', 'B112', '--reason', 'thử');
    const full = await VN12.run(...server, 'store', 'restore', own);
    expect([full.code, full.err]).toEqual([2, expect.stringContaining('đã có số của VN12')]);
    expect(await count()).toBe('6');
  });

  it('of the country is not copied without the rounds that provinces have closed in it themselves', async () => {
    const { ministry, provinces } = country;
    const server = ['--store', addressText(await oneServer())];
    const copy = named('tu-khoa');
    await provinces.VN51.run('store', 'backup', copy);
    await provinces.VN51.run(...server, 'store', 'restore', copy);
    const refused = await ministry.run(...server, 'store', 'backup', named('thieu'));
    expect([refused.code, refused.err]).toEqual([2, expect.stringContaining('VN51 tự khóa sổ')]);
  });
});
