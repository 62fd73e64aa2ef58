import { isInput } from '../returned/align/align-sheet.ts';
import { workbookKeys, type ColumnKey } from '../workbook/contract.ts';
import { keysOf } from '../sheet/keyed.ts';
import { cellIndex, type SheetModel, type WorkbookModel } from '../sheet/model.ts';

/** An input cell of the template, found by its keys. */
export interface Slot extends ColumnKey {
  /** Place of its sheet in the template. */
  sheet: number;
  row: number;
  column: number;
  rowKey: string;
  columnKey: string;
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
    const keys = keysOf(sheet.cells.values(), workbookKeys);
    if (keys.columns.length === 0) return;
    keyed.push({
      index,
      sheet,
      rows: new Map(keys.rows.map(({ key, row }) => [key, row])),
      columns: new Map(keys.columns.map(({ key, column }) => [key, column])),
    });
    for (const { row, key: rowKey } of keys.rows) {
      for (const { column, key: columnKey, ...said } of keys.columns) {
        const cell = sheet.cells.get(cellIndex(row, column));
        if (!cell || !isInput(cell)) continue;
        const slot = { sheet: index, row, column, rowKey, columnKey, ...said };
        all.set(slotId(rowKey, columnKey), slot);
        at.set(placeId(index, row, column), slot);
      }
    }
  });
  return { all, at, sheets: keyed, rowKeys: new Set(keyed.flatMap(({ rows }) => [...rows.keys()])) };
}
