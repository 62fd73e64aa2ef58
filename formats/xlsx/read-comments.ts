import type { CellComment } from '../../core/sheet/beside.ts';
import { readError, WorkbookReadError } from '../read-error.ts';
import { attribute, scanXml } from '../xml/scan.ts';
import { openZip, type ZipArchive } from '../zip/read.ts';
import { DEFAULT_LIMITS, type ReadLimits } from '../limits.ts';
import { SPREADSHEET } from './namespaces.ts';
import { ReadBudget } from './read-budget.ts';
import { readRelationships } from './relationships.ts';
import { RichText } from './rich-text.ts';
import { hasPartNamed, sheetParts } from './sheet-parts.ts';

const COMMENT_DEPTH = 3;
const TEXT_DEPTH = 4;

/**
 * Reads the comments on cells, sheet by sheet. Of a conversation it is the plain copy that Excel keeps for
 * older programs. A part that is damaged costs its comments only.
 * @returns the comments, and why some could not be read
 * @throws WorkbookReadError when the file is no workbook or exceeds a cap
 */
export async function readComments(
  bytes: Uint8Array,
  limits: ReadLimits = DEFAULT_LIMITS,
): Promise<{ comments: CellComment[]; failures: WorkbookReadError[] }> {
  const archive = await openZip(bytes, limits);
  const comments: CellComment[] = [];
  const failures: WorkbookReadError[] = [];
  const hasAny = hasPartNamed(archive, 'comment');
  if (!hasAny) return { comments, failures };
  const budget = new ReadBudget(limits);
  for (const { sheet, part } of await sheetParts(archive, limits, budget)) {
    try {
      for (const found of await commentsOf(archive, part, limits, budget)) {
        comments.push({ sheet, ...found });
      }
    } catch (error) {
      if (!(error instanceof WorkbookReadError)) throw error;
      failures.push(error);
    }
  }
  return { comments, failures };
}

/**
 * The comments of one sheet, those of conversations as the plain copy of them.
 * @throws WorkbookReadError when the part is damaged or exceeds a cap
 */
export async function commentsOf(
  archive: ZipArchive,
  sheetPart: string,
  limits: ReadLimits,
  budget: ReadBudget,
): Promise<Omit<CellComment, 'sheet'>[]> {
  const found: Omit<CellComment, 'sheet'>[] = [];
  for (const { kind, part } of (await readRelationships(archive, sheetPart)).values()) {
    if (kind !== 'comments' || part === null) continue;
    const bytes = await archive.read(part);
    if (bytes === null) throw readError('missing-part', { part, neededBy: sheetPart });
    const item = new RichText(limits.textLength, () =>
      readError('text-too-long', { limit: limits.textLength }),
    );
    let cell: string | null = null;
    let inText = false;
    scanXml(bytes, part, () => ({
      open(element, depth) {
        const local = SPREADSHEET.has(element.uri) ? element.local : '';
        if (depth === COMMENT_DEPTH) {
          cell = local === 'comment' ? (attribute(element, 'ref') ?? '') : null;
          item.clear();
        } else if (depth === TEXT_DEPTH) {
          inText = cell !== null && local === 'text';
        } else if (inText) {
          item.open(element, depth - TEXT_DEPTH);
        }
      },
      text(piece) {
        if (inText) item.add(piece);
      },
      close(_, depth) {
        if (depth > TEXT_DEPTH) {
          if (inText) item.close();
        } else if (depth === TEXT_DEPTH) {
          inText = false;
        } else if (depth === COMMENT_DEPTH && cell !== null) {
          budget.countCell();
          if (item.text.trim() !== '') found.push({ cell, text: item.text });
          cell = null;
        }
      },
    }));
  }
  return found;
}
