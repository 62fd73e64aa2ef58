import type { FigureCell } from './cells.ts';
import type { ColumnFigures } from './column-figures.ts';
import type { FigureColumn } from './columns.ts';
import { add, exactNumber, exactText, quotient, sumOfAmounts, type Exact } from './exact.ts';
import { AMOUNT_DECIMALS, SAID } from './figure-table.ts';

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

/**
 * Adds up a column over the units of a group.
 * @param members places of the group's units among all units
 * @param figures of any column, over all units
 */
export function totalOf(
  column: FigureColumn,
  { id, members }: { id: string; members: Int32Array },
  figures: (column: string) => ColumnFigures,
): Total {
  const { key, parts } = column;
  const head = { group: id, column: key };
  if (parts !== null)
    return {
      ...head,
      ...ratioOf(parts, members, figures(key), figures(parts.numerator), figures(parts.denominator)),
    };
  const own = figures(key);
  const isIn = new Uint8Array(members.length);
  const { units, entered, of } = partOfSum(own, members, isIn);
  const sum = addsUp(column) && entered > 0 ? sumOf(own, members, isIn) : null;
  return {
    ...head,
    units,
    sum: sum && exactText(sum),
    parts: null,
    value: sum && exactNumber(sum),
    coverage: { entered, of },
  };
}

function ratioOf(
  { per }: NonNullable<FigureColumn['parts']>,
  members: Int32Array,
  published: ColumnFigures,
  over: ColumnFigures,
  under: ColumnFigures,
): Omit<Total, 'group' | 'column'> {
  const isIn = new Uint8Array(members.length);
  const { units, ...coverage } = partOfRatio(published, over, under, members, isIn);
  const [numerator, denominator] = [over, under].map((one) => sumOf(one, members, isIn)) as [Exact, Exact];
  const value = quotient(numerator, denominator, per);
  const parts =
    value === null ? null : { numerator: exactText(numerator), denominator: exactText(denominator) };
  return { units, sum: null, parts, value, coverage };
}

type Counted = Coverage & Pick<Total, 'units'>;

const { number: NUMBER, nothing: NOTHING, x: NOT_FOR_IT, '-': NONE } = SAID;

// The loops below see every figure of a round: they are small and plain, so that they are compiled after a few units.

/** Which members a sum takes a number, or `-`, from. @param isIn is set to 1 for each of them */
function partOfSum({ counts, asked, said }: ColumnFigures, members: Int32Array, isIn: Uint8Array): Counted {
  let [units, entered, none] = [0, 0, 0];
  for (let at = 0; at < members.length; at += 1) {
    const unit = members[at] ?? 0;
    if (counts[unit] === 0) {
      units += asked[unit] ?? 0;
      continue;
    }
    units += 1;
    const what = said[unit];
    if (what === NOT_FOR_IT) none += 1;
    if (what !== NUMBER && what !== NONE) continue;
    entered += 1;
    isIn[at] = 1;
  }
  return { units, entered, of: units - none };
}

/** Which members have both parts of a share. @param isIn is set to 1 for each of them */
function partOfRatio(
  { asked, counts, said }: ColumnFigures,
  { counts: overCounts, said: overSaid }: ColumnFigures,
  { counts: underCounts, said: underSaid, amount, wide }: ColumnFigures,
  members: Int32Array,
  isIn: Uint8Array,
): Counted {
  let [units, entered, of] = [0, 0, 0];
  for (let at = 0; at < members.length; at += 1) {
    const unit = members[at] ?? 0;
    const own = counts[unit] === 1 ? said[unit] : NOTHING;
    const number = overCounts[unit] === 1 ? overSaid[unit] : NOTHING;
    const divisor = underCounts[unit] === 1 ? underSaid[unit] : NOTHING;
    if (asked[unit] === 0 && own === NOTHING && (number === NOTHING || divisor === NOTHING)) continue;
    units += 1;
    if (number === NOT_FOR_IT || divisor === NOT_FOR_IT || own === NOT_FOR_IT) continue;
    // A part of nothing: where a unit has none of what is divided by, the share does not apply to it.
    if (divisor === NONE) continue;
    if (divisor === NUMBER && amount[unit] === 0 && (wide.get(unit)?.units ?? 0n) === 0n) continue;
    of += 1;
    if (divisor !== NUMBER || (number !== NUMBER && number !== NONE)) continue;
    entered += 1;
    isIn[at] = 1;
  }
  return { units, entered, of };
}

/** The sum over the members that are in it: of a sign the amount is 0, and of a number that is no amount too. */
function sumOf({ amount, wide }: ColumnFigures, members: Int32Array, isIn: Uint8Array): Exact {
  const amounts = { amounts: amount, scale: AMOUNT_DECIMALS };
  let sum = sumOfAmounts(amounts, members, isIn);
  if (wide.size > 0)
    for (const [at, unit] of members.entries()) {
      const exact = isIn[at] === 1 ? wide.get(unit) : undefined;
      if (exact) sum = add(sum, exact);
    }
  return sum;
}
