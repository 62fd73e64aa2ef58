import { describe, expect, it } from 'vitest';
import { foldedName } from '../../../core/base/name.ts';

describe('foldedName', () => {
  it.each([
    ['decomposed letters', 'Huyện Tam Đường', 'Huyện Tam Đường'.normalize('NFD')],
    ['white space of any kind', 'Huyện Tam Đường', ' Huyện\u00a0Tam  Đường\t'],
    ['Eth for Đ', 'Tam Đường, đất', 'Tam \u00d0ường, \u00f0ất'],
    ['the African Đ', 'Đắk Nông', '\u0189ắk Nông'],
    ['old and new tone marks', 'Hoà Bình, thuỷ lợi, khoẻ, loá', 'Hòa Bình, thủy lợi, khỏe, lóa'],
    ['a tone typed before the hat', 'tỷ lệ', 'ty\u0309 lê\u0323'],
  ])('takes no notice of %s', (_what, one, other) => {
    expect(one).not.toBe(other);
    expect(foldedName(other)).toBe(foldedName(one));
  });

  it.each([
    ['another tone', 'Hòa', 'Hóa'],
    ['no tone', 'Hòa', 'Hoa'],
    ['another vowel', 'Hương', 'Hưng'],
    ['D and Đ', 'Dường', 'Đường'],
    ['a tone on another word', 'hòa hoa', 'hoa hòa'],
    ['capitals', 'hòa', 'Hòa'],
  ])('keeps apart %s', (_what, one, other) => {
    expect(foldedName(other)).not.toBe(foldedName(one));
  });
});
