import { parseAddress } from '../../../core/sheet/address.ts';
import { forgetContentType, declareContentType } from './content-types.ts';
import { addRelationship, removeRelationship } from './relationships.ts';
import { readRelationships, type Relationship } from '../relationships.ts';
import {
  hasShapes,
  isShapeDrawing,
  newShapeDrawing,
  shapeBlocks,
  SHAPES_PER_BLOCK,
  withCommentShapes,
  withoutCommentShapes,
} from './comment-shapes.ts';
import { type CellComment, newCommentsPart, withComments, withoutMarkComments } from './comments-part.ts';
import type { MutablePackage } from './package.ts';

const COMMENTS_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml';
const DRAWING_TYPE = 'application/vnd.openxmlformats-officedocument.vmlDrawing';

/** The parts of a sheet that hold its comments. */
export interface SheetComments {
  comments: Relationship | null;
  drawing: Relationship | null;
}

/**
 * Finds the comments of a sheet and the drawing with their boxes.
 * @throws WorkbookReadError when the relationships are damaged
 */
export async function commentsOf(parts: MutablePackage, sheetPart: string): Promise<SheetComments> {
  const relationships = [...(await readRelationships(parts.archive, sheetPart)).values()];
  const find = (kind: string) =>
    relationships.find((found) => found.kind === kind && found.part !== null && parts.get(found.part)) ??
    null;
  return { comments: find('comments'), drawing: find('vmlDrawing') };
}

/** The text of a drawing; null when boxes cannot be added to it without a loss. */
export function drawingText(parts: MutablePackage, drawing: Relationship): string | null {
  try {
    const bytes = parts.get(drawing.part ?? '') ?? new Uint8Array();
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    return isShapeDrawing(text) ? text : null;
  } catch {
    return null;
  }
}

/**
 * Adds comments to a sheet, with parts and relationships where it has none.
 * @param namespaces of the sheet: its own, and that of relationships
 * @returns the id of a drawing's relationship that the sheet must now name; null when it names one already
 * @throws WorkbookReadError when the comments part is damaged
 */
export function addComments(
  parts: MutablePackage,
  sheetPart: string,
  existing: SheetComments,
  comments: readonly CellComment[],
  namespaces: { sheet: string; relationships: string },
): string | null {
  const part = existing.comments?.part ?? parts.freeName('xl/comments', '.xml');
  const changed = withComments(parts.get(part) ?? newCommentsPart(namespaces.sheet), part, comments);
  parts.set(part, changed.bytes);
  if (existing.comments === null) {
    declareContentType(parts, part, COMMENTS_TYPE);
    addRelationship(parts, sheetPart, `${namespaces.relationships}/comments`, part);
  }
  if (changed.shapeless.length === 0) return null;

  const shapes = changed.shapeless.flatMap(({ address, text }) => {
    const position = parseAddress(address);
    return position === null ? [] : [{ ...position, text }];
  });
  const drawing = existing.drawing?.part ?? parts.freeName('xl/drawings/vmlDrawing', '.vml');
  const text = (existing.drawing && drawingText(parts, existing.drawing)) ?? newShapeDrawing();
  const blocks = freeBlocks(parts, Math.ceil(shapes.length / SHAPES_PER_BLOCK));
  parts.set(drawing, new TextEncoder().encode(withCommentShapes(text, shapes, blocks)));
  if (existing.drawing !== null) return null;
  declareContentType(parts, drawing, DRAWING_TYPE);
  return addRelationship(parts, sheetPart, `${namespaces.relationships}/vmlDrawing`, drawing);
}

/** What {@link removeComments} took away. */
export interface RemovedComments {
  /** Cells that had a mark, also those where another person's comment stays. */
  cells: ReadonlySet<string>;
  /** Id of a drawing's relationship that is gone; the sheet must not name it any longer. */
  drawing: string | null;
}

/**
 * Takes the comments of earlier marks out of a sheet, and the parts that hold nothing else.
 * @returns null when the sheet has none
 * @throws WorkbookReadError when the comments part is damaged
 */
export function removeComments(
  parts: MutablePackage,
  sheetPart: string,
  { comments, drawing }: SheetComments,
): RemovedComments | null {
  const part = comments?.part ?? null;
  const bytes = part === null ? null : parts.get(part);
  if (comments === null || part === null || bytes === null) return null;
  const left = withoutMarkComments(bytes, part);
  if (left === null) return null;
  if (left.bytes === null) {
    dropPart(parts, sheetPart, comments, part);
  } else {
    parts.set(part, left.bytes);
  }
  const text = drawing && drawingText(parts, drawing);
  const drawn = drawing?.part ?? null;
  if (drawing === null || drawn === null || text === null)
    return { cells: new Set(left.touched), drawing: null };
  const cells = left.removed.map(parseAddress).filter((position) => position !== null);
  const rest = withoutCommentShapes(text, cells);
  if (hasShapes(rest)) {
    parts.set(drawn, new TextEncoder().encode(rest));
    return { cells: new Set(left.touched), drawing: null };
  }
  dropPart(parts, sheetPart, drawing, drawn);
  return { cells: new Set(left.touched), drawing: drawing.id };
}

function dropPart(parts: MutablePackage, sheetPart: string, { id }: Relationship, part: string): void {
  parts.delete(part);
  forgetContentType(parts, part);
  removeRelationship(parts, sheetPart, id);
}

/** Blocks of shape numbers that no drawing of the package uses. */
function freeBlocks(parts: MutablePackage, count: number): number[] {
  const used = new Set<number>();
  for (const name of parts.names) {
    if (!name.toLowerCase().endsWith('.vml')) continue;
    const text = new TextDecoder().decode(parts.get(name) ?? new Uint8Array());
    for (const block of shapeBlocks(text)) used.add(block);
  }
  const free: number[] = [];
  for (let block = 1; free.length < count; block += 1) if (!used.has(block)) free.push(block);
  return free;
}
