import { SaxesParser } from 'saxes';
import { readError, WorkbookReadError } from '../read-error.ts';
import { ElementEvents, type XmlElement, type XmlHandlers } from './element-events.ts';
import { attributeName, isDeclaration, isQualified, type QualifiedName } from './namespaces.ts';
import { PlainTags } from './plain-tags.ts';

export type { XmlElement, XmlHandlers } from './element-events.ts';

/** Where a scan stands, for messages. */
export interface XmlPosition {
  readonly part: string;
  /** 1-based. */
  readonly line: number;
  /** Characters of the part, as decoded without its byte order mark, up to the end of the tag reported. */
  readonly offset: number;
}

/** Longer than any text, attribute or comment a spreadsheet program writes. */
const RUN_LIMIT = 4 * 1024 * 1024;
const CHUNK_BYTES = 64 * 1024;
/** The byte of `>`. */
const TAG_END = 0x3e;

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
  const tags = new ScannedTags(bytes, part);
  const position: XmlPosition = {
    part,
    get line() {
      return tags.line;
    },
    get offset() {
      return tags.offset;
    },
  };
  const events = new ElementEvents(part, handlers(position), () => tags.line);
  try {
    tags.scan(events);
  } catch (error) {
    if (error instanceof WorkbookReadError) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    throw readError('bad-xml', { part, line: tags.line, reason }, {}, { cause: error });
  }
}

/**
 * The tags of a part: its plain beginning, which is mostly all of it, taken apart at half of what a parser costs, and
 * what the parser says of the rest.
 */
class ScannedTags {
  readonly #bytes: Uint8Array;
  readonly #part: string;
  #plain: PlainTags | null = null;
  #rest: ParsedRest | null = null;

  constructor(bytes: Uint8Array, part: string) {
    this.#bytes = bytes;
    this.#part = part;
  }

  /** Looked up when it is asked for: it is for messages. */
  get line(): number {
    const { offset } = this.#rest ?? this;
    const before = new TextDecoder(encodingOf(this.#bytes)).decode(this.#bytes).slice(0, offset);
    return (before.match(/\r\n?|\n/gu)?.length ?? 0) + (this.#rest?.line ?? 1);
  }

  get offset(): number {
    return this.#rest ? this.#rest.offset + this.#rest.parsed : (this.#plain?.offset ?? 0);
  }

  scan(events: ElementEvents): void {
    const decoder = new TextDecoder(encodingOf(this.#bytes), { fatal: true });
    const plain = new PlainTags(events);
    this.#plain = plain;
    for (let from = 0; from < this.#bytes.length;) {
      const to = chunkEnd(this.#bytes, from);
      const chunk = decoder.decode(this.#bytes.subarray(from, to), { stream: true });
      from = to;
      if (this.#rest) this.#rest.write(chunk);
      else if (!plain.take(chunk)) this.#parseRest(plain, events);
    }
    const end = decoder.decode();
    if (!this.#rest && plain.isComplete && end === '') return;
    (this.#rest ?? this.#parseRest(plain, events)).close(end);
  }

  #parseRest(plain: PlainTags, events: ElementEvents): ParsedRest {
    const { text, offset } = plain.rest;
    this.#rest = new ParsedRest(this.#part, offset, events, () => this.line);
    if (plain.hadRoot) this.#rest.skip(events.names);
    this.#rest.write(text);
    return this.#rest;
  }
}

/**
 * Where the chunk that begins there ends: behind its last tag, so that nothing of it is to be joined to the next. Any
 * other place would do as well, as it does where no tag ends within reach, and in UTF-16, whose signs have two bytes.
 */
function chunkEnd(bytes: Uint8Array, from: number): number {
  const to = from + CHUNK_BYTES;
  const behindTag = bytes.lastIndexOf(TAG_END, to - 1) + 1;
  return behindTag > from ? behindTag : to;
}

/** What a parser says of a part from somewhere on. */
class ParsedRest {
  /** Characters of the part before it. */
  readonly offset: number;
  readonly #part: string;
  readonly #partLine: () => number;
  // The parser's own namespaces cost a tenth of all reading; hardly a tag has anything to do with them.
  readonly #parser = new SaxesParser({ xmlns: false, position: false });
  #isSkipped = false;
  #skipped = 0;
  #events = 0;
  #eventsBefore = 0;
  #charactersWithoutEvent = 0;

  constructor(part: string, offset: number, events: ElementEvents, line: () => number) {
    this.offset = offset;
    this.#part = part;
    this.#partLine = line;
    let hasQualified = false;
    const parser = this.#parser;
    parser.on('doctype', () => {
      throw readError('xml-doctype', { part, line: line() });
    });
    parser.on('attribute', ({ name }) => {
      if (isQualified(name)) hasQualified = true;
    });
    parser.on('opentag', ({ name, attributes }) => {
      if (this.#isSkipped) return;
      this.#events += 1;
      const isNameOfOthers = hasQualified;
      hasQualified = false;
      events.open(name, attributes, isNameOfOthers);
    });
    parser.on('closetag', () => {
      if (this.#isSkipped) return;
      this.#events += 1;
      events.close();
    });
    const text = (piece: string) => {
      if (!this.#isSkipped) events.text(piece);
    };
    parser.on('text', text);
    parser.on('cdata', text);
  }

  /** Lines from where it begins, the one in which it begins as the first. */
  get line(): number {
    return this.#parser.line;
  }

  /** Characters from where it begins. */
  get parsed(): number {
    return this.#parser.position - this.#skipped;
  }

  /** Tells the parser which elements are open; none for behind the root. */
  skip(names: readonly string[]): void {
    this.#isSkipped = true;
    const tags = names.length === 0 ? '<a/>' : names.map((name) => `<${name}>`).join('');
    this.#skipped = tags.length;
    this.#parser.write(tags);
    this.#isSkipped = false;
  }

  write(chunk: string): void {
    this.#parser.write(chunk);
    // The parser collects a text or attribute until its end; without this it would collect gigabytes.
    const isStill = this.#events === this.#eventsBefore;
    this.#charactersWithoutEvent = isStill ? this.#charactersWithoutEvent + chunk.length : 0;
    this.#eventsBefore = this.#events;
    if (this.#charactersWithoutEvent > RUN_LIMIT)
      throw readError('xml-run-too-long', { part: this.#part, line: this.#partLine(), limit: RUN_LIMIT });
  }

  close(last: string): void {
    this.#parser.write(last);
    this.#parser.close();
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
