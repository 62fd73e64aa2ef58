/** A line of a page, in points from the top left. */
interface PdfLine {
  text: string;
  top: number;
  bottom: number;
}

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

/** Reads what `pdftotext -bbox-layout` writes; running heads, feet and page numbers are left away. */
export function pdfText(xhtml: string): PdfText {
  const pages = xhtml
    .split(/<page\b/u)
    .slice(1)
    .map(pageOf);
  const repeated = runningLines(pages);
  return {
    lines: pages.flatMap((page) =>
      page.lines.filter((line) => !isNumberOfPage(line, page) && !repeated.has(line)).map(({ text }) => text),
    ),
    pages: pages.length,
    blank: pages.flatMap(({ lines }, at) => (lines.length === 0 ? [at + 1] : [])),
  };
}

function pageOf(text: string): PdfPage {
  const height = numberOf(text.slice(0, text.indexOf('>')), 'height');
  const lines = text
    .split(/<line\b/u)
    .slice(1)
    .map((line): PdfLine => {
      const tag = line.slice(0, line.indexOf('>'));
      const words = [...line.matchAll(/<word\b[^>]*>([^<]*)<\/word>/gu)].map(([, word = '']) =>
        decoded(word),
      );
      return {
        text: words.join(' ').normalize('NFC').trim(),
        top: numberOf(tag, 'yMin'),
        bottom: numberOf(tag, 'yMax'),
      };
    })
    .filter((line) => line.text !== '');
  return { height, lines };
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
