import { tableLine, tablesIn } from '../plan/table-text.ts';
import type { DraftBlock, DraftDocument } from './model.ts';
import { plainDocument } from './plain-document.ts';
import { tableBlocks } from './table-blocks.ts';

/** What a document is made of, in its order. */
export type DocumentPart =
  | { kind: 'paragraph'; text: string; isHeading: boolean }
  /** The cells of each row as their paragraphs; a merged cell stands in every place it covers. */
  | { kind: 'table'; rows: readonly (readonly (readonly string[])[])[] };

/** The text of a document and its blocks: a line for each paragraph and each row of a table. */
export function documentOf(parts: readonly DocumentPart[]): DraftDocument {
  const blocks: DraftBlock[] = [];
  let text = '';
  const put = (line: string, isHeading: boolean) => {
    const start = text.length;
    text += `${line}\n`;
    for (const [from, to] of paragraphsOf(line))
      blocks.push({ start: start + from, end: start + to, ...(isHeading ? { heading: true } : {}) });
  };
  for (const part of parts) {
    if (part.kind === 'paragraph') {
      if (part.text !== '') put(part.text, part.isHeading);
    } else if (isLayout(part.rows)) {
      for (const line of new Set(part.rows.flat())) for (const one of line) if (one !== '') put(one, false);
    } else {
      for (const row of part.rows) text += `${tableLine(row.map((cell) => cell.join(' ')))}\n`;
      // Two tables in a row are two.
      text += '\n';
    }
  }
  const cells = tablesIn(text).flatMap(tableBlocks);
  if (isWrapped(blocks, text)) return plainDocument(text);
  return { text, blocks: [...blocks, ...cells].sort((one, other) => one.start - other.start) };
}

/** Whether every printed line is a paragraph, as in documents pasted from a PDF: many of them begin in mid-sentence. */
function isWrapped(blocks: readonly DraftBlock[], text: string): boolean {
  const low = blocks.filter(
    ({ start }) => /^\p{Ll}/u.test(text.slice(start, start + 1)) && !LABEL.test(text.slice(start, start + 3)),
  );
  return low.length >= 10 && low.length * 7 > blocks.length;
}

/** Tables without borders in which the head of a document and its signature stand. */
function isLayout(rows: readonly (readonly (readonly string[])[])[]): boolean {
  const columns = Math.max(0, ...rows.map((row) => row.length));
  return columns < 2 || rows.length < 2 || (columns === 2 && rows.length < 3);
}

const LABEL = /^(?:[-+*•–]|\d{1,2}[.)]|[a-zđ][.)])\s/u;

/** Where the paragraphs of a text with line breaks of its own begin and end: a break need not be the end of one. */
function paragraphsOf(text: string): [from: number, to: number][] {
  const found: [number, number][] = [];
  let at = 0;
  let before = '';
  for (const line of text.split('\n')) {
    const last = found.at(-1);
    const isNew = last === undefined || /[.;:!?]$/u.test(before) || LABEL.test(line);
    if (isNew) found.push([at, at + line.length]);
    else last[1] = at + line.length;
    at += line.length + 1;
    before = line;
  }
  return found;
}
