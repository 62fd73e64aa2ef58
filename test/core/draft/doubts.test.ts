import { beforeAll, describe, expect, it } from 'vitest';
import type { Catalogue } from '../../../core/catalogue/catalogue.ts';
import { draftOf } from '../../../core/draft/draft.ts';
import type { Doubt } from '../../../core/draft/model.ts';
import { plainDocument } from '../../../core/draft/plain-document.ts';
import { bookOfDraft } from '../../../core/planning/from-draft.ts';
import { theCatalogue } from './seeds.ts';

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
  ['Không còn hộ nghèo là người có công.', 'indicator-words'],
  ['Hoàn thành xóa nhà ở đơn sơ cho hộ chính sách và hộ nghèo.', 'indicator-words'],
];

describe('what can be read in several ways', () => {
  let catalogue: Catalogue;
  beforeAll(async () => {
    catalogue = await theCatalogue();
  });

  it.each(ASKED)('is asked about: %s', (sentence, doubt) => {
    const text = `I. MỤC TIÊU\n1. Đến năm 2030\n- ${sentence}`;
    const period = { from: 2026, to: 2030 };
    const draft = draftOf(plainDocument(text), catalogue, { period, date: '2026-01-01' });
    expect(draft.rows.length).toBeGreaterThan(0);
    for (const { doubts } of draft.rows) expect(doubts).toContain(doubt);
    const plan = { id: 'plan', source: 'plan.txt', province: 'lai-chau', period, like: null };
    for (const { decision } of bookOfDraft(draft, text, plan, catalogue).rows) expect(decision).toBe('ask');
  });
});
