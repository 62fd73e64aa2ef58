import { judgeBaselines } from '../../rules/baseline/judge-baselines.ts';
import { newSheet } from '../../sheet/draft.ts';
import { cellIndex, type CellModel, type SheetModel, type WorkbookModel } from '../../sheet/model.ts';
import type { CellPlace } from '../../sheet/evaluate/recalculation.ts';
import type { FigureRow } from '../../workbook/input-rows.ts';
import { askedColumns, type InputSheetLayout } from '../../workbook/layout.ts';
import type { PlacedRequest } from '../../workbook/placed.ts';
import type { WorkbookRequest } from '../../workbook/request.ts';
import { putBaseline } from '../sheets/baselines.ts';
import { putKnown } from '../sheets/input.ts';

/** A cell with the place of its sheet among all. */
export interface FilledCell {
  sheet: number;
  cell: CellModel;
}

/** The cells of a workbook that what is known of a unit stands in. */
export interface FilledCells {
  /** By the place of each. */
  cells: ReadonlyMap<string, FilledCell>;
  /** What the cells need of their rows, in points. */
  heights: readonly { sheet: number; row: number; height: number }[];
}

/** A place as one text. */
export function placeId({ sheet, row, column }: CellPlace): string {
  return `${sheet}|${cellIndex(row, column)}`;
}

/** The place of a cell. */
export function placeOf({ sheet, cell: { row, column } }: FilledCell): CellPlace {
  return { sheet, row, column };
}

/**
 * Cells for figures and baselines with what is known of them, written as those of the whole workbook are.
 * @param before what was known where the others are the same: only rows that differ are written
 */
export function filledCells(
  { request, layout }: PlacedRequest,
  model: WorkbookModel,
  before: WorkbookRequest | null,
): FilledCells {
  const cells = new Map<string, FilledCell>();
  const heights: { sheet: number; row: number; height: number }[] = [];
  const take = (name: string, write: (sheet: SheetModel) => void) => {
    const at = model.sheets.findIndex((one) => one.name === name);
    const draft = newSheet(name, [], { rows: new Map() });
    write(draft);
    for (const cell of draft.cells.values()) {
      const one = { sheet: at, cell };
      cells.set(placeId(placeOf(one)), one);
    }
    for (const [row, { height }] of draft.rows)
      if (height !== undefined) heights.push({ sheet: at, row, height });
  };
  for (const input of [layout.entry, layout.background]) {
    const rows = input.rows.filter(
      (row): row is FigureRow => 'figure' in row && isOther(request, before, input, row),
    );
    take(input.sheet, (draft) => {
      for (const row of rows) putKnown(draft, request, layout, input, row);
    });
  }
  if (layout.baselines.rows.length > 0)
    take(layout.baselines.sheet, (draft) => {
      judgeBaselines(request, layout).forEach((one, at) => {
        const { year, value, source } = one.baseline;
        const was = before?.known.baseline(one.row.key);
        if (was?.year === year && was.value === value && was.source === source) return;
        putBaseline(draft, layout, one, at + 1);
      });
    });
  return { cells, heights };
}

function isOther(
  { known, reporting }: WorkbookRequest,
  before: WorkbookRequest | null,
  input: InputSheetLayout,
  { figure }: FigureRow,
): boolean {
  if (before === null) return true;
  const was = before.known;
  return askedColumns(input, figure, reporting).some(
    ({ period }) =>
      known.figure(figure.key, period) !== was.figure(figure.key, period) ||
      known.source(figure.key, period) !== was.source(figure.key, period),
  );
}
