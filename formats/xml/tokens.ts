import { SaxesParser } from 'saxes';
import { readError } from '../read-error.ts';
import { isQualified } from './namespaces.ts';
import { PlainTokens, type TokenHandlers } from './plain-tokens.ts';

/** The tokens of a part: {@link PlainTokens} as far as these go, and a parser of all XML from there on. */
export class Tokens {
  readonly #part: string;
  readonly #on: TokenHandlers;
  readonly #plain: PlainTokens;
  #parser: ParserFrom | null = null;

  constructor(part: string, on: TokenHandlers) {
    this.#part = part;
    this.#on = on;
    this.#plain = new PlainTokens(on);
  }

  get line(): number {
    return (this.#parser ?? this.#plain).line;
  }

  get offset(): number {
    return (this.#parser ?? this.#plain).offset;
  }

  /** @throws Error for anything that is not plain well-formed XML */
  read(piece: string): void {
    if (this.#parser !== null) this.#parser.write(piece);
    else if (!this.#plain.read(piece)) this.#goOn();
  }

  /** Call when all has come. @throws Error where something is missing */
  end(): void {
    // The parser says what is missing, and where.
    if (this.#parser === null && !this.#plain.isWhole) this.#goOn();
    this.#parser?.end();
  }

  #goOn(): void {
    this.#parser = new ParserFrom(this.#plain, this.#part, this.#on);
    this.#parser.write(this.#plain.rest);
  }
}

/** A parser that goes on in the middle of a document. */
class ParserFrom {
  // Its own namespaces cost a tenth of all reading; hardly a tag has anything to do with them.
  readonly #parser = new SaxesParser({ xmlns: false, position: false });
  readonly #line: number;
  readonly #offset: number;

  constructor({ line, offset, around }: PlainTokens, part: string, on: TokenHandlers) {
    const parser = this.#parser;
    parser.write(around);
    this.#line = line - parser.line;
    this.#offset = offset - parser.position;
    let isWithNamespaces = false;
    parser.on('doctype', () => {
      throw readError('xml-doctype', { part, line: this.line });
    });
    parser.on('attribute', ({ name }) => {
      if (isQualified(name)) isWithNamespaces = true;
    });
    parser.on('opentag', ({ name, attributes }) => {
      on.open(name, attributes, isWithNamespaces);
      isWithNamespaces = false;
    });
    parser.on('closetag', () => {
      on.close();
    });
    const text = (piece: string) => {
      on.text(piece);
    };
    parser.on('text', text);
    parser.on('cdata', text);
  }

  get line(): number {
    return this.#line + this.#parser.line;
  }

  get offset(): number {
    return this.#offset + this.#parser.position;
  }

  write(piece: string): void {
    this.#parser.write(piece);
  }

  end(): void {
    this.#parser.close();
  }
}
