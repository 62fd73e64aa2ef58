import { beforeAll, describe, expect, it } from 'vitest';
import type { Catalogue } from '../../../core/catalogue/catalogue.ts';
import { draftOf } from '../../../core/draft/draft.ts';
import { plainDocument } from '../../../core/draft/plain-document.ts';
import { theCatalogue } from './seeds.ts';

describe('a document whose title is one line and that comes to its aims without a heading', () => {
  let catalogue: Catalogue;
  beforeAll(async () => {
    catalogue = await theCatalogue();
  });

  const read = (lines: readonly string[]) => draftOf(plainDocument(lines.join('\n')), catalogue);
  const targets = (lines: readonly string[]) =>
    read(lines)
      .rows.filter(({ role }) => role.value === 'target')
      .map(({ printed, kind, years }) => [printed, kind.value, years.value.from, years.value.to]);

  it('has the period its title names, whatever the day above it', () => {
    const lines = [
      'Cao Bằng, ngày 4 tháng 3 năm 2026',
      'Kế hoạch đào tạo nghề, giải quyết việc làm giai đoạn 2026 - 2030',
      'Tỉnh đặt mục tiêu tạo việc làm cho trên 40.000 người, mỗi năm đưa 300 người đi làm việc ở nước ngoài.',
    ];
    expect(read(lines).period?.value).toEqual({ from: 2026, to: 2030 });
    expect(targets(lines)).toEqual([
      ['40.000', 'total', 2026, 2030],
      ['300', 'flow', 2026, 2030],
    ]);
  });

  it('tells of a past year what is no target, up to where it says what is aimed at', () => {
    expect(
      targets([
        'Cao Bằng, ngày 28 tháng 12 năm 2025',
        'Kế hoạch công tác lao động, người có công và xã hội năm 2026',
        'Năm 2025, tỉnh giải quyết việc làm cho 12.500 người, đạt 104% kế hoạch. Trong đó: làm việc trong nước 10.900 người. Đến cuối năm 2025, toàn tỉnh có 9.800 hộ nghèo, chiếm 7,1%. Nhiệm vụ năm 2026: giải quyết việc làm cho 13.000 người, tỷ lệ hộ nghèo giảm 2,5%.',
      ]),
    ).toEqual([
      ['13.000', 'flow', 2026, 2026],
      ['2,5', 'change', 2026, 2026],
    ]);
  });

  it('tells how things stand without a year', () => {
    const lines = [
      'Cao Bằng, ngày 15 tháng 8 năm 2026',
      'Kế hoạch thực hiện Chương trình mục tiêu quốc gia giảm nghèo năm 2026',
      'Vùng dân tộc thiểu số của tỉnh có 120 xã, trong đó có 61 xã khu vực III. Trên 40.000 hộ nghèo chiếm 28,4% số hộ.',
      'Sở Giáo dục đã mở 210 lớp xóa mù chữ cho 4.100 học viên.',
      'Theo đó, phấn đấu 95% hộ dân được dùng điện; trên 60% hộ dân được dùng nước sạch.',
    ];
    expect(targets(lines)).toEqual([
      ['95', 'level', null, 2026],
      ['60', 'level', null, 2026],
    ]);
  });

  it('reads what follows an aim as one, and what follows a report as one', () => {
    const lines = [
      'Cao Bằng, ngày 21 tháng 7 năm 2026',
      'Cao Bằng quyết tâm không còn nhà tạm',
      'Tỉnh phấn đấu đến cuối năm 2026 xóa 3.100 căn nhà tạm.',
      'Sửa chữa 900 căn; xây nhà cho 100% hộ người có công.',
      'Tính đến ngày 20/7, toàn tỉnh đã khởi công 2.400 căn theo ba chương trình mục tiêu quốc gia.',
      'Số nhà của hộ nghèo là 1.700 căn; số nhà của người có công là 700 căn.',
    ];
    expect(read(lines).period?.value).toEqual({ from: 2026, to: 2026 });
    expect(targets(lines).map(([printed]) => printed)).toEqual(['3.100', '900', '100']);
  });

  it('has the only year it names where none is said to be due', () => {
    const lines = [
      'Cao Bằng, ngày 3 tháng 4 năm 2026',
      'Nâng cao chất lượng phổ cập giáo dục',
      'Sở Giáo dục và Đào tạo có kế hoạch phổ cập giáo dục năm 2026.',
      'Phấn đấu 9 xã đạt chuẩn mức độ 3.',
    ];
    expect(read(lines).period?.value).toEqual({ from: 2026, to: 2026 });
    expect(targets(lines)).toEqual([['9', 'level', null, 2026]]);
  });

  it('goes on with the period of the paragraph before where a paragraph begins with a number', () => {
    expect(
      targets([
        'Hà Nội, ngày 5 tháng 8 năm 2020',
        'Chương trình trợ giúp người khuyết tật giai đoạn 2021-2030',
        'Trong giai đoạn 2021-2025, hằng năm, khoảng 75% người khuyết tật được khám bệnh.',
        '65% trẻ em được sàng lọc khuyết tật bẩm sinh. Khoảng 40.000 người được phẫu thuật chỉnh hình.',
      ]),
    ).toEqual([
      ['75', 'maintain', 2021, 2025],
      ['65', 'level', null, 2025],
      ['40.000', 'total', 2021, 2025],
    ]);
  });

  it('takes the year of a line of aims from what it says last', () => {
    expect(
      targets([
        'Hà Nội, ngày 22 tháng 1 năm 2021',
        'Chương trình phát triển công tác xã hội giai đoạn 2021 - 2030',
        'Các mục tiêu từ năm 2021 đến năm 2030 chia thành hai giai đoạn, trong đó, mục tiêu cụ thể đến năm 2025 như sau:',
        '- Đạt 60% cơ sở trợ giúp xã hội có nhân viên công tác xã hội.',
      ]),
    ).toEqual([['60', 'level', null, 2025]]);
  });

  it('asks of whom a number is that a district or commune leads', () => {
    const { rows } = read([
      'Kon Tum, ngày 5 tháng 3 năm 2026',
      'Kế hoạch giảm nghèo giai đoạn 2026 - 2030',
      'II. MỤC TIÊU',
      '- Tỷ lệ hộ nghèo đến năm 2030: huyện Đăk Glei 12%, Ngọc Hồi 5%, thành phố Kon Tum 0,5%.',
      '- Các huyện Đăk Glei, Tu Mơ Rông giảm tỷ lệ hộ nghèo 6%/năm.',
      '- Tỷ lệ người dân xã Đăk Ang được dùng nước sạch đạt 80%.',
    ]);
    expect(rows.map(({ group, doubts }) => [group, doubts.includes('stratum-words')])).toEqual([
      ['huyện Đăk Glei', true],
      ['Ngọc Hồi', true],
      ['thành phố Kon Tum', true],
      ['Các huyện Đăk Glei, Tu Mơ Rông', true],
      [null, false],
    ]);
    expect(rows.slice(0, 3).map(({ named }) => named)).toEqual(Array(3).fill('Tỷ lệ hộ nghèo'));
  });

  it('ends its title where the first clause is numbered, and keeps a title with a comma', () => {
    expect(
      read([
        'Cao Bằng, ngày 9 tháng 12 năm 2026',
        'NGHỊ QUYẾT',
        'Về nhiệm vụ phát triển kinh tế - xã hội năm 2027',
        'Điều 1. Kết quả năm 2026',
        'Năm 2026, tỷ lệ hộ nghèo giảm 1,5%.',
      ]).period?.value,
    ).toEqual({ from: 2027, to: 2027 });
    expect(
      read([
        'Cao Bằng, ngày 9 tháng 12 năm 2026',
        'KẾ HOẠCH',
        'THỰC HIỆN CHƯƠNG TRÌNH TRỢ GIÚP NGƯỜI KHUYẾT TẬT, TRẺ EM TỰ KỶ GIAI ĐOẠN 2026 - 2032',
        'Thực hiện Quyết định số 12/QĐ-TTg của Thủ tướng Chính phủ, tỉnh lập kế hoạch giai đoạn 2026 - 2040 như sau:',
        'I. MỤC TIÊU',
        '1. Đến năm 2030: 80% người khuyết tật được tiếp cận dịch vụ y tế.',
      ]).period?.value,
    ).toEqual({ from: 2026, to: 2032 });
  });

  it('does not give aims the year of what is only looked ahead to beside them', () => {
    expect(
      targets([
        'Cao Bằng, ngày 9 tháng 12 năm 2025',
        'KẾ HOẠCH',
        'BẢO VỆ TRẺ EM GIAI ĐOẠN 2026 - 2030, ĐỊNH HƯỚNG ĐẾN NĂM 2035',
        'I. Mục tiêu và định hướng đến năm 2035',
        '- 90% trẻ em có nguy cơ được hỗ trợ.',
      ]),
    ).toEqual([['90', 'level', null, 2030]]);
  });
});
