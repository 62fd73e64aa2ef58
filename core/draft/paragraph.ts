import { foldWithLines } from '../base/text.ts';
import type { DraftBlock, DraftDocument } from './model.ts';

/** A block as it is read: white space folded, with the line of every character. */
export interface Paragraph {
  block: DraftBlock;
  /** Index of the block in the document. */
  index: number;
  /** Verbatim but for white space. */
  text: string;
  /** The same length, in lower case, without marks of emphasis; every dash is a hyphen. */
  clean: string;
  /** 1-based line of the document of every character. */
  lineAt: readonly number[];
}

const EMPHASIS = /[*#_|`]/gu;
const MARKUP = /<\/?\w{1,10}>/gu;
const DASHES = /[–—−‐‑]/gu;
/** "Tỉ lệ" is "tỷ lệ" spelt otherwise. */
const SHORT_I = /(?<!\p{L})tỉ(?!\p{L})/gu;

/** The paragraphs of a document, in order; what holds no letter and no digit is left away. */
export function paragraphsOf({ text, blocks }: DraftDocument): Paragraph[] {
  const starts = lineStarts(text);
  return blocks.flatMap((block, index) => {
    const folded = foldWithLines(text.slice(block.start, block.end));
    if (!/[\p{L}\p{N}]/u.test(folded.text)) return [];
    const first = lineOf(starts, block.start) - 1;
    return [
      {
        block,
        index,
        text: folded.text,
        clean: cleaned(folded.text),
        lineAt: folded.lineAt.map((line) => line + first),
      },
    ];
  });
}

/**
 * Characters of the longest paragraph that is read, ten times those of the longest that was met: what a number means
 * is looked for in all that stands before and behind it, so that cost grows with the square.
 */
export const LONGEST_PARAGRAPH = 20_000;

/** The first paragraph that is longer than any is read; null where none is. */
export function overlongParagraph({ text, blocks }: DraftDocument): string | null {
  const long = blocks.find(({ start, end }) => end - start > LONGEST_PARAGRAPH);
  return long ? text.slice(long.start, long.end) : null;
}

/** A text as cues are looked for in it; every index stays where it was. */
export function cleaned(text: string): string {
  const plain = text
    .replaceAll(MARKUP, (tag) => ' '.repeat(tag.length))
    .replaceAll(EMPHASIS, ' ')
    .replaceAll(DASHES, '-')
    .replaceAll(/[\u00d0\u0189]/gu, 'Đ');
  const lower = plain.toLocaleLowerCase('vi');
  return lower.length === plain.length ? lower.replaceAll(SHORT_I, 'tỷ') : plain;
}

function lineStarts(text: string): number[] {
  const starts = [0];
  for (const match of text.matchAll(/\r\n|\n|\r/gu)) starts.push(match.index + match[0].length);
  return starts;
}

/** 1-based. */
function lineOf(starts: readonly number[], at: number): number {
  let [low, high] = [0, starts.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((starts[middle] ?? 0) <= at) low = middle;
    else high = middle - 1;
  }
  return low + 1;
}
