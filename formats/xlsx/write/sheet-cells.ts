import { cellAddress, SHEET_COLUMNS, SHEET_ROWS } from '../../../core/sheet/address.ts';
import { cellIndex, type CellModel, type SheetModel } from '../../../core/sheet/model.ts';
import { MAX_ROW_HEIGHT } from '../../../core/sheet/page.ts';
import { type CellRange, parseRange } from '../cell-range.ts';
import { escapeText } from '../escaped-text.ts';
import { formulaElement, sharedFormulas } from './shared-formulas.ts';
import { xmlText } from './xml-text.ts';

/** What cells share over all sheets of a workbook. */
export interface CellTables {
  /** Index of a cell's look among the workbook's styles. */
  style(cell: CellModel, letters: number): number;
  /** Index of a text among the workbook's texts; each call counts as one use. */
  text(text: string): number;
}

/** What the cells of a sheet become, each an element of its part or nothing. */
export interface SheetCells {
  dimension: string;
  sheetData: string;
  mergeCells: string;
  hyperlinks: string;
}

/**
 * Writes the cells of a sheet. Not left to exceljs, which holds every cell three times before it writes it
 * and takes most of the time of a workbook for that.
 * @throws Error when two merged ranges overlap: Excel would repair the file
 */
export function sheetCells(sheet: SheetModel, tables: CellTables): SheetCells {
  const merges = mergesOf(sheet);
  const covered = coveredCells(sheet, merges);
  const cells = inOrder(sheet, covered);
  const shared = sharedFormulas(cells);
  const links: string[] = [];
  const elementOf = (cell: CellModel) => {
    const address = cellAddress(cell.row, cell.column);
    const look = `r="${address}" s="${tables.style(cell, sheet.letters)}"`;
    if (cell.link !== undefined) links.push(`<hyperlink ref="${address}" location="${xmlText(cell.link)}"/>`);
    return cell.formula === undefined
      ? plainCell(look, cell, tables)
      : formulaCell(look, cell, formulaElement(address, xmlText(cell.formula), cell.filledFrom, shared));
  };
  const rows = new Map<number, RowCells>();
  for (const [first, ...others] of rowsOf(cells)) {
    // Joined at once: texts put together bit by bit keep their bits, which of a long list are several times its length.
    const xml = [first, ...others].map(elementOf).join('');
    rows.set(first.row, { xml, first: first.column, last: (others.at(-1) ?? first).column });
  }
  return {
    dimension: dimensionOf([...[...sheet.cells.values()].filter(hasContent), ...covered.values()]),
    sheetData: sheetData(sheet, rows),
    mergeCells: listOf(
      'mergeCells',
      ` count="${merges.length}"`,
      merges.map(({ range }) => `<mergeCell ref="${range}"/>`),
    ),
    hyperlinks: listOf('hyperlinks', '', links),
  };
}

/** The cells of a row as one text, with the first and the last of its columns. */
interface RowCells {
  xml: string;
  first: number;
  last: number;
}

/** The cells of a sheet row by row; one that a merge covers is as its range says. */
function inOrder(sheet: SheetModel, covered: ReadonlyMap<number, CellModel>): CellModel[] {
  const own = [...sheet.cells.values()];
  const shown =
    covered.size === 0 ? own : own.filter(({ row, column }) => !covered.has(cellIndex(row, column)));
  return [...shown, ...covered.values()].sort((a, b) => a.row - b.row || a.column - b.column);
}

/** Cells that stand in order, those of each row together. */
function* rowsOf(cells: readonly CellModel[]): Generator<[CellModel, ...CellModel[]], void> {
  let row: [CellModel, ...CellModel[]] | null = null;
  for (const cell of cells) {
    if (row?.[0].row === cell.row) row.push(cell);
    else {
      if (row !== null) yield row;
      row = [cell];
    }
  }
  if (row !== null) yield row;
}

interface Merge extends CellRange {
  range: string;
}

/** In the order in which reading row by row first meets a covered cell of each. */
function mergesOf(sheet: SheetModel): Merge[] {
  const merges = sheet.merges.flatMap((text) => {
    const area = parseRange(text);
    if (area === null) throw new RangeError(`No sheet has the range "${text}".`);
    const { top, left, bottom, right } = area;
    const range = `${cellAddress(top, left)}:${cellAddress(bottom, right)}`;
    return top === bottom && left === right ? [] : [{ ...area, range }];
  });
  const met = ({ top, left, right }: Merge) =>
    right > left ? cellIndex(top, left + 1) : cellIndex(top + 1, left);
  return merges.sort((a, b) => met(a) - met(b));
}

/** The cells that merges cover, by their index: they hold nothing and look like the first of the range. */
function coveredCells(sheet: SheetModel, merges: readonly Merge[]): Map<number, CellModel> {
  const covered = new Map<number, CellModel>();
  const taken = new Set<number>();
  for (const { top, left, bottom, right, range } of merges) {
    const { style, format } = sheet.cells.get(cellIndex(top, left)) ?? { style: 'plain' };
    for (let row = top; row <= bottom; row += 1) {
      for (let column = left; column <= right; column += 1) {
        const index = cellIndex(row, column);
        if (taken.has(index)) throw new Error(`${sheet.name}!${range} overlaps another merged range.`);
        taken.add(index);
        if (row === top && column === left) continue;
        covered.set(index, { row, column, style, ...(format === undefined ? {} : { format }) });
      }
    }
  }
  return covered;
}

/** Red too: in a long sentence bold alone is overlooked. */
const BOLD = '<rPr><b/><color rgb="FFC00000"/></rPr>';

function hasContent({ value, formula, link }: CellModel): boolean {
  return value !== undefined || formula !== undefined || link !== undefined;
}

/** @param look place and style of the cell, as attributes */
export function plainCell(
  look: string,
  { value, link, bold, own }: CellModel,
  tables: Pick<CellTables, 'text'>,
): string {
  if (bold !== undefined && typeof value === 'string') {
    const [from, to] = bold;
    const part = (text: string, font = '') =>
      text === '' ? '' : `<r>${font}<t xml:space="preserve">${xmlText(escapeText(text))}</t></r>`;
    const runs = part(value.slice(0, from)) + part(value.slice(from, to), BOLD) + part(value.slice(to));
    return `<c ${look} t="inlineStr"><is>${runs}</is></c>`;
  }
  if (own && typeof value === 'string') {
    return `<c ${look} t="inlineStr"><is>${textElement(value)}</is></c>`;
  }
  if (link !== undefined || typeof value === 'string') {
    return `<c ${look} t="s"><v>${tables.text(escapeText(String(value ?? '')))}</v></c>`;
  }
  return value === undefined ? `<c ${look}/>` : `<c ${look}><v>${value}</v></c>`;
}

/** A text as an element; only one that begins or ends with space needs to say so. */
export function textElement(text: string): string {
  const space = text.trim() === text ? '' : ' xml:space="preserve"';
  return `<t${space}>${xmlText(escapeText(text))}</t>`;
}

/**
 * @param look as for a plain cell
 * @param formula as an element
 */
export function formulaCell(look: string, { result = '' }: CellModel, formula: string): string {
  return typeof result === 'string'
    ? `<c ${look} t="str">${formula}<v>${xmlText(escapeText(result))}</v></c>`
    : `<c ${look}>${formula}<v>${result}</v></c>`;
}

function sheetData(sheet: SheetModel, cells: ReadonlyMap<number, RowCells>): string {
  const numbers = [...new Set([...cells.keys(), ...sheet.rows.keys()])].sort((a, b) => a - b);
  const rows = numbers.flatMap((number) => {
    const { height, hidden, grows } = sheet.rows.get(number) ?? {};
    const content = cells.get(number);
    if (!height && content === undefined) return [];
    const fixed = grows ? '' : ' customHeight="1"';
    const size = height ? ` ht="${Math.min(height, MAX_ROW_HEIGHT)}"${fixed}` : '';
    const spans = content ? ` spans="${content.first}:${content.last}"` : '';
    const start = `<row r="${number}"${size}${hidden ? ' hidden="1"' : ''}${spans} x14ac:dyDescent="0.25"`;
    return [content ? `${start}>${content.xml}</row>` : `${start}/>`];
  });
  return rows.length === 0 ? '<sheetData/>' : `<sheetData>${rows.join('')}</sheetData>`;
}

/** From the first to the last row and column of cells that hold something or are covered. */
export function dimensionOf(cells: readonly CellModel[]): string {
  let [top, left, bottom, right] = [SHEET_ROWS, SHEET_COLUMNS, 1, 1];
  for (const { row, column } of cells) {
    top = Math.min(top, row);
    left = Math.min(left, column);
    bottom = Math.max(bottom, row);
    right = Math.max(right, column);
  }
  const first = cells.length === 0 ? 'A1' : cellAddress(top, left);
  return `<dimension ref="${first}:${cellAddress(bottom, right)}"/>`;
}

function listOf(name: string, attributes: string, items: readonly string[]): string {
  return items.length === 0 ? '' : `<${name}${attributes}>${items.join('')}</${name}>`;
}
