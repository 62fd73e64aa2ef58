import { workbookKeys, type ColumnKey } from '../../workbook/contract.ts';
import { keysAt, keysOf, type KeyedColumn, type KeyedRow } from '../../sheet/keyed.ts';
import type { SheetModel } from '../../sheet/model.ts';

/** An expected sheet with its keys as they were issued, whether it came back or not. */
export interface KeyedPart {
  expected: SheetModel;
  /** Row and column that held the keys when the workbook was issued; null where a sheet has none. */
  keyRow: number | null;
  keyColumn: number | null;
  /** Rows with a key of any kind, those of computed lines too. */
  keyedRows: readonly KeyedRow[];
  keyedColumns: readonly KeyedColumn<ColumnKey>[];
}

/** Every text in the key column was issued as a key. */
const ISSUED_KEYS = { ...workbookKeys, row: () => true };

/** Rules ask for it again and again; the sheet of an expected workbook does not change. */
const known = new WeakMap<SheetModel, KeyedPart>();

/** Reads the keys of an expected sheet: beside the marker, or without it, on sheets of formulas, in column A. */
export function keyedPart(expected: SheetModel): KeyedPart {
  const part = known.get(expected) ?? readKeys(expected);
  known.set(expected, part);
  return part;
}

function readKeys(expected: SheetModel): KeyedPart {
  const { marker, rows, columns } = keysOf(expected.cells.values(), ISSUED_KEYS);
  if (marker !== null) {
    const { row: keyRow, column: keyColumn } = marker;
    return { expected, keyRow, keyColumn, keyedRows: rows, keyedColumns: columns };
  }
  const keyColumn = holdsHiddenKeys(expected) ? 1 : null;
  const inColumn = keysAt(expected.cells.values(), { row: null, column: keyColumn }, ISSUED_KEYS);
  return { expected, keyRow: null, keyColumn, keyedRows: inColumn.rows, keyedColumns: [] };
}

function holdsHiddenKeys({ cells }: SheetModel): boolean {
  for (const { column, style, value } of cells.values()) {
    if (style === 'hiddenKey' && column === 1 && typeof value === 'string') return true;
  }
  return false;
}
