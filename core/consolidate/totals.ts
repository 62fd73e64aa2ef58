import type { FigureCell } from './cells.ts';
import type { FigureColumn } from './columns.ts';
import { add, exactNumber, exactOf, exactText, quotient, ZERO, type Exact } from './exact.ts';

/** Units that are added up together: all of them, or those of a province. */
export interface TotalGroup {
  /** Id of the province; `_T` for all. */
  id: string;
  name: string;
  members: readonly string[];
}

/** How many of the units that have a figure to give have given one. */
export interface Coverage {
  /** Units whose number, or `-`, is in the total. */
  entered: number;
  /** Units that have to give it, but for those to which it does not apply (`x`). */
  of: number;
}

/** What the units of a group come to in a column. */
export interface Total {
  group: string;
  column: string;
  /** Of what adds up the sum, digit for digit; of a share or rate null. */
  sum: string | null;
  /** Of a share or rate what is divided and by what, over the units that have both. */
  parts: { numerator: string; denominator: string } | null;
  /** The sum or the quotient; null where nothing is in it, and of what does not add up. */
  value: number | null;
  /** Units that have to give it, or give it all the same. */
  units: number;
  coverage: Coverage;
}

type CellOf = (unit: string, column: string) => FigureCell;

/** Whether the figures of units add up to one of all of them, by themselves or over numerator and denominator. */
export function addsUp({ indicator, parts }: FigureColumn): boolean {
  return indicator.aggregation === 'sum' || parts !== null;
}

/** Whether a unit has to give a figure of a column, or gives it all the same. */
export function isIncluded({ key, asked, parts }: FigureColumn, unit: string, cell: CellOf): boolean {
  if (asked.has(unit) || cell(unit, key).counts) return true;
  return parts !== null && cell(unit, parts.numerator).counts && cell(unit, parts.denominator).counts;
}

/** Adds up a column over the units of a group. */
export function totalOf(column: FigureColumn, group: TotalGroup, cell: CellOf): Total {
  const asked = group.members.filter((unit) => isIncluded(column, unit, cell));
  const head = { group: group.id, column: column.key, units: asked.length };
  if (column.parts !== null) return { ...head, ...ratioOf(column.parts, column.key, asked, cell) };
  const coverage = { entered: 0, of: 0 };
  let sum = ZERO;
  for (const unit of asked) {
    const one = cell(unit, column.key);
    if (!isNotApplicable(one)) coverage.of += 1;
    const number = numberIn(one);
    if (number === null) continue;
    coverage.entered += 1;
    sum = add(sum, number);
  }
  const isSum = addsUp(column) && coverage.entered > 0;
  return {
    ...head,
    sum: isSum ? exactText(sum) : null,
    parts: null,
    value: isSum ? exactNumber(sum) : null,
    coverage,
  };
}

function ratioOf(
  { numerator, denominator, per }: NonNullable<FigureColumn['parts']>,
  key: string,
  asked: readonly string[],
  cell: CellOf,
): Omit<Total, 'group' | 'column' | 'units'> {
  const coverage = { entered: 0, of: 0 };
  let [above, below] = [ZERO, ZERO];
  for (const unit of asked) {
    const [over, under] = [cell(unit, numerator), cell(unit, denominator)];
    const published = cell(unit, key);
    const divisor = under.counts && under.value !== null ? exactOf(under.value) : null;
    const isNone = isNotApplicable(over) || isNotApplicable(under) || isNotApplicable(published);
    // A part of nothing: where a unit has none of what is divided by, the share does not apply to it.
    const isOfNone = (under.counts && under.sign === '-') || divisor?.units === 0n;
    if (isNone || isOfNone) continue;
    coverage.of += 1;
    const number = numberIn(over);
    if (number === null || divisor === null) continue;
    coverage.entered += 1;
    above = add(above, number);
    below = add(below, divisor);
  }
  const value = quotient(above, below, per);
  const parts = value === null ? null : { numerator: exactText(above), denominator: exactText(below) };
  return { sum: null, parts, value, coverage };
}

/** The number a cell adds: its own, 0 for `-`; null for what does not count and for every other sign. */
export function numberIn({ counts, value, sign }: FigureCell): Exact | null {
  if (!counts) return null;
  return value === null ? (sign === '-' ? ZERO : null) : exactOf(value);
}

function isNotApplicable({ counts, sign }: FigureCell): boolean {
  return counts && sign === 'x';
}
