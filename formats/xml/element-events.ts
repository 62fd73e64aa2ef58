import { readError } from '../read-error.ts';
import {
  assertDistinct,
  elementName,
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

/** Deeper than anything a spreadsheet program writes (drawings in groups reach about thirty). */
const DEPTH_LIMIT = 128;

/** Tells handlers of the elements of a part, whoever takes its tags apart. */
export class ElementEvents {
  readonly #part: string;
  readonly #handler: XmlHandlers;
  readonly #line: () => number;
  readonly #opened: XmlElement[] = [];
  /** Names of the open elements as written, from the root on. */
  readonly names: string[] = [];

  /** @param line where the scan stands, for messages */
  constructor(part: string, handler: XmlHandlers, line: () => number) {
    this.#part = part;
    this.#handler = handler;
    this.#line = line;
  }

  /**
   * A tag that opens an element.
   * @param isQualified whether one of its attributes has a prefix or declares one
   * @throws Error where a prefix is not what XML allows
   */
  open(name: string, attributes: XmlElement['attributes'], isQualified: boolean): void {
    const depth = this.names.push(name);
    if (depth > DEPTH_LIMIT) {
      throw readError('xml-too-deep', { part: this.#part, line: this.#line(), limit: DEPTH_LIMIT });
    }
    let prefixes = this.#opened.at(-1)?.prefixes ?? NO_PREFIXES;
    if (isQualified) {
      prefixes = prefixesWithin(attributes, prefixes);
      assertDistinct(attributes, prefixes);
    }
    const { local, uri } = elementName(name, prefixes);
    const element = { local, uri, attributes, prefixes };
    this.#opened.push(element);
    this.#handler.open?.(element, depth);
  }

  text(piece: string): void {
    this.#handler.text?.(piece, this.names.length);
  }

  close(): void {
    const element = this.#opened.pop();
    if (element !== undefined) this.#handler.close?.(element, this.names.length);
    this.names.pop();
  }
}
