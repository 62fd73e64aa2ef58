/**
 * What makes a value findable in a grid that people have sorted and re-saved: keys in a hidden column and a
 * hidden row of the sheet itself, as in report workbooks.
 */

/** Stands where the key row and the key column of the grid cross. */
export const GRID_MARKER = 'chitieu:assign:1';

/** Version of the grid's layout, kept in `_meta`. */
export const GRID_SCHEMA = 1;

/** Name of the grid sheet. */
export const GRID_SHEET = 'Giao chỉ tiêu';

/** The input cells in the head of the grid. */
export type GridHeadField = 'decision' | 'decisionDate' | 'validFrom';

/** Row keys of the input cells in the head; `@` keeps them apart from `indicator|stratum`. */
export const headRowKeys: Record<GridHeadField, string> = {
  decision: '@decision',
  decisionDate: '@decisionDate',
  validFrom: '@validFrom',
};

/** Column key of the head's input cells. */
export const HEAD_COLUMN_KEY = '@head';

/** Column key of a unit's values. */
export function unitColumnKey(unit: string): string {
  return `unit|${unit}`;
}

/** Column keys of what stands beside the units' values; nothing is read from there. */
export const GRID_SIDE_KEYS = {
  path: '@path',
  total: '@total',
  difference: '@difference',
  body: '@body',
  words: '@words',
} as const;

/** Column key of the sum of a group of units, by its first one. */
export function groupColumnKey(unit: string): string {
  return `@sum|${unit}`;
}

/** Column key of what a body of record has to reach, which is what the province has. */
export function recordColumnKey(department: string): string {
  return `@record|${department}`;
}

/** Whether a column shows what the columns of the units make of it by formula. */
export function isShownColumn(key: string): boolean {
  return key.startsWith('@sum|') || key.startsWith('@record|');
}

/** Column key of the hidden weight of a unit. */
export function weightColumnKey(unit: string): string {
  return `${WEIGHT}${unit}`;
}

/** The unit of {@link weightColumnKey}; null for any other key. */
export function weightedUnit(columnKey: string): string | null {
  return columnKey.startsWith(WEIGHT) ? columnKey.slice(WEIGHT.length) : null;
}

const WEIGHT = '@weight|';

/** Begins the key of a row that shows last year's figures of the row above it. */
const LAST_YEAR = '@last|';

/** Key of the row with last year's figures of a figure. */
export function lastYearRowKey(key: string): string {
  return LAST_YEAR + key;
}

/** Whether a row key is one of {@link lastYearRowKey}. */
export function isLastYearRow(key: string): boolean {
  return key.startsWith(LAST_YEAR);
}

/**
 * Entries of the grid's `_meta` sheet, in columns B to D. `row`: figure key and comparator word; `column`:
 * unit; `prefilled`: `indicator|stratum|unit` and `value|decision` (no decision: printed by the plan); `path`: figure
 * key and what the column of the path shows for it, blank where it shows nothing; `weight`: `indicator|stratum|unit` and
 * what the unit counts for in the mean of the row.
 */
export type GridMetaKind = 'info' | 'plan' | 'row' | 'column' | 'prefilled' | 'path' | 'weight';

/** What a cell held when the grid was made. */
export interface Prefilled {
  value: number;
  /** Null for a value that the plan itself prints. */
  decision: string | null;
}

/** Writes {@link Prefilled} as `_meta` keeps it. */
export function prefilledText({ value, decision }: Prefilled): string {
  return `${value}|${decision ?? ''}`;
}

/** Reads {@link prefilledText}; null for anything else. */
export function parsePrefilled(text: string): Prefilled | null {
  const [, value, decision] = /^([^|]+)\|(.*)$/su.exec(text) ?? [];
  if (value === undefined || !Number.isFinite(Number(value))) return null;
  return { value: Number(value), decision: decision === '' ? null : (decision ?? null) };
}
