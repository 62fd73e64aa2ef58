import type { CellModel, WorkbookModel } from '../sheet/model.ts';
import { sheetNames } from './contract.ts';

/** A cell that is typed or printed, not computed. */
interface PlainCell {
  sheet: string;
  row: number;
  column: number;
  value: number | string | boolean;
}

/**
 * A fingerprint of everything in a workbook that is no formula, kept in `_meta`: a file whose cells still
 * give it has been filled in and edited by nobody, and may be replaced.
 */
export function fingerprint(cells: readonly PlainCell[]): string {
  return fingerprintOf(fingerprintLines(cells));
}

/** What a fingerprint is taken of: a line for each cell, in an order that its value has no part in. */
export function fingerprintLines(cells: readonly PlainCell[]): string[] {
  return cells
    .filter(({ sheet, value }) => sheet !== sheetNames.meta && value !== '')
    .map(({ sheet, row, column, value }) => `${sheet}\u0000${row}\u0000${column}\u0000${String(value)}`)
    .sort();
}

/** The fingerprint of lines. */
export function fingerprintOf(lines: readonly string[]): string {
  // Two 32-bit FNV-1a sums, forwards and backwards: enough against accident, which is all that is asked.
  const sums = [lines, [...lines].reverse()].map((order) => fnv(order.join('\u0001')));
  return sums.map((sum) => sum.toString(16).padStart(8, '0')).join('');
}

/** The plain cells of a model. */
export function plainCells(model: Pick<WorkbookModel, 'sheets'>): PlainCell[] {
  return model.sheets.flatMap((sheet) =>
    [...sheet.cells.values()].flatMap(({ row, column, value, formula }: CellModel) =>
      formula !== undefined || value === undefined ? [] : [{ sheet: sheet.name, row, column, value }],
    ),
  );
}

/** A 32-bit FNV-1a sum of a text. */
export function fnv(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}
