import { cellIndex, type CellModel, type SheetModel, type WorkbookModel } from '../../core/sheet/model.ts';
import { parseUnitKey, sheetNames } from '../../core/workbook/contract.ts';

/** The sheet of a workbook that is reported commune by commune. */
export function tableOf({ sheets }: WorkbookModel): SheetModel {
  const sheet = sheets.find(({ name }) => name === sheetNames.communes);
  if (!sheet) throw new Error('no table by commune');
  return sheet;
}

/** Ids of the communes down and keys of the columns across, in order. */
export function keysOf({ cells }: SheetModel): { rows: Map<string, number>; columns: Map<string, number> } {
  const texts = [...cells.values()].filter(({ value }) => typeof value === 'string');
  const rows = texts.flatMap(({ row, column, value }) => {
    const unit = column === 1 ? parseUnitKey(String(value)) : null;
    return unit === null ? [] : [[unit, row] as const];
  });
  const columns = texts.flatMap(({ row, column, value }) =>
    row === 1 && column > 2 ? [[String(value), column] as const] : [],
  );
  columns.sort(([, a], [, b]) => a - b);
  return { rows: new Map(rows), columns: new Map(columns) };
}

/** The workbook with something typed into the rows of communes, by a part of the column's key. */
export function typedInto(
  into: WorkbookModel,
  values: Record<string, Record<string, CellModel['value']>>,
): WorkbookModel {
  const sheets = into.sheets.map((sheet) => {
    if (sheet.name !== sheetNames.communes) return sheet;
    const { rows, columns } = keysOf(sheet);
    const cells = new Map(sheet.cells);
    for (const [unit, said] of Object.entries(values))
      for (const [key, value] of Object.entries(said)) {
        const column = [...columns].find(([of]) => of.includes(key))?.[1] ?? 0;
        const index = cellIndex(rows.get(unit) ?? 0, column);
        const cell = cells.get(index);
        if (!cell || value === undefined) throw new Error(`${unit} ${key}`);
        cells.set(index, { ...cell, value });
      }
    return { ...sheet, cells };
  });
  return { ...into, sheets };
}
