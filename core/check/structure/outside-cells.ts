import { cellIndex } from '../../sheet/model.ts';
import type { FormulaCell } from '../../sheet/facts.ts';
import { isInput, type AlignedSheet } from '../../returned/align/align-sheet.ts';
import type { Alignment } from '../../returned/align/alignment.ts';
import { hasLostKeys, holdsInput } from '../../returned/align/keyed-sheets.ts';
import { sheetNames } from '../../workbook/contract.ts';
import { isReadBlank } from './compared-print.ts';
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
 */
export function outsideCells({ sheets, foreign }: Alignment): { outside: OutsideCell[]; passed: number } {
  const outside: OutsideCell[] = [];
  let passed = 0;
  for (const sheet of sheets) {
    if (sheet.expected.name === sheetNames.meta || hasLostKeys(sheet) || foreign.has(sheet.found)) continue;
    const { facts, keys } = sheet.found;
    const hasFigures = holdsInput(sheet.expected);
    const [isFigure, isText] = [unkeyedFigures(sheet), unkeyedTexts(sheet)];
    const isNamed = (cell: FormulaCell) => (hasFigures && isFigure(cell)) || isText(cell);
    const isOfSigning = ofSigning(keys.rows);
    const isRepeated = repeatedCells(sheet);
    for (const cell of facts.cells) {
      const { row, column, value } = cell;
      if (value === null || (typeof value === 'string' && value.trim() === '')) continue;
      if (isOfTemplate(sheet, cell) || isNamed(cell) || isRepeated(cell)) passed += 1;
      else {
        const isLikeFigure = hasFigures && typeof value === 'number' && !isOfSigning(cell);
        outside.push({ spot: { sheet: facts.name, row, column, found: plainValue(value) }, isLikeFigure });
      }
    }
  }
  return { outside, passed };
}

/** Whether the template has words, a number, a formula or an input there, which other rules look at. */
function isOfTemplate({ rows, columns, expected }: AlignedSheet, cell: FormulaCell): boolean {
  const [row, column] = [rows.expected(cell.row), columns.expected(cell.column)];
  const there = row === undefined || column === undefined ? null : expected.cells.get(cellIndex(row, column));
  if (!there) return false;
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
