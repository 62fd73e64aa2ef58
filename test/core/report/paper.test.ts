import { describe, expect, it } from 'vitest';
import { paperOf, placeName, shortened } from '../../../core/report/paper.ts';
import { all, department, reported } from './fixture.ts';

const JOBS = 'new-jobs|_T';
const LINES = {
  general: 0,
  gaps: 1,
  missing: 2,
  changes: 3,
};

async function linesOf(part: keyof typeof LINES, ...sent: Parameters<typeof reported>): Promise<string[]> {
  return paperOf(await reported(...sent)).sections[LINES[part]]?.lines ?? [];
}

describe('what the two pages of the report say', () => {
  it('begins with what is reported on and until when its figures count', async () => {
    const paper = paperOf(await reported([]));
    expect(paper.opening).toMatch(
      /^Thực hiện Kế hoạch triển khai .*\(Văn bản năm 2021 của Ủy ban nhân dân tỉnh Lai Châu\), kết quả năm 2023 \(số liệu đến ngày 31\/12\/2023\) như sau:$/u,
    );
    expect(paper.issuer).toEqual(['ỦY BAN NHÂN DÂN', 'TỈNH LAI CHÂU']);
    expect(paper.placeAndDay).toMatch(/^Lai Châu, ngày +tháng +năm 2024$/u);
    expect(paper.recipients.lines.at(-1)).toBe('- Lưu: VT.');
  });

  it('gives each gap with its bullet, its figures and the reason', async () => {
    const [gap] = await linesOf('gaps', [
      { ...department('SLDTBXH', { [JOBS]: '6000' }), of: { reason: 'Doanh nghiệp giảm đơn hàng' } },
    ]);
    expect(gap).toBe(
      '1. Số lao động được giải quyết việc làm trong năm (II.3-b) – còn thiếu 29,4 % giá trị phải đạt. Thực hiện 6.000 người; kế hoạch 8.500 người; thấp hơn 2.500 người: chưa đạt. Sở Lao động - Thương binh và Xã hội: Doanh nghiệp giảm đơn hàng',
    );
  });

  it('misses no reason where none is wanted', async () => {
    const [small] = await linesOf('gaps', [department('SLDTBXH', { [JOBS]: '8000' })]);
    expect(small).toMatch(/ Thiếu 5,9 % giá trị phải đạt, không quá 20 % nên không cần lý do\.$/u);
    const [large] = await linesOf('gaps', [department('SLDTBXH', { [JOBS]: '6000' })]);
    expect(large).toMatch(/ chưa đạt\. Chưa nêu lý do\.$/u);
  });

  it('says that the round was closed without naming a sheet that no report has', async () => {
    const closing = { round: '2023', checksum: '0', figures: 0, leftOpen: [] };
    const nothing = { return: null, target: null, figure: null };
    const close = {
      kind: 'close' as const,
      ...nothing,
      closing,
      at: '2024-02-05',
      by: 'Phòng Tổng hợp',
      reason: 'r',
    };
    const lines = await linesOf('general', [], {
      decisions: [close],
      later: [department('SLDTBXH', { [JOBS]: '6000' })],
    });
    expect(lines.join(' ')).toContain(
      'Kỳ đã khóa sổ ngày 05/02/2024 (Phòng Tổng hợp); 1 số đã sửa sau khi khóa.',
    );
  });

  it('says so where nothing is behind, and where nobody is missing', async () => {
    expect(await linesOf('gaps', [])).toEqual([
      'Chưa chỉ tiêu nào có số để đánh giá, nên chưa biết chênh lệch.',
    ]);
    expect(await linesOf('gaps', [department('SLDTBXH', { [JOBS]: '9000' })])).toEqual([
      'Không có chỉ tiêu nào chưa đạt hoặc chậm so với lộ trình.',
    ]);
    const bodies = ['SLDTBXH', 'SYT', 'SGDDT', 'SNNPTNT', 'SVHTTDL', 'STTTT', 'BHXH'];
    const everybody = [
      ...all({ [JOBS]: '1' }),
      { unit: 'VN12', figures: { [JOBS]: '8' } },
      ...bodies.map((code) => department(code, { [JOBS]: '8' })),
    ];
    expect(await linesOf('missing', everybody)).toEqual([
      'Mọi đơn vị phải báo cáo đều đã gửi đúng hạn và được tính.',
    ]);
  });

  it('does not say that all were in time where some came in late', async () => {
    const bodies = ['SLDTBXH', 'SYT', 'SGDDT', 'SNNPTNT', 'SVHTTDL', 'STTTT', 'BHXH'];
    const [late, ...inTime] = all({ [JOBS]: '1' });
    const everybody = [
      ...(late ? [{ ...late, said: { received: '2024-03-20' } }] : []),
      ...inTime,
      { unit: 'VN12', figures: { [JOBS]: '8' } },
      ...bodies.map((code) => department(code, { [JOBS]: '8' })),
    ];
    expect(await linesOf('missing', everybody)).toEqual([
      'Mọi đơn vị phải báo cáo đều đã có báo cáo được tính; 1 đơn vị gửi sau hạn.',
    ]);
  });

  it('names who is missing by what is wrong, and only so many as there is room for', async () => {
    const blocked = { acceptance: 'blocked', errors: 1, warnings: 0, owed: 1, entered: 1 } as const;
    const [first, second] = await linesOf('missing', [
      { unit: 'VN12.105', figures: { [JOBS]: '1' }, said: { judged: blocked } },
    ]);
    const said = [first, second].join('\n');
    expect(said).toContain('- 1 còn lỗi: Thành phố Lai Châu.');
    expect(said).toMatch(/- 15 chưa nhận: (?:[^,]+, ){11}[^,]+ và 3 đơn vị khác \(Phụ lục V\)\./u);
  });

  it('speaks of figures that changed with the bullets of the plan', async () => {
    const lines = await linesOf('changes', [
      department('SLDTBXH', { [JOBS]: '9000' }, '2022'),
      department('SLDTBXH', { [JOBS]: '8000' }, '2023'),
    ]);
    expect(lines).toContain(
      '- Số lao động được giải quyết việc làm trong năm (II.3-b): Vượt (9.000 người) năm trước, nay Chưa đạt (8.000 người).',
    );
  });
});

describe('texts of little room', () => {
  it('are cut between words, with a mark', () => {
    expect(shortened('một hai ba bốn', 9)).toBe('một hai…');
    expect(shortened('một\n hai', 9)).toBe('một hai');
  });

  it('name the place of a province', () => {
    expect(['Tỉnh Lai Châu', 'Thành phố Huế', 'Lai Châu'].map(placeName)).toEqual([
      'Lai Châu',
      'Huế',
      'Lai Châu',
    ]);
  });
});
