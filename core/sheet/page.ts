import type { Paper, SheetModel } from './model.ts';

/** The printed page, across unless a sheet says otherwise. Sheets are fitted to its width, so what fits its height depends on theirs. */

/** In inches. */
export const pageMargins = { left: 0.4, right: 0.4, top: 0.4, bottom: 0.5, header: 0.2, footer: 0.25 };

/** Rows cannot be higher, in points. */
export const MAX_ROW_HEIGHT = 400;

const POINTS_PER_INCH = 72;
const papers: Record<Paper, { long: number; short: number }> = {
  A3: { long: 1190.6, short: 841.9 },
  A4: { long: 841.9, short: 595.3 },
};
/** A column is as many digits of the default font wide: 7 pixels at 96 to the inch. */
const POINTS_PER_WIDTH = 5.25;
const DEFAULT_ROW_HEIGHT = 15;
/** Programs measure fonts differently; a page is never counted on to its last line. */
const RESERVE = 0.97;

type PrintedColumns = Pick<SheetModel, 'columns' | 'printFrom' | 'printTo'>;

/** Width of the printed columns of a sheet, in widths of a digit. */
export function printedWidth(sheet: PrintedColumns): number {
  return sheet.columns
    .slice(sheet.printFrom.column - 1, sheet.printTo ?? sheet.columns.length)
    .reduce((sum, { width, hidden }) => sum + (hidden ? 0 : width), 0);
}

/** How far a sheet shrinks to fit the width of the page; 1 where it needs not. */
export function printScale(sheet: PrintedColumns & Pick<SheetModel, 'paper'>): number {
  const room = papers[sheet.paper].long - (pageMargins.left + pageMargins.right) * POINTS_PER_INCH;
  return Math.min(1, room / (printedWidth(sheet) * POINTS_PER_WIDTH));
}

/** Pages side by side over which a sheet is shrunk no further than to a scale, its title columns on each. */
export function pagesAcross(sheet: SheetModel, scale: number): number {
  const room = (papers[sheet.paper].long - (pageMargins.left + pageMargins.right) * POINTS_PER_INCH) / scale;
  const [first, last] = sheet.titleColumns ?? [1, 0];
  const titles = printedWidth({ ...sheet, printFrom: { row: 1, column: first }, printTo: last });
  const rest = printedWidth(sheet) - titles;
  return Math.ceil((rest * POINTS_PER_WIDTH) / (room - titles * POINTS_PER_WIDTH));
}

/** How far a sheet shrinks to be one page. */
export function onePageScale(sheet: SheetModel): number {
  const rows = [...new Set([...sheet.cells.values()].map(({ row }) => row))];
  const height = rows.reduce((sum, row) => sum + (row < sheet.printFrom.row ? 0 : heightOf(sheet, row)), 0);
  return Math.min(printScale(sheet), (roomBelow(sheet) * RESERVE) / height);
}

function roomBelow({ paper }: SheetModel): number {
  return papers[paper].short - (pageMargins.top + pageMargins.bottom) * POINTS_PER_INCH;
}

/** First and last row of what must stay on one page. */
export type Block = readonly [first: number, last: number];

/**
 * Rows after which to break the page so that no block is split, unless it is higher than a page.
 * @param blocks may touch and overlap: rows that share a block stay together
 */
export function pageBreaks(sheet: SheetModel, blocks: readonly Block[]): number[] {
  const page = (roomBelow(sheet) / printScale(sheet)) * RESERVE;
  const heights = (first: number, last: number): number => {
    let sum = 0;
    for (let row = first; row <= last; row += 1) sum += heightOf(sheet, row);
    return sum;
  };
  const repeated = sheet.titleRows ? heights(...sheet.titleRows) : 0;
  const starts = new Map(merged(blocks).map((block) => [block[0], block]));
  const last = Math.max(0, ...[...sheet.cells.values()].map(({ row }) => row));
  const breaks: number[] = [];
  let used = 0;
  let row = sheet.printFrom.row;
  while (row <= last) {
    const end = starts.get(row)?.[1] ?? row;
    if (used > repeated && used + heights(row, end) > page) {
      breaks.push(row - 1);
      used = repeated;
    }
    for (; row <= end; row += 1) {
      const height = heightOf(sheet, row);
      // Within a block that is higher than a page the program breaks where it must.
      used = used + height > page ? repeated + height : used + height;
    }
  }
  return breaks;
}

function heightOf(sheet: SheetModel, row: number): number {
  const { height, hidden } = sheet.rows.get(row) ?? {};
  return hidden ? 0 : Math.min(height ?? DEFAULT_ROW_HEIGHT, MAX_ROW_HEIGHT);
}

/** Blocks that share rows made one. */
function merged(blocks: readonly Block[]): Block[] {
  const result: [number, number][] = [];
  for (const [first, last] of [...blocks].sort(([a], [b]) => a - b)) {
    const before = result.at(-1);
    if (before && first <= before[1]) before[1] = Math.max(before[1], last);
    else result.push([first, last]);
  }
  return result;
}
