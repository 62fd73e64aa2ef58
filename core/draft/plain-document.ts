import { cleaned } from './paragraph.ts';
import { labelOf } from './label.ts';
import { tablesIn } from '../plan/table-text.ts';
import type { DraftBlock, DraftDocument } from './model.ts';
import { flatTables, type TextLine } from './flat-table.ts';
import { isBareRowOfPlace } from './place-rows.ts';
import { tableBlocks } from './table-blocks.ts';

/** Lines of a document that was wrapped are hardly longer than this. */
const WRAPPED_WIDTH = 130;
/** A word that no line of its own ends with: "xuống dưới", "ít nhất". */
const LEADS_ON =
  /(?:^|\s)(?:dưới|trên|ít nhất|tối thiểu|tối đa|khoảng|không quá|đạt|còn|từ|xuống|lên|hơn|giảm|tăng|là|và|của|cho|các|tỷ lệ|thêm|bình quân)$/u;
/** A line that ends this much before the others ends a paragraph. */
const SHORT_LINE = 0.75;

/**
 * The blocks of a plain text: wrapped lines are joined. A blank line ends no paragraph where the line before lacks
 * its final punctuation, as texts taken from PDF have one between any two lines. Rows written "| … | … |" are those
 * of tables, as are lines below "TT" that hold a cell each.
 */
export function plainDocument(text: string): DraftDocument {
  const tables = tablesIn(text);
  const rows = new Set(tables.flatMap((table) => table.rows.map(({ start }) => start)));
  const printed = linesOf(text).filter((line) => line.text !== '' && !rows.has(line.start));
  const flat = flatTables(printed, tables.length);
  const ofTables = new Set(flat.flatMap((table) => table.lines));
  // A line that is nothing but a number is that of a page.
  const lines = printed.filter((line) => !ofTables.has(line) && !/^[\d\s.-]{1,6}$/u.test(line.text));
  const width = wrapWidth(lines);
  const blocks: DraftBlock[] = [];
  let before: TextLine | null = null;
  for (const line of lines) {
    const last = blocks.at(-1);
    if (before !== null && last !== undefined && continues(before, line, width)) last.end = line.end;
    else blocks.push({ start: line.start, end: line.end });
    before = line;
  }
  const cells = [...tables.flatMap(tableBlocks), ...flat.flatMap((table) => table.blocks)];
  return { text, blocks: [...blocks, ...cells].sort((one, other) => one.start - other.start) };
}

function linesOf(text: string): TextLine[] {
  const lines: TextLine[] = [];
  let start = 0;
  for (const part of text.split(/(\r\n|\n|\r)/u)) {
    if (!/^[\r\n]+$/u.test(part)) {
      const trimmed = part.normalize('NFC').trim();
      lines.push({ start, end: start + part.length, text: trimmed });
    }
    start += part.length;
  }
  return lines;
}

/** The length at which lines are wrapped; null where they are not. */
function wrapWidth(lines: readonly TextLine[]): number | null {
  const lengths = lines.map(({ text }) => text.length).sort((left, right) => left - right);
  const nearLongest = lengths[Math.floor(lengths.length * 0.95)] ?? 0;
  return nearLongest <= WRAPPED_WIDTH ? nearLongest : null;
}

function continues(before: TextLine, line: TextLine, width: number | null): boolean {
  const [first, second] = [cleaned(before.text).trim(), cleaned(line.text).trim()];
  if (/^(?:#|\*\*)/u.test(line.text) || /^-{3,}$/u.test(before.text)) return false;
  const isOpen = !/[.;:!?]["”)]?$/u.test(first);
  const begins = /^["“(]?(\p{L}|\d)/u.exec(line.text)?.[1] ?? '';
  const startsLow = /\p{Ll}/u.test(begins);
  if (isBareRowOfPlace(line.text) || isBareRowOfPlace(before.text)) return false;
  const label = labelOf(line.text, cleaned(line.text));
  if (label !== null) {
    // A dash in a wrapped line may be one of "kinh tế - xã hội".
    return (
      isOpen && label.sort === 'dash' && /^-\s\p{Ll}/u.test(line.text) && !/^-\s?\p{Lu}/u.test(line.text)
    );
  }
  if (!isOpen) return startsLow && first.endsWith(';');
  if (startsLow || (LEADS_ON.test(first) && !isCapitals(before.text))) return true;
  if (isCapitals(before.text) !== isCapitals(line.text)) return false;
  const isFull = width !== null && before.text.length >= width * SHORT_LINE;
  return isFull || (/[,\-/(]$/u.test(first) && second !== '');
}

function isCapitals(text: string): boolean {
  return /\p{Lu}/u.test(text) && !/\p{Ll}/u.test(text);
}
