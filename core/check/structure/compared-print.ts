import { isSameText } from '../../base/text.ts';
import { cellIndex, type CellModel } from '../../sheet/model.ts';
import { isInput, type AlignedSheet } from '../../returned/align/align-sheet.ts';
import type { Alignment } from '../../returned/align/alignment.ts';
import type { FormulaCell } from '../../sheet/facts.ts';
import { plainValue, type Spot } from './fold.ts';
import { periodOf, rowKeyOf } from '../../returned/align/row-key.ts';
import { isSameNumber } from '../../sheet/same-number.ts';

/** A cell that the workbook was printed with and that nobody is asked to fill in. */
export interface ComparedPrint {
  sheet: AlignedSheet;
  cell: CellModel;
  /** Null where its row or column is gone. */
  row: number | null;
  column: number | null;
  found: FormulaCell['value'];
  state: 'same' | 'number-changed' | 'text-changed' | 'unknown';
}

/** Compares every printed text and number, and blank cells in which a formula would read a number. */
export function comparePrint(alignment: Alignment): ComparedPrint[] {
  return alignment.sheets.flatMap((sheet) => {
    const compared: ComparedPrint[] = [];
    for (const cell of sheet.expected.cells.values()) {
      if (cell.formula !== undefined || isInput(cell)) continue;
      if (cell.row === sheet.keyRow || cell.column === sheet.keyColumn) continue;
      if (cell.value === undefined && !isReadBlank(cell)) continue;
      const row = sheet.rows.found(cell.row) ?? null;
      const column = sheet.columns.found(cell.column) ?? null;
      if (row === null || column === null) {
        compared.push({ sheet, cell, row, column, found: null, state: 'unknown' });
        continue;
      }
      const found = sheet.found.cells.get(cellIndex(row, column))?.value ?? null;
      compared.push({ sheet, cell, row, column, found, state: stateOf(cell.value, found) });
    }
    return compared;
  });
}

/** A cell of the template in which a formula would read a number. */
export function isReadBlank({ style, value, formula }: CellModel): boolean {
  return value === undefined && formula === undefined && (style === 'target' || style === 'computed');
}

/** What is printed where a date is written by hand; a text or a day in its place is what it is there for. */
const DOTTED = '………';
function isFilledIn(expected: string, found: FormulaCell['value']): boolean {
  return expected.includes(DOTTED) && found !== null && typeof found !== 'object';
}

/** A number that a program made of a printed text ("Convert to number") says the same. */
export function isSameAsNumber(expected: string, found: FormulaCell['value']): boolean {
  const number = /^-?\d+(?:[.,]\d+)?$/u.test(expected) ? Number(expected.replace(',', '.')) : null;
  return number !== null && typeof found === 'number' && isSameNumber(found, number);
}

function stateOf(expected: CellModel['value'], found: FormulaCell['value']): ComparedPrint['state'] {
  if (expected === undefined) return typeof found === 'number' ? 'number-changed' : 'same';
  if (typeof expected === 'number') {
    return typeof found === 'number' && isSameNumber(found, expected) ? 'same' : 'number-changed';
  }
  if (found === expected || isFilledIn(expected, found) || isSameAsNumber(expected, found)) return 'same';
  const text = found === null || typeof found === 'object' ? '' : String(found);
  return isSameText(text, expected) ? 'same' : 'text-changed';
}

/** A year or the number of a line has no groups of digits. */
function asPrinted({ format }: CellModel, value: number | string | null): number | string | null {
  return format === '0' && typeof value === 'number' && Number.isInteger(value) ? String(value) : value;
}

/** A compared cell as a place of a finding. */
export function printSpot({ sheet, cell, row, column, found }: ComparedPrint): Spot {
  return {
    sheet: sheet.found.facts.name,
    row,
    column,
    key: rowKeyOf(sheet, cell.row),
    period: periodOf(sheet, cell.column),
    found: asPrinted(cell, plainValue(found)),
    expected: asPrinted(cell, cell.value ?? null),
  };
}
