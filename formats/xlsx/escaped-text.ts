const ESCAPE = /_x([0-9A-Fa-f]{4})_/gu;

const LIKE_AN_ESCAPE = /_(?=x[0-9A-Fa-f]{4}_)/gu;
/** What XML has no place for: control characters, halves of characters. */
// eslint-disable-next-line no-control-regex
const NO_XML = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu;

/** Characters an escape takes in the file for one character of text. */
export const ESCAPE_LENGTH = '_x0000_'.length;

/**
 * Undoes the escapes of SpreadsheetML texts: characters XML cannot hold are stored as `_x000D_`, and an
 * underscore that would start such an escape as `_x005F_`.
 */
export function unescapeText(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(ESCAPE, (_, digits: string) => String.fromCharCode(Number.parseInt(digits, 16)));
}

/** A text that reads like an escape (`_x000D_`) is escaped itself: it must come back as somebody typed it. */
export function escapeText(text: string): string {
  return text.replaceAll(LIKE_AN_ESCAPE, '_x005F_');
}

/** Leaves out what XML cannot hold. */
export function withoutImpossible(text: string): string {
  return text.replaceAll(NO_XML, '');
}
