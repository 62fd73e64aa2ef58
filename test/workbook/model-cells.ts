import type { SheetModel, WorkbookModel } from '../../core/sheet/model.ts';
import type { SheetCells } from '../../core/sheet/facts.ts';

/** The cells of a model as a reader of its file delivers them. */
export function sheetsOf(model: WorkbookModel): SheetCells[] {
  return model.sheets.map(cellsOf);
}

function cellsOf({ name, cells }: SheetModel): SheetCells {
  return {
    name,
    cells: [...cells.values()].map(({ row, column, value, formula, result }) => ({
      row,
      column,
      value: (formula === undefined ? value : result) ?? null,
      formula: formula ?? null,
    })),
  };
}
