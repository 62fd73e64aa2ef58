import { remembered } from '../../core/base/remembered.ts';
import type { ElementEvents, XmlElement } from './element-events.ts';
import { isQualified } from './namespaces.ts';

/** How parts begin; a byte order mark is no longer there. */
const DECLARATION =
  /<\?xml version=(["'])1\.0\1(?: encoding=(["'])(?:UTF-8|utf-8)\2)?(?: standalone=(["'])(?:yes|no)\3)? *\?>[ \t\r\n]*/uy;
/** What XML does not allow, and line ends that it has read as others. */
const UNUSUAL_CHARACTER = /[^\t\n\x20-\ufffd\u{10000}-\u{10ffff}]/u;
/** Those of formulas first. */
const ENTITIES = [
  ['quot', '"'],
  ['lt', '<'],
  ['gt', '>'],
  ['amp', '&'],
  ['apos', "'"],
] as const;
/** A text or tag that is longer is not waited for. */
const LONGEST_TOKEN = 1024 * 1024;

const [TAB, NEWLINE, SPACE] = [0x09, 0x0a, 0x20];
const [QUOTE, APOSTROPHE, SLASH, EQUALS] = [0x22, 0x27, 0x2f, 0x3d];

/** Without anything that every object has. By a constructor: an object without prototype is a table, which is larger. */
const Attributes = function Attributes() {} as unknown as new () => Record<string, string>;
Attributes.prototype = Object.create(null) as object;
const NO_ATTRIBUTES = Object.freeze(new Attributes());

/**
 * Takes apart the plain XML of which nearly all parts of a workbook consist: tags, texts, and the characters that must
 * be written as entities. It knows nothing else and refuses nothing: at the first token that is anything else, right or
 * wrong, it stops in front of it, for the parser to go on from there.
 */
export class PlainTags {
  readonly #events: ElementEvents;
  #buffer = '';
  /** First character of the buffer that is not taken apart. */
  #at = 0;
  /** Of the buffer, within the part. */
  #start = 0;
  /** Behind the tag reported, or behind where the tag after the text reported begins. */
  #reported = 0;
  #isAtBegin = true;
  #hadRoot = false;

  constructor(events: ElementEvents) {
    this.#events = events;
  }

  /** Characters of the part up to the end of the tag reported. */
  get offset(): number {
    return this.#start + this.#reported;
  }

  /** What was given and not taken apart, and where in the part it begins. */
  get rest(): { text: string; offset: number } {
    const from = this.#hadRoot ? this.#at : 0;
    return { text: this.#buffer.slice(from), offset: this.#start + from };
  }

  get hadRoot(): boolean {
    return this.#hadRoot;
  }

  /** Whether the part ends well with what was given. */
  get isComplete(): boolean {
    return this.#hadRoot && this.#events.names.length === 0 && isBlank(this.#buffer, this.#at);
  }

  /**
   * Takes apart what comes next.
   * @returns whether it went on to the last tag that ends in what was given
   */
  take(chunk: string): boolean {
    this.#start += this.#at;
    this.#buffer = this.#at < this.#buffer.length ? this.#buffer.slice(this.#at) + chunk : chunk;
    this.#at = 0;
    if (this.#isAtBegin) {
      this.#isAtBegin = false;
      DECLARATION.lastIndex = 0;
      if (DECLARATION.test(chunk)) this.#at = DECLARATION.lastIndex;
      if (UNUSUAL_CHARACTER.test(chunk.slice(this.#at))) return false;
    } else if (UNUSUAL_CHARACTER.test(chunk)) return false;
    if (this.#buffer.includes(']]>')) return false;
    return this.#takeTokens() && this.#buffer.length - this.#at <= LONGEST_TOKEN;
  }

  #takeTokens(): boolean {
    const buffer = this.#buffer;
    let tag = buffer.indexOf('<', this.#at);
    while (tag >= 0) {
      const end = buffer.indexOf('>', tag);
      if (end < 0) return true;
      const next = buffer.indexOf('<', tag + 1);
      if (next >= 0 && next < end) return false;
      this.#reported = tag + 1;
      if (tag > this.#at && !this.#text(tag)) return false;
      this.#at = tag;
      this.#reported = end + 1;
      const isTaken = buffer.charCodeAt(tag + 1) === SLASH ? this.#close(tag, end) : this.#open(tag, end);
      if (!isTaken) return false;
      this.#at = end + 1;
      tag = next;
    }
    return true;
  }

  /** The text up to the next tag. */
  #text(end: number): boolean {
    if (this.#events.names.length === 0) return isBlank(this.#buffer.slice(0, end), this.#at);
    const text = plainText(this.#buffer.slice(this.#at, end));
    if (text === null) return false;
    this.#events.text(text);
    return true;
  }

  #close(tag: number, end: number): boolean {
    const { names } = this.#events;
    const name = names.at(-1);
    if (name === undefined || end - tag - 2 !== name.length || !this.#buffer.startsWith(name, tag + 2))
      return false;
    this.#events.close();
    return true;
  }

  #open(tag: number, end: number): boolean {
    const buffer = this.#buffer;
    // A second root is for the parser to refuse.
    if (this.#hadRoot && this.#events.names.length === 0) return false;
    const isEmpty = buffer.charCodeAt(end - 1) === SLASH;
    const last = isEmpty ? end - 1 : end;
    let at = nameEnd(buffer, tag + 1);
    if (at === tag + 1 || at > last) return false;
    const name = buffer.slice(tag + 1, at);
    let attributes: XmlElement['attributes'] = NO_ATTRIBUTES;
    let qualified = false;
    while (at < last) {
      const from = spaceEnd(buffer, at);
      if (from === last) break;
      const equals = nameEnd(buffer, from);
      if (from === at || equals === from || buffer.charCodeAt(equals) !== EQUALS) return false;
      const quote = buffer.charCodeAt(equals + 1);
      if (quote !== QUOTE && quote !== APOSTROPHE) return false;
      const close = valueEnd(buffer, equals + 2, last, quote);
      const value = close === null ? null : plainText(buffer.slice(equals + 2, close));
      if (close === null || value === null) return false;
      const key = buffer.slice(from, equals);
      if (attributes === NO_ATTRIBUTES) attributes = new Attributes();
      if (attributes[key] !== undefined) return false;
      (attributes as Record<string, string>)[key] = value;
      qualified ||= isQualified(key);
      at = close + 1;
    }
    this.#hadRoot = true;
    this.#events.open(name, attributes, qualified);
    if (isEmpty) this.#events.close();
    return true;
  }
}

/** Where the plain name that begins there ends; there itself where none begins. */
function nameEnd(text: string, from: number): number {
  let at = from;
  for (; ; at += 1) {
    const code = text.charCodeAt(at);
    const isLetter = (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a) || code === 0x5f;
    // Hyphen, dot, digits, colon: not where a name begins.
    const isOther = code === 0x2d || code === 0x2e || (code >= 0x30 && code <= 0x3a);
    if (!isLetter && !(isOther && at > from)) return at;
  }
}

function spaceEnd(text: string, from: number): number {
  let at = from;
  for (; ; at += 1) {
    const code = text.charCodeAt(at);
    if (code !== SPACE && code !== NEWLINE && code !== TAB) return at;
  }
}

/** Where the value ends that has no line ends, which would be read as spaces; null where it does not end within the tag. */
function valueEnd(text: string, from: number, last: number, quote: number): number | null {
  for (let at = from; at < last; at += 1) {
    const code = text.charCodeAt(at);
    if (code === quote) return at;
    if (code === NEWLINE || code === TAB) return null;
  }
  return null;
}

function isBlank(text: string, from: number): boolean {
  return spaceEnd(text, from) === text.length;
}

/** A text with its entities resolved; null where it has another than the five that all XML knows. */
function plainText(text: string): string | null {
  if (!text.includes('&')) return text;
  return text.length > LONGEST_KEPT ? resolved(text) : known(text);
}

/** As many as the formulas of a few workbooks have: returns of a round share theirs. */
const KEPT_CHARACTERS = 4_000_000;
const LONGEST_KEPT = 8_192;
const known = remembered(resolved, KEPT_CHARACTERS);

function resolved(text: string): string | null {
  let at = text.indexOf('&');
  let plain = '';
  let from = 0;
  for (; at >= 0; at = text.indexOf('&', from)) {
    const end = text.indexOf(';', at);
    const character = characterOf(text, at + 1, end);
    if (character === null) return null;
    plain += from === at ? character : text.slice(from, at) + character;
    from = end + 1;
  }
  return from === text.length ? plain : plain + text.slice(from);
}

/** The character of an entity whose name stands there. */
function characterOf(text: string, from: number, end: number): string | null {
  for (const [name, character] of ENTITIES)
    if (end - from === name.length && text.startsWith(name, from)) return character;
  return null;
}
