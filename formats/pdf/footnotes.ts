import { raised } from '../letters/raised.ts';
import type { PdfWord } from './grid.ts';

/** A line of a page, in points from the top left. */
export interface PdfLine {
  text: string;
  top: number;
  bottom: number;
  words: readonly PdfWord[];
}

/** A raised digit is at most so high beside the tallest word of its line, and ends so much above it. */
const LOWEST = 0.8;
const ABOVE = 0.15;
/** What hangs on a word stands so near to it, in heights of the line. */
const JOINED = 0.25;
const GLUED = 0.05;
/** Notes stand so far below the text, in heights of its lines, or in letters so much smaller. */
const GAP = 0.5;
const SMALLER = 0.95;

/**
 * Lines with digits above the line as such, joined to the word they stand on: "450 1 hộ" with a small high 1 is the
 * mark of a footnote, "450¹ hộ", and "km 2" is "km²". A line that is a raised number only is put before the line it
 * begins, as poppler parts the number of a footnote from its text.
 */
export function withRaised(lines: readonly PdfLine[]): PdfLine[] {
  const begun = new Map<PdfLine, PdfLine>();
  for (const line of lines) {
    if (!isDigits(line.text)) continue;
    const next = lines.find((other) => other !== line && isRaisedBefore(line, other));
    if (next !== undefined) begun.set(next, line);
  }
  const alone = new Set(begun.values());
  return lines
    .filter((line) => !alone.has(line))
    .map((line) => {
      const words = [...(begun.get(line)?.words ?? []), ...line.words];
      return joined(line, words);
    });
}

/**
 * The notes at the foot of a page, and what stands above them. A note begins with a number that the text above bears;
 * where it is not raised at the foot, a gap or smaller letters set the notes apart, and nothing stands beside them, as
 * in the rows of a table.
 */
export function partedNotes(lines: readonly PdfLine[]): { above: PdfLine[]; notes: PdfLine[] } {
  const marks = new Set(lines.flatMap(({ text }) => text.match(/(?<=\S)[⁰¹²³⁴-⁹]+/gu) ?? []));
  // Each line as it begins a note, null where it begins none.
  const begun = lines.map((line) => {
    const numbered = withNumber(line);
    return marks.has(/^[⁰¹²³⁴-⁹]+/u.exec(numbered.text)?.[0] ?? '') ? numbered : null;
  });
  const first = lines.findIndex((line, at) => {
    const note = begun[at];
    return note && (note.text === line.text || isApart(lines, at));
  });
  if (first === -1) return { above: [...lines], notes: [] };
  return {
    above: lines.slice(0, first),
    notes: lines.slice(first).map((line, at) => begun[first + at] ?? line),
  };
}

/** A line that begins with a number alone, with that number raised. */
function withNumber(line: PdfLine): PdfLine {
  const [, number, rest] = /^[([]?(\d{1,3})[)\]]?(\s.*)$/u.exec(line.text) ?? [];
  return number === undefined ? line : { ...line, text: `${raised(number)}${rest ?? ''}` };
}

/** Whether a line and those behind it are set apart from the text above, each in a height of its own. */
function isApart(lines: readonly PdfLine[], at: number): boolean {
  const [above, rest] = [lines.slice(0, at), lines.slice(at)];
  const [line] = rest;
  if (line === undefined || above.length === 0) return false;
  const height = line.bottom - line.top;
  const heights = above.map(({ top, bottom }) => bottom - top).sort((left, right) => left - right);
  const usual = heights[Math.floor(heights.length / 2)] ?? height;
  const gap = line.top - Math.max(...above.map(({ bottom }) => bottom));
  const isAlone = rest.every(
    (one, index) =>
      one.top >= line.top &&
      (index === 0 || one.top > ((rest[index - 1]?.top ?? 0) + (rest[index - 1]?.bottom ?? 0)) / 2),
  );
  return isAlone && (gap >= GAP * usual || (gap >= 0 && height < SMALLER * usual));
}

function joined(line: PdfLine, words: readonly PdfWord[]): PdfLine {
  const height = Math.max(...words.map(heightOf));
  const bottom = Math.max(...words.map((word) => word.bottom));
  const put: PdfWord[] = [];
  for (const word of words) {
    const isRaised =
      isDigits(word.text) && heightOf(word) <= LOWEST * height && bottom - word.bottom >= ABOVE * height;
    const before = put.at(-1);
    const text = isRaised ? raised(word.text) : word.text;
    // What follows a raised digit is a word of its own only because the size changes: "km²/người".
    const gap = isRaised ? JOINED : /[⁰¹²³⁴-⁹]$/u.test(before?.text ?? '') ? GLUED : -1;
    if (before !== undefined && word.left - before.right <= gap * height)
      put[put.length - 1] = { ...before, text: before.text + text, right: word.right };
    else put.push({ ...word, text });
  }
  const text = put
    .map((word) => word.text)
    .join(' ')
    .trim();
  return { ...line, words: put, text };
}

/** Whether a line of digits stands small and high just before another line. */
function isRaisedBefore(line: PdfLine, other: PdfLine): boolean {
  const [height, first] = [other.bottom - other.top, other.words[0]];
  const last = line.words.at(-1);
  if (first === undefined || last === undefined) return false;
  const gap = first.left - last.right;
  return (
    line.bottom - line.top <= LOWEST * height &&
    other.bottom - line.bottom >= ABOVE * height &&
    line.bottom > other.top &&
    gap >= -1 &&
    gap <= height
  );
}

function isDigits(text: string): boolean {
  return /^\d{1,3}$/u.test(text);
}

function heightOf({ top, bottom }: PdfWord): number {
  return bottom - top;
}
