/**
 * Text comparison for documents that mix decomposed Unicode, no-break spaces and hard line breaks:
 * two texts are the same when they are equal after NFC and with every run of white space as one space.
 */
const WHITE_SPACES = /[\s\u00a0\u200b\ufeff]+/gu;

/** A folded text, with the 1-based line of the original on which each folded character stands. */
export interface FoldedText {
  text: string;
  lineAt: number[];
}

/** Folds a text; leading and trailing white space is dropped. */
export function fold(text: string): string {
  return trimSpaces(text.normalize('NFC').replaceAll(WHITE_SPACES, ' '));
}

const OTHER_THAN_SPACE = /[^\s\u00a0\u200b\ufeff]/u;

/** Whether {@link fold} leaves nothing of a text. */
export function isBlankText(text: string): boolean {
  return !OTHER_THAN_SPACE.test(text);
}

/**
 * Whether two texts are the same but for white space, also where one has none: Gnumeric 1.12.55 saves a text of two
 * lines as one word in .ods.
 */
export function isSameText(one: string, other: string): boolean {
  const [left, right] = [one, other].map((text) => text.normalize('NFC').replaceAll(WHITE_SPACES, ''));
  return left === right;
}

/**
 * Folds a text and remembers lines. NFC is applied line by line, so no character is composed across a
 * line break. Only LF, CRLF and CR count as line breaks (a form feed is white space within a line), so
 * that line numbers agree with those an editor shows.
 */
export function foldWithLines(text: string): FoldedText {
  const lines = text.split(/\r\n|\n|\r/u).map(fold);
  const out = lines.filter((line) => line !== '').join(' ');
  // One entry per UTF-16 unit keeps `lineAt` aligned with string indices.
  const lineAt = new Array<number>(out.length);
  let end = 0;
  for (const [index, line] of lines.entries()) {
    if (line === '') continue;
    // The space before a line is the line's own.
    const begin = end;
    end += line.length + (begin > 0 ? 1 : 0);
    lineAt.fill(index + 1, begin, end);
  }
  return { text: out, lineAt };
}

/** Takes plain spaces away at both ends, as Excel's TRIM; a no-break space is text that somebody sees. */
export function trimSpaces(text: string): string {
  let [from, to] = [0, text.length];
  while (from < to && text[from] === ' ') from += 1;
  while (to > from && text[to - 1] === ' ') to -= 1;
  return text.slice(from, to);
}

/** All start indices of `needle` in `text`; overlapping matches count. */
export function occurrences(text: string, needle: string): number[] {
  const found: number[] = [];
  if (needle === '') return found;
  for (let at = text.indexOf(needle); at >= 0; at = text.indexOf(needle, at + 1)) found.push(at);
  return found;
}
