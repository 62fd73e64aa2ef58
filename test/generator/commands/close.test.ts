import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStore } from '../../../generator/store/home.ts';
import { arrived, type Sent } from '../../core/consolidate/fixture.ts';
import { storedRound, type StoredRound } from '../consolidate/round.ts';

const JOBS = 'new-jobs|_T';
const AT = ['--at', '2024-02-01T08:00:00+07:00'];
const SENT: Sent[] = [
  { unit: 'VN12.105', figures: { [JOBS]: '120' } },
  { unit: 'VN12.106', figures: { [JOBS]: '30' } },
  { unit: 'VN12.106', figures: { [JOBS]: '31' }, said: { state: 'conflicting' } },
];

let round: StoredRound;
beforeAll(async () => {
  round = await storedRound(SENT);
});
afterAll(() => round.gone());

const close = (...args: string[]) => round.run('close', '--round', '2023', ...AT, ...args);

interface Said {
  closed: { checksum: string; asItWas: boolean; corrections: object[]; disputed: string[] } | null;
  totals: { key: string; sum: string }[];
}

async function consolidated(name: string): Promise<Said> {
  const out = join(round.folder, `${name}.xlsx`);
  return JSON.parse((await round.run('consolidate', '--round', '2023', '--out', out, '--json')).out) as Said;
}

/** Each step goes on from the one before. */
describe('closing a round', () => {
  it('waits for conflicts to be decided, or to be left open by name', async () => {
    const { code, err } = await close();
    expect(code).toBe(2);
    const id = /m[0-9a-f]{8}/u.exec(err)?.[0] ?? '';
    expect(err).toContain('Chưa khóa sổ');
    expect(err).toContain('1 mâu thuẫn (Huyện Tam Đường)');
    expect((await close('--leave-open', 'm00000000')).err).toContain('m00000000');
    const left = await close('--leave-open', id, '--json');
    expect(JSON.parse(left.out)).toMatchObject({ kind: 'close', closing: { leftOpen: [id] } });
    expect((await close('--reopen', '--reason', 'Sở Y tế đã trả lời')).code).toBe(0);
    expect(await round.run('resolve', id, '--keep', 'B2', '--reason', 'Công văn 15')).toMatchObject({
      err: '',
    });
  });

  it('keeps who, when and a checksum, once', async () => {
    const { code, out } = await close('--json');
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      kind: 'close',
      by: 'Phòng Tổng hợp',
      closing: { round: '2023', figures: 2, leftOpen: [] },
    });
    expect((await close()).err).toContain('đã khóa sổ ngày 01/02/2024');
    expect((await consolidated('khoa')).closed).toMatchObject({ asItWas: true, corrections: [] });
  });

  it('makes of what changes afterwards a correction with old, new and reason', async () => {
    const store = await openStore(join(round.folder, 'ws', 'store'), '2024-02-02');
    const { returns, entries } = arrived([
      {
        unit: 'VN12.105',
        figures: { [JOBS]: '125' },
        said: {
          state: 'correction',
          corrects: 1,
          why: [{ code: 'store-after-close', severity: 'note', place: {}, data: { reason: 'Rà soát lại' } }],
        },
      },
    ]);
    for (const one of returns) await store.take(one, entries, []);
    await store.close();
    await round.run('withdraw', 'B2', '--reason', 'Sổ của huyện khác');
    const { closed, totals } = await consolidated('sua');
    expect(closed).toMatchObject({
      asItWas: true,
      corrections: [
        {
          key: 'VN12.105|new-jobs|_T|2023',
          before: '120',
          after: '125',
          return: 'B4',
          reasons: ['Rà soát lại'],
        },
        { key: 'VN12.106|new-jobs|_T|2023', before: '30', after: '31', reasons: ['Sổ của huyện khác'] },
      ],
    });
    expect(totals.find(({ key }) => key === JOBS)?.sum).toBe('156');
    const out = join(round.folder, 'noi.xlsx');
    const { out: told } = await round.run('consolidate', '--round', '2023', '--out', out);
    expect(told).toContain('2 số đã sửa sau khi khóa');
    expect(told).toMatch(/\d+ đơn vị chưa được tính hoặc tính chưa đủ: \d+ chưa nhận \([^)]*Huyện Mường Tè/u);
  });

  it('counts no figure in dispute as corrected, and says once it is decided why the other was let in', async () => {
    const store = await openStore(join(round.folder, 'ws', 'store'), '2024-02-03');
    const { returns, entries } = arrived([
      { unit: 'VN12.106', figures: { [JOBS]: '34' }, said: { state: 'held-back' } },
    ]);
    for (const one of returns) await store.take(one, entries, []);
    await store.close();
    await round.run('import', '--release', 'B5', '--reason', 'Huyện gửi lại');
    const open = await consolidated('tranh-chap');
    expect(open.closed?.corrections).toMatchObject([{ key: 'VN12.105|new-jobs|_T|2023' }]);
    expect(open.closed?.disputed).toEqual(['VN12.106|new-jobs|_T|2023']);
    expect(open.totals.find(({ key }) => key === JOBS)?.sum).toBe('125');
    const out = join(round.folder, 'tranh-chap-2.xlsx');
    expect((await round.run('consolidate', '--round', '2023', '--out', out)).out).toContain(
      '1 số đã sửa sau khi khóa, ở trang "Sửa sau khóa sổ"; 1 số đang mâu thuẫn',
    );
    const list = JSON.parse((await round.run('resolve', '--list', '--json')).out) as { id: string }[];
    expect(JSON.parse((await round.run('resolve', '--list', '--round', '2023', '--json')).out)).toEqual(list);
    expect((await round.run('resolve', '--list', '--round', '2022')).out).toBe(
      'Không có mâu thuẫn nào chưa giải quyết ở kỳ 2022.\n',
    );
    const nothing = join(round.folder, 'khong-co.xlsx');
    expect(
      (await round.run('resolve', '--list', '--round', '2022', '--lang', 'en', '--out', nothing)).out,
    ).toBe('No open conflicts in 2022; no file was written.\n');
    expect((await round.run('resolve', '--list', '--round', 'nay')).err).toContain('"nay"');
    expect((await round.run('resolve', '--round', '2023', '--keep', 'B5')).err).toContain('--list');
    await round.run('resolve', list[0]?.id ?? '', '--keep', 'B5', '--reason', 'Công văn 20');
    expect((await consolidated('da-chon')).closed).toMatchObject({
      disputed: [],
      corrections: [
        { key: 'VN12.105|new-jobs|_T|2023' },
        {
          before: '30',
          after: '34',
          return: 'B5',
          reasons: ['Sổ của huyện khác', 'Huyện gửi lại', 'Công văn 20'],
        },
      ],
    });
  });

  it('is taken back with a reason, and says which units do not count when it is done again', async () => {
    expect((await close('--reopen')).err).toContain('--reason');
    const reopened = async () => (await close('--reopen', '--reason', 'Bộ giao rà soát lại')).code;
    expect(await reopened()).toBe(0);
    const [warning, done] = (await close()).out.split('\n');
    expect(warning).toContain('Cảnh báo: khóa sổ kỳ 2023 khi ');
    expect(warning).toMatch(/chưa nhận \(.*Huyện Mường Tè, .*\)/u);
    expect(warning).not.toContain('Thành phố Lai Châu');
    const count = /khi (\d+) đơn vị/u.exec(warning ?? '')?.[1];
    expect(done).toContain(
      'số có hiệu lực của mọi nơi báo cáo, kể cả dấu -, ..., x, số đã cấp và số chưa được tính',
    );
    expect(done).toContain(`, ${count} đơn vị chưa được tính hoặc tính chưa đủ, mã kiểm`);
    expect(await reopened()).toBe(0);
    const { uncounted } = JSON.parse((await close('--json')).out) as { uncounted: object[] };
    expect(uncounted).toHaveLength(Number(count));
    expect(uncounted).toContainEqual({ unit: 'VN12.107', name: 'Huyện Mường Tè', state: 'not-received' });
    expect(await reopened()).toBe(0);
    expect((await close('--reopen', '--reason', 'lần nữa')).err).toContain('không ở trạng thái khóa sổ');
    expect((await consolidated('mo')).closed).toBeNull();
  });

  it('needs something to close', async () => {
    expect((await round.run('close', '--round', '2024')).err).toContain('chưa có báo cáo nào');
  });
});
