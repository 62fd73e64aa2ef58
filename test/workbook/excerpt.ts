import { formulaTokens } from '../../core/sheet/formula/tokens.ts';
import { cellIndex, type CellModel, type SheetModel, type WorkbookModel } from '../../core/sheet/model.ts';
import { referenceIn, shapedCells } from './shapes.ts';

/**
 * A workbook that holds one cell of each of some shapes, where it stands in the whole, and all that it is
 * computed from; headings and keys by which an input is known stay too. What is printed, coloured or checked
 * while typing is left out: no result depends on it.
 */
export function excerptOf(model: WorkbookModel, shapes: ReadonlySet<string>): WorkbookModel {
  const kept = new Map(model.sheets.map((sheet) => [sheet.name.toUpperCase(), new Map<number, CellModel>()]));
  const whole = new Map(model.sheets.map((sheet) => [sheet.name.toUpperCase(), sheet]));
  const left = new Set(shapes);
  const open: { name: string; cell: CellModel }[] = [];
  const named = new Set<string>();
  const keep = (name: string, row: number, column: number) => {
    named.add(name);
    const cell = whole.get(name)?.cells.get(cellIndex(row, column));
    const cells = kept.get(name);
    if (!cell || !cells || cells.has(cellIndex(row, column))) return;
    cells.set(cellIndex(row, column), cell);
    open.push({ name, cell });
  };
  for (const { sheet, cell, shape } of shapedCells(model)) {
    if (!left.delete(shape)) continue;
    const name = sheet.name.toUpperCase();
    keep(name, cell.row, cell.column);
    if (cell.formula === undefined)
      for (const [row, column] of [
        [1, cell.column],
        [cell.row, 1],
      ] as const)
        keep(name, row, column);
  }
  for (let next = open.pop(); next; next = open.pop()) {
    const { name: own, cell } = next;
    if (cell.formula === undefined) continue;
    for (const token of formulaTokens(cell.formula, cell.row, cell.column)) {
      const reference = referenceIn(token, cell);
      if (reference === null) continue;
      const { name, from, to } = reference;
      for (let row = from.row; row <= to.row; row += 1)
        for (let column = from.column; column <= to.column; column += 1) keep(name ?? own, row, column);
    }
  }
  const sheets = model.sheets
    .filter(({ name }) => named.has(name.toUpperCase()))
    .map((sheet) => bare(sheet, kept.get(sheet.name.toUpperCase()) ?? new Map()));
  return { ...model, sheets };
}

function bare(sheet: SheetModel, cells: ReadonlyMap<number, CellModel>): SheetModel {
  return {
    ...sheet,
    cells: new Map([...cells].map(([index, cell]) => [index, bareCell(cell)])),
    rows: new Map(),
    merges: [],
    rowBreaks: [],
    titleRows: null,
    conditional: [],
    charts: [],
    sparklines: [],
  };
}

function bareCell(cell: CellModel): CellModel {
  const own = { ...cell };
  delete own.validation;
  delete own.link;
  // The cell it was filled from need not be there; its own text says the same.
  delete own.filledFrom;
  return own;
}
