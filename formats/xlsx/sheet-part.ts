import { cellAddress, parseAddress, SHEET_COLUMNS, SHEET_ROWS } from '../../core/sheet/address.ts';
import { readError, WorkbookReadError } from '../read-error.ts';
import { attribute, scanXml, type XmlElement, type XmlHandlers, type XmlPosition } from '../xml/scan.ts';
import { applyShown } from './apply-shown.ts';
import { CellPlaces } from './cell-places.ts';
import { cellValue, isNumberText, namedTruth, type ValueContext } from './cell-value.ts';
import { FIRST_FORMAT, type CellFormats } from './cell-formats.ts';
import type { ReadCell } from './cells.ts';
import { ColumnWidths } from './column-widths.ts';
import type { SheetsByName } from './conditional-conditions.ts';
import { ConditionalRules } from './conditional-rules.ts';
import { ESCAPE_LENGTH } from './escaped-text.ts';
import { FormulaRanges, type StoredFormula } from './formula-ranges.ts';
import { SPREADSHEET } from './namespaces.ts';
import type { ReadBudget } from './read-budget.ts';
import { RichText } from './rich-text.ts';
import { showAs } from './shown-as.ts';
import { type BesideCells, SheetFactsReader } from './sheet-facts.ts';

/** What reading a sheet needs to know and to keep to. */
export interface SheetContext extends ValueContext {
  /** Name of the sheet, for messages. */
  sheet: string;
  formats: CellFormats;
  /** Characters of one cell's text. */
  textLength: number;
  /** Counts over all sheets. */
  budget: ReadBudget;
  /** Takes what can be told once all sheets are read. */
  later: (show: (sheets: SheetsByName) => void) => void;
  /**
   * Given when a damaged sheet is to be read as far as it goes: takes the failure at which reading stopped.
   * Cells that do not fit their type come out as the text that is stored, and both of two cells in one place.
   */
  onFailure?: (error: WorkbookReadError) => void;
}

/** A worksheet part as read. */
export interface SheetPart extends BesideCells {
  /** In file order, only those that hold something. */
  cells: ReadCell[];
}

const DATA_DEPTH = 2;
const ROW_DEPTH = 3;
const CELL_DEPTH = 4;
const CONTENT_DEPTH = 5;
const QUOTED_CHARACTERS = 60;

/**
 * Reads a worksheet part: the cells that hold a value or a formula, in file order, and what the sheet says
 * beside them. Rows and cells without an address of their own follow the one before them. The sheet's
 * declared size is not looked at.
 * @throws WorkbookReadError that names the sheet, and the cell where there is one
 */
export function readSheetPart(bytes: Uint8Array, part: string, context: SheetContext): SheetPart {
  const cells: ReadCell[] = [];
  const formatsOf: string[] = [];
  const conditional = new ConditionalRules(context.budget);
  const widths = new ColumnWidths();
  const formulas = new FormulaRanges(context.budget);
  const beside = new SheetFactsReader(context.budget, context.textLength, () =>
    readError('text-too-long', { limit: context.textLength }, { sheet: context.sheet }),
  );
  try {
    scanXml(
      bytes,
      part,
      (position) =>
        new SheetReader(position, context, { cells, formatsOf, conditional, widths, formulas, beside }),
    );
  } catch (error) {
    if (!context.onFailure || !(error instanceof WorkbookReadError)) throw error;
    context.onFailure(error);
  }
  applyShown({ cells, formatsOf, conditional, widths, beside }, context);
  return { cells, ...beside.facts };
}

/** Where a reader puts what it reads. */
interface Collected {
  cells: ReadCell[];
  /** The number of each cell's format. */
  formatsOf: string[];
  conditional: ConditionalRules;
  widths: ColumnWidths;
  formulas: FormulaRanges;
  beside: SheetFactsReader;
}

/** Which element inside a cell is open. */
type CellContentElement = 'v' | 'f' | 'is' | null;

class SheetReader implements XmlHandlers {
  readonly #position: XmlPosition;
  readonly #context: SheetContext;
  readonly #cells: ReadCell[];
  readonly #formatsOf: string[];
  readonly #conditional: ConditionalRules;
  readonly #widths: ColumnWidths;
  readonly #formulas: FormulaRanges;
  readonly #beside: SheetFactsReader;
  readonly #places: CellPlaces;
  readonly #inline: RichText;
  readonly #textCap: number;

  #inData = false;
  #inRow = false;
  #inCell = false;
  #content: CellContentElement = null;

  #row = 0;
  #column = 0;
  #type = 'n';
  #format = FIRST_FORMAT;
  #stored: string | null = null;
  #formula: StoredFormula | null = null;
  #hasInline = false;

  constructor(
    position: XmlPosition,
    context: SheetContext,
    { cells, formatsOf, conditional, widths, formulas, beside }: Collected,
  ) {
    this.#position = position;
    this.#context = context;
    this.#cells = cells;
    this.#places = new CellPlaces(cells);
    this.#formatsOf = formatsOf;
    this.#conditional = conditional;
    this.#widths = widths;
    this.#formulas = formulas;
    this.#beside = beside;
    this.#inline = new RichText(context.textLength, () => this.#tooLong());
    this.#textCap = context.textLength * ESCAPE_LENGTH;
  }

  open(element: XmlElement, depth: number): void {
    if (depth > CONTENT_DEPTH && this.#inData) {
      if (this.#content === 'is') this.#inline.open(element, depth - CONTENT_DEPTH);
      // Half of "12<x/>34" must not pass for the figure.
      else if (this.#content !== null) throw this.#badXml(`element "${element.local}" inside a value`);
      return;
    }
    const local = SPREADSHEET.has(element.uri) ? element.local : '';
    if (depth === 1) {
      if (local !== 'worksheet') throw this.#badXml(`root element "${element.local}" instead of "worksheet"`);
    } else if (depth === DATA_DEPTH) {
      this.#inData = local === 'sheetData';
      if (!this.#inData) this.#openBeside(element, depth, local !== '');
    } else if (!this.#inData) {
      this.#openBeside(element, depth, local !== '');
    } else if (depth === ROW_DEPTH) {
      this.#inRow = local === 'row';
      if (this.#inRow) this.#startRow(element);
    } else if (depth === CELL_DEPTH) {
      this.#inCell = this.#inRow && local === 'c';
      if (this.#inCell) this.#startCell(element);
    } else if (this.#inCell) {
      this.#startContent(local, element);
    }
  }

  text(piece: string, depth: number): void {
    if (this.#content === null) {
      if (this.#inData) return;
      this.#beside.text(piece);
      this.#conditional.text(piece, this.#textCap);
    } else if (this.#content === 'is') {
      this.#inline.add(piece);
    } else if (depth === CONTENT_DEPTH) {
      if (this.#content === 'v') this.#stored = this.#capped((this.#stored ?? '') + piece);
      else if (this.#formula !== null) this.#formula.text = this.#capped(this.#formula.text + piece);
    }
  }

  close(_: XmlElement, depth: number): void {
    if (!this.#inData) {
      this.#beside.close(depth);
      this.#conditional.close(depth);
    } else if (depth > CONTENT_DEPTH) {
      if (this.#content === 'is') this.#inline.close();
    } else if (depth === CONTENT_DEPTH) {
      this.#content = null;
    } else if (depth === CELL_DEPTH && this.#inCell) {
      this.#inCell = false;
      this.#keepCell();
    }
  }

  #openBeside(element: XmlElement, depth: number, isMain: boolean): void {
    this.#beside.open(element, depth);
    this.#conditional.open(element, depth);
    if (isMain) this.#widths.open(element);
  }

  #startRow(element: XmlElement): void {
    const declared = attribute(element, 'r');
    this.#column = 0;
    const row = declared === undefined ? this.#row + 1 : Number(declared);
    if (!Number.isInteger(row) || row < 1 || row > SHEET_ROWS) {
      throw this.#badAddress(declared ?? String(row));
    }
    this.#row = row;
    this.#beside.row(row, element);
  }

  #startCell(element: XmlElement): void {
    this.#context.budget.countCell();
    const declared = attribute(element, 'r');
    const position =
      declared === undefined ? { row: this.#row, column: this.#column + 1 } : parseAddress(declared);
    if (position === null || position.column > SHEET_COLUMNS || position.row !== this.#row) {
      throw this.#badAddress(declared ?? `${this.#row}:${this.#column + 1}`);
    }
    this.#column = position.column;
    this.#type = attribute(element, 't') ?? 'n';
    this.#format = attribute(element, 's') ?? FIRST_FORMAT;
    this.#stored = null;
    this.#formula = null;
    this.#hasInline = false;
    this.#inline.clear();
  }

  #startContent(local: string, element: XmlElement): void {
    if (local === 'v') {
      this.#content = 'v';
      this.#stored = '';
    } else if (local === 'f') {
      this.#content = 'f';
      this.#formula = {
        type: attribute(element, 't') ?? 'normal',
        shared: attribute(element, 'si') ?? null,
        range: attribute(element, 'ref') ?? null,
        text: '',
      };
    } else if (local === 'is') {
      this.#content = 'is';
      this.#hasInline = true;
    }
  }

  #capped(text: string): string {
    if (text.length > this.#textCap) throw this.#tooLong();
    return text;
  }

  #keepCell(): void {
    const stored = {
      type: this.#type,
      stored: this.#stored,
      inline: this.#hasInline ? this.#inline.text : null,
    };
    let value = cellValue(stored, this.#context);
    if (value === undefined && this.#context.onFailure) {
      // The number of a text that is lost says nothing.
      value = this.#type === 's' ? null : this.#stored;
    }
    if (typeof value === 'number' && this.#formula !== null) value = namedTruth(this.#formula.text) ?? value;
    // Gnumeric stores results beyond the numbers that other programs have; those call them an error.
    if (value === undefined && this.#formula !== null && isNumberText(this.#stored))
      value = { error: '#NUM!' };
    if (value === undefined) {
      const found = (this.#stored ?? '').slice(0, QUOTED_CHARACTERS);
      throw readError('bad-cell-value', { type: this.#type, found }, this.#place());
    }
    if (typeof value === 'string' && value.length > this.#context.textLength) throw this.#tooLong();
    if (value === null && this.#formula === null) return;
    if (!this.#context.onFailure && !this.#places.take(this.#row, this.#column)) {
      throw readError('duplicate-cell', { part: this.#position.part }, this.#place());
    }
    const cell: ReadCell = { row: this.#row, column: this.#column, value, formula: null };
    showAs(cell, this.#type, this.#format, this.#context.formats);
    this.#formulas.add(cell, this.#formula);
    this.#cells.push(cell);
    this.#formatsOf.push(this.#format);
  }

  #place(): { sheet: string; cell: string } {
    return { sheet: this.#context.sheet, cell: cellAddress(this.#row, this.#column) };
  }

  #tooLong(): WorkbookReadError {
    return readError('text-too-long', { limit: this.#context.textLength }, this.#place());
  }

  #badAddress(found: string): WorkbookReadError {
    const { part, line } = this.#position;
    const quoted = found.slice(0, QUOTED_CHARACTERS);
    return readError('bad-cell-address', { part, line, found: quoted }, { sheet: this.#context.sheet });
  }

  #badXml(reason: string): WorkbookReadError {
    const { part, line } = this.#position;
    return readError('bad-xml', { part, line, reason }, { sheet: this.#context.sheet });
  }
}
