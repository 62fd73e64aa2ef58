import { tableLine } from '../../core/plan/table-text.ts';
import { alignedTables } from './aligned.ts';
import { partedNotes, type PdfLine, withRaised } from './footnotes.ts';
import { goesOn, type PdfTable, type PdfWord, tablesOf } from './grid.ts';
import { rulesOf } from './rules.ts';

interface PdfPage {
  height: number;
  lines: PdfLine[];
}

/** The text of a PDF, a line for each printed line. */
export interface PdfText {
  lines: string[];
  pages: number;
  /** 1-based numbers of pages that have no text. */
  blank: number[];
}

/** Running heads and page numbers stand this near the edge, as a part of the page. */
const MARGIN = 0.12;
/** As far from each other lines of two pages may be and stand at one place. */
const SAME_PLACE = 4;
const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  '#39': "'",
};

/**
 * Reads what `pdftotext -bbox-layout` writes; running heads, feet and page numbers are left away, footnotes stand
 * behind everything.
 * @param drawings what `pdftocairo -svg` writes of each page with a table, by its 1-based number; its cells become
 *   rows "| … | … |"
 */
export function pdfText(xhtml: string, drawings: ReadonlyMap<number, string> = new Map()): PdfText {
  const pages = xhtml
    .split(/<page\b/u)
    .slice(1)
    .map(pageOf);
  const repeated = runningLines(pages);
  const notes: PdfLine[] = [];
  const parts = pages.flatMap((page, at) => {
    const kept = page.lines.filter((line) => !isNumberOfPage(line, page) && !repeated.has(line));
    const parted = partedNotes(kept);
    notes.push(...parted.notes);
    return partsOf(parted.above, drawings.get(at + 1));
  });
  return {
    lines: [...linesOf(parts), ...notes.map(({ text }) => text)],
    pages: pages.length,
    blank: pages.flatMap(({ lines }, at) => (lines.length === 0 ? [at + 1] : [])),
  };
}

/** Pages with several texts beside each other at one height, as rows of tables have them. 1-based. */
export function pagesWithColumns(xhtml: string): number[] {
  return xhtml
    .split(/<page\b/u)
    .slice(1)
    .map(pageOf)
    .flatMap(({ lines }, at) => {
      const beside = lines.filter((line) =>
        lines.some(
          (other) =>
            other !== line &&
            other.top < (line.top + line.bottom) / 2 &&
            other.bottom > (line.top + line.bottom) / 2,
        ),
      );
      return beside.length >= LEAST_BESIDE ? [at + 1] : [];
    });
}

/** The head of a document has two columns of two or three lines. */
const LEAST_BESIDE = 4;

/** The lines and tables of a page in the order in which they are read. */
function partsOf(lines: readonly PdfLine[], drawing: string | undefined): (string | PdfTable)[] {
  const words = lines.flatMap((line) => line.words);
  const drawn = drawing === undefined ? [] : tablesOf(rulesOf(drawing), words);
  const rest = lines.filter((line) => !drawn.some((table) => isIn(line, table)));
  const tables = [...drawn, ...alignedTables(rest.flatMap((line) => line.words))];
  const put = new Set<PdfTable>();
  const parts: (string | PdfTable)[] = [];
  for (const line of lines) {
    const table = tables.find((one) => isIn(line, one));
    if (table === undefined) parts.push(line.text);
    else if (!put.has(table)) parts.push(table);
    if (table !== undefined) put.add(table);
  }
  return parts;
}

function isIn({ words }: PdfLine, { left, right, top, bottom }: PdfTable): boolean {
  return words.every(
    (word) =>
      (word.left + word.right) / 2 > left &&
      (word.left + word.right) / 2 < right &&
      (word.top + word.bottom) / 2 > top &&
      (word.top + word.bottom) / 2 < bottom,
  );
}

/** Tables as rows; one that goes on over the end of a page is one, and its head is not said again. */
function linesOf(parts: readonly (string | PdfTable)[]): string[] {
  const lines: string[] = [];
  parts.forEach((part, at) => {
    if (typeof part === 'string') {
      lines.push(part);
      return;
    }
    const before = parts[at - 1];
    const isMore = before !== undefined && typeof before !== 'string' && goesOn(before, part);
    const rows = part.rows.map((row) => tableLine(row.map((cell) => cell.join(' '))));
    const head =
      isMore && before.rows[0] !== undefined ? tableLine(before.rows[0].map((cell) => cell.join(' '))) : '';
    if (isMore) lines.pop();
    lines.push(...rows.filter((row, index) => !(isMore && index === 0 && row === head)), '');
  });
  return lines;
}

function pageOf(text: string): PdfPage {
  const height = numberOf(text.slice(0, text.indexOf('>')), 'height');
  const lines = text
    .split(/<line\b/u)
    .slice(1)
    .map((line): PdfLine => {
      const tag = line.slice(0, line.indexOf('>'));
      const words = [...line.matchAll(/<word\b([^>]*)>([^<]*)<\/word>/gu)].map(
        ([, place = '', word = '']): PdfWord => ({
          text: decoded(word).normalize('NFC'),
          ...{ left: numberOf(place, 'xMin'), right: numberOf(place, 'xMax') },
          ...{ top: numberOf(place, 'yMin'), bottom: numberOf(place, 'yMax') },
        }),
      );
      return {
        text: words
          .map((word) => word.text)
          .join(' ')
          .trim(),
        words,
        top: numberOf(tag, 'yMin'),
        bottom: numberOf(tag, 'yMax'),
      };
    })
    .filter((line) => line.text !== '');
  return { height, lines: withRaised(lines) };
}

function numberOf(tag: string, name: string): number {
  return Number(new RegExp(`${name}="([\\d.]+)"`, 'u').exec(tag)?.[1] ?? 0);
}

function decoded(text: string): string {
  return text.replaceAll(/&(#?\w+);/gu, (whole, name: string) => ENTITIES[name] ?? whole);
}

function isAtEdge({ top, bottom }: PdfLine, { height }: PdfPage): boolean {
  return bottom < height * MARGIN || top > height * (1 - MARGIN);
}

function isNumberOfPage(line: PdfLine, page: PdfPage): boolean {
  return (
    isAtEdge(line, page) && /^[-–—\s]*(?:trang\s*)?\d{1,4}(?:\s*\/\s*\d{1,4})?[-–—\s]*$/iu.test(line.text)
  );
}

/** Lines at the edge that more than half of the pages have at the same place, whatever number stands in them. */
function runningLines(pages: readonly PdfPage[]): Set<PdfLine> {
  const groups = new Map<string, { top: number; line: PdfLine; page: number }[]>();
  pages.forEach((page, at) => {
    for (const line of page.lines.filter((one) => isAtEdge(one, page))) {
      const words = line.text.replaceAll(/\d+/gu, '#');
      groups.set(words, [...(groups.get(words) ?? []), { top: line.top, line, page: at }]);
    }
  });
  const running = [...groups.values()].filter((group) => {
    const [first] = group;
    const here = group.filter(({ top }) => Math.abs(top - (first?.top ?? 0)) <= SAME_PLACE);
    return new Set(here.map(({ page }) => page)).size >= Math.max(2, Math.ceil(pages.length / 2));
  });
  return new Set(running.flat().map(({ line }) => line));
}
