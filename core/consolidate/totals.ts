import { partOfRatio, partOfSum, sumOver } from './add-up.ts';
import type { FigureCell } from './cells.ts';
import type { ColumnFigures } from './figures-in-column.ts';
import type { FigureColumn } from './columns.ts';
import { exactNumber, exactText, quotient } from './exact.ts';
import { sizeOf, type UnitSet } from './unit-set.ts';

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
 * @param members the group's units among all units
 * @param figures of any column, over all units
 */
export function totalOf(
  column: FigureColumn,
  { id, members }: { id: string; members: UnitSet },
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
  const { units, of, entered } = partOfSum(own, members);
  const coverage = { entered: sizeOf(entered), of };
  const sum = addsUp(column) && coverage.entered > 0 ? sumOver(own, entered) : null;
  return {
    ...head,
    units,
    sum: sum && exactText(sum),
    parts: null,
    value: sum && exactNumber(sum),
    coverage,
  };
}

function ratioOf(
  { per }: NonNullable<FigureColumn['parts']>,
  members: UnitSet,
  published: ColumnFigures,
  over: ColumnFigures,
  under: ColumnFigures,
): Omit<Total, 'group' | 'column'> {
  const { units, of, entered } = partOfRatio(published, over, under, members);
  const [numerator, denominator] = [sumOver(over, entered), sumOver(under, entered)];
  const value = quotient(numerator, denominator, per);
  const parts =
    value === null ? null : { numerator: exactText(numerator), denominator: exactText(denominator) };
  return { units, sum: null, parts, value, coverage: { entered: sizeOf(entered), of } };
}
