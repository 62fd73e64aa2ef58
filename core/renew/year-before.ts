import { isYear } from '../period/period.ts';
import type { NewCell } from './cells.ts';
import type { Derived } from './derive.ts';
import { placeOf } from './earlier.ts';

/**
 * A figure of the year before the first round of a plan: its workbooks have no column for that year, so it is named
 * beside the blank cell of the round, and nothing is computed from it.
 */
export interface NamedBefore {
  unit: string;
  key: string;
  /** Of the cell it is named beside. */
  period: string;
  /** The year it is of. */
  year: string;
  derived: Derived;
}

/** What there is of the year before, of rows whose first column is that of the round. */
export function namedBefore(
  cells: readonly NewCell[],
  filled: ReadonlySet<string>,
  derive: (unit: string, key: string, period: string) => Derived | null,
): NamedBefore[] {
  const withEarlier = new Set(
    cells.flatMap(({ unit, key, period, ofRound }) => (!ofRound && isYear(period) ? [`${unit}|${key}`] : [])),
  );
  return cells.flatMap((cell): NamedBefore[] => {
    const { unit, key, period, ofRound } = cell;
    if (!ofRound || !isYear(period) || withEarlier.has(`${unit}|${key}`) || filled.has(placeOf(cell)))
      return [];
    const year = String(Number(period) - 1);
    const derived = derive(unit, key, year);
    return derived === null ? [] : [{ unit, key, period, year, derived }];
  });
}
