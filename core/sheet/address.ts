/** Rows and columns of a sheet, the same in every spreadsheet program that reads xlsx. */
export const SHEET_ROWS = 1_048_576;
export const SHEET_COLUMNS = 16_384;

const LETTERS = 26;
const CODE_A = 65;
const CODE_Z = 90;
const LOWER_TO_UPPER = 32;
const CODE_0 = 48;
const CODE_9 = 57;
const DOLLAR = 36;

/** The place of a cell; row and column count from 1. */
export interface CellPosition {
  row: number;
  column: number;
}

/**
 * The letters of a column: 1 is `A`, 27 is `AA`, 16384 is `XFD`.
 * @throws RangeError when the column does not exist in a sheet.
 */
export function columnLetters(column: number): string {
  const known = LETTERS_OF[column];
  if (known !== undefined) return known;
  assertWithin(column, SHEET_COLUMNS, 'column');
  let letters = '';
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / LETTERS)) {
    letters = String.fromCharCode(CODE_A + ((rest - 1) % LETTERS)) + letters;
  }
  LETTERS_OF[column] = letters;
  return letters;
}

/** What has been spelled once. */
const LETTERS_OF: string[] = [];

/** A cell as formulas name it when they are copied along: `B7`. */
export function cellAddress(row: number, column: number): string {
  assertWithin(row, SHEET_ROWS, 'row');
  return `${columnLetters(column)}${row}`;
}

/** A cell as formulas name it when it must stay: `$B$7`. */
export function absoluteAddress(row: number, column: number): string {
  assertWithin(row, SHEET_ROWS, 'row');
  return `$${columnLetters(column)}$${row}`;
}

/**
 * Reads an address of one cell; `$` signs and lower-case letters are accepted, sheet names and ranges not.
 * @returns null when the text is not the address of a cell that a sheet has.
 */
export function parseAddress(address: string): CellPosition | null {
  // Read character by character: a reader calls this once per cell, millions of times.
  let at = 0;
  if (address.charCodeAt(at) === DOLLAR) at += 1;
  let column = 0;
  const firstLetter = at;
  for (; at < address.length; at += 1) {
    const code = address.charCodeAt(at);
    const upper = code > CODE_Z ? code - LOWER_TO_UPPER : code;
    if (upper < CODE_A || upper > CODE_Z) break;
    column = column * LETTERS + (upper - CODE_A + 1);
    if (column > SHEET_COLUMNS) return null;
  }
  if (at === firstLetter) return null;
  if (address.charCodeAt(at) === DOLLAR) at += 1;
  let row = 0;
  const firstDigit = at;
  for (; at < address.length; at += 1) {
    const code = address.charCodeAt(at);
    if (code < CODE_0 || code > CODE_9) return null;
    row = row * 10 + (code - CODE_0);
    if (row > SHEET_ROWS) return null;
  }
  if (at === firstDigit || address.charCodeAt(firstDigit) === CODE_0) return null;
  return { row, column };
}

function assertWithin(value: number, limit: number, what: string): void {
  if (!Number.isInteger(value) || value < 1 || value > limit) {
    throw new RangeError(`A sheet has no ${what} ${value}: expected a whole number from 1 to ${limit}.`);
  }
}
