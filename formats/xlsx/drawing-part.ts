import { cellAddress, SHEET_COLUMNS, SHEET_ROWS } from '../../core/sheet/address.ts';
import { readError } from '../read-error.ts';
import { scanXml, type XmlElement } from '../xml/scan.ts';
import { COMPATIBILITY, DRAWING, SHEET_DRAWING } from './namespaces.ts';
import type { ReadBudget } from './read-budget.ts';

/** Something drawn on a sheet. */
export interface Drawn {
  /** Cell under its upper left corner; A1 where it is not tied to one. */
  cell: string;
  /** Paragraphs in lines of their own; '' for a picture, or a shape without words. */
  text: string;
}

/** Digits of any row or column number. */
const PLACE_LENGTH = 7;
const ANCHORS: ReadonlySet<string> = new Set(['twoCellAnchor', 'oneCellAnchor', 'absoluteAnchor']);
const SHAPES: ReadonlySet<string> = new Set(['sp', 'pic', 'cxnSp']);

/** Where a piece of text goes. */
type Target = 'row' | 'col' | 'words';

/**
 * Reads the pictures and shapes of a drawing part, those in groups one by one. Charts are left out.
 * @param textLength characters the words of a shape may have
 * @throws WorkbookReadError
 */
export function readDrawingPart(
  bytes: Uint8Array,
  part: string,
  textLength: number,
  budget: ReadBudget,
): Drawn[] {
  const reader = new DrawingReader(textLength, budget);
  scanXml(bytes, part, () => ({
    open: (element, depth) => reader.open(element, depth),
    text: (piece) => reader.text(piece),
    close: (_, depth) => reader.close(depth),
  }));
  return reader.drawn;
}

class DrawingReader {
  readonly drawn: Drawn[] = [];
  readonly #textLength: number;
  readonly #budget: ReadBudget;

  #place = { row: '', col: '' };
  #inCorner = false;
  #target: Target | null = null;
  /** The shape that is open. */
  #shape: { depth: number; text: string } | null = null;
  /** Depth of a form for older programs, which repeats what newer ones read. */
  #passedOver: number | null = null;

  constructor(textLength: number, budget: ReadBudget) {
    this.#textLength = textLength;
    this.#budget = budget;
  }

  open(element: XmlElement, depth: number): void {
    if (this.#passedOver !== null) return;
    if (COMPATIBILITY.has(element.uri) && element.local === 'Fallback') {
      this.#passedOver = depth;
    } else if (this.#shape !== null) {
      this.#openWords(element, this.#shape);
    } else if (SHEET_DRAWING.has(element.uri)) {
      this.#openPlaced(element.local, depth);
    }
  }

  text(piece: string): void {
    if (this.#target === 'words') {
      if (this.#shape !== null) this.#add(this.#shape, piece);
    } else if (this.#target !== null) {
      this.#place[this.#target] = (this.#place[this.#target] + piece).slice(0, PLACE_LENGTH);
    }
  }

  close(depth: number): void {
    this.#target = null;
    if (this.#passedOver !== null) {
      if (depth === this.#passedOver) this.#passedOver = null;
    } else if (this.#shape?.depth === depth) {
      this.#budget.countEntries();
      this.drawn.push({ cell: this.#cell(), text: this.#shape.text.trim() });
      this.#shape = null;
    }
  }

  #openPlaced(local: string, depth: number): void {
    if (SHAPES.has(local)) this.#shape = { depth, text: '' };
    else if (ANCHORS.has(local)) this.#place = { row: '', col: '' };
    else if (local === 'from' || local === 'to') this.#inCorner = local === 'from';
    else if (this.#inCorner && (local === 'row' || local === 'col')) this.#target = local;
  }

  #openWords({ local, uri }: XmlElement, shape: { text: string }): void {
    if (!DRAWING.has(uri)) return;
    if (local === 't') this.#target = 'words';
    else if (local === 'p' || local === 'br') this.#add(shape, '\n');
  }

  /** @throws WorkbookReadError when the words grow too long */
  #add(shape: { text: string }, piece: string): void {
    shape.text += piece;
    if (shape.text.length > this.#textLength) throw readError('text-too-long', { limit: this.#textLength });
  }

  /** Rows and columns of a drawing count from 0. */
  #cell(): string {
    const row = this.#place.row === '' ? Number.NaN : Number(this.#place.row) + 1;
    const column = this.#place.col === '' ? Number.NaN : Number(this.#place.col) + 1;
    const isPlace = isWithin(row, SHEET_ROWS) && isWithin(column, SHEET_COLUMNS);
    return isPlace ? cellAddress(row, column) : 'A1';
  }
}

function isWithin(place: number, last: number): boolean {
  return Number.isInteger(place) && place >= 1 && place <= last;
}
