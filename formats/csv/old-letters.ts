import type { OldEncoding } from '../../core/exchange/reading.ts';

/**
 * The letters of TCVN3 (TCVN 5712:1993, VN3; fonts .VnTime …) by byte. Its fonts of capitals have the same bytes, so
 * that the case of accented letters is lost. No library that is kept up reads it in a browser.
 */
const TCVN3: readonly [first: number, letters: string][] = [
  [0xa1, 'ĂÂÊÔƠƯĐăâêôơưđ'],
  [0xb5, 'àảãáạ'],
  [0xbb, 'ằẳẵắ'],
  [0xc6, 'ặầẩẫấậè'],
  [0xce, 'ẻẽéẹềểễếệìỉ'],
  [0xdc, 'ĩíịò'],
  [0xe1, 'ỏõóọồổỗốộờởỡớợù'],
  [0xf1, 'ủũúụừửữứựỳỷỹýỵ'],
];
const tcvn3 = new Map(TCVN3.flatMap(([first, letters]) => [...letters].map((one, at) => [first + at, one])));

/** VNI writes a letter and behind it a mark of one byte; these bytes are letters by themselves. */
const VNI_LETTERS: Readonly<Record<string, string>> = {
  ñ: 'đ',
  ô: 'ơ',
  ö: 'ư',
  í: 'í',
  ì: 'ì',
  æ: 'ỉ',
  ó: 'ĩ',
  ò: 'ị',
  î: 'ỵ',
};
const [GRAVE, ACUTE, TILDE, HOOK, DOT, ROOF, BOWL] = [
  '\u0300',
  '\u0301',
  '\u0303',
  '\u0309',
  '\u0323',
  '\u0302',
  '\u0306',
];
const VNI_MARKS: Readonly<Record<string, string>> = {
  ù: ACUTE,
  ø: GRAVE,
  û: HOOK,
  õ: TILDE,
  ï: DOT,
  â: ROOF,
  á: ROOF + ACUTE,
  à: ROOF + GRAVE,
  å: ROOF + HOOK,
  ã: ROOF + TILDE,
  ä: ROOF + DOT,
  ê: BOWL,
  é: BOWL + ACUTE,
  è: BOWL + GRAVE,
  ú: BOWL + HOOK,
  ü: BOWL + TILDE,
  ë: BOWL + DOT,
};
const VNI_VOWEL = /([aeouyôö])([ùøûõïâáàåãäêéèúüë])|[ñôöíìæóòî]/giu;

const bytes = new Uint8Array(0x80).map((_, at) => 0x80 + at);
const [windows1258 = [], decoded1252 = []] = ['windows-1258', 'windows-1252'].map((name) => [
  ...new TextDecoder(name).decode(bytes),
]);
/** Quotes and dashes stand in both at the same bytes; Node 20 decodes these of windows-1252 as control characters. */
const windows1252 = [...windows1258.slice(0, 0x20), ...decoded1252.slice(0x20)];
/** Byte of a letter, under whichever reading of bytes by Windows. */
const byteOf = new Map(
  [windows1258, windows1252, decoded1252].flatMap((letters) =>
    letters.map((letter, at) => [letter, 0x80 + at]),
  ),
);

/** Bytes as Windows in the West shows them: one letter for each, so that nothing is lost before it is known what they are. */
export function westernText(content: Uint8Array): string {
  return new TextDecoder('windows-1252').decode(content);
}

/** The bytes of {@link westernText}. */
export function westernBytes(text: string): Uint8Array {
  return Uint8Array.from(text, (letter) => byteOf.get(letter) ?? letter.charCodeAt(0));
}

/** A text of an old encoding that was taken for a Western one, in the letters it was written in, composed (NFC). */
export function inLetters(text: string, encoding: OldEncoding): string {
  switch (encoding) {
    case 'windows-1258':
      return byByte(text, (byte) => windows1258[byte - 0x80]).normalize('NFC');
    case 'tcvn3':
      return byByte(text, (byte) => tcvn3.get(byte));
    case 'vni':
      return byByte(text, (byte) => windows1252[byte - 0x80]).replaceAll(VNI_VOWEL, vniLetter);
  }
}

function byByte(text: string, letterOf: (byte: number) => string | undefined): string {
  return text.replaceAll(/[^\0-\u007f]/gu, (letter) => {
    const byte = byteOf.get(letter);
    return (byte === undefined ? undefined : letterOf(byte)) ?? letter;
  });
}

function vniLetter(found: string, vowel?: string, mark?: string): string {
  if (vowel === undefined || mark === undefined) return vniSingle(found);
  return (vniSingle(vowel) + (VNI_MARKS[mark.toLowerCase()] ?? '')).normalize('NFC');
}

function vniSingle(letter: string): string {
  const lower = letter.toLowerCase();
  const meant = VNI_LETTERS[lower] ?? lower;
  return letter === lower ? meant : meant.toUpperCase();
}
