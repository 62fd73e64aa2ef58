const ESCAPE = /_x([0-9A-Fa-f]{4})_/gu;

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
