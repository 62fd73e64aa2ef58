import { parseAddress, type CellPosition } from '../../core/workbook/address.ts';
import { readError } from '../read-error.ts';
import { documentText } from '../xml/document-text.ts';
import { escapeXml, locateElements, prefixOf, withAttribute, type LocatedElement } from '../xml/elements.ts';
import { patchText, type Patch } from '../xml/patch.ts';
import { attribute } from '../xml/scan.ts';
import { DEFAULT_LIMITS, type ReadLimits } from './cells.ts';
import { findWorkbookPart } from './find-workbook.ts';
import { isTrue } from './flag.ts';
import { MutablePackage } from './mark/package.ts';
import { SPREADSHEET } from './namespaces.ts';
import { ReadBudget } from './read-budget.ts';
import { readRelationships } from './relationships.ts';
import { readWorkbookPart } from './workbook-part.ts';

/** A text for one cell. */
export interface CellText {
  sheet: string;
  /** Address of one cell, for example `K12`. */
  address: string;
  /** '' empties the cell. */
  text: string;
}

/** Why a text was not written. */
export type RefusedTextReason =
  /** The workbook has no such sheet, or one without cells. */
  | 'no-such-sheet'
  /** The sheet does not store the cell, so nobody knows whether it may be written to. */
  | 'no-such-cell'
  /** The cell is locked: the sheet's protection keeps people from typing there. */
  | 'locked'
  /** A formula stands there. */
  | 'formula'
  /** Longer than a cell can hold. */
  | 'too-long';

/** A copy with texts, and the texts it does not have. */
export interface WorkbookWithTexts {
  bytes: Uint8Array;
  refused: { text: CellText; reason: RefusedTextReason }[];
}

const ROW_DEPTH = 3;
const CELL_DEPTH = 4;
const CONTENT_DEPTH = 5;

/**
 * Makes a copy of a workbook with texts in unlocked cells, as if somebody had typed them. Everything else stays
 * byte for byte, but that programs are asked to compute formulas anew when they open the copy.
 * @param texts sheet names are compared as spreadsheet programs do, without case; of several for one cell the
 * last counts
 * @param limits caps on size; see {@link DEFAULT_LIMITS}
 * @throws WorkbookReadError when the file is no workbook, is damaged or exceeds a cap
 */
export async function writeTexts(
  bytes: Uint8Array,
  texts: readonly CellText[],
  limits: ReadLimits = DEFAULT_LIMITS,
): Promise<WorkbookWithTexts> {
  const parts = await MutablePackage.open(bytes, limits);
  const { workbook, sheets, stylesPart } = await openWorkbook(parts, limits);
  const unlocked = stylesPart === null ? new Set<number>() : unlockedFormats(parts, stylesPart);
  const refused: WorkbookWithTexts['refused'] = [];
  let isChanged = false;
  for (const [sheet, wanted] of bySheet(texts)) {
    const part = sheets.get(sheet) ?? null;
    const data = part === null ? null : parts.get(part);
    if (part === null || data === null) {
      refused.push(...wanted.map((text) => ({ text, reason: 'no-such-sheet' as const })));
      continue;
    }
    const changed = writeSheet(data, part, wanted, unlocked, limits.textLength, refused);
    if (changed !== null) parts.set(part, changed);
    isChanged ||= changed !== null;
  }
  if (isChanged) askForResults(parts, workbook);
  return { bytes: await parts.write(), refused };
}

/** The parts of worksheets by lower-case sheet name. */
async function openWorkbook(
  parts: MutablePackage,
  limits: ReadLimits,
): Promise<{ workbook: string; sheets: Map<string, string>; stylesPart: string | null }> {
  const workbook = await findWorkbookPart(parts.archive);
  const bytes = parts.get(workbook);
  if (bytes === null) throw readError('missing-part', { part: workbook, neededBy: '_rels/.rels' });
  const relationships = await readRelationships(parts.archive, workbook);
  const sheets = new Map<string, string>();
  for (const { name, relationship } of readWorkbookPart(bytes, workbook, limits, new ReadBudget(limits))
    .sheets) {
    const target = relationships.get(relationship);
    if (target?.kind === 'worksheet' && target.part !== null) sheets.set(name.toLowerCase(), target.part);
  }
  const styles = [...relationships.values()].find(({ kind }) => kind === 'styles');
  return { workbook, sheets, stylesPart: styles?.part ?? null };
}

function bySheet(texts: readonly CellText[]): Map<string, CellText[]> {
  const grouped = new Map<string, CellText[]>();
  for (const text of texts) {
    const key = text.sheet.toLowerCase();
    grouped.set(key, [...(grouped.get(key) ?? []), text]);
  }
  return grouped;
}

/** Numbers of the cell formats that leave a cell open on a protected sheet. */
function unlockedFormats(parts: MutablePackage, stylesPart: string): Set<number> {
  const bytes = parts.get(stylesPart);
  const unlocked = new Set<number>();
  if (bytes === null) return unlocked;
  let format = -1;
  const { text } = documentText(bytes);
  locateElements(bytes, text, stylesPart, (element, depth, ancestors) => {
    if (ancestors[1] !== 'cellXfs' || !SPREADSHEET.has(element.uri)) return false;
    if (depth === 3 && element.local === 'xf') format += 1;
    // Without the element, and without the attribute, a cell is locked.
    const locked = attribute(element, 'locked');
    if (depth === 4 && element.local === 'protection' && locked !== undefined && !isTrue(locked)) {
      unlocked.add(format);
    }
    return false;
  });
  return unlocked;
}

/** The part with the texts; null when none could be written. */
function writeSheet(
  bytes: Uint8Array,
  part: string,
  texts: readonly CellText[],
  unlocked: ReadonlySet<number>,
  textLength: number,
  refused: WorkbookWithTexts['refused'],
): Uint8Array | null {
  const document = documentText(bytes);
  const wanted = new Map<string, CellText>();
  for (const text of texts) {
    const place = parseAddress(text.address);
    if (place === null) refused.push({ text, reason: 'no-such-cell' });
    else wanted.set(`${place.row}:${place.column}`, text);
  }
  const cells = locateCells(bytes, document.text, part, wanted);
  const patches: Patch[] = [];
  for (const [place, text] of wanted) {
    const cell = cells.get(place);
    const reason = obstacle(cell, text.text, unlocked, textLength);
    if (reason !== null) refused.push({ text, reason });
    else if (cell) patches.push(cellPatch(document.text, cell.element, text.text));
  }
  return patches.length === 0 ? null : document.encode(patchText(document.text, patches));
}

interface LocatedCell {
  element: LocatedElement;
  hasFormula: boolean;
}

/** The wanted cells, by row and column; rows and cells without an address follow the one before them. */
function locateCells(
  bytes: Uint8Array,
  text: string,
  part: string,
  wanted: ReadonlyMap<string, CellText>,
): Map<string, LocatedCell> {
  let place: CellPosition = { row: 0, column: 0 };
  const order: string[] = [];
  const withFormula = new Set<string>();
  const isWanted = (key: string) => wanted.has(key) && !order.includes(key);
  const elements = locateElements(bytes, text, part, (element, depth, ancestors) => {
    if (ancestors[1] !== 'sheetData' || !SPREADSHEET.has(element.uri)) return false;
    const declared = attribute(element, 'r');
    if (depth === ROW_DEPTH && element.local === 'row') {
      place = { row: declared === undefined ? place.row + 1 : Number(declared), column: 0 };
    } else if (depth === CELL_DEPTH && element.local === 'c') {
      const column =
        declared === undefined ? place.column + 1 : (parseAddress(declared)?.column ?? place.column + 1);
      place = { ...place, column };
      const key = `${place.row}:${column}`;
      if (!isWanted(key)) return false;
      order.push(key);
      return true;
    } else if (depth === CONTENT_DEPTH && element.local === 'f') {
      withFormula.add(`${place.row}:${place.column}`);
    }
    return false;
  });
  return new Map(
    elements.map((element, at) => {
      const key = order[at] ?? '';
      return [key, { element, hasFormula: withFormula.has(key) }];
    }),
  );
}

function obstacle(
  cell: LocatedCell | undefined,
  text: string,
  unlocked: ReadonlySet<number>,
  textLength: number,
): RefusedTextReason | null {
  if (cell === undefined) return 'no-such-cell';
  if (cell.hasFormula) return 'formula';
  if (!unlocked.has(Number(cell.element.attributes.s ?? 0))) return 'locked';
  return text.length > textLength ? 'too-long' : null;
}

function cellPatch(text: string, { opening, closing }: LocatedElement, content: string): Patch {
  const prefix = prefixOf(text, opening);
  const tag = text.slice(opening.from, opening.to).replace(/\/?>$/u, '>');
  const span = { from: opening.from, to: closing.to };
  if (content === '') return { ...span, text: withAttribute(tag, 't', null).replace(/\s*>$/u, '/>') };
  const inside = `<${prefix}is><${prefix}t xml:space="preserve">${storedText(content)}</${prefix}t></${prefix}is>`;
  return { ...span, text: `${withAttribute(tag, 't', 'inlineStr')}${inside}</${prefix}c>` };
}

/** What XML has no place for: control characters, halves of characters. */
// eslint-disable-next-line no-control-regex
const NO_XML = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu;
/** Stands for a character of its own in a cell, and must not where somebody typed it. */
const ESCAPE = /_(?=x[0-9A-Fa-f]{4}_)/gu;

function storedText(text: string): string {
  return escapeXml(text.replace(/\r\n?/gu, '\n').replace(NO_XML, '').replace(ESCAPE, '_x005F_'));
}

/** Formulas may look at the cells that were written to. */
function askForResults(parts: MutablePackage, workbook: string): void {
  const bytes = parts.get(workbook);
  if (bytes === null) return;
  const { text, encode } = documentText(bytes);
  const [settings] = locateElements(
    bytes,
    text,
    workbook,
    ({ local, uri }, depth) => depth === 2 && local === 'calcPr' && SPREADSHEET.has(uri),
  );
  if (settings === undefined || isTrue(settings.attributes.fullCalcOnLoad)) return;
  const { from, to } = settings.opening;
  const tag = withAttribute(text.slice(from, to), 'fullCalcOnLoad', 1);
  parts.set(workbook, encode(patchText(text, [{ from, to, text: tag }])));
}
