import { cellAddress } from './address.ts';
import { knownFormula } from './formula/known-formula.ts';
import { cellIndex, type CellModel, type SheetModel, type StyleName } from './model.ts';

/** What may be said of a cell beside where it stands and how it looks. */
export type CellExtra = Finished | Unfinished;
type Finished = Omit<CellModel, 'row' | 'column' | 'style'>;
/** Its formula is made only where {@link WrittenFormulas} does not have it yet; null for no cell at all. */
type Unfinished = Omit<Finished, 'formula'> & { formula: () => string | null };

/**
 * The formulas of a sheet that workbooks have in common, by their cells and variants. Most of what building a workbook takes is
 * writing them.
 */
export type WrittenFormulas = Map<number | string, string | null>;

const writtenOn = new WeakMap<SheetModel, WrittenFormulas>();

/** Lets a sheet take its formulas from those that were written before, and add to them. */
export function shareFormulas(sheet: SheetModel, written: WrittenFormulas): void {
  writtenOn.set(sheet, written);
}

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

/**
 * Puts a cell. Each address may be put once; two writers of one cell are a mistake.
 * @param variant tells apart the formulas that a cell may have in workbooks which share theirs
 * @returns whether there is a cell
 */
export function put(
  sheet: SheetModel,
  row: number,
  column: number,
  style: StyleName,
  content: number | string | CellExtra | null = null,
  variant = '',
): boolean {
  const index = cellIndex(row, column);
  if (sheet.cells.has(index)) {
    throw new Error(`${sheet.name}!${cellAddress(row, column)} is written twice.`);
  }
  if (content === null) sheet.cells.set(index, { row, column, style });
  else if (typeof content !== 'object') sheet.cells.set(index, { row, column, style, value: content });
  else if (isUnfinished(content)) {
    const formula = sharedFormula(sheet, index, content.formula, variant);
    if (formula === null) return false;
    sheet.cells.set(index, { row, column, style, ...content, formula });
  } else sheet.cells.set(index, { row, column, style, ...content });
  return true;
}

function isUnfinished(content: CellExtra): content is Unfinished {
  return typeof content.formula === 'function';
}

/**
 * The formula of a cell as it was written before, else written now.
 * @param index of the cell, see {@link cellIndex}
 */
export function sharedFormula(
  sheet: SheetModel,
  index: number,
  make: () => string | null,
  variant = '',
): string | null {
  const known = writtenOn.get(sheet);
  const key = variant === '' ? index : `${index} ${variant}`;
  const found = known?.get(key);
  if (found !== undefined) return found;
  const made = make();
  if (known === undefined) return made;
  const formula = made === null ? null : knownFormula(made).text;
  known.set(key, formula);
  return formula;
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
    .map((line) => Math.max(Math.ceil((line.length * 1.08) / columnWidth), linesOfWords(line, columnWidth)))
    .reduce((sum, count) => sum + count, 0);
}

/** In a narrow column a line ends where its words do, well before its width does. */
function linesOfWords(line: string, columnWidth: number): number {
  let lines = 1;
  let used = 0;
  for (const { length } of line.split(' ')) {
    if (used > 0 && used + 1 + length > columnWidth) {
      lines += 1;
      used = 0;
    }
    used += (used > 0 ? 1 : 0) + length;
  }
  return lines;
}

/** A reference to a cell of another sheet, with the column fixed. */
export function sheetReference(sheet: string, address: string): string {
  return `'${sheet}'!${address}`;
}
