import type { Pictures, TextBox } from '../../core/sheet/beside.ts';
import { readError, WorkbookReadError } from '../read-error.ts';
import { openZip, type ZipArchive } from '../zip/read.ts';
import { DEFAULT_LIMITS, type ReadLimits } from '../limits.ts';
import { readDrawingPart, type Drawn } from './drawing-part.ts';
import { ReadBudget } from './read-budget.ts';
import type { ReadFailure } from './read.ts';
import { readRelationships } from './relationships.ts';
import { hasPartNamed, sheetParts } from './sheet-parts.ts';

/** What is drawn on the sheets of a workbook. */
export interface Drawings {
  textBoxes: TextBox[];
  pictures: Pictures[];
  failures: ReadFailure[];
}

/**
 * Reads the text boxes and other shapes with words, sheet by sheet, and counts pictures and shapes without.
 * A part that is damaged costs what is drawn on its sheet only.
 * @throws WorkbookReadError when the file is no workbook or exceeds a cap
 */
export async function readDrawings(
  bytes: Uint8Array,
  limits: ReadLimits = DEFAULT_LIMITS,
): Promise<Drawings> {
  const archive = await openZip(bytes, limits);
  const drawings: Drawings = { textBoxes: [], pictures: [], failures: [] };
  const hasAny = hasPartNamed(archive, 'drawing');
  if (!hasAny) return drawings;
  const budget = new ReadBudget(limits);
  for (const { sheet, part } of await sheetParts(archive, limits, budget)) {
    try {
      const drawn = await drawnOn(archive, part, limits, budget);
      const silent = drawn.filter(({ text }) => text === '');
      for (const { cell, text } of drawn) if (text !== '') drawings.textBoxes.push({ sheet, cell, text });
      const [first] = silent;
      if (first) drawings.pictures.push({ sheet, cell: first.cell, count: silent.length });
    } catch (error) {
      if (!(error instanceof WorkbookReadError)) throw error;
      drawings.failures.push({ sheet, error });
    }
  }
  return drawings;
}

async function drawnOn(
  archive: ZipArchive,
  sheetPart: string,
  limits: ReadLimits,
  budget: ReadBudget,
): Promise<Drawn[]> {
  const drawn: Drawn[] = [];
  for (const { kind, part } of (await readRelationships(archive, sheetPart)).values()) {
    if (kind !== 'drawing' || part === null) continue;
    const bytes = await archive.read(part);
    if (bytes === null) throw readError('missing-part', { part, neededBy: sheetPart });
    drawn.push(...readDrawingPart(bytes, part, limits.textLength, budget));
  }
  return drawn;
}
