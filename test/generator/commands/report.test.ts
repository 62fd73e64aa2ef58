import { appendFile, readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { all, department } from '../../core/report/fixture.ts';
import { storedRound, type StoredRound } from '../consolidate/round.ts';

describe('chitieu report', () => {
  let round: StoredRound;
  let folder: string;

  beforeAll(async () => {
    round = await storedRound([
      ...all({ 'new-jobs|_T': '900' }).slice(1),
      department('SLDTBXH', { 'new-jobs|_T': '6000' }),
    ]);
    folder = join(round.folder, 'ra');
  });
  afterAll(() => round.gone());

  const report = (...more: string[]) =>
    round.run(
      'report',
      '--round',
      '2023',
      '--plan',
      'lai-chau-2021',
      '--out',
      folder,
      '--at',
      '2024-02-01',
      ...more,
    );

  it('writes a page and a document, and says what a leader asks first', async () => {
    const { code, out } = await report();
    expect(code).toBe(0);
    expect(out).toContain('Tỉnh Lai Châu, năm 2023: 0/31 chỉ tiêu đạt; 1 chưa đạt;');
    expect(out).toContain(
      '1. Số lao động được giải quyết việc làm trong năm (II.3-b): Thực hiện 6.000 người;',
    );
    expect(out).toMatch(/Ai chưa gửi báo cáo\? \d+: [^\n]*Thành phố Lai Châu/u);
    expect((await readdir(folder)).sort()).toEqual([
      'bao-cao.sha256',
      'bao-cao_VN12_2023.docx',
      'bao-cao_VN12_2023.html',
    ]);
  });

  it('writes again what nobody has edited, and keeps what somebody has', async () => {
    expect((await report()).code).toBe(0);
    const page = join(folder, 'bao-cao_VN12_2023.html');
    await appendFile(page, '<!-- ghi chú của Văn phòng -->');
    const edited = await readFile(page, 'utf8');
    const { code, err, out } = await report();
    expect(code).toBe(2);
    expect(err).toContain('Giữ nguyên bao-cao_VN12_2023.html: tệp đã có người sửa');
    expect(out).not.toContain('bao-cao_VN12_2023.html');
    expect(await readFile(page, 'utf8')).toBe(edited);
  });

  it('tells programs the verdicts, the gaps and who is missing', async () => {
    const { out } = await report('--json', '--lang', 'en');
    const [one] = JSON.parse(out) as {
      counts: Record<string, number>;
      worst: string[];
      missing: { unit: string; state: string }[];
      written: string[];
    }[];
    expect(one?.counts).toMatchObject({ notMet: 1, met: 0 });
    expect(one?.worst).toEqual(['lai-chau-2021|new-jobs|_T|flow']);
    expect(one?.missing).toContainEqual({
      unit: 'VN12.105',
      name: 'Thành phố Lai Châu',
      state: 'not-received',
      daysLate: expect.any(Number) as number,
    });
    expect(one?.written).toEqual(['bao-cao_VN12_2023_en.html', 'bao-cao_VN12_2023_en.docx']);
  });

  it('shows an example, and says in words when no plan has the round', async () => {
    expect((await round.run('report', '--help')).out).toContain('chitieu report --round 2026 --out bao-cao');
    const { code, err } = await round.run('report', '--round', '1999', '--out', folder);
    expect(code).toBe(2);
    expect(err).toContain('1999');
  });
});
