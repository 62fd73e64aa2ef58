import { existsSync } from 'node:fs';
import { cp, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DEFAULT_LIMITS } from '../../../formats/limits.ts';
import { readFacts } from '../../../formats/xlsx/facts.ts';
import { readZip } from '../../../formats/zip/read.ts';
import { madeCountry, type Country } from './country.ts';

/** The figure that the units of all three provinces report, and one that is divided by another. */
const JOBS = 'new-jobs|_T';
const IN = ['--round', '2023'];
const at = (day: string) => ['--at', `2024-${day}T08:00:00+07:00`];

interface Imported {
  files: {
    state: string;
    return: string | null;
    why: { code: string; vi: string }[];
    changes: { key: string; before: string | null; after: string | null; reasons: string[] }[];
  }[];
}

interface Consolidated {
  totals: {
    group: string;
    key: string;
    sum: string | null;
    value: number | null;
    entered: number;
    of: number;
    complete: boolean;
    decided: object | null;
  }[];
  provinces: { province: string; state: string }[];
}

interface Status {
  provinces: {
    province: string;
    plans: string[];
    state: string;
    set: string | null;
    daysLate: number | null;
    waiting: number;
    units: { received: number };
    corrections: object[];
  }[];
  units: { unit: string; state: string; return: string | null }[];
}

let country: Country;
beforeAll(async () => {
  country = await madeCountry();
});
afterAll(() => country.gone());

const setOf = (name: string) => join(country.folder, name);
const imported = async (...args: string[]) =>
  (await country.ministry.json<Imported>('import', ...args)).files;

/** Each step goes on from the one before. */
describe('a national round', () => {
  it('begins in the provinces: each closes its own, and only a closed round can be sent', async () => {
    const { VN12, VN51, VN34 } = country.provinces;
    await VN12.receive([
      { unit: 'VN12.105', figures: { [JOBS]: '120', 'poor-households|_T': '30' } },
      { unit: 'VN12.106', figures: { [JOBS]: '30' } },
    ]);
    await VN51.receive([{ unit: 'VN51.522', figures: { [JOBS]: '400' } }]);
    await VN34.receive([
      { unit: 'VN34.336', figures: { [JOBS]: '7' } },
      { unit: 'VN34.338', figures: { [JOBS]: '9' } },
    ]);
    const early = await VN12.run('store', 'export', '--parquet', setOf('som'), ...IN);
    expect([early.code, early.err]).toEqual([2, expect.stringContaining('chưa khóa sổ')]);
    for (const [id, office] of Object.entries({ VN12, VN51 })) {
      expect((await office.run('close', ...IN, ...at('01-25'))).code).toBe(0);
      const to = setOf(id === 'VN51' ? 'VN51.zip' : id);
      const { code, out, err } = await office.run('store', 'export', '--parquet', to, ...IN);
      expect([code, err]).toEqual([0, '']);
      expect(out).toContain('Khóa sổ ngày 25/01/2024');
    }
  });

  it('takes in each set once, folder or zip, whole, and keeps what it was made of', async () => {
    const [first] = await imported(setOf('VN12'), ...IN, ...at('01-28'));
    expect(first).toMatchObject({ state: 'new', return: 'B1', changes: [] });
    const late = await imported(setOf('VN51.zip'), setOf('VN12'), ...IN, ...at('02-10'));
    expect(late.map(({ state, return: name }) => [state, name])).toEqual([
      ['unchanged', 'B1'],
      ['new', 'B4'],
    ]);
    expect(await country.ministry.json('store', 'verify')).toMatchObject({ returns: 5, faults: [] });
  });

  it('says of every province where it is, and who is missing by name', async () => {
    const { ministry } = country;
    const { provinces, units } = await ministry.json<Status>('status', ...IN, ...at('02-12'));
    const known = provinces.filter(({ plans }) => plans.length > 0);
    expect(
      known.map(({ province, state, set, daysLate, units: all }) => [
        province,
        state,
        set,
        daysLate,
        all.received,
      ]),
    ).toEqual([
      ['VN12', 'sent', 'B1', 0, 2],
      ['VN51', 'sent', 'B4', 10, 1],
      ['VN34', 'not-received', null, 12, 0],
    ]);
    expect(provinces).toHaveLength(63);
    expect(units.find(({ unit }) => unit === 'VN12.106')).toMatchObject({ state: 'accepted', return: 'B3' });
    const { out } = await ministry.run('status', ...IN, ...at('02-12'));
    expect(out).toContain('Chưa có (1): Tỉnh Thái Bình.');
    expect(out).toContain('Gửi trễ (1): Tỉnh Quảng Ngãi 10 ngày.');
    expect(out).toMatch(/Chưa có kế hoạch ở đây \(60\): .*Tỉnh Hà Giang/u);
    const below = await ministry.run('status', ...IN, '--province', 'VN34');
    expect(below.out).toContain('VN34.336');
    expect(below.out).not.toContain('VN12.105');
    expect((await ministry.run('status', ...IN, '--province', 'VN99')).err).toContain('VN99');
    await ministry.run('status', ...IN, ...at('02-12'), '--out', setOf('so-theo-doi.xlsx'));
    const { sheets } = await readFacts(await readFile(setOf('so-theo-doi.xlsx')));
    expect(sheets.map(({ name }) => name)).toEqual(['Các tỉnh', 'Sổ theo dõi', 'Tổng số']);
    const rows = (name: string) => {
      const found = new Map<number, string>();
      for (const { row, value } of sheets.find((sheet) => sheet.name === name)?.cells.values() ?? [])
        found.set(row, `${found.get(row) ?? ''}|${String(value ?? '')}`);
      return [...found.values()].join('\n');
    };
    expect(rows('Các tỉnh')).toContain('VN12|Tỉnh Lai Châu|đã gửi');
    expect(rows('Sổ theo dõi')).toMatch(/Tỉnh Lai Châu\|VN12\.106/u);
    expect(rows('Sổ theo dõi')).toMatch(/Tỉnh Thái Bình\|VN34\.336/u);
  });

  it('adds up what is there as in the provinces, digit for digit, and shows no part as the whole', async () => {
    const { ministry, provinces } = country;
    const all = await ministry.json<Consolidated>('consolidate', ...IN, ...at('02-12'));
    for (const id of ['VN12', 'VN51'] as const) {
      const own = await provinces[id].json<Consolidated>('consolidate', ...IN, ...at('02-12'));
      const said = (totals: Consolidated['totals'], group: string) =>
        new Map(
          totals
            .filter((one) => one.group === group)
            .map(({ key, sum, value, entered, of }) => [key, { sum, value, entered, of }]),
        );
      const there = said(all.totals, id);
      for (const [key, total] of said(own.totals, '_T')) expect([key, there.get(key)]).toEqual([key, total]);
    }
    const jobs = all.totals.filter(({ key }) => key === JOBS);
    expect(jobs.map(({ group, sum, complete, decided }) => [group, sum, complete, decided])).toEqual([
      ['_T', '550', false, null],
      ['VN12', '150', false, null],
      ['VN51', '400', false, null],
      ['VN34', null, false, null],
    ]);
    expect(
      all.provinces.filter(({ state }) => state === 'not-received').map(({ province }) => province),
    ).toEqual(['VN34']);
    const { out } = await ministry.run('consolidate', ...IN, ...at('02-12'), '--out', setOf('tong-hop.xlsx'));
    expect(out).toContain('2/63 tỉnh, thành phố đã gửi');
    expect(out).toContain('Chưa có (1): Tỉnh Thái Bình.');
    const { sheets } = await readFacts(await readFile(setOf('tong-hop.xlsx')));
    expect(sheets[0]?.name).toBe('Các tỉnh');
  });

  it('reports on the country, which leads to each province and its units', async () => {
    const { ministry } = country;
    const to = setOf('bao-cao');
    const { out, code } = await ministry.run('report', ...IN, ...at('02-12'), '--out', to);
    expect(code).toBe(0);
    expect(out).toContain('Cả nước, năm 2023: 2/63 tỉnh, thành phố đã gửi');
    const page = await readFile(join(to, 'bao-cao_ca-nuoc_2023.html'), 'utf8');
    for (const id of ['VN12', 'VN51', 'VN34']) {
      expect(page).toContain(`href="bao-cao_${id}_2023.html"`);
      expect(existsSync(join(to, `bao-cao_${id}_2023.html`))).toBe(true);
    }
    expect(page).toContain('Chưa có (1): Tỉnh Thái Bình.');
    const word = new TextDecoder().decode(
      (await readZip(await readFile(join(to, 'bao-cao_ca-nuoc_2023.docx')), DEFAULT_LIMITS)).get(
        'word/document.xml',
      ),
    );
    for (const said of ['Chưa có (1): Tỉnh Thái Bình.', 'Tỉnh Lai Châu (VN12)', '550 (3/']) {
      expect(page).toContain(said);
      expect(word).toContain(said);
    }
    expect(page).toMatch(/550 \(3\/\d+\)/u);
    const below = await readFile(join(to, 'bao-cao_VN12_2023.html'), 'utf8');
    expect(below).toContain('Huyện Tam Đường');
  });

  it('takes a later set as a correction with old, new and reason', async () => {
    const { VN12 } = country.provinces;
    await VN12.receive([
      {
        unit: 'VN12.105',
        figures: { [JOBS]: '125' },
        said: {
          state: 'correction',
          corrects: 1,
          why: [
            {
              code: 'store-after-close',
              severity: 'note',
              place: {},
              data: { round: '2023', day: '25/01/2024', reason: 'Rà soát lại' },
            },
          ],
        },
      },
    ]);
    await VN12.run('withdraw', 'B2', '--reason', 'Sổ của huyện khác');
    const sent = await VN12.run('store', 'export', '--parquet', setOf('VN12-2'), ...IN);
    expect(sent.out).toContain('2 số đã sửa sau khi khóa');
    const tried = await imported(setOf('VN12-2'), ...IN, '--dry-run');
    const [taken] = await imported(setOf('VN12-2'), ...IN, ...at('02-15'));
    expect(tried[0]?.changes).toEqual(taken?.changes);
    expect(taken).toMatchObject({
      state: 'correction',
      return: 'B6',
      why: [{ code: 'set-follows' }],
      changes: [
        { key: 'VN12.105|new-jobs|_T|2023', before: '120', after: '125', reasons: ['Rà soát lại'] },
        { key: 'VN12.106|new-jobs|_T|2023', before: '30', after: null, reasons: ['Sổ của huyện khác'] },
      ],
    });
    const { provinces } = await country.ministry.json<Status>('status', ...IN, ...at('02-16'));
    expect(provinces[0]).toMatchObject({ state: 'corrected', set: 'B6', daysLate: 0 });
    expect(provinces[0]?.corrections).toHaveLength(2);
    const [older] = await imported(setOf('VN12'), ...IN);
    expect(older?.state).toBe('unchanged');
    expect(await country.ministry.json('store', 'verify')).toMatchObject({ returns: 7, faults: [] });
    expect((await country.ministry.run('store', 'rebuild')).code).toBe(0);
    expect(await country.ministry.json('store', 'verify')).toMatchObject({ returns: 7, faults: [] });
  });

  it('refuses a set that is not what it says, and keeps nothing of it', async () => {
    const broken = setOf('hong');
    await cp(setOf('VN12-2'), broken, { recursive: true });
    const file = join(broken, 'ky=2023', 'tinh=VN12', 'entries.parquet');
    const bytes = await readFile(file);
    await writeFile(file, Buffer.concat([bytes.subarray(0, -1), Buffer.of((bytes.at(-1) ?? 0) ^ 1)]));
    const [one] = await imported(broken, ...IN);
    expect(one).toMatchObject({ state: 'refused', return: null, why: [{ code: 'set-broken' }] });
    expect(one?.why[0]?.vi).toContain('ky=2023/tinh=VN12/entries.parquet');
    await writeFile(file, bytes);
    const manifest = join(broken, 'manifest.json');
    const said = await readFile(manifest, 'utf8');
    await writeFile(manifest, said.replace(/"sum": "[\d.]+"/u, '"sum": "1.0000"'));
    expect((await imported(broken, ...IN))[0]).toMatchObject({ state: 'refused', return: null });
    await writeFile(
      manifest,
      said
        .replace(/"figures": \d+\n {4}\}/u, '"figures": 99\n    }')
        .replace(/("inForce": \{\s+"checksum": ")[0-9a-f]+/u, `$1${'0'.repeat(64)}`),
    );
    expect((await imported(broken, ...IN))[0]).toMatchObject({
      state: 'held-back',
      why: [{ code: 'set-otherwise-here' }],
    });
  });

  it('counts a province as there whose quarter says the sum so far, without a rule here that asks for it', async () => {
    const { ministry, provinces } = country;
    const quarter = ['--round', '2023-Q3'];
    await provinces.VN12.receive([
      {
        unit: 'VN12.106',
        figures: { [JOBS]: '3150' },
        said: { round: '2023-Q3' },
        of: { period: '2023-LK9' },
      },
    ]);
    await provinces.VN12.run('close', ...quarter, ...at('02-20'));
    await provinces.VN12.run('store', 'export', '--parquet', setOf('12-q3.zip'), ...quarter);
    expect(await imported(setOf('12-q3.zip'), ...quarter)).toMatchObject([{ state: 'new' }]);
    const sum = ['--round', '2023-LK9', ...at('02-21')];
    const added = await ministry.json<Consolidated>('consolidate', ...sum);
    const stateOf = ({ provinces: all }: Pick<Consolidated, 'provinces'>, id: string) =>
      all.find(({ province }) => province === id)?.state;
    expect(stateOf(added, 'VN12')).toBe('sent');
    expect(stateOf(added, 'VN51')).toBe('not-received');
    expect(added.totals.find(({ group, key }) => group === 'VN12' && key === JOBS)?.sum).toBe('3150');
    expect(stateOf(await ministry.json<Status>('status', ...sum), 'VN12')).toBe('sent');
  });

  it('holds a set back whose round is closed here, until somebody lets it in', async () => {
    const { ministry, provinces } = country;
    expect((await ministry.run('close', ...IN, ...at('02-20'))).code).toBe(0);
    const { VN34 } = provinces;
    await VN34.run('close', ...IN, ...at('02-21'));
    await VN34.run('store', 'export', '--parquet', setOf('VN34.zip'), ...IN);
    const [held] = await imported(setOf('VN34.zip'), ...IN, ...at('02-22'));
    expect(held).toMatchObject({ state: 'held-back', why: [{ code: 'set-closed-here' }] });
    const name = held?.return ?? '';
    const before = await ministry.json<Status>('status', ...IN, ...at('02-22'));
    expect(before.provinces[2]).toMatchObject({ state: 'held-back', units: { received: 0 } });
    const released = await ministry.json<Imported>(
      'import',
      '--release',
      name,
      '--reason',
      'Bộ đồng ý',
      ...at('02-23'),
    );
    expect(released.files[0]).toMatchObject({ state: 'new', return: name });
    const after = await ministry.json<Status>('status', ...IN, ...at('02-23'));
    expect(after.provinces[2]).toMatchObject({ state: 'sent', units: { received: 2 }, daysLate: 22 });
    expect(await ministry.json('store', 'verify')).toMatchObject({ faults: [] });
  });

  it('lets a set of another history wait, and puts it in the place of the earlier one when somebody says so', async () => {
    const { ministry, provinces } = country;
    const { VN51 } = provinces;
    await rm(join(VN51.folder, 'store'), { recursive: true });
    await VN51.receive([{ unit: 'VN51.522', figures: { [JOBS]: '390' } }]);
    await VN51.run('close', ...IN, ...at('03-01'));
    await VN51.run('store', 'export', '--parquet', setOf('VN51-2'), ...IN);
    const reason = ['--reason', 'Tỉnh lập lại kho'];
    const [other] = await imported(setOf('VN51-2'), ...IN, ...reason, ...at('03-02'));
    expect(other).toMatchObject({ state: 'conflicting', why: [{ code: 'set-differs' }] });
    const waiting = await ministry.json<Status>('status', ...IN);
    expect(waiting.provinces[1]).toMatchObject({ state: 'sent', set: 'B4', waiting: 1 });
    const { files } = await ministry.json<Imported>(
      'import',
      '--release',
      other?.return ?? '',
      ...reason,
      ...at('03-03'),
    );
    expect(files[0]).toMatchObject({
      state: 'correction',
      changes: [
        { key: 'VN51.522|new-jobs|_T|2023', before: '400', after: '390', reasons: ['Tỉnh lập lại kho'] },
      ],
    });
    expect((await ministry.json<Status>('status', ...IN)).provinces[1]).toMatchObject({
      set: other?.return,
      waiting: 0,
    });
  });
});
