import { cellAddress } from '../../../core/sheet/address.ts';
import { appendInside, withAttribute } from '../../xml/elements.ts';
import type { Patch } from '../../xml/patch.ts';
import type { ScannedRow, ScannedSheet } from './sheet-scan.ts';

/** Cells by row and column that get another format; the function turns the format they have into it. */
export type FormatChanges = ReadonlyMap<number, ReadonlyMap<number, (format: number) => number>>;

/**
 * Gives cells another format. A cell the sheet does not store yet is put at its place in its row, with the
 * format its row or column gives to empty cells as the one it has.
 * @param sheet scanned with the rows and cells of `changes`; must have sheet data
 */
export function formatPatches(sheet: ScannedSheet, changes: FormatChanges): Patch[] {
  const { text } = sheet.document;
  const patches: Patch[] = [];
  const present = new Set<string>();
  for (const { row, column, format, tag } of sheet.cells) {
    const change = changes.get(row)?.get(column);
    if (change === undefined || present.has(`${row},${column}`)) continue;
    present.add(`${row},${column}`);
    const now = change(format);
    if (now !== format) {
      patches.push({ ...tag, text: withAttribute(text.slice(tag.from, tag.to), 's', now) });
    }
  }
  const lastRows: string[] = [];
  const maxima = runningMaxima(sheet.rowNumbers);
  for (const row of [...changes.keys()].sort((a, b) => a - b)) {
    const missing = [...(changes.get(row) ?? [])]
      .filter(([column]) => !present.has(`${row},${column}`))
      .sort(([a], [b]) => a - b);
    if (missing.length === 0) continue;
    const stored = sheet.rows.get(row);
    const cells = missing.map(([column, change]) => ({
      column,
      xml: cellXml(sheet, row, column, change(emptyFormat(sheet, stored, column))),
    }));
    if (stored === undefined) {
      const { prefix } = sheet;
      const xml = `<${prefix}row r="${row}">${cells.map((cell) => cell.xml).join('')}</${prefix}row>`;
      const next = sheet.rowStarts[firstAbove(maxima, row)];
      if (next === undefined) lastRows.push(xml);
      else patches.push({ from: next, to: next, text: xml });
    } else {
      for (const patch of insertedCells(sheet, stored, cells)) patches.push(patch);
    }
  }
  if (lastRows.length > 0 && sheet.data !== null) {
    const { tag, closing } = sheet.data;
    patches.push(appendInside(text, { opening: tag, closing }, lastRows.join('')));
  }
  return patches;
}

function cellXml({ prefix }: ScannedSheet, row: number, column: number, format: number): string {
  return `<${prefix}c r="${cellAddress(row, column)}" s="${format}"/>`;
}

function emptyFormat(sheet: ScannedSheet, row: ScannedRow | undefined, column: number): number {
  if (row !== undefined && row.format !== null) return row.format;
  return sheet.columnFormats.find(({ first, last }) => first <= column && column <= last)?.format ?? 0;
}

function insertedCells(
  sheet: ScannedSheet,
  row: ScannedRow,
  cells: readonly { column: number; xml: string }[],
): Patch[] {
  const { text } = sheet.document;
  const maxima = runningMaxima(row.columns);
  const patches: Patch[] = [];
  const last: string[] = [];
  for (const { column, xml } of cells) {
    const next = row.starts[firstAbove(maxima, column)];
    if (next === undefined) last.push(xml);
    else patches.push({ from: next, to: next, text: xml });
  }
  const tag = text.slice(row.tag.from, row.tag.to);
  const spanning = widenedSpans(tag, cells);
  if (row.closing.from === row.tag.from) {
    // The row closes itself: one patch opens it and fills it.
    const inside = appendInside(
      spanning,
      { opening: { from: 0, to: spanning.length }, closing: { from: 0, to: spanning.length } },
      last.join(''),
    );
    return [{ ...row.tag, text: inside.text }];
  }
  if (spanning !== tag) patches.push({ ...row.tag, text: spanning });
  if (last.length > 0) patches.push({ from: row.closing.from, to: row.closing.from, text: last.join('') });
  return patches;
}

/** A row may say from where to where its cells reach; a cell outside would contradict it. */
function widenedSpans(tag: string, cells: readonly { column: number }[]): string {
  const match = /\sspans\s*=\s*["'](\d+):(\d+)["']/u.exec(tag);
  if (match === null) return tag;
  const columns = cells.map(({ column }) => column);
  const from = Math.min(Number(match[1]), ...columns);
  const to = Math.max(Number(match[2]), ...columns);
  const same = from === Number(match[1]) && to === Number(match[2]);
  return same ? tag : withAttribute(tag, 'spans', `${from}:${to}`);
}

/** The largest number up to each place: ascending even where the file is out of order. */
function runningMaxima(numbers: readonly number[]): number[] {
  let largest = 0;
  return numbers.map((number) => (largest = Math.max(largest, number)));
}

/** The first place in ascending numbers with one above the limit; their count when there is none. */
function firstAbove(ascending: readonly number[], limit: number): number {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ascending[middle] ?? 0) > limit) high = middle;
    else low = middle + 1;
  }
  return low;
}
