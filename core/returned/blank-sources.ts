import { parseAddress, SHEET_COLUMNS, SHEET_ROWS } from '../sheet/address.ts';
import type { SheetCell, SheetCells } from '../sheet/facts.ts';
import { formulaLexemes, type Lexeme } from '../sheet/formula/lexemes.ts';
import { FormulaError } from '../sheet/evaluate/value.ts';
import { cellIndex } from '../sheet/model.ts';
import { picksBlank, type Lookup } from './picked-cell.ts';

/** Larger ranges are not looked through cell by cell, but by the filled cells of their sheet. */
const MOST_CELLS = 10_000;
/** Longer chains of formulas, and more cells looked at in all, are nobody's; what is not looked at is filled. */
const LONGEST_CHAIN = 30;
const MOST_LOOKS = 1_000_000;
const UNKNOWN = new Set(['name', 'bracket', 'error']);
/** Truth values are names that refer to nothing. */
const TRUTH = /^(?:true|false)$/iu;

interface Rectangle {
  top: number;
  left: number;
  bottom: number;
  right: number;
}

/** The filled cells of a sheet, and the last row and column of any. */
interface Filled {
  cells: ReadonlyMap<number, SheetCell>;
  end: { row: number; column: number };
}

/**
 * Tells formulas that refer to nothing but blank cells: their result, 0 in most programs, is nobody's figure. A cell is
 * blank, too, that holds nothing but spaces or such a formula itself. So do those that pick a blank cell out of a table.
 * What refers to no cell at all, to another file or to what cannot be looked up is not one of them.
 */
export function blankSources(sheets: readonly SheetCells[]): (formula: string, sheet: string) => boolean {
  const filled = new Map<string, Filled>();
  const filledOf = (name: string): Filled | null => {
    const known = filled.get(name);
    if (known) return known;
    const found = sheets.find((one) => one.name.toLowerCase() === name.toLowerCase());
    if (!found) return null;
    const cells = found.cells.filter((cell) => !isEmpty(cell));
    const made = {
      cells: new Map(cells.map((cell) => [cellIndex(cell.row, cell.column), cell])),
      end: {
        row: cells.reduce((last, { row }) => Math.max(last, row), 0),
        column: cells.reduce((last, { column }) => Math.max(last, column), 0),
      },
    };
    filled.set(name, made);
    return made;
  };
  const known = new Map<string, boolean>();
  let looks = 0;

  const isBlankCell = (index: number, cells: Filled, sheet: string, chain: number): boolean => {
    looks += 1;
    const cell = cells.cells.get(index);
    if (cell === undefined) return true;
    return Boolean(cell.formula) && isOfBlanks(cell.formula ?? '', sheet, chain + 1);
  };

  const isBlankArea = ({ top, left, bottom, right }: Rectangle, sheet: string, chain: number): boolean => {
    const cells = filledOf(sheet);
    if (cells === null) return false;
    if ((bottom - top + 1) * (right - left + 1) > MOST_CELLS) {
      looks += cells.cells.size;
      return [...cells.cells.keys()].every((index) => {
        const row = Math.floor((index - 1) / SHEET_COLUMNS);
        const column = index - row * SHEET_COLUMNS;
        const isInside = row >= top && row <= bottom && column >= left && column <= right;
        return !isInside || isBlankCell(index, cells, sheet, chain);
      });
    }
    for (let row = top; row <= bottom; row += 1)
      for (let column = left; column <= right; column += 1)
        if (!isBlankCell(cellIndex(row, column), cells, sheet, chain)) return false;
    return true;
  };

  /** What formulas pick their results from; nothing more once too much has been looked at. */
  const lookupFor = (chain: number): Lookup => ({
    at(sheet, row, column) {
      const cells = looks > MOST_LOOKS ? null : filledOf(sheet);
      if (cells === null) return undefined;
      const index = cellIndex(row, column);
      const value = cells.cells.get(index)?.value ?? null;
      if (isBlankCell(index, cells, sheet, chain)) return null;
      return typeof value === 'object' && value !== null ? new FormulaError(value.error) : value;
    },
    end: (sheet) => filledOf(sheet)?.end ?? null,
  });

  const isOfBlanks = (formula: string, ownSheet: string, chain: number): boolean => {
    if (chain > LONGEST_CHAIN || looks > MOST_LOOKS) return false;
    const key = `${ownSheet}!${formula}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    // A formula that comes back to itself brings nothing: programs give 0.
    known.set(key, true);
    const areas = areasOf(formula, ownSheet);
    const isBlank =
      (areas !== null && areas.every(({ area, sheet }) => isBlankArea(area, sheet, chain))) ||
      picksBlank(formula, { sheet: ownSheet, row: 1, column: 1 }, lookupFor(chain));
    known.set(key, isBlank);
    return isBlank;
  };
  return (formula, ownSheet) => isOfBlanks(formula, ownSheet, 0);
}

function isEmpty({ value, formula = null }: SheetCell): boolean {
  return formula === null && (value === null || (typeof value === 'string' && value.trim() === ''));
}

/** Every area that a formula refers to; null where it refers to none, or to something that cannot be looked up. */
function areasOf(formula: string, ownSheet: string): { area: Rectangle; sheet: string }[] | null {
  const pieces = formulaLexemes(formula).filter(({ kind }) => kind !== 'space');
  if (pieces.some(({ kind, text }) => UNKNOWN.has(kind) && !TRUTH.test(text))) return null;
  const areas: { area: Rectangle; sheet: string }[] = [];
  for (const [at, piece] of pieces.entries()) {
    const before = pieces[at - 1];
    // The second corner of a range was looked at with the first.
    if (piece.kind === 'cell' && before?.text === ':' && pieces[at - 2]?.kind === 'cell') continue;
    const corner = pieces[at + 1]?.text === ':' ? pieces[at + 2] : undefined;
    const area = areaOf(piece, corner);
    if (area === 'none') continue;
    if (area === null) return null;
    areas.push({ area, sheet: before?.kind === 'sheet' ? sheetNamed(before.text) : ownSheet });
  }
  return areas.length > 0 ? areas : null;
}

function areaOf(piece: Lexeme, corner: Lexeme | undefined): Rectangle | 'none' | null {
  if (piece.kind === 'columns' || piece.kind === 'rows') {
    const [one = '', other = ''] = piece.text.replaceAll('$', '').split(':');
    const ends = piece.kind === 'rows' ? [Number(one), Number(other)] : [columnOf(one), columnOf(other)];
    const [first, last] = [Math.min(...ends), Math.max(...ends)];
    return piece.kind === 'rows'
      ? { top: first, bottom: last, left: 1, right: SHEET_COLUMNS }
      : { top: 1, bottom: SHEET_ROWS, left: first, right: last };
  }
  if (piece.kind !== 'cell') return 'none';
  const from = parseAddress(piece.text);
  const to = parseAddress(corner?.kind === 'cell' ? corner.text : piece.text);
  if (from === null || to === null) return null;
  return {
    top: Math.min(from.row, to.row),
    bottom: Math.max(from.row, to.row),
    left: Math.min(from.column, to.column),
    right: Math.max(from.column, to.column),
  };
}

function columnOf(letters: string): number {
  return parseAddress(`${letters}1`)?.column ?? SHEET_COLUMNS;
}

/** A sheet's name as formulas write it: `'Số liệu nền'!`, `$Sheet1!`. */
function sheetNamed(text: string): string {
  const bare = text.slice(0, -1).replace(/^\$/u, '');
  return bare.startsWith("'") ? bare.slice(1, -1).replaceAll("''", "'") : bare;
}
