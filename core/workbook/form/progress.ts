import { columnLetters } from '../address.ts';
import { figureKey } from '../../target/series.ts';
import { partsOf } from '../asked.ts';
import { askedColumns, type FigureRow, type InputSheetLayout } from '../layout.ts';
import type { WorkbookRequest } from '../request.ts';
import { isDone } from './done.ts';

/** What a row owes in one period of the round: keys any of which does. */
export interface Owed {
  period: string;
  keys: string[];
}

/**
 * What is owed on a row, by period of the round: in a shorter round the period and the year it is part of.
 * Empty for a numerator, whose share is counted on its own row.
 */
export function owedOn(input: InputSheetLayout, row: FigureRow, request: WorkbookRequest): Owed[] {
  if (row.figure.part === 'numerator' && row.number.includes('.')) return [];
  const { indicator, stratum } = row.figure;
  const { numerator } = partsOf(indicator, request.catalogue);
  // Typed wherever it stands: below this share, below another that counts the same, or among the shared counts.
  const alternatives = [indicator, ...(numerator ? [numerator] : [])].map((counted) => ({
    key: figureKey(counted.id, stratum?.id ?? null),
    periods: askedColumns(input, { indicator: counted }, request.reporting).map(({ period }) => period),
  }));
  return input.periods.flatMap(({ period, ofRound }) => {
    if (!ofRound) return [];
    const keys = alternatives.filter(({ periods }) => periods.includes(period)).map(({ key }) => key);
    return keys.length > 0 ? [{ period, keys }] : [];
  });
}

/** Whether everything owed on a row is there. */
export function isRowDone(owed: readonly Owed[], { known }: WorkbookRequest): boolean {
  return owed.every(({ period, keys }) => isDone(keys.map((key) => known.figure(key, period))));
}

/** Indicators owed in the round, and how many of them are there. */
export function progressOf(
  request: WorkbookRequest,
  input: InputSheetLayout,
): { owed: number; done: number } {
  const rows = input.rows
    .flatMap((row) => ('figure' in row ? [owedOn(input, row, request)] : []))
    .filter((owed) => owed.length > 0);
  return { owed: rows.length, done: rows.filter((owed) => isRowDone(owed, request)).length };
}

/** Indicators of the round still to be entered, as a formula; `at` makes the range what its reader needs. */
export function leftFormula(
  input: InputSheetLayout,
  owed: number,
  at: (range: string) => string = (range) => range,
): string {
  const column = columnLetters(input.doneColumn);
  const first = input.headerRow + 2;
  const last = Math.max(first, input.rows.at(-1)?.row ?? first);
  return `${owed}-SUM(${at(`$${column}$${first}:$${column}$${last}`)})`;
}
