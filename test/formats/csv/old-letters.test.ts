import { describe, expect, it } from 'vitest';
import { inLetters, westernBytes, westernText } from '../../../formats/csv/old-letters.ts';

/** All letters of TCVN 5712:1993 VN3 that ASCII has not, in the order of their bytes. */
const TCVN3 = 'ĂÂÊÔƠƯĐăâêôơưđàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ';
const TCVN3_BYTES = `a1a2a3a4a5a6a7a8a9aaabacadaeb5b6b7b8b9bbbcbdbec6c7c8c9cacbcccecfd0d1d2d3d4d5d6d7d8dcdddedfe1e2e3e4e5e6e7e8e9eaebecedeeeff1f2f3f4f5f6f7f8f9fafbfcfdfe`;

describe('letters from before Unicode', () => {
  it('of TCVN3 are read, each of them', () => {
    expect(inLetters(westernText(Buffer.from(TCVN3_BYTES, 'hex')), 'tcvn3')).toBe(TCVN3);
  });

  it.each([
    ['Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam', 'Cộng hòa xã hội chủ nghĩa Việt Nam'],
    ['Ñoäc laäp - Töï do - Haïnh phuùc', 'Độc lập - Tự do - Hạnh phúc'],
    [
      'TÆNH ÑAÉK LAÉK, huyeän Cö M’gar, kyø, kyù, kyû, kyõ, kî',
      'TỈNH ĐẮK LẮK, huyện Cư M’gar, kỳ, ký, kỷ, kỹ, kỵ',
    ],
    [
      'ngöôøi, nöôùc, xöôûng, höõu, ñöôïc, lôøi, lôùp, côõ, hôïp, thôû',
      'người, nước, xưởng, hữu, được, lời, lớp, cỡ, hợp, thở',
    ],
    [
      'thoân baûn, aên, baèng, baét, baúng, baüng, baëc, gioûi, oác, oàn, oån, oãn',
      'thôn bản, ăn, bằng, bắt, bẳng, bẵng, bặc, giỏi, ốc, ồn, ổn, ỗn',
    ],
    ['phí, gì, chæ, só, thò', 'phí, gì, chỉ, sĩ, thị'],
  ])('of VNI are read: %s', (text, letters) => {
    expect(inLetters(text, 'vni')).toBe(letters);
  });

  it('of windows-1258 are composed', () => {
    // "Tỷ lệ": a letter, and behind it a mark of one byte.
    expect(inLetters('TyÒ lêò, hôÒ Ðông', 'windows-1258')).toBe('Tỷ lệ, hổ Đông');
  });

  it('are the bytes that came in until it is known what they are', () => {
    const bytes = Uint8Array.from({ length: 256 }, (_, at) => at);
    expect(westernBytes(westernText(bytes))).toEqual(bytes);
  });

  it('change no plain text', () => {
    for (const encoding of ['windows-1258', 'tcvn3', 'vni'] as const)
      expect(inLetters('value;12,5;"a""b"', encoding)).toBe('value;12,5;"a""b"');
  });
});
