/** Signs of the font Symbol that are not where ASCII has them, by their codes (Adobe's encoding of that font). */
const SIGNS: ReadonlyMap<number, string> = new Map([
  [0x2d, '-'],
  [0xa2, '′'],
  [0xa3, '≤'],
  [0xae, '→'],
  [0xb0, '°'],
  [0xb1, '±'],
  [0xb2, '″'],
  [0xb3, '≥'],
  [0xb4, '×'],
  [0xb7, '•'],
  [0xb8, '÷'],
  [0xb9, '≠'],
  [0xbb, '≈'],
  [0xbc, '…'],
  [0xde, '⇒'],
]);
const AS_IN_ASCII = /[!#%&()+,./0-9:;<=>?[\]_{|}]/u;
/** Where fonts without Unicode keep their signs: a private area, one place for each of their 256 codes. */
const PRIVATE = /[\uf000-\uf0ff]/gu;
const PRIVATE_START = 0xf000;
const SYMBOL_FONT = /^(?:symbol|wingdings.*|webdings)$/iu;

/**
 * A text of the font Symbol in the characters it shows: Word keeps "≥" from its table of symbols as a private
 * character, which means something in that font only. What no text says (a Greek letter) is a blank.
 */
export function shownText(text: string, font: string | undefined): string {
  if (font?.toLowerCase() !== 'symbol') return text;
  return text.replaceAll(PRIVATE, (sign) => {
    const code = sign.charCodeAt(0) - PRIVATE_START;
    const ascii = String.fromCharCode(code);
    return SIGNS.get(code) ?? (AS_IN_ASCII.test(ascii) ? ascii : ' ');
  });
}

/**
 * What a `w:sym` shows, a character of a font by its code; a blank where it is an ornament (Wingdings).
 * @param code in hexadecimal digits
 */
export function symbolText(code: string | undefined, font: string | undefined): string {
  if (code === undefined || !/^[\da-f]{1,4}$/iu.test(code)) return ' ';
  const at = Number.parseInt(code, 16);
  // Codes of such a font are written with and without the start of the private area.
  const isBare = at < 0x100 && SYMBOL_FONT.test(font ?? '');
  const shown = shownText(String.fromCharCode(isBare ? at + PRIVATE_START : at), font);
  return shown.replaceAll(PRIVATE, ' ');
}
