import { beforeAll, describe, expect, it } from 'vitest';
import type { Catalogue } from '../../../core/catalogue/catalogue.ts';
import { draftOf } from '../../../core/draft/draft.ts';
import type { Doubt } from '../../../core/draft/model.ts';
import { plainDocument } from '../../../core/draft/plain-document.ts';
import { bookOfDraft } from '../../../core/planning/from-draft.ts';
import { theCatalogue } from './seeds.ts';

const PERIOD = { from: 2026, to: 2030 };

/** Sentences that a careful reader asks about, with a doubt every number of theirs has. */
const ASKED: readonly (readonly [sentence: string, doubt: Doubt])[] = [
  ['Tỷ lệ hộ nghèo năm 2026, 2027, 2028 lần lượt là 20%, 17%.', 'years-listed'],
  ['Tạo việc làm mới cho 9.500 lao động trong các năm 2029, 2030.', 'years-listed'],
  ['Mỗi năm tạo việc làm mới cho 9.000 lao động trong các năm 2026, 2027 và 2029.', 'years-listed'],
  ['Tỷ lệ hộ nghèo các năm 2027, 2028 còn 10%.', 'years-listed'],
  ['Không còn hộ nghèo các năm 2029, 2030.', 'years-listed'],
  ['Tỷ lệ mắc sốt rét đạt 1/20.', 'number-format'],
  ['Giảm một nửa số hộ thiếu nước sạch so với năm 2025.', 'indicator-words'],
  ['Số hộ nghèo giảm 20% so với giai đoạn 2021 - 2025.', 'base-period'],
  ['Số hộ nghèo và số hộ cận nghèo đến năm 2027 và năm 2030 còn 5.000 hộ.', 'years-listed'],
  ['Tỷ lệ hộ nghèo giảm gấp đôi so với giai đoạn 2021 - 2025.', 'base-period'],
  ['Tỷ lệ hộ nghèo dân tộc thiểu số giảm trên 3%/năm, các xã biên giới giảm 4 - 5%/năm.', 'stratum-words'],
  ['Tỷ lệ hộ nghèo giảm một phần ba.', 'indicator-words'],
  ['Số căn nhà ở xã hội được bàn giao, cụ thể: năm 2026: 600 căn, năm 2027: 700 căn.', 'each-year'],
  ['Xóa 100% nhà tạm, nhà dột nát.', 'share-removed'],
  ['Duy trì 100% tỷ lệ phủ sóng phát thanh và truyền hình.', 'two-indicators'],
  ['100% trường học, trạm y tế có công trình phụ hợp vệ sinh.', 'two-indicators'],
  ['99% hộ dân được sử dụng điện và nước sạch.', 'two-indicators'],
  ['Có 40 bác sĩ chuyên khoa II.', 'indicator-words'],
  ['90% hộ nghèo được tiếp cận nước sạch, nhà tiêu hợp vệ sinh.', 'two-indicators'],
  ['Không còn hộ nghèo là người có công.', 'indicator-words'],
  ['Hoàn thành xóa nhà ở đơn sơ cho hộ chính sách và hộ nghèo.', 'indicator-words'],
  ['Tăng số giường bệnh thêm 250 giường.', 'stock-moved'],
  ['Tăng thêm 120 bác sĩ so với năm 2025.', 'stock-moved'],
  ['Giảm 500 hộ nghèo so với năm 2025.', 'stock-moved'],
  ['Sửa chữa 15 trạm y tế.', 'indicator-words'],
  ['Số trạm y tế được sửa chữa là 15 trạm.', 'indicator-words'],
  ['Đến năm 2030 có 20 trạm y tế được nâng cấp.', 'indicator-words'],
  ['Hỗ trợ xóa 2.350 nhà tạm, nhà dột nát, trong đó 1.800 nhà của hộ nghèo.', 'indicator-words'],
  ['Tỷ lệ hộ nghèo giảm 50% so với năm 2025.', 'indicator-words'],
  ['Giảm 50% tỷ lệ hộ nghèo so với năm 2025.', 'indicator-words'],
  ['Nâng số giường bệnh thêm 250 giường.', 'stock-moved'],
  ['Có thêm 120 bác sĩ.', 'stock-moved'],
  ['Thêm 250 giường bệnh.', 'stock-moved'],
  ['Hỗ trợ xây mới 2.350 nhà tạm, nhà dột nát.', 'indicator-words'],
  ['Hỗ trợ 6.500 hộ nghèo.', 'indicator-words'],
  ['Xây mới 24 trạm y tế.', 'indicator-words'],
  ['Tỷ lệ hộ nghèo vùng ven biển còn 4%.', 'stratum-words'],
];

/** Sentences under a heading without a year, with a number of theirs that is asked about. */
const ASKED_ABOUT: readonly (readonly [sentence: string, printed: string, doubt: Doubt])[] = [
  [
    'Tỷ lệ hộ nghèo còn 5%; tỷ lệ dân số tham gia bảo hiểm y tế đạt 95% vào năm 2028.',
    '5',
    'year-over-parts',
  ],
  ['Đào tạo 2.000 lao động; xây dựng 60 phòng học trong giai đoạn 2026 - 2028.', '2.000', 'year-over-parts'],
  ['Giải quyết việc làm mới cho 9.000 lao động, mở 5 lớp tập huấn hằng năm.', '9.000', 'yearly-beside'],
  ['Sở Y tế hằng năm mở 4 lớp; in 300 cuốn sổ tay.', '300', 'yearly-beside'],
  ['Tổ chức 02 hội nghị/năm; 03 lớp tập huấn.', '03', 'yearly-beside'],
  ['Tỷ lệ dân số tập thể thao đạt 45%, tăng 4,5 điểm phần trăm so với năm 2025.', '4,5', 'change-unclear'],
  ['Tỷ lệ hộ nghèo còn 9%, giảm 50% so với năm 2025.', '50', 'indicator-words'],
  ['Tỷ lệ hộ nghèo còn 9%, giảm 4,2 điểm phần trăm so với năm 2024.', '4,2', 'points-over-years'],
];

/** Numbers of indicators that the catalogue lacks, with the group each of them names. */
const GROUPS: readonly (readonly [sentence: string, printed: string, group: string | null])[] = [
  ['Tỷ lệ nữ tham gia cấp ủy ở thành phố từ 15% trở lên, ở xã, phường từ 25% trở lên.', '25', 'xã, phường'],
  ['Tỷ lệ nữ tham gia cấp ủy cấp tỉnh đạt 20%, cấp xã 25%.', '25', 'xã'],
  ['Tỷ lệ nữ tham gia cấp ủy đạt 20%; nữ đại biểu HĐND tỉnh ít nhất 35%.', '35', null],
  [
    'Hoàn thành định canh, định cư cho 780 hộ, trong đó 310 hộ ở vùng có nguy cơ sạt lở.',
    '310',
    'hộ ở vùng có nguy cơ sạt lở',
  ],
  ['Mở 10 lớp kỹ năng số cho 450 lượt người, riêng người cao tuổi 120 lượt.', '120', 'người cao tuổi'],
  ['Giảm tình trạng tảo hôn 2 - 3%/năm ở vùng có tỷ lệ tảo hôn cao.', '2 - 3', 'vùng có tỷ lệ tảo hôn cao'],
  ['Tỷ lệ sinh con ở tuổi vị thành niên còn 18‰.', '18', null],
];

/** One number of two subjects or predicates, with the likeliest indicator of each. */
const TWO: readonly (readonly [sentence: string, indicators: readonly string[]])[] = [
  [
    'Dân số đô thị, nông thôn được sử dụng nước sạch, nước hợp vệ sinh đạt 98%.',
    ['urban-clean-water', 'rural-hygienic-water'],
  ],
  [
    'Tỷ lệ trẻ em dưới 5 tuổi suy dinh dưỡng thể nhẹ cân và thể thấp còi còn 10%.',
    ['stunting-rate', 'underweight-rate'],
  ],
];

describe('what can be read in several ways', () => {
  let catalogue: Catalogue;
  beforeAll(async () => {
    catalogue = await theCatalogue();
  });

  it.each(ASKED)('is asked about: %s', (sentence, doubt) => {
    const { draft, rows } = bookOf(`I. MỤC TIÊU\n1. Đến năm 2030\n- ${sentence}`);
    expect(draft.rows.length).toBeGreaterThan(0);
    for (const { doubts } of draft.rows) expect(doubts).toContain(doubt);
    for (const { decision } of rows) expect(decision).toBe('ask');
  });

  it.each(ASKED_ABOUT)('is asked about one number: %s %s', (sentence, printed, doubt) => {
    const { draft, rows } = bookOf(`I. MỤC TIÊU\n1. Mục tiêu cụ thể\n- ${sentence}`);
    const at = draft.rows.findIndex((row) => row.printed === printed);
    expect(draft.rows[at]?.doubts).toContain(doubt);
    expect(rows[at]?.decision).toBe('ask');
  });

  it.each(GROUPS)('asks about the group of an indicator nobody has: %s %s', (sentence, printed, group) => {
    const { draft, rows } = bookOf(`I. MỤC TIÊU\n1. Đến năm 2030\n- ${sentence}`);
    const at = draft.rows.findIndex((row) => row.printed === printed);
    expect(draft.rows[at]?.group).toBe(group);
    expect(rows[at]?.decision).toBe('ask');
    if (group !== null) expect(rows[at]?.why).toContain('nhóm');
  });

  it.each(TWO)('has a row for each of two, both asked about: %s', (sentence, indicators) => {
    const { draft, rows } = bookOf(`I. MỤC TIÊU\n1. Đến năm 2030\n- ${sentence}`);
    expect(draft.rows.map(({ proposals }) => proposals[0]?.indicator)).toEqual(indicators);
    for (const { doubts } of draft.rows) expect(doubts).toContain('two-indicators');
    for (const { decision } of rows) expect(decision).toBe('ask');
  });

  it('is not asked where the year stands beside the number or the amount is said by the year', () => {
    const { draft } = bookOf(
      'I. MỤC TIÊU\n1. Mục tiêu cụ thể\n- Tạo việc làm mới cho 45.000 lao động, bình quân 9.000 lao động/năm.\n- Tỷ lệ hộ nghèo còn 5% vào năm 2028; tỷ lệ dân số tham gia bảo hiểm y tế đạt 95% vào năm 2029.',
    );
    for (const { doubts } of draft.rows) {
      expect(doubts).not.toContain('yearly-beside');
      expect(doubts).not.toContain('year-over-parts');
    }
  });

  it('has points of a share, whatever they are compared with, and no bound where a move starts', () => {
    const { draft } = bookOf(
      'I. MỤC TIÊU\n1. Đến năm 2030\n- Tỷ lệ hộ nghèo giảm từ 21,5% xuống 9%.\n- Tỷ lệ hộ nghèo giảm 4,2 điểm phần trăm so với năm 2024.',
    );
    expect(draft.rows.map(({ printed, comparator }) => [printed, comparator.value])).toEqual([
      ['21,5', 'equal'],
      ['9', 'equal'],
      ['4,2', 'equal'],
    ]);
    for (const { proposals } of draft.rows) expect(proposals[0]?.indicator).toBe('poverty-rate');
  });

  it('has no end of its own where only the year is said in which a part is done', () => {
    const { draft } = bookOf(
      'I. MỤC TIÊU\n1. Đến năm 2030\n- Xây dựng 1.300 căn nhà ở xã hội, trong đó 400 căn hoàn thành năm 2027.',
    );
    expect(draft.rows.map(({ printed }) => printed)).toEqual(['1.300', '400']);
  });

  /** The draft of a text and its rows in the planning workbook. */
  function bookOf(text: string) {
    const draft = draftOf(plainDocument(text), catalogue, { period: PERIOD, date: '2026-01-01' });
    const plan = { id: 'plan', source: 'plan.txt', province: 'lai-chau', period: PERIOD, like: null };
    return { draft, rows: bookOfDraft(draft, text, plan, catalogue).rows };
  }
});
