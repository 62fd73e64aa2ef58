import { parseFigure } from '../../core/observation/figure.ts';
import { cellText } from '../../core/sheet/cell-text.ts';
import { entriesOf } from '../../core/returned/copies.ts';
import { keyedCells, keyOfEntry, type KeyedCell } from '../../core/returned/keyed-cells.ts';
import { reasonCells } from '../../core/returned/reason-cells.ts';
import type { SheetCells } from '../../core/sheet/facts.ts';

/** Begins the key of a cell for a figure; without it a key is that of a row, and of its reason. */
const FIGURE = 'value:';

/**
 * The key by which the pane knows a cell for a figure: `value:indicator|stratum|period|vintage`, in the table by commune
 * with the commune's key before it.
 */
export function figureEntry({ rowKey, period, vintage }: KeyedCell): string {
  return `${FIGURE}${rowKey}|${period}|${vintage}`;
}

/** Row and period of the key of a figure's cell; null for the key of a reason. */
export function figureOf(key: string): { row: string; period: string } | null {
  if (!key.startsWith(FIGURE)) return null;
  const parts = key.slice(FIGURE.length).split('|');
  const [period = ''] = parts.slice(-2);
  return { row: parts.slice(0, -2).join('|'), period };
}

/** Begins a text typed for a figure that nobody can read, or that may mean two numbers; it is never written. */
export const UNCLEAR = '?';

/** Whether a text may be written where a figure stands. */
export function isFigureText(text: string): boolean {
  return NUMBER.test(text) || parseFigure(text) !== undefined;
}

/** What a figure's cell holds once a text is written there: a number as one. */
export function valueOf(key: string, text: string): number | string {
  return figureOf(key) !== null && NUMBER.test(text) ? Number(text) : text;
}
/** As figures are kept in the pane, whatever signs they were typed with. */
const NUMBER = /^-?\d+(?:\.\d+)?(?:e[+-]?\d+)?$/u;

/** The cell that takes the reason of a row, or a figure. */
export interface ReasonCell {
  sheet: string;
  /** Both count from 1. */
  row: number;
  column: number;
  address: string;
}

/**
 * Finds the reason cell of a row, or the cell of a figure, by the keys that stand in the sheets now: the one from
 * which a check reads it.
 * @param key `indicator|stratum` or a commune's key for a reason, {@link figureEntry} for a figure
 * @param cells of these sheets, where they have been opened; who writes one reason into Excel's sheets reads no
 * more of them than their keys
 * @returns null where the row or its reason column is gone
 */
export function reasonCell(
  sheets: readonly SheetCells[],
  key: string,
  cells: readonly KeyedCell[] = keyedCells(sheets) ?? [],
): ReasonCell | null {
  const found = figureOf(key) === null ? reasonCells(cells).get(key) : figureCells(cells).get(key);
  return found ? { sheet: found.sheet, row: found.row, column: found.column, address: found.address } : null;
}

/**
 * The reasons as they stand, trimmed, by row key, and the figures by theirs; '' where a cell holds none.
 * @param cells of these sheets, where they have been opened
 */
export function standingReasons(
  sheets: readonly SheetCells[],
  cells: readonly KeyedCell[] = keyedCells(sheets) ?? [],
): ReadonlyMap<string, string> {
  const standing = [...reasonCells(cells), ...figureCells(cells)];
  return new Map(standing.map(([key, { value }]) => [key, cellText(value).trim()]));
}

/** The cell from which the figure of each key is read. */
function figureCells(cells: readonly KeyedCell[]): Map<string, KeyedCell> {
  const figures = cells.filter(({ field, vintage }) => field === 'value' && vintage !== '_');
  return new Map(entriesOf(figures, keyOfEntry).read.map((cell) => [figureEntry(cell), cell]));
}
