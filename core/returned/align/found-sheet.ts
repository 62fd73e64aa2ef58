import { workbookKeys, type ColumnKey } from '../../workbook/contract.ts';
import { keysOf, type Keys } from '../../sheet/keyed.ts';
import { cellIndex } from '../../sheet/model.ts';
import type { FormulaCell, SheetFacts } from '../../sheet/facts.ts';

/** A returned sheet, made findable. */
export interface FoundSheet {
  facts: SheetFacts;
  /** By `cellIndex`. */
  cells: ReadonlyMap<number, FormulaCell>;
  byRow: ReadonlyMap<number, readonly FormulaCell[]>;
  /** Rows with the key of a figure or a series, and the columns these have. */
  keys: Keys<ColumnKey>;
}

/** Indexes a returned sheet and reads its keys. */
export function foundSheet(facts: SheetFacts): FoundSheet {
  const cells = new Map<number, FormulaCell>();
  const byRow = new Map<number, FormulaCell[]>();
  for (const cell of facts.cells) {
    cells.set(cellIndex(cell.row, cell.column), cell);
    const row = byRow.get(cell.row);
    if (row) row.push(cell);
    else byRow.set(cell.row, [cell]);
  }
  return { facts, cells, byRow, keys: keysOf(facts.cells, workbookKeys) };
}
