import { SaxesParser } from 'saxes';
import { readError, WorkbookReadError } from '../read-error.ts';
import {
  assertDistinct,
  attributeName,
  elementName,
  isDeclaration,
  isQualified,
  NO_PREFIXES,
  type Prefixes,
  prefixesWithin,
  type QualifiedName,
} from './namespaces.ts';

/** An element as it opens; its name is free of prefixes. */
export interface XmlElement extends QualifiedName {
  /** Values by the names as written, declarations of prefixes included. */
  readonly attributes: Readonly<Record<string, string>>;
  /** What prefixes mean in its attributes and within it. */
  readonly prefixes: Prefixes;
}

/** What a scan reports, in document order. The root has depth 1. */
export interface XmlHandlers {
  open?(element: XmlElement, depth: number): void;
  /** Text within an element; may come in several pieces, CDATA included. */
  text?(text: string, depth: number): void;
  close?(element: XmlElement, depth: number): void;
}

/** Where a scan stands, for messages. */
export interface XmlPosition {
  readonly part: string;
  /** 1-based. */
  readonly line: number;
  /** Characters of the part, as decoded without its byte order mark, up to the end of the tag reported. */
  readonly offset: number;
}

/** Deeper than anything a spreadsheet program writes (drawings in groups reach about thirty). */
const DEPTH_LIMIT = 128;
/** Longer than any text, attribute or comment a spreadsheet program writes. */
const RUN_LIMIT = 4 * 1024 * 1024;
const CHUNK_BYTES = 64 * 1024;

/**
 * Reads one XML part from front to back. Nothing outside the part is ever looked at: a DOCTYPE, and with it
 * every entity of its own, is refused.
 * @param handlers made for the scan; receives the position it may put into messages
 * @throws WorkbookReadError for anything that is not plain well-formed XML
 */
export function scanXml(
  bytes: Uint8Array,
  part: string,
  handlers: (position: XmlPosition) => XmlHandlers,
): void {
  // The parser's own namespaces cost a tenth of all reading; hardly a tag has anything to do with them.
  const parser = new SaxesParser({ xmlns: false, position: false });
  const position: XmlPosition = {
    part,
    get line() {
      return parser.line;
    },
    get offset() {
      return parser.position;
    },
  };
  const handler = handlers(position);
  const opened: XmlElement[] = [];
  let prefixes = NO_PREFIXES;
  let hasQualified = false;
  let depth = 0;
  let events = 0;

  parser.on('doctype', () => {
    throw readError('xml-doctype', { part, line: parser.line });
  });
  parser.on('attribute', ({ name }) => {
    if (isQualified(name)) hasQualified = true;
  });
  parser.on('opentag', ({ name, attributes }) => {
    events += 1;
    depth += 1;
    if (depth > DEPTH_LIMIT) {
      throw readError('xml-too-deep', { part, line: parser.line, limit: DEPTH_LIMIT });
    }
    if (hasQualified) {
      hasQualified = false;
      prefixes = prefixesWithin(attributes, prefixes);
      assertDistinct(attributes, prefixes);
    }
    const { local, uri } = elementName(name, prefixes);
    const element = { local, uri, attributes, prefixes };
    opened.push(element);
    handler.open?.(element, depth);
  });
  parser.on('closetag', () => {
    events += 1;
    const element = opened.pop();
    if (element !== undefined) handler.close?.(element, depth);
    depth -= 1;
    prefixes = opened.at(-1)?.prefixes ?? NO_PREFIXES;
  });
  if (handler.text !== undefined) {
    const text = (piece: string) => handler.text?.(piece, depth);
    parser.on('text', text);
    parser.on('cdata', text);
  }

  try {
    const decoder = new TextDecoder(encodingOf(bytes), { fatal: true });
    let eventsBefore = 0;
    let charactersWithoutEvent = 0;
    for (let offset = 0; offset < bytes.length; offset += CHUNK_BYTES) {
      const chunk = decoder.decode(bytes.subarray(offset, offset + CHUNK_BYTES), { stream: true });
      parser.write(chunk);
      // The parser collects a text or attribute until its end; without this it would collect gigabytes.
      charactersWithoutEvent = events === eventsBefore ? charactersWithoutEvent + chunk.length : 0;
      eventsBefore = events;
      if (charactersWithoutEvent > RUN_LIMIT) {
        throw readError('xml-run-too-long', { part, line: parser.line, limit: RUN_LIMIT });
      }
    }
    parser.write(decoder.decode());
    parser.close();
  } catch (error) {
    if (error instanceof WorkbookReadError) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    throw readError('bad-xml', { part, line: parser.line, reason }, {}, { cause: error });
  }
}

/** An attribute without a namespace, or undefined when the element does not have it. */
export function attribute(element: XmlElement, name: string): string | undefined {
  return element.attributes[name];
}

/** An attribute of one of the given namespaces, whatever prefix the writer chose. */
export function attributeIn(
  element: XmlElement,
  namespaces: ReadonlySet<string>,
  local: string,
): string | undefined {
  const found = qualifiedAttributes(element).find((one) => one.local === local && namespaces.has(one.uri));
  return found?.value;
}

/** All attributes with their namespaces, without the declarations of prefixes. */
export function qualifiedAttributes({
  attributes,
  prefixes,
}: XmlElement): (QualifiedName & { value: string })[] {
  return Object.entries(attributes).flatMap(([name, value]) =>
    isDeclaration(name) ? [] : [{ ...attributeName(name, prefixes), value }],
  );
}

/** Packages allow UTF-8 and UTF-16 only; UTF-16 must begin with its mark. */
export function encodingOf(bytes: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return 'utf-8';
}
