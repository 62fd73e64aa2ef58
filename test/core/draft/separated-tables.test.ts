import { beforeAll, describe, expect, it } from 'vitest';
import type { Catalogue } from '../../../core/catalogue/catalogue.ts';
import { draftOf } from '../../../core/draft/draft.ts';
import type { Draft } from '../../../core/draft/model.ts';
import { plainDocument } from '../../../core/draft/plain-document.ts';
import { withSeparatedTables } from '../../../core/draft/separated-tables.ts';
import { theCatalogue } from './seeds.ts';

describe('tables of a plain text without bars around their rows', () => {
  let catalogue: Catalogue;
  beforeAll(async () => {
    catalogue = await theCatalogue();
  });

  const drafted = (lines: readonly string[]): Draft =>
    draftOf(
      plainDocument(
        withSeparatedTables(
          [
            'Lai Châu, ngày 4 tháng 12 năm 2025',
            'KẾ HOẠCH',
            'Thực hiện chính sách xã hội giai đoạn 2026 - 2030',
            'I. MỤC TIÊU',
            '1. Đến năm 2030, tỷ lệ hộ nghèo giảm còn dưới 5%.',
            'Biểu 1. Chỉ tiêu giao theo xã năm 2026',
            ...lines,
          ].join('\n'),
        ),
      ),
      catalogue,
    );
  const read = (lines: readonly string[]) =>
    drafted(lines)
      .rows.filter(({ cell }) => cell !== null)
      .map(({ printed, group, cell }) => [printed, group, cell?.columnHeading]);

  const [rate, jobs] = ['Tỷ lệ hộ nghèo (%)', 'Số lao động được giải quyết việc làm (người)'];
  const cells = [
    ['TT', 'Xã', rate, jobs],
    ['1', 'Phường Đoàn Kết', '2,1', '350'],
    ['2', 'Xã Bình Lư', '12,4', '1.250'],
    ['3', 'Huyện Tam Đường', '15,25', '410'],
    ['', 'Tổng cộng', '', '2.010'],
  ];
  const wanted = [
    ['2,1', 'Phường Đoàn Kết', rate],
    ['350', 'Phường Đoàn Kết', jobs],
    ['12,4', 'Xã Bình Lư', rate],
    ['1.250', 'Xã Bình Lư', jobs],
    ['15,25', 'Huyện Tam Đường', rate],
    ['410', 'Huyện Tam Đường', jobs],
    ['2.010', null, jobs],
  ];
  const aligned = (row: readonly string[]) =>
    row
      .map((cell, at) => cell.padEnd([5, 20, 22, 46][at] ?? 0))
      .join('')
      .trimEnd();

  it.each([
    ['tabs', cells.map((row) => row.join('\t'))],
    ['bars', cells.map((row) => row.join(' | '))],
    ['semicolons', cells.map((row) => row.join('; '))],
    ['aligned spaces', cells.map(aligned)],
    ['no numbers of rows', cells.map((row) => row.slice(1).join('\t'))],
  ])('are read by columns, each figure of its place: %s', (_, lines) => {
    expect(read(lines)).toEqual(wanted);
    expect(
      drafted(lines)
        .rows.filter(({ group }) => group !== null)
        .every(({ doubts }) => doubts.includes('stratum-words')),
    ).toBe(true);
  });

  it.each([
    ['one space between the cells', cells.slice(1).map((row) => row.filter((cell) => cell !== '').join(' '))],
    ['rows without headings', cells.slice(1).map((row) => row.join('\t'))],
    ['a cell left away', [...cells.map((row) => row.join('\t')), 'Toàn tỉnh\t5,5\t2.010']],
    ['names without their sort', ['1 Đoàn Kết 2,1 350', '2. Bình Lư 12,4 1.250']],
    [
      'no numbers of rows',
      ['Thị trấn Tam Đường 2,1 350', 'đặc khu Vân Đồn 3 41', 'XÃ TẢ LÈNG 15,25% 410 người'],
    ],
    ['one figure', ['Xã Bình Lư 12,4', 'Xã Tả Lèng 15 -', '- Phường 5 350', 'TP. Lai Châu; 350; 2,1']],
    ['two rows in a line', ['1 Xã Bình Lư 12,4 1.250 2 Xã Tả Lèng 15,25 410']],
  ])('give no row where the columns are not clear, with a true reason: %s', (_, lines) => {
    const { rows, leftOut } = drafted(lines);
    expect(rows.map(({ printed }) => printed)).toEqual(['5']);
    const reasons = new Set(leftOut.filter(({ line }) => line > 6).map(({ reason }) => reason));
    expect([...reasons].filter((reason) => reason !== 'label')).toEqual(['place-row']);
  });

  it('leave prose as it is', () => {
    const prose = [
      'Xã Bình Lư giảm 12,4% hộ nghèo; giải quyết việc làm cho 350 lao động.',
      '1.\tĐến năm 2030, 95% dân số tham gia bảo hiểm y tế.',
      'Đào tạo nghề; giải quyết việc làm; giảm nghèo',
      'ỦY BAN NHÂN DÂN    CỘNG HÒA XÃ HỘI',
      'TỈNH LAI CHÂU    Độc lập - Tự do',
    ].join('\n');
    expect(withSeparatedTables(prose)).toBe(prose);
    expect(drafted(['- Toàn tỉnh: 95% dân số tham gia bảo hiểm y tế.']).rows).toHaveLength(2);
  });
});
