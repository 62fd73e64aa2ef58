/** What an element says of itself, by the names as written; made without a prototype: nothing is found in it by chance. */
export type Attributes = Record<string, string>;

/** What is found, in document order. */
export interface TokenHandlers {
  /** @param isQualified whether a name among the attributes says or needs more than the name alone */
  open(name: string, attributes: Attributes, isQualified: boolean): void;
  text(text: string): void;
  close(): void;
}

const LESS = 0x3c;
const GREATER = 0x3e;
const SLASH = 0x2f;
const EQUALS = 0x3d;
const QUOTE = 0x22;
const APOSTROPHE = 0x27;
const AMPERSAND = 0x26;
const COLON = 0x3a;
const SPACE = 0x20;

/** More than programs write on one element; looking for one that stands there twice takes no time with so few. */
const MOST_ATTRIBUTES = 48;

/** What has come of one token is read again with every piece: one that does not end takes ever longer. */
const LONGEST = 256 * 1024;

/** Characters that XML does not allow; halves of characters do not come out of a decoder. */
// eslint-disable-next-line no-control-regex
const IMPOSSIBLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/u;
const DECLARATION =
  /^<\?xml version=(["'])1\.[0]\1(?: encoding=(["'])utf-8\2)?(?: standalone=(["'])(?:yes|no)\3)? ?\?>/iu;
const NOT_BLANK = /[^ \t\r\n]/u;

const NAME_STARTS = asciiTable(/[A-Za-z_]/u);
const NAMES = asciiTable(/[\w.:-]/u);
const BLANKS = asciiTable(/[ \t\r\n]/u);

function asciiTable(pattern: RegExp): readonly boolean[] {
  return Array.from({ length: 128 }, (_, code) => pattern.test(String.fromCharCode(code)));
}

/** What became of a token: read; not whole yet; or nothing that is read here. */
type Outcome = 'read' | 'more' | 'other';

/** An object for attributes, quicker to fill than one from `Object.create(null)`. */
const AttributesObject = function () {
  // Everything is added to it.
} as unknown as { new (): Attributes; prototype: object };
AttributesObject.prototype = Object.create(null) as object;

/**
 * Reads the XML that programs write nearly all the time: tags with names in ASCII, text, the entities that every
 * document knows. It takes less than half of what a parser takes that has to know all of XML. Whatever else comes, well formed or
 * not, it leaves where it is, and says what is open there, for a parser to go on with.
 */
export class PlainTokens {
  readonly #on: TokenHandlers;
  readonly #open: string[] = [];
  #hadRoot = false;
  #text = '';
  #at = 0;
  /** Text of it may have to be changed or refused. */
  #isUnusual = false;
  /** Characters and lines of what was dropped before {@link #text}. */
  #offset = 0;
  #lines = 0;

  constructor(on: TokenHandlers) {
    this.#on = on;
  }

  /** 1-based. */
  get line(): number {
    return 1 + this.#lines + linesIn(this.#text.slice(0, this.#at));
  }

  /** Characters read, up to the end of the last token. */
  get offset(): number {
    return this.#offset + this.#at;
  }

  /** Whether the document may end here. */
  get isWhole(): boolean {
    return this.#hadRoot && this.#open.length === 0 && !NOT_BLANK.test(this.rest);
  }

  /** What has come and is not read. */
  get rest(): string {
    return this.#text.slice(this.#at);
  }

  /** The elements around what is not read, as a parser has to be told of them. */
  get around(): string {
    if (this.offset === 0) return '';
    const isBehindRoot = this.#hadRoot && this.#open.length === 0;
    // Behind anything, a blank too, no declaration may come.
    return isBehindRoot ? '<a/>' : ` ${this.#open.map((name) => `<${name}>`).join('')}`;
  }

  /**
   * Takes in the next piece of the document and reads on.
   * @returns false where something else comes than is read here
   */
  read(piece: string): boolean {
    const done = this.#text.slice(0, this.#at);
    this.#lines += linesIn(done);
    this.#offset += done.length;
    this.#text = this.#text.slice(this.#at) + piece;
    this.#at = 0;
    this.#isUnusual = this.#text.includes('\r') || this.#text.includes(']]>');
    if (IMPOSSIBLE.test(piece) || this.#text.length > LONGEST) return false;
    let outcome: Outcome = 'read';
    while (outcome === 'read') outcome = this.#token();
    return outcome === 'more';
  }

  #token(): Outcome {
    const [text, at] = [this.#text, this.#at];
    const first = text.charCodeAt(at);
    if (first !== LESS) return this.#content();
    const second = text.charCodeAt(at + 1);
    if (second === SLASH) return this.#closingTag();
    if (NAME_STARTS[second] === true) return this.#openingTag();
    return at + 1 < text.length ? this.#declaration() : 'more';
  }

  #declaration(): Outcome {
    const [declaration] = (this.offset === 0 ? DECLARATION.exec(this.#text) : null) ?? [];
    if (declaration === undefined) return 'other';
    this.#at += declaration.length;
    return 'read';
  }

  /** Text up to the next tag. */
  #content(): Outcome {
    const [text, at] = [this.#text, this.#at];
    const end = text.indexOf('<', at);
    if (end === -1) return 'more';
    const written = text.slice(at, end);
    if (this.#open.length === 0) {
      if (NOT_BLANK.test(written)) return 'other';
      this.#at = end;
      return 'read';
    }
    if (this.#isUnusual && written.includes(']]>')) return 'other';
    const lines = this.#isUnusual ? written.replaceAll(/\r\n?/gu, '\n') : written;
    const content = lines.includes('&') ? unescaped(lines) : lines;
    if (content === null) return 'other';
    this.#at = end;
    this.#on.text(content);
    return 'read';
  }

  #closingTag(): Outcome {
    const [text, at] = [this.#text, this.#at + 2];
    const name = this.#open.at(-1);
    if (name === undefined) return 'other';
    const end = at + name.length;
    if (end >= text.length) return 'more';
    if (text.charCodeAt(end) !== GREATER || !text.startsWith(name, at)) return 'other';
    this.#at = end + 1;
    this.#open.pop();
    this.#on.close();
    return 'read';
  }

  #openingTag(): Outcome {
    const text = this.#text;
    let at = this.#at + 1;
    const start = at;
    let code = text.charCodeAt(at);
    while (NAMES[code] === true) code = text.charCodeAt((at += 1));
    const name = text.slice(start, at);
    const attributes = new AttributesObject();
    let count = 0;
    let isQualified = false;
    for (;;) {
      const before = at;
      while (BLANKS[code] === true) code = text.charCodeAt((at += 1));
      if (code === GREATER || code === SLASH) break;
      if (at >= text.length) return 'more';
      if (before === at || NAME_STARTS[code] !== true) return 'other';
      const nameAt = at;
      let hasColon = false;
      while (NAMES[code] === true) {
        hasColon ||= code === COLON;
        code = text.charCodeAt((at += 1));
      }
      const attribute = text.slice(nameAt, at);
      const quote = text.charCodeAt(at + 1);
      if (at + 1 >= text.length) return 'more';
      if (code !== EQUALS || (quote !== QUOTE && quote !== APOSTROPHE)) return 'other';
      at += 2;
      const valueAt = at;
      let hasEntity = false;
      for (code = text.charCodeAt(at); code !== quote; code = text.charCodeAt((at += 1))) {
        if (at >= text.length) return 'more';
        // A line or a tab in a value is a blank.
        if (code === LESS || code < SPACE) return 'other';
        hasEntity ||= code === AMPERSAND;
      }
      const written = text.slice(valueAt, at);
      const value = hasEntity ? unescaped(written) : written;
      count += 1;
      if (value === null || count > MOST_ATTRIBUTES || attributes[attribute] !== undefined) return 'other';
      attributes[attribute] = value;
      isQualified ||= hasColon || attribute === 'xmlns';
      code = text.charCodeAt((at += 1));
    }
    const closes = code === SLASH;
    if (closes) at += 1;
    if (at >= text.length) return 'more';
    if (text.charCodeAt(at) !== GREATER || (this.#hadRoot && this.#open.length === 0)) return 'other';
    this.#hadRoot = true;
    this.#at = at + 1;
    if (!closes) this.#open.push(name);
    this.#on.open(name, attributes, isQualified);
    if (closes) this.#on.close();
    return 'read';
  }
}

const ENTITIES: readonly (readonly [written: string, character: string])[] = [
  ['quot;', '"'],
  ['lt;', '<'],
  ['gt;', '>'],
  ['amp;', '&'],
  ['apos;', "'"],
];
const NUMBERED = /#(?:(\d{1,7})|x([\dA-Fa-f]{1,6}));/uy;

/** A text with its references resolved; null where one is none that every document knows. */
function unescaped(text: string): string | null {
  // Joined, not added: sums of many short texts stay trees until somebody compares them.
  const pieces: string[] = [];
  let from = 0;
  for (let at = text.indexOf('&'); at !== -1; at = text.indexOf('&', from)) {
    const name = at + 1;
    const known = ENTITIES.find(([written]) => text.startsWith(written, name));
    const [length, character] = known ? [known[0].length, known[1]] : numbered(text, name);
    if (character === undefined) return null;
    if (at > from) pieces.push(text.slice(from, at));
    pieces.push(character);
    from = name + length;
  }
  pieces.push(text.slice(from));
  return pieces.join('');
}

/** Length and character of a reference by number. */
function numbered(text: string, at: number): [length: number, character: string | undefined] {
  NUMBERED.lastIndex = at;
  const [whole = '', decimal, hexadecimal = ''] = NUMBERED.exec(text) ?? [];
  return [
    whole.length,
    characterOf(decimal === undefined ? Number.parseInt(hexadecimal, 16) : Number(decimal)),
  ];
}

/** The character of a number, where XML has it. */
function characterOf(code: number): string | undefined {
  if (!(code >= 0 && code <= 0x10ffff)) return undefined;
  const isHalf = code >= 0xd800 && code <= 0xdfff;
  const character = String.fromCodePoint(code);
  return isHalf || IMPOSSIBLE.test(character) ? undefined : character;
}

/** How many lines end in a text. */
function linesIn(text: string): number {
  let lines = 0;
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) lines += 1;
  if (!text.includes('\r')) return lines;
  return lines + (text.match(/\r(?!\n)/gu)?.length ?? 0);
}
