import type { WorkbookModel } from '../sheet/model.ts';
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
  const lines: string[] = [];
  for (const { sheet, row, column, value } of cells)
    if (sheet !== sheetNames.meta && value !== '')
      lines.push(`${sheet}\u0000${row}\u0000${column}\u0000${String(value)}`);
  return lines.sort();
}

/** The fingerprint of lines. */
export function fingerprintOf(lines: readonly string[]): string {
  // Two 32-bit FNV-1a sums, forwards and backwards: enough against accident, which is all that is asked.
  let [forwards, backwards] = [FNV_BEGIN, FNV_BEGIN];
  for (let at = 0; at < lines.length; at += 1) {
    if (at > 0) [forwards, backwards] = [fnvOn(forwards, BETWEEN), fnvOn(backwards, BETWEEN)];
    forwards = fnvOn(forwards, lines[at] ?? '');
    backwards = fnvOn(backwards, lines[lines.length - 1 - at] ?? '');
  }
  return [forwards, backwards].map((sum) => (sum >>> 0).toString(16).padStart(8, '0')).join('');
}

/** What stands between two lines. */
const BETWEEN = '\u0001';

/** The plain cells of a model. */
export function plainCells(model: Pick<WorkbookModel, 'sheets'>): PlainCell[] {
  const plain: PlainCell[] = [];
  for (const { name: sheet, cells } of model.sheets)
    for (const { row, column, value, formula } of cells.values())
      if (formula === undefined && value !== undefined) plain.push({ sheet, row, column, value });
  return plain;
}

/** A 32-bit FNV-1a sum of a text. */
export function fnv(text: string): number {
  return fnvOn(FNV_BEGIN, text) >>> 0;
}

const FNV_BEGIN = 0x811c9dc5;

/** The sum of a text, gone on with from that of the text before it. */
function fnvOn(sum: number, text: string): number {
  let hash = sum;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash;
}
