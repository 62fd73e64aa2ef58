import { cellText } from '../../core/sheet/cell-text.ts';
import { keyedCells, type KeyedCell } from '../../core/returned/keyed-cells.ts';
import type { SheetCells } from '../../core/sheet/facts.ts';

/** The cell that takes the reason of a row. */
export interface ReasonCell {
  sheet: string;
  /** Both count from 1. */
  row: number;
  column: number;
  address: string;
}

/**
 * Finds the reason cell of a row by the keys that stand in the sheets now. A row that was copied has several
 * reason cells: the first that holds something, as the check reads it, else the first.
 * @param key `indicator|stratum`
 * @returns null where the row or its reason column is gone
 */
export function reasonCell(sheets: readonly SheetCells[], key: string): ReasonCell | null {
  const found = reasonCells(sheets).get(key);
  return found ? { sheet: found.sheet, row: found.row, column: found.column, address: found.address } : null;
}

/** The reasons as they stand, trimmed, by row key; '' where the cell of a row holds none. */
export function standingReasons(sheets: readonly SheetCells[]): ReadonlyMap<string, string> {
  return new Map([...reasonCells(sheets)].map(([key, { value }]) => [key, cellText(value).trim()]));
}

function reasonCells(sheets: readonly SheetCells[]): ReadonlyMap<string, KeyedCell> {
  const found = new Map<string, KeyedCell>();
  for (const cell of keyedCells(sheets) ?? []) {
    if (cell.field !== 'reason') continue;
    const before = found.get(cell.rowKey);
    if (before === undefined || (isBlank(before) && !isBlank(cell))) found.set(cell.rowKey, cell);
  }
  return found;
}

function isBlank({ value }: KeyedCell): boolean {
  return value === null || value === '';
}
