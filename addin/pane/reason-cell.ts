import { cellText } from '../../core/sheet/cell-text.ts';
import { keyedCells, type KeyedCell } from '../../core/returned/keyed-cells.ts';
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
 * @param cells of these sheets, where they have been opened; who writes one reason into Excel's sheets reads no
 * more of them than their keys
 * @returns null where the row or its reason column is gone
 */
export function reasonCell(
  sheets: readonly SheetCells[],
  key: string,
  cells: readonly KeyedCell[] = keyedCells(sheets) ?? [],
): ReasonCell | null {
  const found = reasonCells(cells).get(key);
  return found ? { sheet: found.sheet, row: found.row, column: found.column, address: found.address } : null;
}

/**
 * The reasons as they stand, trimmed, by row key; '' where the cell of a row holds none.
 * @param cells of these sheets, where they have been opened
 */
export function standingReasons(
  sheets: readonly SheetCells[],
  cells: readonly KeyedCell[] = keyedCells(sheets) ?? [],
): ReadonlyMap<string, string> {
  return new Map([...reasonCells(cells)].map(([key, { value }]) => [key, cellText(value).trim()]));
}
