import type { Severity } from '../../../core/base/finding.ts';
import { cellAddress, type CellPosition, parseAddress } from '../../../core/sheet/address.ts';
import { type Patch, patchText } from '../../xml/patch.ts';
import type { CellMark, UnmarkedReason } from './cell-mark.ts';
import { placeOfChild } from './children.ts';
import { markRulePatches } from './mark-rules.ts';
import type { MutablePackage } from './package.ts';
import { SEVERITIES } from './severity.ts';
import { addComments, commentsOf, drawingText } from './sheet-comments.ts';
import { formatPatches } from './sheet-patches.ts';
import { type ScannedSheet, scanSheet } from './sheet-scan.ts';
import type { StylesPart } from './styles-part.ts';

/** All marks of one cell. */
interface MarkedCell extends CellPosition {
  address: string;
  severity: Severity;
  text: string;
}

const TRANSITIONAL = {
  sheet: 'http://schemas.openxmlformats.org/spreadsheetml/2006/main',
  relationships: 'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
};
const STRICT = {
  sheet: 'http://purl.oclc.org/ooxml/spreadsheetml/main',
  relationships: 'http://purl.oclc.org/ooxml/officeDocument/relationships',
};

/**
 * Marks the cells of one sheet, which has no marks of ours.
 * @param refuse called for each mark that cannot be made; a sheet is marked as a whole or not at all
 * @throws WorkbookReadError when a part of the sheet is damaged
 */
export async function markSheet(
  parts: MutablePackage,
  sheetPart: string,
  styles: StylesPart,
  marks: readonly CellMark[],
  refuse: (mark: CellMark, reason: UnmarkedReason) => void,
): Promise<void> {
  const cells = markedCells(marks, (mark) => refuse(mark, 'no-such-cell'));
  const bytes = parts.get(sheetPart);
  if (bytes === null || cells.length === 0) return;
  const byRow = new Map<number, Map<number, MarkedCell>>();
  for (const cell of cells) {
    const row = byRow.get(cell.row) ?? new Map<number, MarkedCell>();
    byRow.set(cell.row, row.set(cell.column, cell));
  }
  const sheet = scanSheet(
    bytes,
    sheetPart,
    new Set(byRow.keys()),
    (row, column) => byRow.get(row)?.has(column) ?? false,
  );
  const existing = await commentsOf(parts, sheetPart);
  const reason = obstacle(parts, sheet, existing.drawing);
  if (reason !== null) {
    for (const mark of marks) if (parseAddress(mark.address) !== null) refuse(mark, reason);
    return;
  }

  const changes = new Map(
    [...byRow].map(([row, columns]) => [
      row,
      new Map(
        [...columns].map(([column, { severity }]) => [
          column,
          (format: number) => styles.marked(format, severity),
        ]),
      ),
    ]),
  );
  const addresses = new Map(
    SEVERITIES.map((severity) => [
      severity,
      cells.filter((cell) => cell.severity === severity).map(({ address }) => address),
    ]),
  );
  const patches = [
    ...formatPatches(sheet, changes),
    ...markRulePatches(sheet, addresses, (severity) => styles.markedDifferential(severity)),
  ];
  const namespaces = sheet.strict ? STRICT : TRANSITIONAL;
  const drawing = addComments(parts, sheetPart, existing, cells, namespaces);
  if (drawing !== null) patches.push(drawingPatch(sheet, drawing, namespaces.relationships));
  parts.set(sheetPart, sheet.document.encode(patchText(sheet.document.text, patches)));
}

function obstacle(
  parts: MutablePackage,
  sheet: ScannedSheet,
  drawing: Awaited<ReturnType<typeof commentsOf>>['drawing'],
): UnmarkedReason | null {
  if (sheet.data === null) return 'no-cells';
  // A sheet that names a drawing the package does not have could get no second one.
  if (drawing === null) return sheet.legacyDrawing === null ? null : 'unreadable-drawing';
  return drawingText(parts, drawing) === null ? 'unreadable-drawing' : null;
}

/** One entry a cell, in reading order; the worst severity counts and its text comes first. */
function markedCells(marks: readonly CellMark[], refuse: (mark: CellMark) => void): MarkedCell[] {
  const cells = new Map<string, MarkedCell>();
  const worstFirst = SEVERITIES.flatMap((severity) => marks.filter((mark) => mark.severity === severity));
  for (const mark of worstFirst) {
    const position = parseAddress(mark.address);
    if (position === null) {
      refuse(mark);
      continue;
    }
    const address = cellAddress(position.row, position.column);
    const cell = cells.get(address);
    if (cell === undefined)
      cells.set(address, { ...position, address, severity: mark.severity, text: mark.text.trim() });
    else cell.text += `\n${mark.text.trim()}`;
  }
  return [...cells.values()].sort((a, b) => a.row - b.row || a.column - b.column);
}

function drawingPatch(sheet: ScannedSheet, id: string, namespace: string): Patch {
  const at = placeOfChild(sheet, 'legacyDrawing');
  // The sheet need not have a prefix for relationships, so the element brings its own.
  const xml = `<${sheet.prefix}legacyDrawing xmlns:r="${namespace}" r:id="${id}"/>`;
  return { from: at, to: at, text: xml };
}
