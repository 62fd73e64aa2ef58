import { cellAddress } from '../../../core/sheet/address.ts';
import { withAttribute } from '../../xml/elements.ts';
import { type Patch, patchText } from '../../xml/patch.ts';
import { unmarkRulePatches } from './mark-rules.ts';
import type { MutablePackage } from './package.ts';
import { commentsOf, removeComments } from './sheet-comments.ts';
import { type ScannedCell, scanSheet } from './sheet-scan.ts';
import type { StylesPart } from './styles-part.ts';

const NO_ROWS: ReadonlySet<number> = new Set();

/**
 * Takes earlier marks out of a sheet: our comments, the fills, the rules that keep the fills in view.
 * @throws WorkbookReadError when a part of the sheet is damaged
 */
export async function unmarkSheet(
  parts: MutablePackage,
  sheetPart: string,
  styles: StylesPart,
): Promise<void> {
  const bytes = parts.get(sheetPart);
  const removed = removeComments(parts, sheetPart, await commentsOf(parts, sheetPart));
  if (bytes === null || (removed === null && !styles.hasMarked)) return;

  const originals = new Map<ScannedCell, number>();
  const formatBefore = (row: number, column: number, format: number) =>
    styles.madeFrom(format) ??
    (removed?.cells.has(cellAddress(row, column)) ? styles.withoutMarkFill(format) : null);
  const sheet = scanSheet(
    bytes,
    sheetPart,
    NO_ROWS,
    (row, column, format) => formatBefore(row, column, format) !== null,
  );
  for (const cell of sheet.cells) {
    const before = formatBefore(cell.row, cell.column, cell.format);
    if (before !== null) originals.set(cell, before);
  }
  const { text, encode } = sheet.document;
  const patches: Patch[] = [...originals].map(([{ tag }, format]) => ({
    ...tag,
    text: withAttribute(text.slice(tag.from, tag.to), 's', format === 0 ? null : format),
  }));
  for (const patch of unmarkRulePatches(sheet)) patches.push(patch);
  if (sheet.legacyDrawing !== null && sheet.legacyDrawing.relationship === removed?.drawing) {
    patches.push({ ...sheet.legacyDrawing.span, text: '' });
  }
  if (patches.length > 0) parts.set(sheetPart, encode(patchText(text, patches)));
}
