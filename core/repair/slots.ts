import { isInput } from '../returned/align/align-sheet.ts';
import { isSeriesKey, KEY_MARKER, parseColumnKey, type ColumnField } from '../workbook/contract.ts';
import { parseRowKey } from '../observation/key.ts';
import { cellIndex, type SheetModel, type WorkbookModel } from '../sheet/model.ts';

/** An input cell of the template, found by its keys. */
export interface Slot {
  /** Place of its sheet in the template. */
  sheet: number;
  row: number;
  column: number;
  rowKey: string;
  columnKey: string;
  period: string;
  field: ColumnField;
}

/** The keyed rows and columns of a sheet of the template. */
export interface KeyedSheet {
  index: number;
  sheet: SheetModel;
  rows: ReadonlyMap<string, number>;
  columns: ReadonlyMap<string, number>;
}

/** Every keyed input cell of a template. */
export interface Slots {
  /** By {@link slotId}. */
  all: ReadonlyMap<string, Slot>;
  /** By {@link placeId} of the cell. */
  at: ReadonlyMap<string, Slot>;
  sheets: readonly KeyedSheet[];
  rowKeys: ReadonlySet<string>;
}

/** Names a cell by its keys. */
export function slotId(rowKey: string, columnKey: string): string {
  return `${rowKey} ${columnKey}`;
}

/** Names a cell by its place. */
export function placeId(sheet: number, row: number, column: number): string {
  return `${sheet}:${cellIndex(row, column)}`;
}

/** Finds the keyed input cells of a template. */
export function slotsOf({ sheets }: WorkbookModel): Slots {
  const all = new Map<string, Slot>();
  const at = new Map<string, Slot>();
  const keyed: KeyedSheet[] = [];
  sheets.forEach((sheet, index) => {
    const keys = keysOn(sheet);
    if (keys.columns.size === 0) return;
    keyed.push({ index, sheet, ...keys });
    for (const [rowKey, row] of keys.rows) {
      for (const [key, column] of keys.columns) {
        const cell = sheet.cells.get(cellIndex(row, column));
        const parsed = parseColumnKey(key);
        if (!cell || !isInput(cell) || !parsed) continue;
        const slot = { sheet: index, row, column, rowKey, columnKey: key, ...parsed };
        all.set(slotId(rowKey, key), slot);
        at.set(placeId(index, row, column), slot);
      }
    }
  });
  return { all, at, sheets: keyed, rowKeys: new Set(keyed.flatMap(({ rows }) => [...rows.keys()])) };
}

function keysOn({ cells }: SheetModel): Pick<KeyedSheet, 'rows' | 'columns'> {
  const rows = new Map<string, number>();
  const columns = new Map<string, number>();
  const marker = [...cells.values()].find(({ value }) => value === KEY_MARKER);
  if (!marker) return { rows, columns };
  for (const { row, column, value } of cells.values()) {
    if (typeof value !== 'string') continue;
    if (row === marker.row && parseColumnKey(value)) columns.set(value, column);
    if (column === marker.column && isKeyOfRow(value)) rows.set(value, row);
  }
  return { rows, columns };
}

/** Whether a text is the key of a figure's or a series' row. */
export function isKeyOfRow(text: string): boolean {
  return parseRowKey(text) !== null || isSeriesKey(text);
}
