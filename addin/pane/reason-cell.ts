import { keyedCells, type SheetCells } from '../../core/workbook/keyed-cells.ts';

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
  const cells = (keyedCells(sheets) ?? []).filter((one) => one.rowKey === key && one.field === 'reason');
  const found = cells.find(({ value }) => value !== null && value !== '') ?? cells[0];
  return found ? { sheet: found.sheet, row: found.row, column: found.column, address: found.address } : null;
}
