import type { FormulaCell } from '../../sheet/facts.ts';
import type { AlignedSheet } from '../../returned/align/align-sheet.ts';
import { holdsFigures } from '../../workbook/entry-fields.ts';

/**
 * Tells numbers under a keyed column in a row of nobody's, or beside a keyed row in a column of nobody's.
 * @param isKnownByKeys what the template has in rows without a key is not known: between rows of figures no layout has
 * numbers there
 */
export function unkeyedFigures({ found: { keys }, rows, columns }: AlignedSheet, isKnownByKeys = false) {
  const keyedRows = new Set(keys.rows.map(({ row }) => row));
  const keyedColumns = new Set(keys.columns.map(({ column }) => column));
  const figures = new Set(keys.columns.flatMap(({ column, field }) => (holdsFigures(field) ? [column] : [])));
  const isOfSigning = ofSigning(keys.rows);
  const [first, last] = [Math.min(...keyedRows), Math.max(...keyedRows)];
  return (cell: FormulaCell): boolean => {
    const { row, column, value, formula } = cell;
    if (typeof value !== 'number' || formula !== null || isOfSigning(cell)) return false;
    const isNobodys = rows.expected(row) === undefined || (isKnownByKeys && row > first && row < last);
    const isBelow = figures.has(column) && !keyedRows.has(row) && isNobodys;
    const isBeside =
      keyedRows.has(row) && !keyedColumns.has(column) && columns.expected(column) === undefined;
    return isBelow || isBeside;
  };
}

/** Tells texts beside a keyed row in a column of nobody's, or under a column of texts in an inserted row. */
export function unkeyedTexts(sheet: AlignedSheet) {
  const { keys } = sheet.found;
  const keyedRows = new Set(keys.rows.map(({ row }) => row));
  const [first, last] = [Math.min(...keyedRows), Math.max(...keyedRows)];
  const keyedColumns = new Set(keys.columns.map(({ column }) => column));
  const texts = new Set(keys.columns.flatMap(({ column, field }) => (holdsFigures(field) ? [] : [column])));
  const isRepeated = repeatedWords(sheet);
  return (cell: FormulaCell): boolean => {
    const { row, column, value, formula } = cell;
    if (typeof value !== 'string' || formula !== null) return false;
    const isBeside =
      keyedRows.has(row) && !keyedColumns.has(column) && sheet.columns.expected(column) === undefined;
    // Below the table stand signatures and notes of people.
    const isBetween = texts.has(column) && row > first && row < last && !keyedRows.has(row);
    return (isBeside && !isRepeated(cell)) || (isBetween && sheet.rows.expected(row) === undefined);
  };
}

/** Tells what stands in its row in a column of the template too: where a whole column was copied, nothing is lost. */
export function repeatedWords({ columns, found }: AlignedSheet) {
  // Few sheets have anything beside the template.
  let known: ReadonlyMap<number, ReadonlySet<FormulaCell['value']>> | null = null;
  const isKnown = (column: number) => columns.expected(column) !== undefined;
  return ({ row, column, value }: FormulaCell): boolean => {
    if (isKnown(column)) return false;
    known ??= valuesByRow(found.facts.cells.filter((cell) => isKnown(cell.column)));
    return known.get(row)?.has(value) === true;
  };
}

function valuesByRow(cells: readonly FormulaCell[]): Map<number, Set<FormulaCell['value']>> {
  const rows = new Map<number, Set<FormulaCell['value']>>();
  for (const { row, value } of cells) {
    const values = rows.get(row);
    if (values) values.add(value);
    else rows.set(row, new Set([value]));
  }
  return rows;
}

/** Below the table somebody says when they signed and where they can be reached; no figure of a unit is as long. */
export function ofSigning(keyedRows: readonly { row: number }[]) {
  const last = Math.max(...keyedRows.map(({ row }) => row));
  return ({ row, value, shownAs }: FormulaCell): boolean =>
    row > last && typeof value === 'number' && (shownAs === 'date' || isTelephone(value));
}

function isTelephone(value: number): boolean {
  return Number.isInteger(value) && value >= 1e8 && value < 1e11;
}
