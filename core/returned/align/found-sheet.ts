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
  for (const cell of facts.cells) cells.set(cellIndex(cell.row, cell.column), cell);
  let byRow: FoundSheet['byRow'] | null = null;
  return {
    facts,
    cells,
    // Asked for only where something was moved.
    get byRow() {
      return (byRow ??= cellsByRow(facts));
    },
    keys: keysOf(facts.cells, workbookKeys),
  };
}

function cellsByRow(facts: SheetFacts): Map<number, FormulaCell[]> {
  const rows = new Map<number, FormulaCell[]>();
  for (const cell of facts.cells) {
    const row = rows.get(cell.row);
    if (row) row.push(cell);
    else rows.set(cell.row, [cell]);
  }
  return rows;
}
