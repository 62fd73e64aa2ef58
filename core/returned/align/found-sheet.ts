import { isSeriesKey, KEY_MARKER, parseColumnKey, type ColumnField } from '../../workbook/contract.ts';
import { parseRowKey } from '../../observation/key.ts';
import { cellIndex } from '../../sheet/model.ts';
import type { FormulaCell, SheetFacts } from '../../sheet/facts.ts';

/** Where the keys of a returned sheet stand, in the order of the sheet; the same key may stand twice. */
export interface FoundKeys {
  marker: { row: number; column: number } | null;
  /** Rows with the key of a figure or a series. */
  rows: readonly { row: number; key: string }[];
  columns: readonly { column: number; key: string; period: string; field: ColumnField }[];
}

/** A returned sheet, made findable. */
export interface FoundSheet {
  facts: SheetFacts;
  /** By `cellIndex`. */
  cells: ReadonlyMap<number, FormulaCell>;
  byRow: ReadonlyMap<number, readonly FormulaCell[]>;
  keys: FoundKeys;
}

/** Indexes a returned sheet and reads its keys as the reader of figures does: beside the marker. */
export function foundSheet(facts: SheetFacts): FoundSheet {
  const cells = new Map<number, FormulaCell>();
  const byRow = new Map<number, FormulaCell[]>();
  let marker: FoundKeys['marker'] = null;
  for (const cell of facts.cells) {
    cells.set(cellIndex(cell.row, cell.column), cell);
    const row = byRow.get(cell.row);
    if (row) row.push(cell);
    else byRow.set(cell.row, [cell]);
    if (marker === null && cell.value === KEY_MARKER) marker = { row: cell.row, column: cell.column };
  }
  return { facts, cells, byRow, keys: readKeys(facts, marker) };
}

function readKeys(facts: SheetFacts, marker: FoundKeys['marker']): FoundKeys {
  const rows: { row: number; key: string }[] = [];
  const columns: { column: number; key: string; period: string; field: ColumnField }[] = [];
  if (marker === null) return { marker, rows, columns };
  for (const { row, column, value } of facts.cells) {
    if (typeof value !== 'string') continue;
    if (row === marker.row) {
      const parsed = parseColumnKey(value);
      if (parsed) columns.push({ column, key: value, period: parsed.period, field: parsed.field });
    }
    if (column === marker.column && (parseRowKey(value) || isSeriesKey(value)))
      rows.push({ row, key: value });
  }
  return { marker, rows, columns };
}
