import type { SheetFacts } from '../../core/sheet/facts.ts';
import { SHEET_COLUMNS } from '../../core/sheet/address.ts';
import type { WorkbookReadError } from '../read-error.ts';
import { attribute, type XmlElement } from '../xml/scan.ts';
import { parseRange, parseRanges, rangeText } from './cell-range.ts';
import { isTrue } from './flag.ts';
import { EXCEL_2010, EXCEL_FORMULAS, SPREADSHEET } from './namespaces.ts';
import type { ReadBudget } from './read-budget.ts';
import { type StoredValidation, validationEntries } from './validations.ts';

/** What a sheet says beside its cells. */
export type BesideCells = Omit<SheetFacts, 'name' | 'state' | 'cells'>;

/** What a sheet without cells says, such as a chart sheet. */
export const NOTHING_BESIDE: BesideCells = {
  merges: [],
  hiddenRows: new Set(),
  hiddenColumns: new Set(),
  isProtected: false,
  validations: [],
  conditional: [],
};

/** Longer than any list of ranges a program writes. */
const RANGES_LENGTH = 4 * 1024 * 1024;

/** Lower rows (points) and narrower columns (digits) show nothing of what stands in them. Conventions. */
const LEAST_HEIGHT = 4;
const LEAST_WIDTH = 1;

/** Where a piece of text goes: a formula of a validation, or a list of ranges. */
type Target = 'first' | 'second' | 'ranges';

/**
 * Collects what a worksheet part says outside `sheetData`: merges, hidden rows and columns, protection,
 * validations and conditional formats, those of the 2010 extensions too. What it does not know it passes by.
 */
export class SheetFactsReader {
  readonly #budget: ReadBudget;
  readonly #textLength: number;
  readonly #tooLong: () => WorkbookReadError;

  readonly #merges: string[] = [];
  readonly #hiddenRows = new Set<number>();
  readonly #hiddenColumns = new Set<number>();
  readonly #validations: { range: string; condition: string }[] = [];
  readonly #conditional: string[] = [];
  #isProtected = false;
  #hidesZeros = false;

  #validation: StoredValidation | null = null;
  /** Ranges of an extended conditional format; null outside of one. */
  #extendedRanges: string | null = null;
  /** Depth of the validation or extended conditional format that is open. */
  #depth = 0;
  #target: Target | null = null;

  /** @param tooLong makes the error for a formula longer than `textLength` */
  constructor(budget: ReadBudget, textLength: number, tooLong: () => WorkbookReadError) {
    this.#budget = budget;
    this.#textLength = textLength;
    this.#tooLong = tooLong;
  }

  get facts(): BesideCells {
    return {
      merges: this.#merges,
      hiddenRows: this.#hiddenRows,
      hiddenColumns: this.#hiddenColumns,
      isProtected: this.#isProtected,
      ...(this.#hidesZeros && { hidesZeros: true }),
      validations: this.#validations,
      conditional: this.#conditional,
    };
  }

  /** A row element inside `sheetData`; next to no height hides as well as the attribute does. */
  row(row: number, element: XmlElement): void {
    if (
      !isTrue(attribute(element, 'hidden')) &&
      !(Number(attribute(element, 'ht') ?? LEAST_HEIGHT) < LEAST_HEIGHT)
    )
      return;
    this.#budget.countEntries();
    this.#hiddenRows.add(row);
  }

  /** An element below the root and outside `sheetData`. */
  open(element: XmlElement, depth: number): void {
    if (this.#validation !== null || this.#extendedRanges !== null) {
      this.#openInside(element);
    } else if (SPREADSHEET.has(element.uri)) {
      this.#openMain(element, depth);
    } else if (EXCEL_2010.has(element.uri)) {
      this.#openExtended(element, depth);
    }
  }

  text(piece: string): void {
    const target = this.#target;
    if (target === null) return;
    const cap = target === 'ranges' ? RANGES_LENGTH : this.#textLength;
    if (this.#extendedRanges !== null) {
      if (target !== 'ranges') return;
      this.#extendedRanges += piece;
      if (this.#extendedRanges.length > cap) throw this.#tooLong();
    } else if (this.#validation !== null) {
      this.#validation[target] += piece;
      if (this.#validation[target].length > cap) throw this.#tooLong();
    }
  }

  close(depth: number): void {
    if (this.#validation === null && this.#extendedRanges === null) return;
    if (depth > this.#depth) {
      // The text of `x14:formula1` stands in an `xm:f` of its own.
      if (depth === this.#depth + 1) this.#target = null;
      return;
    }
    if (this.#validation !== null) {
      for (const entry of validationEntries(this.#validation, this.#budget)) this.#validations.push(entry);
    }
    if (this.#extendedRanges !== null) this.#addConditional(this.#extendedRanges);
    this.#validation = null;
    this.#extendedRanges = null;
    this.#target = null;
  }

  #openMain(element: XmlElement, depth: number): void {
    if (depth === 2) {
      if (element.local === 'sheetProtection') this.#isProtected = isTrue(attribute(element, 'sheet'));
      else if (element.local === 'conditionalFormatting')
        this.#addConditional(attribute(element, 'sqref') ?? '');
    } else if (depth === 3) {
      if (element.local === 'col') this.#addColumns(element);
      else if (element.local === 'sheetView')
        this.#hidesZeros ||= !isTrue(attribute(element, 'showZeros') ?? '1');
      else if (element.local === 'mergeCell') this.#addMerge(attribute(element, 'ref') ?? '');
      else if (element.local === 'dataValidation') this.#openValidation(element, depth);
    }
  }

  #openExtended(element: XmlElement, depth: number): void {
    if (element.local === 'dataValidation') {
      this.#openValidation(element, depth);
    } else if (element.local === 'conditionalFormatting') {
      this.#extendedRanges = '';
      this.#depth = depth;
    }
  }

  #openValidation(element: XmlElement, depth: number): void {
    this.#validation = {
      type: attribute(element, 'type') ?? 'none',
      operator: attribute(element, 'operator') ?? 'between',
      ranges: attribute(element, 'sqref') ?? '',
      first: '',
      second: '',
    };
    this.#depth = depth;
  }

  #openInside({ local, uri }: XmlElement): void {
    if (local === 'sqref' && EXCEL_FORMULAS.has(uri)) this.#target = 'ranges';
    else if (this.#validation !== null && (SPREADSHEET.has(uri) || EXCEL_2010.has(uri))) {
      if (local === 'formula1') this.#target = 'first';
      else if (local === 'formula2') this.#target = 'second';
    }
  }

  #addMerge(text: string): void {
    const range = parseRange(text);
    if (range === null) return;
    this.#budget.countEntries();
    this.#merges.push(rangeText(range));
  }

  #addConditional(list: string): void {
    const ranges = parseRanges(list);
    this.#budget.countEntries(ranges.length);
    for (const range of ranges) this.#conditional.push(rangeText(range));
  }

  #addColumns(element: XmlElement): void {
    if (
      !isTrue(attribute(element, 'hidden')) &&
      !(Number(attribute(element, 'width') ?? LEAST_WIDTH) < LEAST_WIDTH)
    )
      return;
    const first = Number(attribute(element, 'min'));
    const last = Math.min(Number(attribute(element, 'max')), SHEET_COLUMNS);
    if (!Number.isInteger(first) || !Number.isInteger(last) || first < 1 || last < first) return;
    this.#budget.countEntries(last - first + 1);
    for (let column = first; column <= last; column += 1) this.#hiddenColumns.add(column);
  }
}
