import type { WorkbookReadError } from '../read-error.ts';
import type { XmlElement } from '../xml/scan.ts';
import { raised } from '../letters/raised.ts';
import { struckOut } from '../letters/struck.ts';
import { ESCAPE_LENGTH, unescapeText } from './escaped-text.ts';
import { isTrue } from './flag.ts';
import { SPREADSHEET } from './namespaces.ts';

/**
 * Collects the text of a string item (`si`, `is`): its own text or that of its formatted runs, joined;
 * phonetic guides (`rPh`) are left out. A raised digit and a struck run keep their look, in characters: "450" with a
 * raised 1 behind it is "450¹", not 4501, and "450" struck out before "460" is not 450460. White space is kept whether or not `xml:space` asks for it, as
 * LibreOffice and Gnumeric do: dropping a character is the worse mistake.
 */
export class RichText {
  readonly #limit: number;
  readonly #tooLong: () => WorkbookReadError;
  #text = '';
  #piece = '';
  #inRun = false;
  #inText = false;
  #isRaised = false;
  #isStruck = false;

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
    if (depth === 1) {
      this.#inRun = local === 'r';
      this.#isRaised = false;
      this.#isStruck = false;
    } else if (depth === 3 && this.#inRun) {
      if (local === 'vertAlign') this.#isRaised = element.attributes.val === 'superscript';
      if (local === 'strike') this.#isStruck = isTrue(element.attributes.val ?? 'true');
    }
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
    const text = unescapeText(this.#piece);
    const shown = this.#isRaised ? raised(text) : text;
    this.#text += this.#isStruck ? struckOut(shown) : shown;
    this.#piece = '';
    this.#inText = false;
    if (this.#text.length > this.#limit) throw this.#tooLong();
  }
}
