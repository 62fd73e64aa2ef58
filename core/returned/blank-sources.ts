import { cellAddress, SHEET_COLUMNS } from '../sheet/address.ts';
import type { SheetCell, SheetCells } from '../sheet/facts.ts';
import { formulaLexemes } from '../sheet/formula/lexemes.ts';
import { FormulaError } from '../sheet/evaluate/value.ts';
import { cellIndex } from '../sheet/model.ts';
import { areasOf, type Rectangle } from './formula-areas.ts';
import { picked } from './picked-cell.ts';
import type { Lookup } from './picked-item.ts';

/** Larger ranges are not looked through cell by cell, but by the filled cells of their sheet. */
const MOST_CELLS = 10_000;
/** Longer chains of formulas, and more cells looked at in all, are nobody's; what is not looked at is filled. */
const LONGEST_CHAIN = 30;
const MOST_LOOKS = 1_000_000;
/** What puts something in the place of an error. */
const SWALLOWS = /^(?:_xlfn\.)?(?:IFERROR|IFNA)$/iu;
/** Random numbers, and what goes by the clock. */
const FLEETING = /^(?:_xlfn\.)?(?:RAND|RANDBETWEEN|RANDARRAY|NOW|TODAY)$/iu;
/** The filled cells of a sheet, and the last row and column of any. */
interface Filled {
  /** Of the sheet, as the file writes it. */
  name: string;
  cells: ReadonlyMap<number, SheetCell>;
  end: { row: number; column: number };
}

/** What a formula takes for 0 though nobody entered it. */
export interface MissingSource {
  /** Where it stands as a formula would say it; an error value where the formula itself holds one. */
  source: string;
  /** Blank; 0, and divided by; or an error. Of the last two the formula puts something else in the place. */
  is: 'blank' | 'zero' | 'error';
}

/** What is told of the sources of formulas. */
export interface FormulaSources {
  /** As {@link blankSources}. */
  isOfBlanks: (formula: string, sheet: string) => boolean;
  /**
   * The first cell, or range as a whole, among the sources of a formula whose result is 0 that is blank, holds an
   * error which the formula swallows or is the 0 of a division it gives no result for, also through other formulas that
   * give 0; null where there is none, or nobody can tell. A blank cell in a range that others fill is none.
   */
  missing: (formula: string, sheet: string) => MissingSource | null;
  /**
   * Whether a formula gives another number each time a program computes, or the next day, by itself or through a cell
   * it refers to.
   */
  isFleeting: (formula: string, sheet: string) => boolean;
}

/**
 * Tells formulas that refer to nothing but blank cells: their result, 0 in most programs, is nobody's figure. A cell is
 * blank, too, that holds nothing but spaces or such a formula itself. So do those that pick a blank cell out of a table.
 * What refers to no cell at all, to another file or to what cannot be looked up is not one of them.
 */
export function blankSources(sheets: readonly SheetCells[]): (formula: string, sheet: string) => boolean {
  return formulaSources(sheets).isOfBlanks;
}

/** {@link blankSources}, and what of a formula is blank where others of its sources are filled. */
export function formulaSources(sheets: readonly SheetCells[]): FormulaSources {
  const filled = new Map<string, Filled>();
  const filledOf = (name: string): Filled | null => {
    const known = filled.get(name);
    if (known) return known;
    const found = sheets.find((one) => one.name.toLowerCase() === name.toLowerCase());
    if (!found) return null;
    const cells = found.cells.filter((cell) => !isEmpty(cell));
    const made = {
      name: found.name,
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

  const isBlankArea = (area: Rectangle, sheet: string, chain: number): boolean => {
    const { top, left, bottom, right } = area;
    const cells = filledOf(sheet);
    if (cells === null) return false;
    if ((bottom - top + 1) * (right - left + 1) > MOST_CELLS) {
      looks += cells.cells.size;
      return [...cells.cells.keys()].every((index) => {
        const row = Math.floor((index - 1) / SHEET_COLUMNS);
        const column = index - row * SHEET_COLUMNS;
        return !isInside(area, { row, column }) || isBlankCell(index, cells, sheet, chain);
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
    const { areas, isWhole } = areasOf(formula, ownSheet);
    const isBlank =
      (isWhole && areas.length > 0 && areas.every(({ area, sheet }) => isBlankArea(area, sheet, chain))) ||
      picked(formula, { sheet: ownSheet, row: 1, column: 1 }, lookupFor(chain))?.source === 'blank';
    known.set(key, isBlank);
    return isBlank;
  };

  const asked = new Set<string>();
  const missing = (formula: string, ownSheet: string, chain: number): MissingSource | null => {
    const key = `${ownSheet}!${formula}`;
    if (chain > LONGEST_CHAIN || looks > MOST_LOOKS || asked.has(key)) return null;
    asked.add(key);
    const lexemes = formulaLexemes(formula);
    const swallows = lexemes.some(({ kind, text }) => kind === 'function' && SWALLOWS.test(text));
    const written = swallows ? lexemes.find(({ kind }) => kind === 'error') : undefined;
    if (written) return { source: written.text, is: 'error' };
    const way = picked(formula, { sheet: ownSheet, row: 1, column: 1 }, lookupFor(chain));
    for (const { area, sheet } of areasOf(formula, ownSheet).areas) {
      const cells = filledOf(sheet);
      if (cells === null) continue;
      if (isBlankArea(area, sheet, chain))
        return { source: spelled(area, cells.name, ownSheet), is: 'blank' };
      const cell = isOneCell(area) ? cells.cells.get(cellIndex(area.top, area.left)) : undefined;
      // Out of a range one cell may have been picked; where that is known, it was none with an error.
      const error = swallows && (cell || way === null) ? errorIn(area, cells) : null;
      if (error) return { source: spelled(error, cells.name, ownSheet), is: 'error' };
      const behind = cell?.value === 0 && cell.formula ? missing(cell.formula, cells.name, chain + 1) : null;
      if (behind) return elsewhere(behind, cells.name, ownSheet);
    }
    const { blank = null, divisor = null } = way ?? {};
    if (divisor === 'computed') return { source: '#DIV/0!', is: 'error' };
    const at = blank ?? divisor;
    const is = blank ? 'blank' : 'zero';
    return at && { source: spelled(at, filledOf(at.sheet)?.name ?? at.sheet, ownSheet), is };
  };

  const fleeting = new Map<string, boolean>();
  let steps = 0;
  const isFleeting = (formula: string, ownSheet: string, chain: number): boolean => {
    const key = `${ownSheet}!${formula}`;
    const before = fleeting.get(key);
    if (before !== undefined || chain > LONGEST_CHAIN || steps > MOST_LOOKS) return before ?? false;
    fleeting.set(key, false);
    const isSo =
      formulaLexemes(formula).some(({ kind, text }) => kind === 'function' && FLEETING.test(text)) ||
      areasOf(formula, ownSheet).areas.some(({ area, sheet }) => {
        const cells = filledOf(sheet);
        return formulasIn(area, cells).some((one) => isFleeting(one, cells?.name ?? sheet, chain + 1));
      });
    fleeting.set(key, isSo);
    return isSo;
  };

  const formulasIn = (area: Rectangle, filled: Filled | null): string[] => {
    if (filled === null) return [];
    const { cells } = filled;
    const { top, left } = area;
    const found = isOneCell(area) ? [cells.get(cellIndex(top, left))] : [...cells.values()];
    steps += found.length;
    return found.flatMap((cell) => (cell?.formula && isInside(area, cell) ? [cell.formula] : []));
  };

  /** The first cell of an area that holds an error value. */
  const errorIn = (area: Rectangle, { cells }: Filled): Rectangle | null => {
    looks += cells.size;
    for (const { row, column, value } of cells.values()) {
      if (isInside(area, { row, column }) && typeof value === 'object' && value !== null)
        return { top: row, bottom: row, left: column, right: column };
    }
    return null;
  };

  return {
    isOfBlanks: (formula, ownSheet) => isOfBlanks(formula, ownSheet, 0),
    isFleeting: (formula, ownSheet) => isFleeting(formula, ownSheet, 0),
    missing(formula, ownSheet) {
      asked.clear();
      return missing(formula, ownSheet, 0);
    },
  };
}

function isInside(
  { top, left, bottom, right }: Rectangle,
  { row, column }: { row: number; column: number },
): boolean {
  return row >= top && row <= bottom && column >= left && column <= right;
}

function isOneCell({ top, left, bottom, right }: Rectangle): boolean {
  return top === bottom && left === right;
}

/** An area as a formula on a sheet says it. */
function spelled(area: Rectangle, sheet: string, ownSheet: string): string {
  const [from, to] = [cellAddress(area.top, area.left), cellAddress(area.bottom, area.right)];
  return onSheet(isOneCell(area) ? from : `${from}:${to}`, sheet, ownSheet);
}

/** A source that was found for a formula on another sheet. */
function elsewhere({ source, is }: MissingSource, sheet: string, ownSheet: string): MissingSource {
  return {
    source: source.includes('!') || source.startsWith('#') ? source : onSheet(source, sheet, ownSheet),
    is,
  };
}

function onSheet(address: string, sheet: string, ownSheet: string): string {
  if (sheet.toLowerCase() === ownSheet.toLowerCase()) return address;
  return `'${sheet.replaceAll("'", "''")}'!${address}`;
}

function isEmpty({ value, formula = null }: SheetCell): boolean {
  return formula === null && (value === null || (typeof value === 'string' && value.trim() === ''));
}
