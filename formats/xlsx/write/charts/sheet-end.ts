import type { Xml } from './xml-element.ts';

/** What the schema puts after `drawing` in a sheet, and the end of the sheet itself. */
const AFTER_DRAWING =
  /<(?:legacyDrawing|legacyDrawingHF|drawingHF|picture|oleObjects|controls|webPublishItems|tableParts|extLst)[\s/>]|<\/worksheet>/u;
const EXTENSIONS_END = '</extLst>';

/**
 * Puts `drawing` into a sheet at its place in the schema.
 * @throws Error when the sheet has one: a sheet has a single drawing
 */
export function withDrawing(sheet: string, drawing: Xml): string {
  const start = endOfRules(sheet);
  if (/<drawing[\s/>]/u.test(sheet.slice(start))) throw new Error('The sheet has a drawing already.');
  return insert(sheet, endOfContent(sheet, start), drawing.xml);
}

/** Adds an extension to a sheet, behind those it has. */
export function withExtension(sheet: string, extension: Xml): string {
  const end = sheet.lastIndexOf(EXTENSIONS_END);
  if (end > endOfRules(sheet)) return insert(sheet, end, extension.xml);
  return insert(sheet, sheet.lastIndexOf('</worksheet>'), `<extLst>${extension.xml}${EXTENSIONS_END}`);
}

/** Conditional formats have extensions of their own; behind the last one only those of the sheet follow. */
function endOfRules(sheet: string): number {
  return Math.max(0, sheet.lastIndexOf('</conditionalFormatting>'));
}

function endOfContent(sheet: string, start: number): number {
  const found = sheet.slice(start).search(AFTER_DRAWING);
  if (found < 0) throw new Error('The part is no worksheet: it has no end.');
  return start + found;
}

function insert(text: string, at: number, piece: string): string {
  return text.slice(0, at) + piece + text.slice(at);
}
