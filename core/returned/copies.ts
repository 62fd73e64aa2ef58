import { fold } from '../base/text.ts';
import { parseFigure, type Figure } from '../observation/figure.ts';
import { cellText } from '../sheet/cell-text.ts';
import type { SheetCell } from '../sheet/facts.ts';
import { isSameNumber } from '../sheet/same-number.ts';
import { isCheckMark } from '../workbook/contract.ts';
import { holdsFigures, isBaselineField, type ColumnField } from '../workbook/entry-fields.ts';

/** What a cell holds. */
type Content = Pick<SheetCell, 'value' | 'formula'>;

/** Cells of one key in the order of the file: sheet by sheet, row by row. */
export type Copies<Cell> = readonly [Cell, ...Cell[]];

/**
 * Which of several cells of one key is read, wherever one is: in a check, an export, a repair, the pane.
 *
 * Of a figure it is the first that can be read, of a baseline the last, of a text the first that says something; a
 * blank never wins, nor does what a check wrote into a mark column win over an officer's mark. A reason comes from
 * the first for the figure's sake: it explains the figure that is read, and the sheet's own formulas look at the
 * row that was there before the copy. It is not joined to the others: that would be words nobody wrote. They are
 * not lost either, since whoever reads says what is {@link differing}.
 */
export function chosen<Cell extends Content>(field: ColumnField, cells: Copies<Cell>): Cell {
  const [first] = cells;
  if (cells.length === 1) return first;
  const inOrder = isBaselineField(field) && holdsFigures(field) ? [...cells].reverse() : cells;
  return (
    inOrder.find((cell) => (holdsFigures(field) ? isReadable(field, cell) : isOfficers(field, cell))) ??
    inOrder.find((cell) => saysSomething(field, cell)) ??
    first
  );
}

/** The cells of one key that say something else than the one that is read; blank ones do not. */
export function differing<Cell extends Content>(field: ColumnField, cells: Copies<Cell>): Cell[] {
  if (cells.length === 1) return [];
  const read = chosen(field, cells);
  return cells.filter((cell) => cell !== read && differs(field, cell, read));
}

/** Whether a copy says something else than the cell that is read. */
export function differs(field: ColumnField, copy: Content, read: Content): boolean {
  if (holdsFigures(field)) return saysSomething(field, copy) && !isSameFigure(copy, read);
  return isOfficers(field, copy) && !isSameText(copy, read);
}

/** The figure of a cell for figures; null where it is blank or nothing that can be read. */
export function readableFigure(field: ColumnField, { value }: Content): Figure {
  // A sign stands for a figure, never for a baseline.
  if (isBaselineField(field)) return typeof value === 'number' ? value : null;
  return typeof value === 'object' ? null : (parseFigure(value) ?? null);
}

/** Whether a cell is not blank. What a formula that nobody has computed would give, is not known, yet not blank. */
export function saysSomething(field: ColumnField, { value, formula = null }: Content): boolean {
  if (value === null) return formula !== null && holdsFigures(field);
  // A no-break space in place of a figure is text, and is to be said.
  if (field === 'value' && typeof value !== 'object') return parseFigure(value) !== null;
  return cellText(value).trim() !== '';
}

function isReadable(field: ColumnField, cell: Content): boolean {
  return readableFigure(field, cell) !== null;
}

function isOfficers(field: ColumnField, cell: Content): boolean {
  const isOurs = field === 'mark' && isCheckMark(cellText(cell.value));
  return saysSomething(field, cell) && !isOurs;
}

function isSameFigure(one: Content, other: Content): boolean {
  if (typeof one.value === 'number' && typeof other.value === 'number')
    return isSameNumber(one.value, other.value);
  return figureText(one) === figureText(other);
}

/** A sign as it is stored, any other content as it stands. */
function figureText({ value, formula = null }: Content): string {
  if (value === null && formula !== null) return `=${formula}`;
  const sign = typeof value === 'string' ? parseFigure(value) : null;
  return typeof sign === 'string' ? sign : cellText(value).trim();
}

function isSameText(one: Content, other: Content): boolean {
  return fold(cellText(one.value)) === fold(cellText(other.value));
}

/** The entries of a workbook: for each key the cell that is read, and the copies where there are any. */
export interface Entries<Cell> {
  /** In the order in which their keys come first. */
  read: readonly Cell[];
  /** Keys with more than one cell. */
  repeated: readonly Copies<Cell>[];
}

/** Puts the cells of one key together. */
export function entriesOf<Cell extends Content & { field: ColumnField }>(
  cells: Iterable<Cell>,
  keyOf: (cell: Cell) => string,
): Entries<Cell> {
  const byKey = new Map<string, Cell | [Cell, ...Cell[]]>();
  const repeated: [Cell, ...Cell[]][] = [];
  for (const cell of cells) {
    const key = keyOf(cell);
    const before = byKey.get(key);
    if (before === undefined) byKey.set(key, cell);
    else if (Array.isArray(before)) before.push(cell);
    else {
      const copies: [Cell, ...Cell[]] = [before, cell];
      byKey.set(key, copies);
      repeated.push(copies);
    }
  }
  const read = [...byKey.values()];
  return {
    read: read.map((one) => (Array.isArray(one) ? chosen(one[0].field, one) : one)),
    repeated,
  };
}
