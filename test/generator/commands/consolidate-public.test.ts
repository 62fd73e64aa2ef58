import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DEFAULT_LIMITS } from '../../../formats/limits.ts';
import { readFacts } from '../../../formats/xlsx/facts.ts';
import { readZip } from '../../../formats/zip/read.ts';
import { storedRound, type StoredRound } from '../consolidate/round.ts';
import type { Said } from './run.ts';

const DISTRICTS = [105, 106, 107, 108, 109, 110, 111, 112].map((code) => `VN12.${code}`);
const POOR = ['900', '800', '700', '600', '500', '3', '300', '211'];
const REASON = 'Còn 3 hộ của bản Nậm Cắn';

let round: StoredRound;
/** What came of it before the round was closed. */
let open: Said;

beforeAll(async () => {
  round = await storedRound(
    DISTRICTS.map((unit, at) => ({
      unit,
      figures: { 'poor-households|_T': POOR[at] ?? '', 'households|_T': '1000' },
      of: { reason: REASON, place: 'Nhập liệu!F12' },
    })),
  );
  open = await publish('mo.xlsx');
  await round.run('close', '--round', '2023');
});
afterAll(() => round.gone());

const publish = (name: string, ...args: string[]) =>
  round.run('consolidate', '--round', '2023', '--public', '--out', join(round.folder, name), ...args);

describe('chitieu consolidate --public', () => {
  it('waits until the round is closed: what comes in between two publications is their difference', () => {
    expect(open.code).toBe(2);
    expect(open.err).toContain('chitieu close --round 2023');
    expect(existsSync(join(round.folder, 'mo.xlsx'))).toBe(false);
  });

  it('shows a small count nowhere in the workbook, nor one by which it could be computed', async () => {
    const { code, out } = await publish('cong-bo.xlsx');
    expect(code).toBe(0);
    expect(out).toContain('1 số người, hộ từ 1 đến 4; 1 số khác');
    expect(out).toMatch(/Các tổng thiếu số của 8\/8 đơn vị: Thành phố Lai Châu \(\d+\/\d+ số\)/u);
    const bytes = await readFile(join(round.folder, 'cong-bo.xlsx'));
    const { sheets } = await readFacts(bytes);
    const cells = sheets.find(({ name }) => name === 'Giảm nghèo và trợ giúp')?.cells ?? [];
    const rowOf = (unit: string) => cells.find(({ value }) => value === unit)?.row;
    const inRow = (unit: string) => cells.filter(({ row }) => row === rowOf(unit)).map(({ value }) => value);
    expect(inRow('VN12.110')).toEqual(expect.arrayContaining(['kcb', 'kcb']));
    expect(inRow('VN12.112')).toEqual(expect.arrayContaining(['kcb', 'kcb']));
    expect(inRow('VN12.105')).toEqual(expect.arrayContaining([900, 90]));
    expect(cells.map(({ value }) => value)).toContain(4014);
    const lacking = out.split('\n').find((line) => line.startsWith('Các tổng thiếu')) ?? '?';
    expect(cells.some(({ value }) => String(value).includes(lacking))).toBe(true);
    expect(sheets.map(({ name }) => name)).toEqual(
      expect.not.arrayContaining(['So các cấp', 'Chưa tính', 'Đơn vị']),
    );
    const numbers = sheets.flatMap((sheet) => sheet.cells.map(({ value }) => value));
    for (const hidden of [3, 211, 0.3, 21.1]) expect(numbers).not.toContain(hidden);
    const texts = new TextDecoder();
    for (const [name, data] of await readZip(bytes, DEFAULT_LIMITS)) {
      const xml = texts.decode(data);
      if (!name.startsWith('xl/worksheets/sheet') && name !== 'xl/sharedStrings.xml') continue;
      expect(xml).not.toMatch(/<f[ >]/u);
      expect(xml).not.toContain('Nậm Cắn');
    }
  });

  it('nor in the long table, where hidden figures are named as such', async () => {
    await publish('cong-bo.csv');
    const text = await readFile(join(round.folder, 'cong-bo.csv'), 'utf8');
    const line = text.split('\r\n').find((one) => one.includes('VN12.110,poor-households'));
    expect(line).toContain(',not-published,');
    expect(text).not.toMatch(/,(?:3|211|0\.3|21\.1),/u);
    expect(text).not.toContain('Nậm Cắn');
  });

  it.each(['consolidate', 'report'])(
    'of %s is for whole years: nine months less the first half is a quarter',
    async (name) => {
      const out = join(round.folder, 'quy.csv');
      for (const short of ['2023-Q3', '2023-LK9', '2023-S1']) {
        const { code, err } = await round.run(name, '--round', short, '--public', '--out', out);
        expect(code).toBe(2);
        expect(err).toContain(`--public chỉ làm cho kỳ năm, không cho ${short}`);
        expect(err).toContain('Hãy dùng --round 2023 ');
      }
      expect(existsSync(out)).toBe(false);
    },
  );

  it('is refused with another threshold, unless what was published is taken back', async () => {
    const refused = await publish('nguong.xlsx', '--threshold', '2');
    expect(refused.code).toBe(2);
    expect(refused.err).toMatch(/đã công bố ngày .+ với ngưỡng 5 \(quyết định số 2\)/u);
    expect(existsSync(join(round.folder, 'nguong.xlsx'))).toBe(false);
    const report = join(round.folder, 'bc');
    const other = await round.run(
      'report',
      '--round',
      '2023',
      '--public',
      '--threshold',
      '9',
      '--out',
      report,
    );
    expect([other.code, existsSync(report)]).toEqual([2, false]);
    expect(other.err).toContain('với ngưỡng 5');
    await round.run('resolve', '--undo', '2', '--reason', 'Chưa đưa cho ai');
    expect((await publish('nguong.xlsx', '--threshold', '2')).code).toBe(0);
    await round.run('resolve', '--undo', '4', '--reason', 'Chưa đưa cho ai');
  });

  it('is refused again once something has changed since it was published', async () => {
    expect((await publish('lan-1.csv')).code).toBe(0);
    expect((await publish('lan-2.csv')).code).toBe(0);
    const gone = await round.run('withdraw', 'B8', '--reason', 'Gửi nhầm');
    expect(gone.code).toBe(0);
    const refused = await publish('lan-3.csv');
    expect(refused.code).toBe(2);
    expect(refused.err).toContain('từ đó có số sửa hoặc báo cáo thêm');
    expect(existsSync(join(round.folder, 'lan-3.csv'))).toBe(false);
  });

  it('takes another threshold, and tells programs how much is hidden', async () => {
    const counted = ['consolidate', '--round', '2023', '--public', '--threshold', '2', '--json'];
    const { out } = await round.run(...counted);
    expect(JSON.parse(out)).toMatchObject({ threshold: 2, hidden: { small: 0, beside: 0, totals: 0 } });
    expect((await publish('nguong-1.xlsx', '--threshold', '1')).code).toBe(2);
    const alone = [
      'consolidate',
      '--round',
      '2023',
      '--out',
      join(round.folder, 'x.xlsx'),
      '--threshold',
      '5',
    ];
    expect((await round.run(...alone)).err).toContain('--public');
  });
});
