import { cellAddress } from './address.ts';
import { cellIndex, type CellModel, type SheetModel, type StyleName } from './model.ts';

/** What may be said of a cell beside where it stands and how it looks. */
export type CellExtra = Omit<CellModel, 'row' | 'column' | 'style'>;

/** An empty sheet with its first column hidden for row keys and its first row hidden for column keys. */
export function newSheet(
  name: string,
  columnWidths: readonly number[],
  options: Partial<SheetModel> = {},
): SheetModel {
  return {
    name,
    state: 'visible',
    columns: [{ width: 4, hidden: true }, ...columnWidths.map((width) => ({ width }))],
    rows: new Map([[1, { hidden: true }]]),
    cells: new Map(),
    merges: [],
    freeze: null,
    titleRows: null,
    titleColumns: null,
    rowBreaks: [],
    conditional: [],
    charts: [],
    sparklines: [],
    printFrom: { row: 2, column: 2 },
    printTo: null,
    printBottom: null,
    paper: 'A4',
    orientation: 'landscape',
    onePage: false,
    pagesAcross: 1,
    letters: 11,
    ...options,
  };
}

/** Puts a cell. Each address may be put once; two writers of one cell are a mistake. */
export function put(
  sheet: SheetModel,
  row: number,
  column: number,
  style: StyleName,
  content: number | string | CellExtra | null = null,
): void {
  const index = cellIndex(row, column);
  if (sheet.cells.has(index)) {
    throw new Error(`${sheet.name}!${cellAddress(row, column)} is written twice.`);
  }
  const extra = typeof content === 'object' ? (content ?? {}) : { value: content };
  sheet.cells.set(index, { row, column, style, ...extra });
}

/** Sets the height of a row, in points. */
export function setHeight(sheet: SheetModel, row: number, height: number): void {
  sheet.rows.set(row, { ...sheet.rows.get(row), height });
}

/** Lets a row grow with what is typed into it, beyond the height that it has. */
export function letGrow(sheet: SheetModel, row: number): void {
  sheet.rows.set(row, { ...sheet.rows.get(row), grows: true });
}

/**
 * Height of a row that holds wrapped text, in points: Excel does not fit merged rows, and files that open
 * cut off are not read.
 */
export function wrappedHeight(text: string, columnWidth: number, lineHeight = 15): number {
  return linesOf(text, columnWidth) * lineHeight + 3;
}

/** Lines that a text takes in a column of a width, in digits of its font. */
export function linesOf(text: string, columnWidth: number): number {
  return text
    .split('\n')
    .map((line) => Math.max(1, Math.ceil((line.length * 1.08) / columnWidth)))
    .reduce((sum, count) => sum + count, 0);
}

/** A reference to a cell of another sheet, with the column fixed. */
export function sheetReference(sheet: string, address: string): string {
  return `'${sheet}'!${address}`;
}
