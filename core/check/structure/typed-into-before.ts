import { isInput } from '../../returned/align/align-sheet.ts';
import { isBlank } from '../../rules/figure/cell.ts';
import { cellIndex, type SheetModel } from '../../sheet/model.ts';
import { COMMUNE_HEADER_ROW, FEWEST_IN_BEFORE, figureBefore } from '../../workbook/commune-layout.ts';
import { sheetNames } from '../../workbook/contract.ts';
import { plainValue } from './fold.ts';
import type { ComparedPrint } from './compared-print.ts';

/** A column of last year's figures in the table by commune that was typed into, from above. */
export interface TypedIntoBefore {
  /** Name of the figure. */
  name: string;
  cells: readonly [ComparedPrint, ...ComparedPrint[]];
}

/**
 * Columns of last year's figures that were typed into instead of the column that asks for the same figure: nothing
 * stands in that one, and {@link FEWEST_IN_BEFORE} or more numbers of last year's are new.
 */
export function typedIntoBefore(print: readonly ComparedPrint[]): TypedIntoBefore[] {
  const changed = new Map<number, [ComparedPrint, ...ComparedPrint[]]>();
  for (const one of print) {
    const { sheet, cell, found, state } = one;
    if (sheet.expected.name !== sheetNames.communes || cell.style !== 'computed') continue;
    if (state !== 'number-changed' || isBlank(plainValue(found))) continue;
    const column = changed.get(cell.column);
    if (column) column.push(one);
    else changed.set(cell.column, [one]);
  }
  return [...changed].flatMap(([column, cells]): TypedIntoBefore[] => {
    const { expected } = cells[0].sheet;
    const name = figureBefore(headOf(expected, column));
    return name !== null && cells.length >= FEWEST_IN_BEFORE && isLeftBlank(cells[0], name)
      ? [{ name, cells }]
      : [];
  });
}

function headOf({ cells }: SheetModel, column: number): string {
  return String(cells.get(cellIndex(COMMUNE_HEADER_ROW, column))?.value ?? '');
}

/** Where a cell for the figure is gone, what stood in it was not typed elsewhere. */
function isLeftBlank({ sheet: { expected, found, rows, columns } }: ComparedPrint, name: string): boolean {
  const asked = [...expected.cells.values()].filter(
    (cell) => isInput(cell) && headOf(expected, cell.column) === name,
  );
  return (
    asked.length > 0 &&
    asked.every((cell) => {
      const [row, column] = [rows.found(cell.row), columns.found(cell.column)];
      if (row === undefined || column === undefined) return false;
      const there = found.cells.get(cellIndex(row, column));
      return (there?.formula ?? null) === null && isBlank(plainValue(there?.value ?? null));
    })
  );
}
