import type { CellModel, SheetModel } from '../../../core/sheet/model.ts';
import { dimensionOf, sheetCells } from './sheet-cells.ts';

const STYLE = / s="(\d+)"/u;
const DIMENSION = /<dimension [^>]*>/u;
const [DATA, DATA_END] = ['<sheetData>', '</sheetData>'];

/** A sheet whose cells all look alike and hold texts of their own, in stretches that stay or not. */
export interface PlainSheet {
  /** As it was written whole. */
  texts: readonly string[];
  /**
   * Its stretches with other cells; rows that hold the same stay as they are.
   * @returns null where a cell is none of such
   */
  with: (sheet: SheetModel) => string[] | null;
}

/**
 * Takes such a sheet apart.
 * @param part as it was written whole
 * @param model what it was written from
 */
export function plainSheet(part: string, model: SheetModel): PlainSheet {
  const style = Number(STYLE.exec(part)?.[1] ?? 0);
  const tables = {
    style: () => style,
    text: () => {
      throw new RangeError('A text of its own is in no table.');
    },
  };
  const look = [...model.cells.values()][0]?.style;
  const written = (sheet: SheetModel, rows: ReadonlyMap<number, CellModel[]>) =>
    [...rows.values()].map((cells) => {
      const { sheetData } = sheetCells({ ...sheet, cells: new Map(cells.entries()) }, tables);
      return sheetData.slice(DATA.length, -DATA_END.length);
    });
  const dimension = DIMENSION.exec(part)?.[0] ?? '';
  const [dimensionAt, dataAt] = [part.indexOf(dimension), part.indexOf(DATA)];
  const before = rowsOf(model);
  const texts = written(model, before);
  const textsOfRows = new Map([...before.keys()].map((row, at) => [row, texts[at] ?? '']));
  const around = (own: string, rows: readonly string[]) => [
    part.slice(0, dimensionAt),
    own,
    part.slice(dimensionAt + dimension.length, dataAt + DATA.length),
    ...rows,
    part.slice(part.indexOf(DATA_END)),
  ];
  return {
    texts: around(dimension, texts),
    with(sheet) {
      if (![...sheet.cells.values()].every((cell) => cell.own && cell.style === look)) return null;
      const rows = rowsOf(sheet);
      const others = new Map([...rows].filter(([row, cells]) => !isAlike(cells, before.get(row) ?? [])));
      const own = new Map([...others.keys()].map((row, at) => [row, at]));
      const anew = written(sheet, others);
      const now = [...rows.keys()].map((row) => {
        const at = own.get(row);
        return at === undefined ? (textsOfRows.get(row) ?? '') : (anew[at] ?? '');
      });
      return around(dimensionOf([...sheet.cells.values()]), now);
    },
  };
}

/** Cells by rows, in their order. */
function rowsOf({ cells }: SheetModel): Map<number, CellModel[]> {
  const rows = new Map<number, CellModel[]>();
  for (const cell of cells.values()) {
    const row = rows.get(cell.row);
    if (row === undefined) rows.set(cell.row, [cell]);
    else row.push(cell);
  }
  return rows;
}

function isAlike(cells: readonly CellModel[], others: readonly CellModel[]): boolean {
  return (
    cells.length === others.length &&
    cells.every(({ column, value }, at) => column === others[at]?.column && value === others[at].value)
  );
}
