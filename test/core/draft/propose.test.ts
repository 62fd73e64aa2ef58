import { expect, it } from 'vitest';
import { draftOf } from '../../../core/draft/draft.ts';
import { plainDocument } from '../../../core/draft/plain-document.ts';
import { theCatalogue } from './seeds.ts';

it.each([
  [
    'Tăng số người tham gia bảo hiểm xã hội tự nguyện trên địa bàn tỉnh mỗi năm tăng thêm khoảng 1,2 nghìn người.',
    'voluntary-insurance-participants',
  ],
  [
    'Tăng số người tham gia bảo hiểm xã hội mỗi năm tăng thêm khoảng 1,2 nghìn người.',
    'social-insurance-participants',
  ],
  ['Số hộ nghèo giảm 1.500 hộ mỗi năm.', 'poor-households'],
  ['Giảm 1/2 số hộ nghèo so với đầu kỳ.', 'poor-households'],
])('proposes the indicator that says most of the words: %s', async (sentence, indicator) => {
  const text = `I. MỤC TIÊU\n1. Đến năm 2030\n- ${sentence}`;
  const period = { from: 2026, to: 2030 };
  const { rows } = draftOf(plainDocument(text), await theCatalogue(), { period, date: '2026-01-01' });
  expect(rows.map(({ proposals }) => proposals[0]?.indicator)).toEqual([indicator]);
});
