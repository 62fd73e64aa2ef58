import { inLetters } from '../../formats/csv/old-letters.ts';

/** Ways in which programs write a text as bytes. */
export const written: Record<string, (text: string) => Uint8Array> = {
  'UTF-8': utf8,
  'UTF-8 with a byte order mark': (text) => utf8(`\ufeff${text}`),
  'UTF-16LE with a mark': (text) => utf16(`\ufeff${text}`, false),
  'UTF-16BE with a mark': (text) => utf16(`\ufeff${text}`, true),
  'UTF-16LE without a mark': (text) => utf16(text, false),
  'UTF-16BE without a mark': (text) => utf16(text, true),
  'windows-1258': (text) => bytesOf(windows1258(text)),
  TCVN3: (text) => bytesOf(inBytes(text, 'tcvn3')),
  VNI: (text) => bytesOf(inBytes(text, 'vni')),
};

/** Old letters in a Unicode file: a font of old letters, saved by a program of today. */
export const oldLetters: Record<string, (text: string) => string> = {
  TCVN3: (text) => inBytes(text, 'tcvn3'),
  VNI: (text) => inBytes(text, 'vni'),
};

export function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

function utf16(text: string, isBig: boolean): Uint8Array {
  return Uint8Array.from(
    [...text.matchAll(/[^]/g)].flatMap(([unit]) => {
      const code = unit.charCodeAt(0);
      return isBig ? [code >> 8, code & 255] : [code & 255, code >> 8];
    }),
  );
}

/** A text whose letters are bytes of windows-1252. */
function bytesOf(text: string): Uint8Array {
  const bytes = new Uint8Array(256).map((_, at) => at);
  const byteOf = new Map(
    [...new TextDecoder('windows-1252').decode(bytes)].map((letter, at) => [letter, at]),
  );
  return Uint8Array.from(text, (letter) => byteOf.get(letter) ?? 63);
}

/** As Windows writes it: letters that it has not get a tone behind them. */
function windows1258(text: string): string {
  const bytes = new Uint8Array(128).map((_, at) => at + 128);
  const [west, own] = ['windows-1252', 'windows-1258'].map((name) => [
    ...new TextDecoder(name).decode(bytes),
  ]);
  const byteOf = new Map(own?.map((letter, at) => [letter, west?.[at] ?? '?']));
  return [...text.normalize('NFC')]
    .map((letter) => {
      if (letter < '\u0080') return letter;
      const known = byteOf.get(letter);
      if (known !== undefined) return known;
      const parts = [...letter.normalize('NFD')];
      const tone = parts.find((part) => /[\u0300\u0301\u0303\u0309\u0323]/u.test(part)) ?? '';
      const base = parts
        .filter((part) => part !== tone)
        .join('')
        .normalize('NFC');
      return (base < '\u0080' ? base : (byteOf.get(base) ?? '?')) + (byteOf.get(tone) ?? '?');
    })
    .join('');
}

/** Old letters are found by trying which ones are read as the letter that is wanted. */
function inBytes(text: string, encoding: 'tcvn3' | 'vni'): string {
  const table = tableOf(encoding);
  return [...text.normalize('NFC')].map((letter) => table.get(letter) ?? letter).join('');
}

const tables = new Map<string, Map<string, string>>();

function tableOf(encoding: 'tcvn3' | 'vni'): Map<string, string> {
  const known = tables.get(encoding);
  if (known) return known;
  const high = [...new TextDecoder('windows-1252').decode(new Uint8Array(128).map((_, at) => at + 128))];
  const vowels = [...'aeouyAEOUY', ...high];
  const pairs = encoding === 'vni' ? vowels.flatMap((one) => high.map((mark) => one + mark)) : [];
  const table = new Map<string, string>();
  for (const one of [...pairs, ...high]) {
    const letter = inLetters(one, encoding);
    if ([...letter].length === 1 && letter !== one) table.set(letter, one);
  }
  tables.set(encoding, table);
  return table;
}
