import { newSheet, put, setHeight, wrappedHeight, type CellExtra } from '../../sheet/draft.ts';
import type { Paper, SheetModel, StyleName } from '../../sheet/model.ts';
import { pagesAcross } from '../../sheet/page.ts';

/** A cell of a list: text, a number, or with its format; null for a blank one. */
export type ListCell = string | number | CellExtra | null;

/** Shrunk further than this nobody reads what is printed. */
export const LEAST_SCALE = 0.6;

/** Letters of a list are so much smaller than those that widths are counted in. */
const SMALL = 1.1;

/** Rows of a list above its heads: title, subtitle, notes. */
const FIRST_NOTE = 4;

/** A sheet that is a list: title, notes, heads that stay in view and are repeated in print, lines. */
export function listSheet(
  name: string,
  {
    title,
    line,
    notes = [],
    heads,
    widths,
    paper,
  }: {
    title: string;
    line: string;
    notes?: readonly string[];
    heads: readonly string[];
    widths: readonly number[];
    paper: Paper;
  },
  lines: readonly (readonly ListCell[])[] | ((firstRow: number) => readonly (readonly ListCell[])[]),
): { sheet: SheetModel; firstRow: number } {
  const head = FIRST_NOTE + notes.length;
  const sheet = newSheet(name, widths, {
    freeze: { rows: head, columns: 1 },
    titleRows: [head, head],
    titleColumns: [2, 2],
    paper,
  });
  sheet.pagesAcross = pagesAcross(sheet, LEAST_SCALE);
  put(sheet, 2, 2, 'title', title);
  setHeight(sheet, 2, 24);
  put(sheet, 3, 2, 'subtitle', line);
  notes.forEach((note, at) => {
    put(sheet, FIRST_NOTE + at, 2, 'note', note);
  });
  heads.forEach((text, at) => {
    put(sheet, head, at + 2, 'header', text);
    const height = wrappedHeight(text, widths[at] ?? 0);
    setHeight(sheet, head, Math.max(sheet.rows.get(head)?.height ?? 0, height));
  });
  const written = typeof lines === 'function' ? lines(head + 1) : lines;
  written.forEach((cells, at) => {
    let height = 0;
    cells.forEach((cell, column) => {
      put(sheet, head + 1 + at, column + 2, styleOf(cell), cell);
      const width = widths[column] ?? 0;
      if (typeof cell === 'string' && cell.length > width)
        height = Math.max(height, wrappedHeight(cell, width * SMALL));
    });
    if (height > 0) setHeight(sheet, head + 1 + at, height);
  });
  return { sheet, firstRow: head + 1 };
}

function styleOf(cell: ListCell): StyleName {
  const value = typeof cell === 'object' ? (cell?.value ?? cell?.result) : cell;
  return typeof value === 'number' ? 'computed' : 'small';
}
