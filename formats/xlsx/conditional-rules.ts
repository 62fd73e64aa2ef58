import { attribute, type XmlElement } from '../xml/scan.ts';
import { parseRanges, type CellRange } from './cell-range.ts';
import { type ConditionalLook, readLook } from './conditional-looks.ts';
import { isTrue } from './flag.ts';
import { EXCEL_2010, EXCEL_FORMULAS, SPREADSHEET } from './namespaces.ts';
import type { ReadBudget } from './read-budget.ts';

/** A rule of a conditional format. */
export interface ConditionalRule {
  ranges: readonly CellRange[];
  /** `cellIs`, `expression` …; all but the first say their condition as a formula. */
  type: string;
  /** Of `cellIs`: greaterThan, between … */
  operator: string;
  /** Written for the first cell of the ranges. */
  formulas: string[];
  /** Place of its look among the differential formats; null where it has none there. */
  look: number | null;
  /** The look that it says itself, as those of extensions do. */
  own: ConditionalLook | null;
  /** The smaller goes first. */
  priority: number;
  /** Those behind it do not apply where it does. */
  isLast: boolean;
  /** It shows a bar or an icon in the place of the number. */
  hidesValue: boolean;
}

/** Whether its condition may look at another sheet. */
export function looksElsewhere({ formulas }: ConditionalRule): boolean {
  return formulas.some((formula) => formula.includes('!'));
}

/** Longer than any list of ranges a program writes. */
const RANGES_LENGTH = 1024 * 1024;
const WITH_PICTURES: ReadonlySet<string> = new Set(['dataBar', 'iconSet']);

/**
 * Collects the conditional formats of a worksheet part, those of the 2010 extensions too: programs write there what
 * looks at another sheet, and bars and icons of their own making.
 */
export class ConditionalRules {
  readonly #complete: ConditionalRule[] = [];
  /** Those of the format that is open. */
  #open: ConditionalRule[] = [];
  #ranges: readonly CellRange[] | null = null;
  /** Depth of the format that is open; its rules lie one below. */
  #depth = 0;
  #isExtended = false;
  #target: 'formula' | 'ranges' | null = null;
  #written = '';
  /** Names of the elements that are open inside a look; null outside of one. */
  #within: string[] | null = null;
  readonly #budget: ReadBudget;

  constructor(budget: ReadBudget) {
    this.#budget = budget;
  }

  get rules(): ConditionalRule[] {
    return this.#complete;
  }

  /** An element outside the cells. */
  open(element: XmlElement, depth: number): void {
    const { local, uri } = element;
    if (this.#ranges === null) {
      if (local === 'conditionalFormatting' && (SPREADSHEET.has(uri) || EXCEL_2010.has(uri)))
        this.#begin(element, depth);
    } else if (this.#within !== null) this.#openLook(element, depth);
    else if (depth === this.#depth + 1 && local === 'cfRule') this.#add(element);
    else if (local === 'sqref' && EXCEL_FORMULAS.has(uri)) this.#target = 'ranges';
    else if (depth === this.#depth + 2) this.#openInRule(element);
  }

  text(piece: string, longest: number): void {
    if (this.#target === 'ranges') this.#written = (this.#written + piece).slice(0, RANGES_LENGTH);
    const formulas = this.#target === 'formula' ? this.#open.at(-1)?.formulas : undefined;
    if (formulas === undefined) return;
    const formula = (formulas.pop() ?? '') + piece;
    formulas.push(formula.slice(0, longest));
  }

  close(depth: number): void {
    if (this.#ranges === null) return;
    if (this.#within !== null) {
      if (depth === this.#depth + 2) this.#within = null;
    } else if (depth === this.#depth) {
      const ranges = this.#isExtended ? parseRanges(this.#written) : this.#ranges;
      this.#complete.push(...this.#open.map((rule) => ({ ...rule, ranges })));
      this.#ranges = null;
    }
    this.#target = null;
  }

  #begin(element: XmlElement, depth: number): void {
    this.#isExtended = EXCEL_2010.has(element.uri);
    this.#ranges = parseRanges(attribute(element, 'sqref') ?? '');
    this.#depth = depth;
    this.#open = [];
    this.#written = '';
  }

  #add(element: XmlElement): void {
    this.#budget.countEntries();
    this.#open.push({
      ranges: [],
      type: attribute(element, 'type') ?? '',
      operator: attribute(element, 'operator') ?? '',
      formulas: [],
      look: numberOf(attribute(element, 'dxfId')),
      own: null,
      priority: numberOf(attribute(element, 'priority')) ?? Number.POSITIVE_INFINITY,
      isLast: isTrue(attribute(element, 'stopIfTrue')),
      hidesValue: false,
    });
  }

  /** What stands in a rule: its condition, its look, its bar or icons. */
  #openInRule(element: XmlElement): void {
    const { local, uri } = element;
    const last = this.#open.at(-1);
    if (last === undefined) return;
    if ((local === 'formula' && SPREADSHEET.has(uri)) || (local === 'f' && EXCEL_FORMULAS.has(uri))) {
      this.#target = 'formula';
      last.formulas.push('');
    } else if (local === 'dxf') {
      last.own = {};
      this.#within = [];
    } else if (WITH_PICTURES.has(local)) last.hidesValue = !isTrue(attribute(element, 'showValue') ?? '1');
  }

  #openLook(element: XmlElement, depth: number): void {
    const look = this.#open.at(-1)?.own ?? null;
    const within = this.#within?.slice(0, depth - this.#depth - 3) ?? [];
    if (look === null) return;
    readLook(look, within.join(' '), element);
    this.#within = [...within, element.local];
  }
}

function numberOf(text: string | undefined): number | null {
  const number = Number(text ?? Number.NaN);
  return Number.isInteger(number) ? number : null;
}
