import type { SheetFacts } from '../../core/sheet/facts.ts';
import { columnLetters, parseAddress } from '../../core/sheet/address.ts';
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
    titles: titlesOf(sheet, columns, rows, wanted.row),
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

/** Letters and numbers of columns, which forms have in a line below the head. */
const COLUMN_NUMBER = /^(?:\p{Lu}|\d{1,2})$/u;

/**
 * What the head of the wanted cell's table says above the columns: the nearest head, since a sheet may have
 * several tables. Null where there is none, or where the rows show it themselves.
 */
function titlesOf(
  { cells }: SheetFacts,
  columns: readonly number[],
  rows: readonly number[],
  wantedRow: number,
): string[] | null {
  const marker = cells.find(({ value }) => value === KEY_MARKER);
  // What has a key or a formula is a line of a table, however many words it has.
  const lines = new Set(
    cells
      .filter(
        ({ column, value, formula }) => formula !== null || (column === marker?.column && value !== null),
      )
      .map(({ row }) => row),
  );
  const words = new Map<number, Map<number, string>>();
  for (const { row, column, value } of cells) {
    if (row > wantedRow || lines.has(row) || typeof value !== 'string' || value === '') continue;
    words.set(row, (words.get(row) ?? new Map<number, string>()).set(column, value));
  }
  const heads = [...words].filter(
    ([, texts]) => texts.size >= HEAD_CELLS && [...texts.values()].some((text) => !COLUMN_NUMBER.test(text)),
  );
  // Without keys a line of the table may look like a head.
  const [head] = heads.sort(([a], [b]) => (marker === undefined ? a - b : b - a));
  if (head === undefined || rows.includes(head[0])) return null;
  return columns.map((column) => head[1].get(column) ?? '');
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
