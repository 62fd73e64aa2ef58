import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { packageRoot } from '../../../generator/package-root.ts';
import { run } from './run.ts';

const units = (...args: string[]) => run(packageRoot(), 'units', ...args);

interface UnitJson {
  id: string;
  name: string;
}

describe('chitieu units', () => {
  it('lists the provinces of the last day on which the lists are right', async () => {
    const { code, out, err } = await units();
    expect([code, err]).toEqual([0, '']);
    expect(out).toContain('VN33-2025  cấp tỉnh');
    expect(out).toContain('Ngày 29/04/2026: 34 cấp tỉnh.');
  });

  it('counts the communes of the whole country', async () => {
    const { out } = await units('--level', 'commune');
    expect(out).toContain('3321 cấp xã (2621 xã, 687 phường, 13 đặc khu).');
  });

  it('counts every commune of the country before the reform under a sort', async () => {
    const { out } = await units('--level', 'commune', '--at', '2025-06-30');
    expect(out).toContain('10035 cấp xã (7692 xã, 1726 phường, 617 thị trấn).');
  });

  it('says of the country that it is there', async () => {
    const { out } = await units('--level', 'country');
    expect(out).toContain('Ngày 29/04/2026: cả nước.');
  });

  it.each([
    ['2025-06-30', '1 cấp tỉnh, 8 cấp huyện, 106 cấp xã (94 xã, 5 phường, 7 thị trấn)'],
    ['2025-07-01', '1 cấp tỉnh, 38 cấp xã (36 xã, 2 phường)'],
  ])('lists all of a province on %s', async (at, counts) => {
    expect((await units('--province', 'VN12', '--at', at)).out).toContain(counts);
  });

  it('says the same in English', async () => {
    const { out } = await units('--province', 'VN12', '--at', '2026-05-01', '--lang', 'en');
    expect(out).toContain('VN12.03388-2025  commune   VN12   Phường Đoàn Kết');
    expect(out).toContain('On 2026-05-01: 1 province, 38 communes (36 rural communes, 2 wards).');
    const late = await units('--province', 'VN75-2025', '--at', '2026-05-01', '--lang', 'en');
    expect(late.err).toContain('Since 2026-04-30 (unverified): ');
    const traced = await units('trace', '03388', '--lang', 'en');
    expect(traced.out).toContain('Phường Quyết Tiến (VN12.03388), commune until 2025-06-30');
    expect(traced.out).toContain('Counts pass whole to the new unit.');
    const unknown = await units('trace', 'VN12.99999', '--lang', 'en');
    expect([unknown.code, unknown.err]).toEqual([2, expect.stringContaining('No unit has the code')]);
  });

  it('gives the units as JSON', async () => {
    const { out } = await units('--province', 'VN12', '--level', 'district', '--at', '2012-11-15', '--json');
    expect((JSON.parse(out) as UnitJson[]).map(({ id }) => id)).toEqual([
      'VN12.TX',
      'VN12.106',
      'VN12.107',
      'VN12.108',
      'VN12.109',
      'VN12.110',
      'VN12.111',
    ]);
  });

  it('says of a day after the lists what they lack', async () => {
    const { err } = await units('--province', 'VN75-2025', '--at', '2026-05-01');
    expect(err).toContain('đúng đến ngày 29/04/2026');
    expect(err).toContain('30/04/2026 (chưa kiểm chứng): Tỉnh Đồng Nai');
    expect((await units('--province', 'VN12', '--at', '2026-05-01')).err).not.toContain('Đồng Nai');
  });

  it.each([
    [['--province', 'VN51'], 'VN51-2025'],
    [['--province', 'VN33-2025', '--at', '2025-06-30'], 'VN33, VN34'],
    [['--province', 'VN13'], 'VN12'],
    [['--at', '2025-02-30'], '2025-07-01'],
    [['--level', 'department'], 'commune'],
  ])('refuses %s and says what to take', async (args, instead) => {
    const { code, err } = await units(...args);
    expect(code).toBe(2);
    expect(err).toContain(instead);
  });
});

describe('chitieu units tags', () => {
  it('gives what the seeds hold: nothing is left to derive, and mixed communes stay open', async () => {
    const given = await readFile(join(packageRoot(), 'seeds/units/lai-chau-2021.csv'), 'utf8');
    const { code, out, err } = await units('tags', 'lai-chau-2021');
    expect([code, out]).toEqual([0, given]);
    expect(given.match(/-2025,poor,tags$/gmu)).toHaveLength(31);
    expect(err).toContain('Phường Đoàn Kết (VN12.03388-2025): ghép từ đất của Huyện Phong Thổ');
    expect(err.trim().split('\n')).toHaveLength(2);
  });

  it('writes them to a file that holds a part of them, once, and to no other', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'chitieu-tags-'));
    onTestFinished(() => rm(folder, { recursive: true, force: true }));
    const given = await readFile(join(packageRoot(), 'seeds/units/quang-ngai-2021.csv'), 'utf8');
    const file = join(folder, 'tags.csv');
    await writeFile(file, given.slice(0, given.indexOf('VN51.527')));
    const { code, out } = await units('tags', 'quang-ngai-2021', '--out', file, '--json');
    expect([code, JSON.parse(out)]).toEqual([0, { added: [], mixed: [] }]);
    expect(await readFile(file, 'utf8')).toBe(given);
    await writeFile(file, 'đã có');
    const kept = await units('tags', 'quang-ngai-2021', '--out', file);
    expect([kept.code, await readFile(file, 'utf8')]).toEqual([2, 'đã có']);
    expect(kept.err).toContain('Giữ nguyên');
    expect((await units('tags', 'no-plan')).code).toBe(2);
  });
});

describe('chitieu units trace', () => {
  it('tells an old and a new commune of one code apart', async () => {
    const { out } = await units('trace', '03388');
    expect(out).toContain(
      'Phường Quyết Tiến (VN12.03388), cấp xã đến ngày 30/06/2025\n  Nay thành:\n    Phường Đoàn Kết (VN12.03388-2025): toàn bộ',
    );
    expect(out).toContain('Phường Quyết Thắng (VN12.03386): toàn bộ');
    expect(out).toContain('cộng lại đúng bằng');
  });

  it('says of a divided commune that nothing is carried over, and with which others it adds up', async () => {
    const { out } = await units('trace', 'VN51.21142', '--json');
    expect(JSON.parse(out)).toMatchObject([
      {
        id: 'VN51.21142',
        after: [
          { id: 'VN51.21136-2025', part: 'part' },
          { id: 'VN51.21157-2025', part: 'part' },
        ],
        isExact: false,
        group: { new: ['VN51.21136-2025', 'VN51.21157-2025'] },
      },
    ]);
    expect((await units('trace', 'VN51.21142')).out).toContain('không ước lượng');
  });

  it('names no more of a large group than can be read', async () => {
    expect((await units('trace', 'VN01.00004')).out).toContain('và 271 đơn vị nữa (xem --json)');
  });

  it.each([
    ['VN34', 'Tỉnh Hưng Yên (VN33-2025)'],
    ['VN33-2025', 'Tỉnh Thái Bình (VN34)'],
    ['VN51.536', 'Đặc khu Lý Sơn (VN51.21548-2025): toàn bộ'],
    ['VN12.106', 'Xã Bình Lư (VN12.03390-2025)'],
    ['VN12.TX', 'Thành phố Lai Châu (VN12.105)'],
    ['VN12', 'Không thay đổi.'],
  ])('follows %s', async (code, expected) => {
    expect((await units('trace', code)).out).toContain(expected);
  });

  it.each([
    [
      'VN12.SLDTBXH',
      /đến ngày 28\/02\/2025\n {2}Nay thành:\n {4}Sở Nội vụ \(VN12\.SNV-2025\): \d+ chỉ tiêu: /u,
    ],
    ['VN12.SYT-2025', /Trước là:\n(?:.*\n)*? {4}Sở Y tế \(VN12\.SYT\): \d+ chỉ tiêu: /u],
    ['VN12.BHXH', /^Bảo hiểm xã hội tỉnh \(VN12\.BHXH\), sở, ngành\n {2}Không thay đổi\./u],
    ['VN62.BHXH', /Nay thành:\n {4}Bảo hiểm xã hội tỉnh \(VN51\.BHXH-2025\)\n/u],
    ['VN51.BHXH-2025', /Trước là:\n(?:.*\n)*? {4}Bảo hiểm xã hội tỉnh \(VN62\.BHXH\)\n/u],
    ['BLDTBXH', /Nay thành:\n {4}Bộ Nội vụ \(BNV\)\n/u],
  ])('says of the body %s which indicators went where', async (code, expected) => {
    expect((await units('trace', code)).out).toMatch(expected);
  });

  it('gives a program the indicators that passed from body to body', async () => {
    const [one] = JSON.parse((await units('trace', 'VN12.SNNPTNT', '--json')).out) as [
      { after: { id: string; indicators: string[] }[] },
    ];
    expect(one.after).toContainEqual(expect.objectContaining({ id: 'VN12.SNNMT' }));
    const passed = one.after.flatMap(({ indicators }) => indicators);
    expect(new Set(passed).size).toBe(passed.length);
    expect(passed.length).toBeGreaterThan(5);
  });

  it('says of a code that nobody has where codes are found', async () => {
    const { code, err } = await units('trace', 'VN12.99999');
    expect(code).toBe(2);
    expect(err).toContain('chitieu units --province');
  });
});
