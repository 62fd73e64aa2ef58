import ExcelJS from 'exceljs';
import {
  GRID_MARKER,
  GRID_SHEET,
  headRowKeys,
  HEAD_COLUMN_KEY,
} from '../../../core/planner/grid/grid-contract.ts';

/** What an officer types into a grid: the head, and values by `indicator|stratum` and unit. */
export interface Typed {
  decision?: ExcelJS.CellValue;
  decisionDate?: ExcelJS.CellValue;
  validFrom?: ExcelJS.CellValue;
  values?: Record<string, Record<string, ExcelJS.CellValue>>;
}

/** A cell of a grid by its keys. */
export function gridCell(book: ExcelJS.Workbook, rowKey: string, columnKey: string): ExcelJS.Cell {
  const sheet = book.getWorksheet(GRID_SHEET);
  if (!sheet || sheet.getCell(1, 1).value !== GRID_MARKER) throw new Error('This is no grid.');
  const find = (count: number, key: string, at: (index: number) => ExcelJS.Cell) => {
    for (let index = 1; index <= count; index += 1) if (at(index).value === key) return index;
    throw new Error(`The grid has no key ${key}.`);
  };
  const row = find(sheet.rowCount, rowKey, (index) => sheet.getCell(index, 1));
  const column = find(sheet.columnCount, columnKey, (index) => sheet.getCell(1, index));
  return sheet.getCell(row, column);
}

/** Opens a grid, types into it and saves it, as another program than ours would. */
export async function fillGrid(path: string, typed: Typed, saveAs = path): Promise<void> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.readFile(path);
  typeInto(book, typed);
  await book.xlsx.writeFile(saveAs);
}

/** Types into a grid that is open. */
export function typeInto(book: ExcelJS.Workbook, typed: Typed): void {
  for (const field of ['decision', 'decisionDate', 'validFrom'] as const) {
    const value = typed[field];
    if (value !== undefined) gridCell(book, headRowKeys[field], HEAD_COLUMN_KEY).value = value;
  }
  for (const [key, units] of Object.entries(typed.values ?? {})) {
    for (const [unit, value] of Object.entries(units)) gridCell(book, key, `unit|${unit}`).value = value;
  }
}
