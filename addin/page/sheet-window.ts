import type { SheetFacts } from '../../core/sheet/facts.ts';
import { columnLetters, parseAddress } from '../../core/sheet/address.ts';
import { keysOf } from '../../core/sheet/keyed.ts';
import { cellIndex, type WorkbookModel } from '../../core/sheet/model.ts';
import { KEY_MARKER, workbookKeys } from '../../core/workbook/contract.ts';
import type { CellPlace, SheetWindow } from '../pane/workbench.ts';

/** Rows shown above and below the wanted cell, columns shown left and right of it. */
const ROWS = 2;
const COLUMNS_BEFORE = 4;
const COLUMNS_AFTER = 1;

/**
 * What stands around a cell, without hidden rows and columns: they hold keys, which mean nothing to people.
 * @param issued the workbook as it was issued, where that is known
 * @returns null where the workbook has no such cell
 */
export function sheetWindow(
  sheets: readonly SheetFacts[],
  { sheet: name, cell }: CellPlace,
  issued: WorkbookModel | null = null,
): SheetWindow | null {
  const sheet = sheets.find((one) => one.name === name);
  const wanted = cell === undefined ? null : parseAddress(cell);
  if (sheet === undefined || wanted === null) return null;
  const isHidden = hiddenIn(sheet);
  const rows = around(wanted.row, ROWS, ROWS, isHidden.row);
  const columns = around(wanted.column, COLUMNS_BEFORE, COLUMNS_AFTER, isHidden.column);
  const values = new Map(sheet.cells.map(({ row, column, value }) => [`${row}:${column}`, value]));
  const head = headOf(sheet, wanted.row);
  const isUngrouped = ungroupedIn(sheet, issued);
  return {
    sheet: name,
    columns: columns.map(columnLetters),
    // Where the rows show the head themselves it is not said above them.
    titles: head === null || rows.includes(head.row) ? null : columns.map((one) => head.words.get(one) ?? ''),
    rows: rows.map((row) => ({
      number: row,
      cells: columns.map((column) => ({
        value: shownValue(values.get(`${row}:${column}`) ?? null, isUngrouped(row, column)),
        isWanted: row === wanted.row && column === wanted.column,
      })),
    })),
  };
}

/**
 * Which cells hold a number that is a name, not a size, as a year: those of the base years, by their key, and those
 * that were issued without groups of digits, where nobody can have moved them.
 */
function ungroupedIn(
  { name, cells }: SheetFacts,
  issued: WorkbookModel | null,
): (row: number, column: number) => boolean {
  const { marker, columns } = keysOf(cells, workbookKeys);
  if (marker !== null && columns.some(({ field }) => field === 'baseYear')) {
    const years = new Set(columns.filter(({ field }) => field === 'baseYear').map(({ column }) => column));
    return (_, column) => years.has(column);
  }
  const expected = issued?.sheets.find((sheet) => sheet.name === name)?.cells;
  return (row, column) => expected?.get(cellIndex(row, column))?.format === UNGROUPED;
}

/** Format of a whole number without groups of digits. */
const UNGROUPED = '0';

function shownValue<Value>(value: Value, isUngrouped: boolean): Value | string {
  return isUngrouped && typeof value === 'number' ? String(value) : value;
}

/** Words in at least so many columns make a row the head of a table. */
const HEAD_CELLS = 4;

/** Letters and numbers of columns, which forms have in a line below the head. */
const COLUMN_NUMBER = /^(?:\p{Lu}|\d{1,2})$/u;

/**
 * What the head of a row's table says, by column: the nearest head, since a sheet may have several tables.
 * @returns with the first of its rows
 */
function headOf(
  { cells }: SheetFacts,
  wantedRow: number,
): { row: number; words: ReadonlyMap<number, string> } | null {
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
  const [last] = heads.sort(([a], [b]) => (marker === undefined ? a - b : b - a));
  if (last === undefined) return null;
  // A head of several rows, as the name of a figure above its period, is said as one.
  const rows = new Map(heads);
  let [row] = last;
  const joined = new Map(last[1]);
  for (let above = rows.get(row - 1); above !== undefined; above = rows.get(row - 1)) {
    row -= 1;
    for (const [column, word] of above) joined.set(column, [word, joined.get(column) ?? ''].join(' – '));
  }
  return { row, words: new Map([...joined].map(([column, word]) => [column, word.replace(/ – $/u, '')])) };
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
