import type { SheetFacts } from '../../core/check/structure/facts.ts';
import { columnLetters, parseAddress } from '../../core/workbook/address.ts';
import { KEY_MARKER } from '../../core/workbook/contract.ts';
import type { CellPlace, SheetWindow } from '../pane/workbench.ts';

/** Rows shown above and below the wanted cell, columns shown left and right of it. */
const ROWS = 2;
const COLUMNS_BEFORE = 4;
const COLUMNS_AFTER = 1;

/**
 * What stands around a cell, without hidden rows and columns: they hold keys, which mean nothing to people.
 * @returns null where the workbook has no such cell
 */
export function sheetWindow(
  sheets: readonly SheetFacts[],
  { sheet: name, cell }: CellPlace,
): SheetWindow | null {
  const sheet = sheets.find((one) => one.name === name);
  const wanted = cell === undefined ? null : parseAddress(cell);
  if (sheet === undefined || wanted === null) return null;
  const isHidden = hiddenIn(sheet);
  const rows = around(wanted.row, ROWS, ROWS, isHidden.row);
  const columns = around(wanted.column, COLUMNS_BEFORE, COLUMNS_AFTER, isHidden.column);
  const values = new Map(sheet.cells.map(({ row, column, value }) => [`${row}:${column}`, value]));
  return {
    sheet: name,
    columns: columns.map(columnLetters),
    titles: titlesOf(sheet, columns, rows[0] ?? 0),
    rows: rows.map((row) => ({
      number: row,
      cells: columns.map((column) => ({
        value: values.get(`${row}:${column}`) ?? null,
        isWanted: row === wanted.row && column === wanted.column,
      })),
    })),
  };
}

/** Words in at least so many columns make a row the head of a table. */
const HEAD_CELLS = 4;

/** What the head of the sheet's table says above the columns; null where there is none above the first row. */
function titlesOf({ cells }: SheetFacts, columns: readonly number[], firstRow: number): string[] | null {
  const keys = cells.find(({ value }) => value === KEY_MARKER)?.row;
  const words = new Map<number, Map<number, string>>();
  for (const { row, column, value } of cells) {
    if (row >= firstRow || row === keys || typeof value !== 'string' || value === '') continue;
    words.set(row, (words.get(row) ?? new Map<number, string>()).set(column, value));
  }
  const heads = [...words].filter(([, texts]) => texts.size >= HEAD_CELLS);
  const [head] = heads.sort(([a], [b]) => a - b);
  return head ? columns.map((column) => head[1].get(column) ?? '') : null;
}

function hiddenIn({ hiddenRows, hiddenColumns, cells }: SheetFacts) {
  // Programs that lose hiding do not lose the keys.
  const marker = cells.find(({ value }) => value === KEY_MARKER);
  return {
    row: (row: number) => hiddenRows.has(row) || row === marker?.row,
    column: (column: number) => hiddenColumns.has(column) || column === marker?.column,
  };
}

/** The wanted number with so many before and after it that are not hidden. */
function around(
  wanted: number,
  before: number,
  after: number,
  isHidden: (number: number) => boolean,
): number[] {
  const shown = [wanted];
  for (let at = wanted - 1; at >= 1 && shown.length <= before; at -= 1) {
    if (!isHidden(at)) shown.unshift(at);
  }
  const end = shown.length + after;
  for (let at = wanted + 1; shown.length < end && at <= wanted + MOST_SKIPPED; at += 1) {
    if (!isHidden(at)) shown.push(at);
  }
  return shown;
}

/** A sheet may hide everything behind the wanted cell. */
const MOST_SKIPPED = 100;
