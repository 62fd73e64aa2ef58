import { cellIndex } from '../../sheet/model.ts';
import type { FormulaCell } from '../../sheet/facts.ts';
import { isInput, type AlignedSheet } from '../../returned/align/align-sheet.ts';
import type { Alignment } from '../../returned/align/alignment.ts';
import { hasLostKeys, holdsInput } from '../../returned/align/keyed-sheets.ts';
import { outsideByKeys } from '../../returned/outside-by-keys.ts';
import { sheetNames } from '../../workbook/contract.ts';
import { isReadBlank, isSameAsNumber } from './compared-print.ts';
import { plainValue, type Spot } from './fold.ts';
import { ofSigning, repeatedWords, unkeyedFigures, unkeyedTexts } from './unkeyed-cells.ts';

/** A filled cell where the template has nothing and asks for nothing. */
export interface OutsideCell {
  spot: Spot;
  /** On a sheet for figures it holds a number, neither a telephone number nor a day of signing. */
  isLikeFigure: boolean;
}

/**
 * What people put beside, below and between the cells of the template. Rows and columns that were copied are named by
 * their keys, and figures in inserted ones by the rule for these.
 * @param printedBefore given where only keys are known of what was issued: what other layouts printed below their
 * tables. Then the sheets for figures alone are looked at.
 */
export function outsideCells(
  { sheets, foreign }: Alignment,
  printedBefore: readonly string[] | null,
  isOfEarlierLayout = false,
): { outside: OutsideCell[]; passed: number } {
  const outside: OutsideCell[] = [];
  let passed = 0;
  for (const sheet of sheets) {
    if (sheet.expected.name === sheetNames.meta || hasLostKeys(sheet) || foreign.has(sheet.found)) continue;
    const { facts, keys } = sheet.found;
    const hasFigures = holdsInput(sheet.expected);
    if (printedBefore && (!hasFigures || keys.rows.length === 0)) continue;
    const isOutside = printedBefore && outsideByKeys(sheet, printedBefore);
    const [isFigure, isText] = [unkeyedFigures(sheet, isOfEarlierLayout), unkeyedTexts(sheet)];
    const isNamed = (cell: FormulaCell) => (hasFigures && isFigure(cell)) || isText(cell);
    const isOfSigning = ofSigning(keys.rows);
    const isRepeated = repeatedCells(sheet);
    for (const cell of facts.cells) {
      const { row, column, value } = cell;
      if (value === null || (typeof value === 'string' && value.trim() === '')) continue;
      if (isOutside ? !isOutside(cell) : isOfTemplate(sheet, cell)) passed += 1;
      else if (isNamed(cell) || isRepeated(cell)) passed += 1;
      else {
        const isLikeFigure = hasFigures && typeof value === 'number' && !isOfSigning(cell);
        outside.push({ spot: { sheet: facts.name, row, column, found: plainValue(value) }, isLikeFigure });
      }
    }
  }
  return { outside, passed };
}

/** Whether the template has words, a number, a formula or an input there, which other rules look at. */
function isOfTemplate({ rows, columns, expected, found }: AlignedSheet, cell: FormulaCell): boolean {
  const row = rows.expected(cell.row);
  const column = columns.expected(cell.column);
  const there = row === undefined || column === undefined ? null : expected.cells.get(cellIndex(row, column));
  if (!there) return false;
  // A number over the name or the unit of a figure is a figure that somebody typed.
  if (typeof there.value === 'string' && typeof cell.value === 'number') {
    const isKeyed = found.keys.rows.some((one) => one.row === cell.row);
    if (isKeyed && !isSameAsNumber(there.value, cell.value)) return false;
  }
  if (there.formula !== undefined || there.value !== undefined || isInput(there)) return true;
  return isReadBlank(there) && typeof cell.value === 'number';
}

/** Tells the cells of a row or column that stands there once more: its key does, or its words do. */
function repeatedCells(sheet: AlignedSheet) {
  const { found, rows, columns } = sheet;
  const keyedRows = new Set(found.keys.rows.map(({ row }) => row));
  const keyedColumns = new Set(found.keys.columns.map(({ column }) => column));
  const isRepeated = repeatedWords(sheet);
  return (cell: FormulaCell): boolean =>
    (keyedRows.has(cell.row) && rows.expected(cell.row) === undefined) ||
    (keyedColumns.has(cell.column) && columns.expected(cell.column) === undefined) ||
    isRepeated(cell);
}
