import { cellAddress } from '../../../core/sheet/address.ts';
import type { CellModel } from '../../../core/sheet/model.ts';
import { type CellRange, rangeText } from '../cell-range.ts';

/** A formula that is written once and filled over a range. */
interface SharedFormula {
  index: number;
  range: CellRange;
}

/**
 * The formulas of a sheet that others fill from, by the address of the cell that holds them. Numbered in the
 * order in which they are first filled.
 * @param cells of one sheet, row by row
 * @throws Error when a cell is filled from one that does not stand before it with a formula
 */
export function sharedFormulas(cells: readonly CellModel[]): Map<string, SharedFormula> {
  const holders = new Map<string, CellModel>();
  const shared = new Map<string, SharedFormula>();
  for (const cell of cells) {
    if (cell.formula === undefined) continue;
    const { filledFrom, row, column } = cell;
    if (filledFrom === undefined) {
      holders.set(cellAddress(row, column), cell);
      continue;
    }
    const holder = holders.get(filledFrom);
    if (holder === undefined) {
      throw new Error(`${cellAddress(row, column)} is filled from ${filledFrom}, which has no formula.`);
    }
    const known = shared.get(filledFrom)?.range;
    shared.set(filledFrom, {
      index: shared.get(filledFrom)?.index ?? shared.size,
      range: {
        top: Math.min(known?.top ?? holder.row, row),
        left: Math.min(known?.left ?? holder.column, column),
        bottom: Math.max(known?.bottom ?? holder.row, row),
        right: Math.max(known?.right ?? holder.column, column),
      },
    });
  }
  return shared;
}

/** The `f` element of a cell with a formula. */
export function formulaElement(
  address: string,
  formula: string,
  filledFrom: string | undefined,
  shared: ReadonlyMap<string, SharedFormula>,
): string {
  if (filledFrom !== undefined) return `<f t="shared" si="${shared.get(filledFrom)?.index}"/>`;
  const own = shared.get(address);
  return own === undefined
    ? `<f>${formula}</f>`
    : `<f t="shared" ref="${rangeText(own.range)}" si="${own.index}">${formula}</f>`;
}
