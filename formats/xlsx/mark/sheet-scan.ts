import { parseAddress } from '../../../core/sheet/address.ts';
import { documentText, type DocumentText } from '../../xml/document-text.ts';
import { prefixOf, tagEndingAt } from '../../xml/elements.ts';
import type { Span } from '../../xml/patch.ts';
import { attribute, attributeIn, scanXml, type XmlElement } from '../../xml/scan.ts';
import { isTrue } from '../flag.ts';
import { EXCEL_2010, OFFICE_RELATIONSHIPS, SPREADSHEET } from '../namespaces.ts';

/** A cell of interest. */
export interface ScannedCell {
  row: number;
  column: number;
  /** Format, attribute `s`; 0 when it has none. */
  format: number;
  tag: Span;
}

/** A row of interest with the places of all its cells, in file order. */
export interface ScannedRow {
  tag: Span;
  /** The closing tag; the same as `tag` when the row closes itself. */
  closing: Span;
  /** Format of the row's empty cells; null when it has none of its own. */
  format: number | null;
  columns: number[];
  starts: number[];
}

/** Where things stand in the XML of a worksheet. */
export interface ScannedSheet {
  document: DocumentText;
  strict: boolean;
  /** Prefix of the elements with its colon, '' without one. */
  prefix: string;
  root: { tag: Span; closing: Span };
  data: { tag: Span; closing: Span } | null;
  /** All rows in file order: numbers and where they start. */
  rowNumbers: number[];
  rowStarts: number[];
  /** Rows that were asked for, those that exist. */
  rows: Map<number, ScannedRow>;
  cells: ScannedCell[];
  columnFormats: { first: number; last: number; format: number }[];
  /** Children of the root, in file order. */
  children: SheetChild[];
  legacyDrawing: { span: Span; relationship: string } | null;
  /** Rules of conditional formats, those of the 2010 extension too. */
  rules: { tag: Span; priority: number; formula: string; parent: SheetChild | undefined }[];
}

/** A child of the root. */
export interface SheetChild {
  local: string;
  /** Of the namespace of spreadsheets. */
  main: boolean;
  /** All of it, when the scan has ended. */
  span: Span;
}

/**
 * Finds the places in a worksheet that marking needs to know.
 * @param rows the numbers of the rows whose cells are wanted for insertion
 * @param wanted which cells to note; called with every cell's place and format
 * @throws WorkbookReadError for anything that is not plain well-formed XML
 */
export function scanSheet(
  bytes: Uint8Array,
  part: string,
  rows: ReadonlySet<number>,
  wanted: (row: number, column: number, format: number) => boolean,
): ScannedSheet {
  const document = documentText(bytes);
  const scanner = new SheetScanner(document, rows, wanted);
  scanXml(bytes, part, (position) => ({
    open: (element, depth) => scanner.open(element, depth, position.offset),
    text: (piece) => scanner.text(piece),
    close: (element, depth) => scanner.close(element, depth, position.offset),
  }));
  return scanner.sheet;
}

const NOWHERE: Span = { from: 0, to: 0 };

class SheetScanner {
  readonly sheet: ScannedSheet;
  readonly #rows: ReadonlySet<number>;
  readonly #wanted: (row: number, column: number, format: number) => boolean;
  #child = '';
  #row = 0;
  #column = 0;
  #openRow: ScannedRow | null = null;
  #inFormula = false;

  constructor(
    document: DocumentText,
    rows: ReadonlySet<number>,
    wanted: (row: number, column: number, format: number) => boolean,
  ) {
    this.#rows = rows;
    this.#wanted = wanted;
    this.sheet = {
      document,
      strict: false,
      prefix: '',
      root: { tag: NOWHERE, closing: NOWHERE },
      data: null,
      rowNumbers: [],
      rowStarts: [],
      rows: new Map(),
      cells: [],
      columnFormats: [],
      children: [],
      legacyDrawing: null,
      rules: [],
    };
  }

  open(element: XmlElement, depth: number, offset: number): void {
    const { sheet } = this;
    const main = SPREADSHEET.has(element.uri);
    if (this.#child === 'sheetData' && depth > 2) {
      if (depth === 3 && main && element.local === 'row') this.#startRow(element, offset);
      else if (depth === 4 && main && element.local === 'c' && this.#row > 0)
        this.#startCell(element, offset);
      return;
    }
    const tag = tagEndingAt(sheet.document.text, offset);
    if (depth === 1) {
      sheet.strict = element.uri.startsWith('http://purl.');
      sheet.prefix = prefixOf(sheet.document.text, tag);
      sheet.root.tag = tag;
    } else if (depth === 2) {
      this.#child = main ? element.local : '';
      sheet.children.push({ local: element.local, main, span: tag });
      if (this.#child === 'sheetData') sheet.data ??= { tag, closing: tag };
      else if (this.#child === 'legacyDrawing') {
        sheet.legacyDrawing = {
          span: tag,
          relationship: attributeIn(element, OFFICE_RELATIONSHIPS, 'id') ?? '',
        };
      }
    } else if (this.#child === 'cols' && main && element.local === 'col') {
      this.#addColumn(element);
    } else if (element.local === 'cfRule' && (main || EXCEL_2010.has(element.uri))) {
      const parent = sheet.children.at(-1);
      const priority = Number(attribute(element, 'priority') ?? 0);
      sheet.rules.push({ tag, priority, formula: '', parent });
    } else if (element.local === 'formula' && main) {
      this.#inFormula = this.#child === 'conditionalFormatting';
    }
  }

  text(piece: string): void {
    const rule = this.#inFormula ? this.sheet.rules.at(-1) : undefined;
    if (rule) rule.formula += piece;
  }

  close(element: XmlElement, depth: number, offset: number): void {
    const { sheet } = this;
    if (depth === 3 && this.#child === 'sheetData') {
      if (this.#openRow !== null) this.#openRow.closing = tagEndingAt(sheet.document.text, offset);
      this.#openRow = null;
      return;
    }
    if (element.local === 'formula') this.#inFormula = false;
    if (depth > 2) return;
    const closing = tagEndingAt(sheet.document.text, offset);
    if (depth === 1) {
      sheet.root.closing = closing;
      return;
    }
    const child = sheet.children.at(-1);
    if (child) child.span = { from: child.span.from, to: closing.to };
    if (this.#child === 'sheetData' && sheet.data !== null) sheet.data.closing = closing;
    if (this.#child === 'legacyDrawing' && sheet.legacyDrawing !== null) {
      sheet.legacyDrawing.span = { from: sheet.legacyDrawing.span.from, to: closing.to };
    }
    this.#child = '';
  }

  #startRow(element: XmlElement, offset: number): void {
    const { sheet } = this;
    const declared = attribute(element, 'r');
    this.#row = declared === undefined ? this.#row + 1 : Number(declared);
    this.#column = 0;
    const tag = tagEndingAt(sheet.document.text, offset);
    sheet.rowNumbers.push(this.#row);
    sheet.rowStarts.push(tag.from);
    if (!this.#rows.has(this.#row) || sheet.rows.has(this.#row)) return;
    const own = isTrue(attribute(element, 'customFormat')) ? attribute(element, 's') : undefined;
    const format = own === undefined ? null : Number(own);
    this.#openRow = { tag, closing: tag, format, columns: [], starts: [] };
    sheet.rows.set(this.#row, this.#openRow);
  }

  #startCell(element: XmlElement, offset: number): void {
    const declared = attribute(element, 'r');
    this.#column = declared === undefined ? this.#column + 1 : (parseAddress(declared)?.column ?? 0);
    const format = Number(attribute(element, 's') ?? 0);
    const isWanted = this.#wanted(this.#row, this.#column, format);
    if (this.#openRow === null && !isWanted) return;
    const tag = tagEndingAt(this.sheet.document.text, offset);
    this.#openRow?.columns.push(this.#column);
    this.#openRow?.starts.push(tag.from);
    if (isWanted) this.sheet.cells.push({ row: this.#row, column: this.#column, format, tag });
  }

  #addColumn(element: XmlElement): void {
    const [first, last, format] = ['min', 'max', 'style'].map((name) =>
      Number(attribute(element, name) ?? 0),
    );
    if (first && last && format) this.sheet.columnFormats.push({ first, last, format });
  }
}
