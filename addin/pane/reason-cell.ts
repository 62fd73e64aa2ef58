import { cellText } from '../../core/sheet/cell-text.ts';
import { keyedCells } from '../../core/returned/keyed-cells.ts';
import { reasonCells } from '../../core/returned/reason-cells.ts';
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
 * Finds the reason cell of a row by the keys that stand in the sheets now: the one from which a check reads it.
 * @param key `indicator|stratum`
 * @returns null where the row or its reason column is gone
 */
export function reasonCell(sheets: readonly SheetCells[], key: string): ReasonCell | null {
  const found = reasonsIn(sheets).get(key);
  return found ? { sheet: found.sheet, row: found.row, column: found.column, address: found.address } : null;
}

/** The reasons as they stand, trimmed, by row key; '' where the cell of a row holds none. */
export function standingReasons(sheets: readonly SheetCells[]): ReadonlyMap<string, string> {
  return new Map([...reasonsIn(sheets)].map(([key, { value }]) => [key, cellText(value).trim()]));
}

function reasonsIn(sheets: readonly SheetCells[]) {
  return reasonCells(keyedCells(sheets) ?? []);
}
