import { type ColumnFigures, type FigureCell } from './cells.ts';
import type { FigureColumn } from './columns.ts';
import { exactNumber, ExactSum, exactText, quotient } from './exact.ts';
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
  { id, members }: { id: string; members: readonly number[] },
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
  let [units, entered, none] = [0, 0, 0];
  const sum = new ExactSum(AMOUNT_DECIMALS);
  for (const unit of members) {
    const counts = own.counts[unit] === 1;
    if (!counts && own.asked[unit] === 0) continue;
    units += 1;
    if (!counts) continue;
    if (own.said[unit] === SAID.x) none += 1;
    if (addNumber(sum, own, unit)) entered += 1;
  }
  const coverage = { entered, of: units - none };
  const isSum = addsUp(column) && entered > 0;
  return {
    ...head,
    units,
    sum: isSum ? exactText(sum.total) : null,
    parts: null,
    value: isSum ? exactNumber(sum.total) : null,
    coverage,
  };
}

function ratioOf(
  { per }: NonNullable<FigureColumn['parts']>,
  members: readonly number[],
  published: ColumnFigures,
  over: ColumnFigures,
  under: ColumnFigures,
): Omit<Total, 'group' | 'column'> {
  let [units, entered, of] = [0, 0, 0];
  const [above, below] = [new ExactSum(AMOUNT_DECIMALS), new ExactSum(AMOUNT_DECIMALS)];
  for (const unit of members) {
    const isGiven = over.counts[unit] === 1 && under.counts[unit] === 1;
    if (published.asked[unit] === 0 && published.counts[unit] !== 1 && !isGiven) continue;
    units += 1;
    const [number, divisor] = [counted(over, unit), counted(under, unit)];
    if (number === SAID.x || divisor === SAID.x || counted(published, unit) === SAID.x) continue;
    // A part of nothing: where a unit has none of what is divided by, the share does not apply to it.
    if (divisor === SAID['-'] || (divisor === SAID.number && isZero(under, unit))) continue;
    of += 1;
    if (divisor !== SAID.number || (number !== SAID.number && number !== SAID['-'])) continue;
    entered += 1;
    addNumber(above, over, unit);
    addNumber(below, under, unit);
  }
  const [numerator, denominator] = [above.total, below.total];
  const value = quotient(numerator, denominator, per);
  const parts =
    value === null ? null : { numerator: exactText(numerator), denominator: exactText(denominator) };
  return { units, sum: null, parts, value, coverage: { entered, of } };
}

/** What a unit says, as far as it counts. */
function counted({ counts, said }: ColumnFigures, unit: number): number {
  return counts[unit] === 1 ? (said[unit] ?? SAID.nothing) : SAID.nothing;
}

function isZero({ amount, wide }: ColumnFigures, unit: number): boolean {
  return amount[unit] === 0 && (wide.get(unit)?.units ?? 0n) === 0n;
}

/** Adds a figure that counts: its number, 0 for `-`. @returns false for every other sign, of which nothing is added */
function addNumber(sum: ExactSum, figures: ColumnFigures, unit: number): boolean {
  const said = figures.said[unit];
  if (said === SAID['-']) return true;
  if (said !== SAID.number) return false;
  const wide = figures.wide.size > 0 ? figures.wide.get(unit) : undefined;
  if (wide) sum.add(wide);
  else sum.addAmount(figures.amount[unit] ?? 0);
  return true;
}
