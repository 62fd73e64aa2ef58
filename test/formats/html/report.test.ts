import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { reportHtml } from '../../../formats/html/report.ts';
import { all, department, DISTRICTS, given, reported } from '../../core/report/fixture.ts';

const JOBS = 'new-jobs|_T';
const TRAINED = 'vocational-training-persons|_T';

describe('the report as a page', () => {
  it('lets a browser take nothing but its own style, known by its hash', async () => {
    const html = await reportHtml(await reported(all({ [JOBS]: '1000' })));
    const style = /<style>([\s\S]*?)<\/style>/u.exec(html)?.[1] ?? '';
    const hash = createHash('sha256').update(style).digest('base64');
    const policy = /http-equiv="Content-Security-Policy" content="([^"]*)"/u.exec(html)?.[1];
    expect(policy?.replaceAll('&#x27;', "'")).toBe(
      `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`,
    );
    expect(html).not.toMatch(/<script|<link|\sstyle="|\son\w+="|(?:src|href)="(?!#)/u);
    // Names of XML are no addresses that anything is fetched from.
    expect(html.replaceAll(/xmlns(?::xlink)?="[^"]*"/gu, '')).not.toMatch(/https?:/u);
  });

  it('shows what people wrote as text', async () => {
    const sent = { ...department('SLDTBXH', { [JOBS]: '6000' }), of: { reason: '<b>thiếu</b> & "chậm"' } };
    const html = await reportHtml(await reported([sent]));
    expect(html).toContain('&#x3C;b>thiếu&#x3C;/b> &#x26; "chậm"');
    expect(html).not.toContain('<b>thiếu');
  });

  it('answers on the first page how many are met, what is worst and who has not sent', async () => {
    const html = await reportHtml(
      await reported([
        ...all({}).slice(1),
        department('SLDTBXH', { [JOBS]: '6000', [TRAINED]: '7000', 'social-assistance-coverage|_T': '100' }),
      ]),
    );
    const front = /<section class="front"[\s\S]*?<\/section>/u.exec(html)?.[0] ?? '';
    expect(front).toContain('1/31');
    expect(front.indexOf('Số lao động được giải quyết việc làm')).toBeGreaterThan(0);
    expect(front).toContain('còn thiếu 29,4\u00A0% giá trị phải đạt');
    expect(front).toContain('Thành phố Lai Châu');
  });

  it('draws a target that has a figure and no other, and says in words what is drawn', async () => {
    const html = await reportHtml(await reported([department('SLDTBXH', { [TRAINED]: '7000' }, '2021')]));
    const figures = [...html.matchAll(/<figure>[\s\S]*?<\/figure>/gu)].map(([figure]) => figure);
    expect(figures).toHaveLength(1);
    expect(figures[0]).toContain('<svg');
    expect(figures[0]).toMatch(/aria-label="[^"]*Kế hoạch 8\.000 người: chưa có số\./u);
  });

  it('has every unit in the table of units, with words', async () => {
    const [first = ''] = DISTRICTS;
    const report = await reported(all({ [JOBS]: '100' }), { assignments: [given(first, 'new-jobs', 120)] });
    const html = await reportHtml(report);
    const grid = /<section id="grid"[\s\S]*?<\/section>/u.exec(html)?.[0] ?? '';
    for (const { rows } of report.grid) for (const { name } of rows) expect(grid).toContain(name);
    expect(grid).toContain('<span class="verdict v-notMet">Chưa đạt</span> 100');
    expect(grid).toContain('83,3\u00A0%');
  });

  it('lists those whose return counts and came in late apart from those of whom none does', async () => {
    const [first = '', second = ''] = DISTRICTS;
    const of = (unit: string) => ({ unit, figures: { [JOBS]: '100' }, said: { received: '2024-03-20' } });
    const report = await reported([of(first), of(second)], { today: '2024-04-01' });
    expect(report.coverage.late.map(({ id }) => id)).toEqual([first, second]);
    const html = await reportHtml(report);
    const coverage = /<section id="coverage"[\s\S]*?<\/section>/u.exec(html)?.[0] ?? '';
    const [, missing = '', late = ''] = coverage.split('<table');
    expect(missing).toContain('Đơn vị chưa có đủ báo cáo được tính');
    expect(late).toContain('Đơn vị có báo cáo được tính, gửi sau hạn');
    for (const { name } of report.coverage.late) {
      expect(missing).not.toContain(name);
      expect(late).toContain(name);
    }
    for (const { name } of report.coverage.missing) expect(missing).toContain(name);
  });

  it('speaks English where that is asked for', async () => {
    const html = await reportHtml(await reported(all({ [JOBS]: '1000' }), { language: 'en' }));
    expect(html).toContain('<html lang="en">');
    expect(html).toContain('Who has not sent a return?');
    expect(html).toContain('sum of 8 of 8 districts');
  });
});
