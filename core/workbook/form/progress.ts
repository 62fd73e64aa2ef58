import { columnLetters } from '../address.ts';
import type { InputSheetLayout } from '../layout.ts';
import type { WorkbookRequest } from '../request.ts';
import { isDone } from './done.ts';

import type { FigureRow } from '../layout.ts';
/** Keys any of which does for the row; empty for a numerator whose share is counted on its own row. */
export function alternativesOf(input: InputSheetLayout, row: FigureRow): string[] {
  if (row.figure.part === 'numerator' && row.number.includes('.')) return [];
  const numerators = input.rows.flatMap((other) =>
    'figure' in other && other.number === `${row.number}.1` ? [other.figure.key] : [],
  );
  return [row.figure.key, ...numerators];
}

/** Figures owed in the round, and how many of them are there. */
export function progressOf(
  request: WorkbookRequest,
  input: InputSheetLayout,
): { owed: number; done: number } {
  const owed = input.rows
    .flatMap((row) => ('figure' in row ? [alternativesOf(input, row)] : []))
    .filter((keys) => keys.length > 0);
  const done = owed.filter((keys) => isDone(keys.map((key) => request.known.figure(key, request.round))));
  return { owed: owed.length, done: done.length };
}

/** Figures of the round still to be entered, as a formula; `at` makes the range what its reader needs. */
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
