import type { Finding, Place } from '../../core/base/finding.ts';

/** A row of a table as it is written. */
export interface WrittenRow {
  /** What stands in each column, trimmed; numbers with a dot, days as 2025-03-12. */
  cells: Readonly<Record<string, string>>;
  /** The line or row it begins on, from 1. */
  line: number;
  /** Where a column of it stands; without a column the row. */
  placeOf: (column?: string) => Place;
}

/** Tables of a file that have the columns asked for, whichever form the file is in. */
export interface WrittenTables {
  /** Rows of all of them. */
  rows: WrittenRow[];
  /** Whether a table with the columns is there. */
  isThere: boolean;
  /** Why rows or cells of them cannot be taken. */
  findings: Finding[];
}

/** Columns of a planner's file that hold decimal numbers, whatever it is of. */
export const NUMBER_COLUMNS: ReadonlySet<string> = new Set(['value', 'numerator', 'denominator']);

/** Columns that hold days. */
export const DAY_COLUMNS: ReadonlySet<string> = new Set(['decisionDate', 'validFrom']);

/**
 * Columns that say what a row is about and take nothing. In a table that has them rows are there to be filled in:
 * one without a figure says nothing yet.
 */
export const ASIDE_COLUMNS = [
  'unitName',
  'indicatorName',
  'measure',
  'lastFigure',
  'planValue',
  'path',
] as const;

/** Whether a row of a table to be filled in has no figure. */
export function isUnfilled(cells: Readonly<Record<string, string>>, columns: readonly string[]): boolean {
  const isForm = columns.some((column) => ASIDE_COLUMNS.some((aside) => aside === column));
  return isForm && [...NUMBER_COLUMNS].every((column) => (cells[column] ?? '') === '');
}
