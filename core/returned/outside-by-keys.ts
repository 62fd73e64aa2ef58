import { fold } from '../base/text.ts';
import type { FormulaCell } from '../sheet/facts.ts';
import { cellIndex } from '../sheet/model.ts';
import { isInput, type AlignedSheet } from './align/align-sheet.ts';

/** A number as a text, as the numbers of lines are printed: 4 or 4.1. */
const LINE_NUMBER = /^\d{1,3}(?:\.\d{1,3})?$/u;

/** A whole number, which some programs write as a text. */
const COUNT = /^\d+$/u;

/** From so many filled cells on, a row above the table is a head, whose numbers of columns may have been converted. */
const OF_A_HEAD = 3;

/**
 * Tells what an input sheet of an earlier layout was not issued with, where only its keys are known: no layout has
 * printed a number in the row of a figure but what its definition gives (last year's figures and assigned values by
 * commune), nor a word there but number, name, unit and source. Words above the table and between its rows are left
 * alone, since nobody knows what was printed.
 * @param printedBefore what earlier layouts printed below the table and this one does not
 */
export function outsideByKeys(sheet: AlignedSheet, printedBefore: readonly string[]) {
  const { keys, facts, byRow } = sheet.found;
  const keyedRows = new Set(keys.rows.map(({ row }) => row));
  const keyedColumns = new Set([keys.marker?.column, ...keys.columns.map(({ column }) => column)]);
  const [first, last] = [Math.min(...keyedRows), Math.max(...keyedRows)];
  const textsAt = new Map<number, string[]>();
  for (const { row, column, value, formula } of facts.cells) {
    if (typeof value !== 'string' || formula !== null || !keyedRows.has(row)) continue;
    const texts = textsAt.get(column);
    if (texts) texts.push(value);
    else textsAt.set(column, [value]);
  }
  const heads = headsOfWords(sheet);
  const wordColumns = new Set(
    facts.cells.flatMap(({ row, column, value }) =>
      row < first && typeof value === 'string' && heads.has(fold(value)) ? [column] : [],
    ),
  );
  const isOfLine = ({ column, value }: FormulaCell): boolean =>
    wordColumns.has(column) &&
    LINE_NUMBER.test(String(value)) &&
    (textsAt.get(column)?.every((text) => LINE_NUMBER.test(text)) ?? true);
  // Where a program left values in place of every formula, results cannot be told from what somebody typed.
  const areResults = facts.cells.every(({ formula, column }) => formula === null || keyedColumns.has(column));
  const below = new Set([...textsBelow(sheet), ...printedBefore].map(fold));
  const isWordBelow = (text: string): boolean => below.has(fold(text)) || isDayOfSigning(text);
  // Numbers there are counts beside their words, whatever a program made of them.
  const isCount = ({ row, column }: FormulaCell): boolean =>
    column === keys.columns[0]?.column &&
    (byRow.get(row)?.some(({ value }) => typeof value === 'string' && isWordBelow(value)) ?? false);
  // The line of a denominator has no key of its own, so the last one stands below the last key.
  const isLineBelow = (row: number): boolean =>
    byRow
      .get(row)
      ?.some(
        ({ column, value }) => wordColumns.has(column) && typeof value === 'string' && isWordBelow(value),
      ) ?? false;
  return (cell: FormulaCell): boolean => {
    const { row, column, value, formula } = cell;
    if (formula !== null || (typeof value !== 'number' && typeof value !== 'string')) return false;
    if (row > last) {
      if (typeof value === 'string') return !isWordBelow(value) && !(COUNT.test(value) && isCount(cell));
      return !isCount(cell) && !(isOfLine(cell) && isLineBelow(row));
    }
    if (column === keys.marker?.column || row === keys.marker?.row) return false;
    if (keyedRows.has(row)) {
      if (keyedColumns.has(column) || (areResults && !wordColumns.has(column))) return false;
      return typeof value === 'number' ? !isOfLine(cell) && !isGiven(sheet, cell) : !wordColumns.has(column);
    }
    if (typeof value === 'string') return false;
    return row > first ? !isOfLine(cell) : (byRow.get(row)?.length ?? 0) < OF_A_HEAD;
  };
}

/** Whether it is the number that is printed there today: what the planner gave has kept its place. */
function isGiven({ expected, rows, columns }: AlignedSheet, { row, column, value }: FormulaCell): boolean {
  const [ownRow, ownColumn] = [rows.expected(row), columns.expected(column)];
  if (ownRow === undefined || ownColumn === undefined) return false;
  return expected.cells.get(cellIndex(ownRow, ownColumn))?.value === value;
}

/** The heads of the columns that hold words in the rows of figures. */
function headsOfWords({ expected, keyedRows, keyedColumns, keyColumn }: AlignedSheet): Set<string> {
  const rows = new Set(keyedRows.map(({ row }) => row));
  const keyed = new Set([keyColumn, ...keyedColumns.map(({ column }) => column)]);
  const first = Math.min(...rows);
  const words = new Set<number>();
  const heads = new Map<string, number>();
  for (const cell of expected.cells.values()) {
    const { row, column, value } = cell;
    if (keyed.has(column) || cell.formula !== undefined || isInput(cell)) continue;
    if (rows.has(row)) {
      if (typeof value === 'string' || cell.style === 'small') words.add(column);
    } else if (row < first && typeof value === 'string') heads.set(fold(value), column);
  }
  return new Set([...heads].flatMap(([head, column]) => (words.has(column) ? [head] : [])));
}

function textsBelow({ expected, keyedRows }: AlignedSheet): string[] {
  const last = Math.max(...keyedRows.map(({ row }) => row));
  return [...expected.cells.values()].flatMap(({ row, value }) =>
    row > last && typeof value === 'string' ? [value] : [],
  );
}

/** The dotted line of the date, or what somebody wrote over it. */
function isDayOfSigning(text: string): boolean {
  return /ngày.{0,40}tháng.{0,40}năm/isu.test(fold(text));
}
