import { DEFAULT_LIMITS, type ReadLimits } from '../limits.ts';
import { findWorkbookPart } from './find-workbook.ts';
import type { CellMark, MarkedWorkbook, UnmarkedReason } from './mark/cell-mark.ts';
import { markSheet } from './mark/mark-sheet.ts';
import { openToChange } from './mark/open-to-change.ts';
import type { MutablePackage } from './mark/package.ts';
import { StylesPart } from './mark/styles-part.ts';
import { unmarkSheet } from './mark/unmark.ts';
import { ReadBudget } from './read-budget.ts';
import { readError } from '../read-error.ts';
import { readRelationships } from './relationships.ts';
import { readWorkbookPart } from './workbook-part.ts';

export type { CellMark, MarkedWorkbook, UnmarkedReason } from './mark/cell-mark.ts';

/**
 * Makes a copy of a workbook in which cells are coloured by severity and carry a comment; marks of an earlier
 * copy are replaced. Values, formulas and every part that marks do not concern stay byte for byte; a digital
 * signature, which would be broken, is left out.
 * @param marks sheet names are compared as spreadsheet programs do, without case
 * @param limits caps on size; see {@link DEFAULT_LIMITS}
 * @returns the copy, and the marks that could not be made with the reason
 * @throws WorkbookReadError when the file is no workbook, is damaged or exceeds a cap
 */
export async function markWorkbook(
  bytes: Uint8Array,
  marks: readonly CellMark[],
  limits: ReadLimits = DEFAULT_LIMITS,
): Promise<MarkedWorkbook> {
  const parts = await openToChange(bytes, limits);
  const { sheets, stylesPart } = await openWorkbook(parts, limits);
  const stylesBytes = stylesPart === null ? null : parts.get(stylesPart);
  const styles =
    stylesPart === null || stylesBytes === null ? null : StylesPart.read(stylesBytes, stylesPart);
  const unmarked: MarkedWorkbook['unmarked'] = [];
  const refuse = (mark: CellMark, reason: UnmarkedReason) => unmarked.push({ mark, reason });

  if (stylesPart === null || styles === null) {
    for (const mark of marks) refuse(mark, 'no-styles');
    return { bytes: await parts.write(), unmarked };
  }
  for (const part of sheets.values()) {
    if (part !== null) await unmarkSheet(parts, part, styles);
  }
  for (const [sheet, wanted] of bySheet(marks)) {
    const part = sheets.get(sheet);
    if (part === undefined || part === null) {
      for (const mark of wanted) refuse(mark, part === null ? 'no-cells' : 'no-such-sheet');
    } else {
      await markSheet(parts, part, styles, wanted, refuse);
    }
  }
  const changed = styles.bytes();
  if (changed !== null) parts.set(stylesPart, changed);
  return { bytes: await parts.write(), unmarked };
}

/** The parts of worksheets by lower-case sheet name, null for sheets without cells; the part of the styles. */
async function openWorkbook(
  parts: MutablePackage,
  limits: ReadLimits,
): Promise<{ sheets: Map<string, string | null>; stylesPart: string | null }> {
  const name = await findWorkbookPart(parts.archive);
  const bytes = parts.get(name);
  if (bytes === null) throw readError('missing-part', { part: name, neededBy: '_rels/.rels' });
  const relationships = await readRelationships(parts.archive, name);
  const sheets = new Map<string, string | null>();
  for (const sheet of readWorkbookPart(bytes, name, limits, new ReadBudget(limits)).sheets) {
    const target = relationships.get(sheet.relationship);
    const part = target?.part ?? null;
    if (part === null || parts.get(part) === null) {
      throw readError('missing-part', { part: part ?? sheet.name, neededBy: name }, { sheet: sheet.name });
    }
    sheets.set(sheet.name.toLowerCase(), target?.kind === 'worksheet' ? part : null);
  }
  const styles = [...relationships.values()].find(({ kind }) => kind === 'styles');
  return { sheets, stylesPart: styles?.part ?? null };
}

function bySheet(marks: readonly CellMark[]): Map<string, CellMark[]> {
  const grouped = new Map<string, CellMark[]>();
  for (const mark of marks) {
    const key = mark.sheet.toLowerCase();
    const group = grouped.get(key);
    if (group === undefined) grouped.set(key, [mark]);
    else group.push(mark);
  }
  return grouped;
}
