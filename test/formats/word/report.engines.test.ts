import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { reportDocx } from '../../../formats/word/report.ts';
import { pngOf } from '../../../generator/report/png.ts';
import { all, department, DISTRICTS, given, reported } from '../../core/report/fixture.ts';
import { describeWithEngine, requireEngine } from '../../engines/availability.ts';
import { saveAs } from '../../engines/libreoffice.ts';
import { runProcess } from '../../engines/process.ts';

describeWithEngine('writer', 'the Word report in LibreOffice', () => {
  let folder: string;
  let pages: string[];

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'chitieu-docx-'));
    // As full as the two pages may get: three gaps with long reasons, everybody else missing, many changes.
    const reason = 'Nguồn vốn phân bổ chậm, địa bàn chia cắt, dân cư phân tán. '.repeat(20);
    const figures = { 'new-jobs|_T': '6000', 'vocational-training-persons|_T': '5000' };
    const view = await reported(
      [
        ...all({ 'new-jobs|_T': '900' }).slice(0, 3),
        department('SLDTBXH', { ...figures, 'social-assistance-coverage|_T': '100' }, '2022'),
        {
          ...department('SLDTBXH', { ...figures, 'social-assistance-coverage|_T': '90' }),
          of: { reason },
        },
      ],
      { assignments: DISTRICTS.map((unit) => given(unit, 'new-jobs', 1000)) },
    );
    const path = join(folder, 'report.docx');
    await writeFile(path, await reportDocx(view, pngOf));
    await saveAs(path, join(folder, 'report.pdf'));
    const { stdout } = await runProcess(
      requireEngine('poppler'),
      ['-layout', join(folder, 'report.pdf'), '-'],
      {
        timeoutMilliseconds: 60_000,
      },
    );
    pages = stdout.split('\f');
  });

  afterAll(() => rm(folder, { recursive: true }));

  it('has two pages, then annexes', () => {
    const firstAnnex = pages.findIndex((page) => page.includes('Phụ lục I\n'));
    expect(firstAnnex).toBe(2);
    expect(pages[1]).toContain('Nơi nhận:');
    expect(pages[0]).toContain('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM');
    expect(pages[0]).toContain('Độc lập - Tự do - Hạnh phúc');
  });

  it('answers a leader’s three questions on the first page', () => {
    expect(pages[0]).toMatch(/\d+\/31 chỉ tiêu đạt/u);
    for (const part of [
      'Số người được đào tạo nghề trong năm (II.3-b)',
      'Số lao động được giải quyết việc làm',
    ])
      expect(pages[0]?.replaceAll(/\s+/gu, ' ')).toContain(part);
    expect(`${pages[0]}${pages[1]}`.replaceAll(/\s+/gu, ' ')).toContain('12 chưa nhận:');
  });

  it('numbers its pages from the second on, and repeats the head of a long table', () => {
    expect(pages[0]?.trimStart()).not.toMatch(/^1\n/u);
    expect(pages[1]?.trimStart()).toMatch(/^2\n/u);
    const heads = pages.slice(2).filter((page) => page.includes('Lý do của đơn vị báo'));
    expect(heads.length).toBeGreaterThan(1);
  });
});
