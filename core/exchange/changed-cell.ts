import { numberTextOf } from './number-text.ts';
import type { Profile } from './profile.ts';
import type { Cell, ExchangeTable, TableRow } from './tables.ts';

/** A cell that is no longer what was written. */
export interface ChangedCell {
  column: string;
  found: string;
  /** What was written there; null where that could not be found out. */
  was: string | null;
}

/** So far does a spreadsheet or a slip move a decimal point. */
const MOST_PLACES = 9;
const MOST_YEARS = 5;

/**
 * Which cell of a row was changed, found by trying what spreadsheets and slips do to one: the decimal point moved,
 * the minus sign lost, another word or year in the place of the one that was written. Where none of these gives the
 * row its checksum again, the cell of the figure (of the verdict) stands for the row.
 * @param fits whether a row has its checksum
 */
export function changedCell(
  table: ExchangeTable,
  row: TableRow,
  fits: (row: TableRow) => boolean,
  profile: Profile,
): ChangedCell {
  const shown = (cell: Cell | undefined) =>
    typeof cell === 'number' ? numberTextOf(cell, profile) : (cell ?? '');
  for (const { name: column, kind, words } of table.columns) {
    const cell = row[column] ?? null;
    const meant = [
      ...(kind === 'number' && typeof cell === 'number' ? otherNumbers(cell) : []),
      ...(words === undefined ? [] : Object.keys(words)),
      ...(column === 'period' && typeof cell === 'string' ? otherYears(cell) : []),
    ].find((one) => fits({ ...row, [column]: one }));
    if (meant !== undefined) return { column, found: shown(cell), was: shown(meant) };
  }
  const column = table.id === 'verdicts' ? 'verdict' : (row.sign ?? null) === null ? 'value' : 'sign';
  return { column, found: shown(row[column]), was: null };
}

function otherNumbers(value: number): number[] {
  const places = Array.from({ length: 2 * MOST_PLACES + 1 }, (_, at) => at - MOST_PLACES);
  // By way of the text, as a number of ten to a power is not always the double that its digits give.
  const moved = places.map((by) => Number(`${value}e${by}`)).filter(Number.isFinite);
  return [...moved, ...moved.map((one) => 0 - one)];
}

function otherYears(period: string): string[] {
  const year = Number(period.slice(0, 4));
  return Array.from({ length: 2 * MOST_YEARS + 1 }, (_, at) => `${year + at - MOST_YEARS}${period.slice(4)}`);
}
