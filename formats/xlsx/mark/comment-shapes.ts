import { type CellPosition, SHEET_COLUMNS, SHEET_ROWS } from '../../../core/sheet/address.ts';
import { patchText, type Span } from '../../xml/patch.ts';

/** A box for the comment of a cell. */
export interface CommentShape extends CellPosition {
  text: string;
}

/** Shapes with one block of numbers; two sheets that share a block make Excel call the file damaged. */
export const SHAPES_PER_BLOCK = 1023;
const BLOCK_SIZE = 1024;

const NAMESPACES =
  'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel"';
const BOX_TYPE_ID = '_x0000_t202';
const BOX_TYPE = `<v:shapetype ${NAMESPACES} id="${BOX_TYPE_ID}" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>`;
const BLOCKS = /(<o:idmap\b[^<>]*\bdata\s*=\s*["'])([\d,\s]*)/gu;
const SHAPE_START = '<v:shape';
const SHAPE_END = '</v:shape>';
const END = /<\/(?:[\w.-]+:)?xml\s*>\s*$/u;

/**
 * A drawing of old kind, which holds the boxes of comments. Programs write it as XML of sorts, so it is
 * handled as text throughout.
 */
export function newShapeDrawing(): string {
  return `<xml ${NAMESPACES}><o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data=""/></o:shapelayout></xml>`;
}

/** Whether boxes can be put into a drawing. */
export function isShapeDrawing(drawing: string): boolean {
  return END.test(drawing);
}

/** Blocks of shape numbers a drawing uses. */
export function shapeBlocks(drawing: string): number[] {
  return [...drawing.matchAll(BLOCKS)].flatMap(([, , data = '']) => data.split(',').map(Number));
}

/** Whether a drawing holds any shape. */
export function hasShapes(drawing: string): boolean {
  return shapeSpans(drawing).length > 0;
}

/**
 * Adds hidden boxes beside their cells.
 * @param blocks free blocks of numbers, enough for the shapes
 */
export function withCommentShapes(
  drawing: string,
  shapes: readonly CommentShape[],
  blocks: readonly number[],
): string {
  const claimed = drawing.replace(
    BLOCKS,
    (_, before: string, data: string) =>
      before + [...data.split(',').filter((block) => block.trim() !== ''), ...blocks].join(','),
  );
  const end = claimed.search(END);
  const boxes = shapes.map((shape, index) => {
    const block = blocks[Math.floor(index / SHAPES_PER_BLOCK)] ?? 1;
    return shapeXml(shape, block * BLOCK_SIZE + 1 + (index % SHAPES_PER_BLOCK));
  });
  const type = claimed.includes(`id="${BOX_TYPE_ID}"`) ? '' : BOX_TYPE;
  return claimed.slice(0, end) + type + boxes.join('') + claimed.slice(end);
}

/** Takes the boxes of cells out. */
export function withoutCommentShapes(drawing: string, cells: readonly CellPosition[]): string {
  const gone = new Set(cells.map(({ row, column }) => `${row},${column}`));
  const patches = shapeSpans(drawing).filter(({ from, to }) => {
    const shape = drawing.slice(from, to);
    if (!/ObjectType\s*=\s*["']Note["']/u.test(shape)) return false;
    return gone.has(`${numberIn(shape, 'Row') + 1},${numberIn(shape, 'Column') + 1}`);
  });
  return patchText(
    drawing,
    patches.map((span) => ({ ...span, text: '' })),
  );
}

/** Searched with plain text steps: a pattern over a hostile drawing could take for ever. */
function shapeSpans(drawing: string): Span[] {
  const spans: Span[] = [];
  for (let from = drawing.indexOf(SHAPE_START); from >= 0; from = drawing.indexOf(SHAPE_START, from + 1)) {
    const tagEnd = drawing.indexOf('>', from);
    if (tagEnd < 0) break;
    // A shape type begins with the same letters; a shape that closes itself is no box.
    if (!/\s/u.test(drawing[from + SHAPE_START.length] ?? '') || drawing[tagEnd - 1] === '/') continue;
    const end = drawing.indexOf(SHAPE_END, tagEnd);
    if (end < 0) break;
    spans.push({ from, to: end + SHAPE_END.length });
    from = end;
  }
  return spans;
}

function numberIn(shape: string, element: string): number {
  return Number(new RegExp(`<x:${element}>\\s*(\\d+)\\s*<`, 'u').exec(shape)?.[1] ?? -1);
}

const WIDTH_COLUMNS = 3;
const CHARACTERS_PER_LINE = 34;
const MOST_LINES = 24;

function shapeXml({ row, column, text }: CommentShape, number: number): string {
  const lines = text
    .split('\n')
    .reduce((sum, line) => sum + 1 + Math.floor(line.length / CHARACTERS_PER_LINE), 1);
  const left = Math.min(column, SHEET_COLUMNS - WIDTH_COLUMNS - 1);
  const height = Math.min(Math.max(lines, 4), MOST_LINES);
  const top = Math.max(0, Math.min(row - 2, SHEET_ROWS - height - 1));
  const anchor = [left, 15, top, 10, left + WIDTH_COLUMNS, 15, top + height, 4].join(', ');
  return (
    `<v:shape ${NAMESPACES} id="_x0000_s${number}" type="#${BOX_TYPE_ID}" style="position:absolute;visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto">` +
    '<v:fill color2="#ffffe1"/><v:shadow on="t" color="black" obscured="t"/><v:path o:connecttype="none"/>' +
    '<v:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div></v:textbox>' +
    `<x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>${anchor}</x:Anchor>` +
    `<x:AutoFill>False</x:AutoFill><x:Row>${row - 1}</x:Row><x:Column>${column - 1}</x:Column></x:ClientData></v:shape>`
  );
}
