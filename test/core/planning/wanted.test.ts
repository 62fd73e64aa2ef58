import { describe, expect, it } from 'vitest';
import { draftOf } from '../../../core/draft/draft.ts';
import { plainDocument } from '../../../core/draft/plain-document.ts';
import { bookOfDraft } from '../../../core/planning/from-draft.ts';
import { wantedIndicators } from '../../../core/planning/wanted.ts';
import { theCatalogue } from '../draft/seeds.ts';

const catalogue = await theCatalogue();

function bookOf(sentence: string) {
  const text = `I. MỤC TIÊU\n1. Đến năm 2030\n- ${sentence}`;
  const period = { from: 2026, to: 2030 };
  const draft = draftOf(plainDocument(text), catalogue, { period, date: '2026-01-01' });
  return bookOfDraft(
    draft,
    text,
    { id: 'plan', source: 'plan.txt', province: 'VN04', period, like: null },
    catalogue,
  );
}

const wantedOf = (sentence: string) => wantedIndicators(bookOf(sentence), catalogue)[0];

describe('an indicator that the catalogue lacks is filled in as far as the sentence says it', () => {
  it.each([
    ['Tỷ lệ thôn, xóm có điểm sinh hoạt cho trẻ em đạt 70%.', 'càng cao càng tốt'],
    ['60% người cao tuổi cô đơn được cán bộ y tế đến khám tại nhà.', 'càng cao càng tốt'],
    ['Tổ chức dạy bơi cho 5.000 trẻ em.', 'càng cao càng tốt'],
    ['Giảm tỷ lệ trẻ em bị đuối nước bình quân 4%/năm.', 'càng thấp càng tốt'],
    ['Nâng tỷ lệ người cao tuổi biết dùng dịch vụ công trực tuyến lên 40%.', 'càng cao càng tốt'],
    ['Không quá 3% học sinh bán trú bỏ học giữa năm.', 'càng thấp càng tốt'],
  ])('says which way is better: %s', (sentence, direction) => {
    expect(wantedOf(sentence)?.direction).toBe(direction);
  });

  it.each([
    'Tỷ lệ học sinh bán trú bỏ học giữa năm là 3%.',
    'Tỷ lệ trẻ em bị đuối nước đạt 0,5%.',
    'Tỷ lệ hộ nuôi ong trong tổng số hộ là 12%.',
  ])('leaves the better direction to the planner where nothing says it: %s', (sentence) => {
    expect(wantedOf(sentence)?.direction).toBe('');
  });

  it('names the whole that a share is of', () => {
    expect(wantedOf('Giảm tỷ lệ trẻ em bị đuối nước bình quân 4%/năm.')).toMatchObject({
      numerator: 'Số trẻ em bị đuối nước',
      denominator: 'Số trẻ em',
      partUnit: 'người',
    });
    expect(wantedOf('Tỷ lệ thôn, xóm có điểm sinh hoạt cho trẻ em đạt 70%.')?.partUnit).toBe('thôn');
  });

  it('counts in what stands behind the number', () => {
    expect(wantedOf('Số câu lạc bộ liên thế hệ tự giúp nhau đạt 240 câu lạc bộ.')).toMatchObject({
      unit: 'câu lạc bộ',
      measure: 'số đếm (người, hộ, xã)',
    });
  });

  it('sets no group that its name has', () => {
    const { rows } = bookOf('60% người cao tuổi cô đơn được cán bộ y tế đến khám tại nhà.');
    expect(rows[0]?.wanted?.name).toContain('người cao tuổi cô đơn');
    expect(rows[0]?.entry).not.toHaveProperty('stratum');
  });
});

describe('domain and body of a new indicator', () => {
  it.each([
    ['Tỷ lệ trạm y tế có máy siêu âm màu đạt 90%.', 'Y tế và chăm sóc sức khỏe', 'Sở Y tế (2025)'],
    ['Công an tỉnh bảo đảm 95% cơ sở karaoke có lối thoát nạn.', '', 'Công an tỉnh'],
  ])('are proposed with their ground: %s', (sentence, domain, body) => {
    expect(wantedOf(sentence)).toMatchObject({ domain, body });
    expect(wantedOf(sentence)?.ground).toContain('Đề xuất, cần xem lại');
  });

  it('are left to the planner where nothing gives a ground', () => {
    expect(wantedOf('Tỷ lệ hộ nuôi ong trong tổng số hộ là 12%.')).toMatchObject({
      ...{ domain: '', body: '', ground: '' },
    });
  });
});
