import { cellAddress } from '../sheet/address.ts';
import {
  KEY_MARKER,
  isSeriesKey,
  parseColumnKey,
  type ColumnField,
  type WorkbookIdentity,
} from '../workbook/contract.ts';
import { parseRowKey } from '../observation/key.ts';
import type { Vintage } from '../observation/vintage.ts';
import { identify, isOfAnotherWorkbook, ownIdentity, sheetIdentities } from './identity.ts';
import { readMeta } from './read-meta.ts';
import type { SheetCell, SheetCells } from '../sheet/facts.ts';

/** A cell found by its keys, whatever its content; blank ones too. */
export interface KeyedCell {
  sheet: string;
  row: number;
  column: number;
  address: string;
  /** `indicator|stratum`, or on Tổng hợp `plan|indicator|stratum|kind`. */
  rowKey: string;
  /** SDMX period, or `_`. */
  period: string;
  vintage: Vintage | '_';
  field: ColumnField;
  value: SheetCell['value'];
  /** Null for a typed cell, and where the reader sees no formulas. */
  formula: string | null;
}

/** More crossings than any workbook of ours has by far; a file made to exhaust memory has millions. */
const MOST_CELLS = 500_000;

/**
 * Every cell of the workbook's own sheets that stands where a keyed row and a keyed column cross. Rows and
 * sheets that were copied come with all their cells; a sheet that says it is of another workbook has none,
 * wherever it stands.
 * @param own whose workbook it is, where that is known already; null where nothing says it
 * @returns null when there are more than a workbook can have
 */
export function keyedCells(
  sheets: readonly SheetCells[],
  own: WorkbookIdentity | null = identityOfAll(sheets),
): KeyedCell[] | null {
  const keyed: KeyedCell[] = [];
  for (const sheet of sheets) {
    if (own !== null && isOfAnotherWorkbook(sheet, own)) continue;
    const keys = keysOf(sheet);
    if (keyed.length + keys.rows.size * keys.columns.size > MOST_CELLS) return null;
    const contents = new Map(sheet.cells.map((cell) => [`${cell.row}:${cell.column}`, cell]));
    for (const [row, rowKey] of keys.rows) {
      for (const [column, key] of keys.columns) {
        const { value = null, formula = null } = contents.get(`${row}:${column}`) ?? {};
        const address = cellAddress(row, column);
        keyed.push({ sheet: sheet.name, row, column, address, rowKey, ...key, value, formula });
      }
    }
  }
  return keyed;
}

function identityOfAll(sheets: readonly SheetCells[]): WorkbookIdentity | null {
  const meta = readMeta(sheets);
  const ofSheets = sheetIdentities(sheets);
  const found = identify(meta, ofSheets);
  return found === null || found === 'contradictory' ? null : ownIdentity(found.identity, meta, ofSheets);
}

type ColumnKey = NonNullable<ReturnType<typeof parseColumnKey>>;

/** The keyed rows and columns of a sheet; none without the marker. */
function keysOf({ cells }: SheetCells): { rows: Map<number, string>; columns: Map<number, ColumnKey> } {
  const rows = new Map<number, string>();
  const columns = new Map<number, ColumnKey>();
  const marker = cells.find(({ value }) => value === KEY_MARKER);
  if (!marker) return { rows, columns };
  for (const { row, column, value } of cells) {
    if (typeof value !== 'string') continue;
    if (row === marker.row) {
      const key = parseColumnKey(value);
      if (key) columns.set(column, key);
    }
    if (column === marker.column && (parseRowKey(value) || isSeriesKey(value))) rows.set(row, value);
  }
  return { rows, columns };
}
