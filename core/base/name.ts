import { fold } from './text.ts';

/** Letters that look like Đ and đ and are typed or converted in their place. */
const STROKED_D: Readonly<Record<string, string>> = {
  '\u00d0': 'Đ',
  '\u0189': 'Đ',
  '\u00f0': 'đ',
  '\u0256': 'đ',
};

/** Grave, acute, tilde, hook above, dot below: the tone of a syllable, whichever vowel it is written over. */
const TONE = /[\u0300\u0301\u0303\u0309\u0323]/gu;
const WORD = /[\p{L}\p{M}]+/gu;

/**
 * A Vietnamese name as it is compared: NFC or not, whatever white space, Ð for Đ, and the tone over either vowel
 * ("hoà" and "hòa", "thuỷ" and "thủy") make no difference; any other letter does.
 */
export function foldedName(text: string): string {
  const plain = fold(text).replaceAll(
    /[\u00d0\u0189\u00f0\u0256]/gu,
    (letter) => STROKED_D[letter] ?? letter,
  );
  // A syllable has one tone, so that it can stand behind the syllable: no two names become the same by it.
  return plain
    .normalize('NFD')
    .replaceAll(WORD, (word) => word.replaceAll(TONE, '') + (word.match(TONE) ?? []).join(''));
}
