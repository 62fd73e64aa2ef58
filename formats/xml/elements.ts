import type { Patch, Span } from './patch.ts';
import { scanXml, type XmlElement } from './scan.ts';

/** An element with its place in the text of its part. */
export interface LocatedElement extends XmlElement {
  depth: number;
  /** From `<` to behind `>` of the opening tag. */
  opening: Span;
  /** The closing tag; the same as the opening one when the element closes itself. */
  closing: Span;
  /** Text directly within the element. */
  content: string;
}

/** The tag that ends at an offset a scan reports; no `<` can stand within a tag. */
export function tagEndingAt(text: string, offset: number): Span {
  return { from: text.lastIndexOf('<', offset - 1), to: offset };
}

/**
 * Finds elements and their places.
 * @param text the text of the same part
 * @param wanted called for every element with the local names of its ancestors, root first
 * @returns in the order in which they open
 * @throws WorkbookReadError for anything that is not plain well-formed XML
 */
export function locateElements(
  bytes: Uint8Array,
  text: string,
  part: string,
  wanted: (element: XmlElement, depth: number, ancestors: readonly string[]) => boolean,
): LocatedElement[] {
  const found: LocatedElement[] = [];
  const open: (LocatedElement | null)[] = [];
  const names: string[] = [];
  scanXml(bytes, part, (position) => ({
    open(element, depth) {
      const tag = tagEndingAt(text, position.offset);
      const located = wanted(element, depth, names)
        ? { ...element, depth, opening: tag, closing: tag, content: '' }
        : null;
      if (located !== null) found.push(located);
      open.push(located);
      names.push(element.local);
    },
    text(piece) {
      const inner = open.at(-1);
      if (inner) inner.content += piece;
    },
    close() {
      names.pop();
      const closed = open.pop();
      if (closed) closed.closing = tagEndingAt(text, position.offset);
    },
  }));
  return found;
}

/** The whole element. */
export function spanOf({ opening, closing }: Pick<LocatedElement, 'opening' | 'closing'>): Span {
  return { from: opening.from, to: closing.to };
}

/** The prefix of an element's name with its colon, '' without one. */
export function prefixOf(text: string, tag: Span): string {
  return /^<([^\s/>:]+:)?/u.exec(text.slice(tag.from, tag.to))?.[1] ?? '';
}

/** Puts XML behind the last child of an element. */
export function appendInside(
  text: string,
  { opening, closing }: Pick<LocatedElement, 'opening' | 'closing'>,
  xml: string,
): Patch {
  if (closing.from !== opening.from) return { from: closing.from, to: closing.from, text: xml };
  const tag = text.slice(opening.from, opening.to);
  const name = /^<([^\s/>]+)/u.exec(tag)?.[1] ?? '';
  return { ...opening, text: `${tag.slice(0, -2)}>${xml}</${name}>` };
}

const ATTRIBUTES = /(?<!\s)\s+([^\s=]+)\s*=\s*("[^"]*"|'[^']*')/gu;

/** An opening tag with one attribute set, in its place or at the end; null takes it out. */
export function withAttribute(tag: string, name: string, value: string | number | null): string {
  for (const match of tag.matchAll(ATTRIBUTES)) {
    if (match[1] !== name) continue;
    const written = value === null ? '' : ` ${name}="${escapeXml(String(value))}"`;
    return tag.slice(0, match.index) + written + tag.slice(match.index + match[0].length);
  }
  if (value === null) return tag;
  const end = tag.endsWith('/>') ? tag.length - 2 : tag.length - 1;
  return `${tag.slice(0, end).trimEnd()} ${name}="${escapeXml(String(value))}"${tag.slice(end)}`;
}

/** Text as it stands in content and in attributes in double quotes. */
export function escapeXml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\r', '&#13;');
}
