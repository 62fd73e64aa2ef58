import { beforeAll, describe, expect, it } from 'vitest';
import type { Catalogue } from '../../../core/catalogue/catalogue.ts';
import { draftOf } from '../../../core/draft/draft.ts';
import type { DraftRow } from '../../../core/draft/model.ts';
import { plainDocument } from '../../../core/draft/plain-document.ts';
import { theCatalogue } from './seeds.ts';

describe('tables of a text', () => {
  let catalogue: Catalogue;
  beforeAll(async () => {
    catalogue = await theCatalogue();
  });

  const targets = (table: readonly string[]): DraftRow[] =>
    draftOf(
      plainDocument(
        [
          'Cao Bằng, ngày 4 tháng 12 năm 2025',
          'KẾ HOẠCH',
          'Phát triển nguồn nhân lực giai đoạn 2026 - 2030',
          'I. TỔ CHỨC THỰC HIỆN',
          'Các sở, ngành thực hiện theo phụ lục.',
          'PHỤ LỤC',
          'MỘT SỐ CHỈ TIÊU THEO TỪNG NĂM',
          ...table,
        ].join('\n'),
      ),
      catalogue,
    ).rows.filter(({ role }) => role.value === 'target');

  const rows = [
    '| 1 | Tỷ lệ lao động qua đào tạo | % | 52 | 58 | 62 |',
    '| | Trong đó: nữ | % | 47 | 53 | 57 |',
  ];
  const years = ['2028', '2030'].map((year) => `Mục tiêu / ${year}`);

  it.each([
    [
      'headings written in the first of the columns they cover, a line under them',
      [
        '| TT | Nội dung | ĐVT | Hiện trạng 2025 | Mục tiêu | |',
        '| | | | | 2028 | 2030 |',
        '|---|---|---|---|---|---|',
      ],
    ],
    [
      'the same without a line',
      ['| TT | Nội dung | ĐVT | Hiện trạng 2025 | Mục tiêu | |', '| | | | | 2028 | 2030 |'],
    ],
    [
      'merged cells repeated',
      [
        '| TT | Nội dung | ĐVT | Hiện trạng 2025 | Mục tiêu | Mục tiêu |',
        '| TT | Nội dung | ĐVT | Hiện trạng 2025 | 2028 | 2030 |',
      ],
    ],
  ])('have years in the second row of headings: %s', (_, headings) => {
    const found = targets([...headings, ...rows]);
    expect(found.map(({ printed, cell }) => [printed, cell?.columnHeading])).toEqual([
      ['58', years[0]],
      ['62', years[1]],
      ['53', years[0]],
      ['57', years[1]],
    ]);
    expect(found.map((row) => row.years.value.to)).toEqual([2028, 2030, 2028, 2030]);
  });

  it('say parts of the row above in rows of their own: the same indicator, a group to ask about', () => {
    const [whole, , part] = targets(['| TT | Nội dung | ĐVT | Hiện trạng 2025 | 2028 | 2030 |', ...rows]);
    expect(part?.proposals[0]?.indicator).toBe(whole?.proposals[0]?.indicator);
    expect([whole?.group, part?.group]).toEqual([null, 'nữ']);
    expect(part?.doubts).toContain('stratum-words');
  });

  it('ask about no group where an indicator of its own says the part', () => {
    const [, , part] = targets([
      '| TT | Nội dung | ĐVT | Hiện trạng 2025 | 2028 | 2030 |',
      '| 1 | Tỷ lệ lực lượng lao động tham gia BHXH | % | 29,6 | 35 | 40 |',
      '| | - BHXH tự nguyện | % | 4,1 | 5,6 | 7 |',
    ]);
    expect(part?.proposals[0]?.indicator).toBe('voluntary-insurance-coverage');
    expect(part?.group).toBeNull();
  });

  it('read no value from the size in a name, and the year before as they read those to come', () => {
    const text = [
      'Lai Châu, ngày 20 tháng 3 năm 2026',
      'KẾ HOẠCH',
      'An sinh xã hội giai đoạn 2026 - 2030',
      'I. MỤC TIÊU',
      '| TT | Chỉ tiêu | Đơn vị tính | Thực hiện 2025 | 2026 | 2030 |',
      '|---|---|---|---|---|---|',
      '| 1 | Số giường bệnh trên 10.000 dân | giường | 36,2 | 37 | 42 |',
      '| 2 | Số lao động được giải quyết việc làm | người | 8.900 | 9.000 | 9.500 |',
    ].join('\n');
    const { rows: found } = draftOf(plainDocument(text), catalogue);
    expect(found.map(({ printed, kind }) => [printed, kind.value])).toEqual([
      ['36,2', 'level'],
      ['37', 'level'],
      ['42', 'level'],
      ['8.900', 'flow'],
      ['9.000', 'flow'],
      ['9.500', 'flow'],
    ]);
  });

  it('with a commune in each row are of what their columns say, and of the commune', () => {
    const found = targets([
      '| TT | Đơn vị | Dân số (người) | Số người tham gia BHYT năm 2025 | Chỉ tiêu năm 2026 | |',
      '| | | | | Số người tham gia bảo hiểm y tế | Tỷ lệ (%) |',
      '| 1 | Phường An Hải | 41.200 | 39.300 | 39.900 | 96,8 |',
      '| | Tổng cộng | 41.200 | 39.300 | 39.900 | 96,8 |',
    ]);
    expect(found.map(({ printed, unit, group }) => [printed, unit, group])).toEqual([
      ['39.900', '', 'Phường An Hải'],
      ['96,8', '%', 'Phường An Hải'],
      ['39.900', '', null],
      ['96,8', '%', null],
    ]);
    expect(found[0]?.proposals[0]?.indicator).toBe('health-insured');
  });

  it('a list of tasks with their papers and days has no targets', () => {
    expect(
      targets([
        '| TT | Nhiệm vụ | Cơ quan chủ trì | Thời gian hoàn thành | Sản phẩm |',
        '| 1 | Rà soát hộ nghèo | Sở Nông nghiệp và Môi trường | Quý IV/2026 | 01 báo cáo |',
        '| 2 | Tập huấn cán bộ giảm nghèo | Sở Nội vụ | 30/6/2026 | 04 lớp |',
      ]),
    ).toEqual([]);
  });

  it('a commune without its word is one beside others, and what its figures are of are no targets', () => {
    const found = targets([
      '| TT | Đơn vị | Tổng số hộ | Số hộ nghèo đầu năm 2026 | Tỷ lệ hộ nghèo năm 2026 (%) |',
      '| 1 | Sơn Hà | 1.820 | 95 | 4,2 |',
      '| 2 | Xã Tân Mỹ | 2.105 | 120 | 5,1 |',
    ]);
    expect(found.map(({ printed, group, proposals }) => [printed, group, proposals[0]?.indicator])).toEqual([
      ['4,2', 'Sơn Hà', 'poverty-rate'],
      ['5,1', 'Xã Tân Mỹ', 'poverty-rate'],
    ]);
  });
});
