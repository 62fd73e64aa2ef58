import { shiftable } from '../../core/sheet/formula/shift.ts';
import { parseRanges, rangeText, type CellRange } from './cell-range.ts';
import type { ReadBudget } from './read-budget.ts';

/** A data validation as its XML has it. */
export interface StoredValidation {
  /** `custom`, `list`, `whole` …; `none` only shows a prompt. */
  type: string;
  /** Between, lessThan …; of no meaning for `custom` and `list`. */
  operator: string;
  /** Ranges, separated by spaces. */
  ranges: string;
  first: string;
  second: string;
}

const WITHOUT_OPERATOR: ReadonlySet<string> = new Set(['custom', 'list', 'none']);
const TWO_FORMULAS: ReadonlySet<string> = new Set(['between', 'notBetween']);

/**
 * One entry a range, each with its condition written for the top left cell of that range: `E7>=0` for the
 * type `custom`, with the kind before it for all others (`list $A$1:$A$3`, `decimal between 0 100`), '' when
 * nothing is demanded.
 */
export function validationEntries(
  stored: StoredValidation,
  budget: ReadBudget,
): { range: string; condition: string }[] {
  const ranges = parseRanges(stored.ranges);
  budget.countEntries(ranges.length);
  const base = baseOf(ranges);
  if (base === null) return [];
  const first = stored.first.trim();
  const second = stored.second.trim();
  // Nearly every validation has one range, for which nothing moves.
  const moving = ranges.length > 1 ? [first, second].map(shiftable) : [];
  return ranges.map((range) => {
    const [movedFirst = first, movedSecond = second] = moving.map((formula) =>
      formula.shifted(range.top - base.top, range.left - base.left),
    );
    const condition = conditionText(stored, movedFirst, movedSecond);
    budget.countWrittenOut(condition);
    return { range: rangeText(range), condition };
  });
}

/**
 * The range whose first cell the formulas are written for: the leftmost, of these the topmost. Where one
 * range is both, and it nearly always is, all programs agree on it.
 */
function baseOf(ranges: readonly CellRange[]): CellRange | null {
  let base: CellRange | null = null;
  for (const range of ranges) {
    const isBefore =
      base === null || range.left < base.left || (range.left === base.left && range.top < base.top);
    if (isBefore) base = range;
  }
  return base;
}

function conditionText({ type, operator }: StoredValidation, first: string, second: string): string {
  if (type === 'none') return '';
  if (type === 'custom') return first;
  const words = [type, ...(WITHOUT_OPERATOR.has(type) ? [] : [operator]), first];
  return (TWO_FORMULAS.has(operator) && !WITHOUT_OPERATOR.has(type) ? [...words, second] : words).join(' ');
}
