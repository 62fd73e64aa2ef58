import { attribute, type XmlElement } from '../xml/scan.ts';
import { parseRanges, type CellRange } from './cell-range.ts';
import { isTrue } from './flag.ts';
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
  /** Place of its look among the differential formats; null where it has none. */
  look: number | null;
  /** The smaller goes first. */
  priority: number;
  /** Those behind it do not apply where it does. */
  isLast: boolean;
  /** It shows a bar or an icon in the place of the number. */
  hidesValue: boolean;
}

const RULE_DEPTH = 3;
const FORMULA_DEPTH = 4;
const WITH_PICTURES: ReadonlySet<string> = new Set(['dataBar', 'iconSet']);

/** Collects the conditional formats of a worksheet part, but for those of extensions. */
export class ConditionalRules {
  readonly rules: ConditionalRule[] = [];
  #ranges: readonly CellRange[] = [];
  #isInFormula = false;
  readonly #budget: ReadBudget;

  constructor(budget: ReadBudget) {
    this.#budget = budget;
  }

  /** An element of the main namespace. */
  open(element: XmlElement, depth: number): void {
    const { local } = element;
    if (depth < RULE_DEPTH) {
      this.#ranges = local === 'conditionalFormatting' ? parseRanges(attribute(element, 'sqref') ?? '') : [];
    } else if (this.#ranges.length === 0) return;
    else if (depth === RULE_DEPTH && local === 'cfRule') {
      this.#budget.countEntries();
      this.rules.push({
        ranges: this.#ranges,
        type: attribute(element, 'type') ?? '',
        operator: attribute(element, 'operator') ?? '',
        formulas: [],
        look: numberOf(attribute(element, 'dxfId')),
        priority: numberOf(attribute(element, 'priority')) ?? Number.POSITIVE_INFINITY,
        isLast: isTrue(attribute(element, 'stopIfTrue')),
        hidesValue: false,
      });
    } else if (depth === FORMULA_DEPTH) {
      const last = this.rules.at(-1);
      this.#isInFormula = local === 'formula';
      if (this.#isInFormula) last?.formulas.push('');
      else if (last && WITH_PICTURES.has(local))
        last.hidesValue = !isTrue(attribute(element, 'showValue') ?? '1');
    }
  }

  text(piece: string, longest: number): void {
    const formulas = this.#isInFormula ? this.rules.at(-1)?.formulas : undefined;
    if (formulas === undefined) return;
    const formula = (formulas.pop() ?? '') + piece;
    formulas.push(formula.slice(0, longest));
  }

  close(depth: number): void {
    if (depth === FORMULA_DEPTH) this.#isInFormula = false;
  }
}

function numberOf(text: string | undefined): number | null {
  const number = Number(text ?? Number.NaN);
  return Number.isInteger(number) ? number : null;
}
