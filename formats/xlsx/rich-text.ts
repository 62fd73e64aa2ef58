import type { WorkbookReadError } from '../read-error.ts';
import type { XmlElement } from '../xml/scan.ts';
import { ESCAPE_LENGTH, unescapeText } from './escaped-text.ts';
import { SPREADSHEET } from './namespaces.ts';

/**
 * Collects the text of a string item (`si`, `is`): its own text or that of its formatted runs, joined;
 * phonetic guides (`rPh`) are left out. White space is kept whether or not `xml:space` asks for it, as
 * LibreOffice and Gnumeric do: dropping a character is the worse mistake.
 */
export class RichText {
  readonly #limit: number;
  readonly #tooLong: () => WorkbookReadError;
  #text = '';
  #piece = '';
  #inRun = false;
  #inText = false;

  /**
   * @param limit characters a text may have
   * @param tooLong makes the error for a longer one; it knows where the text stands
   */
  constructor(limit: number, tooLong: () => WorkbookReadError) {
    this.#limit = limit;
    this.#tooLong = tooLong;
  }

  /** Starts the next string item. */
  clear(): void {
    this.#text = '';
    this.#piece = '';
    this.#inRun = false;
    this.#inText = false;
  }

  get text(): string {
    return this.#text;
  }

  /** @param depth 1 for a child of the string item, 2 for its child. */
  open(element: XmlElement, depth: number): void {
    const { local } = element;
    if (depth === 1) this.#inRun = local === 'r';
    this.#inText =
      local === 't' && SPREADSHEET.has(element.uri) && (depth === 1 || (depth === 2 && this.#inRun));
  }

  /** @throws WorkbookReadError when the text grows too long */
  add(piece: string): void {
    if (!this.#inText) return;
    this.#piece += piece;
    if (this.#piece.length > this.#limit * ESCAPE_LENGTH) throw this.#tooLong();
  }

  /** @throws WorkbookReadError when the text has grown too long */
  close(): void {
    if (!this.#inText) return;
    this.#text += unescapeText(this.#piece);
    this.#piece = '';
    this.#inText = false;
    if (this.#text.length > this.#limit) throw this.#tooLong();
  }
}
