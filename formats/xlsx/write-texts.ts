import { parseAddress } from '../../core/sheet/address.ts';
import { contentPatch, locateCells, placeOf, resultPatch, type LocatedCell } from './cell-patches.ts';
import { readError } from '../read-error.ts';
import { documentText } from '../xml/document-text.ts';
import { locateElements, withAttribute } from '../xml/elements.ts';
import { patchText, type Patch } from '../xml/patch.ts';
import { attribute } from '../xml/scan.ts';
import { DEFAULT_LIMITS, type ReadLimits } from '../limits.ts';
import { findWorkbookPart } from './find-workbook.ts';
import { isTrue } from './flag.ts';
import { openToChange } from './mark/open-to-change.ts';
import type { MutablePackage } from './mark/package.ts';
import { SPREADSHEET } from './namespaces.ts';
import { ReadBudget } from './read-budget.ts';
import { fittedRows, type WrittenText } from './row-patches.ts';
import { readRelationships } from './relationships.ts';
import { readWorkbookPart } from './workbook-part.ts';

/** A text for one cell. */
export interface CellText {
  sheet: string;
  /** Address of one cell, for example `K12`. */
  address: string;
  /** '' empties the cell. */
  text: string;
  /** The number to be written in place of the text. */
  number?: number;
}

/** What a formula gives, known from elsewhere. */
export interface CellResult {
  sheet: string;
  /** Address of one cell with a formula of its own. */
  address: string;
  value: number | string;
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

/**
 * Makes a copy of a workbook with texts in unlocked cells, as if somebody had typed them. Everything else stays
 * byte for byte, but that programs are asked to compute formulas anew and that rows become as high as
 * their texts take.
 * @param texts sheet names are compared as spreadsheet programs do, without case; of several for one cell the
 * last counts
 * @param results stored results to replace, for those who read the copy without computing; cells without a
 * formula are passed over
 * @param limits caps on size; see {@link DEFAULT_LIMITS}
 * @throws WorkbookReadError when the file is no workbook, is damaged or exceeds a cap
 */
export async function writeTexts(
  bytes: Uint8Array,
  texts: readonly CellText[],
  results: readonly CellResult[] = [],
  limits: ReadLimits = DEFAULT_LIMITS,
): Promise<WorkbookWithTexts> {
  const parts = await openToChange(bytes, limits);
  const { workbook, sheets, stylesPart } = await openWorkbook(parts, limits);
  const unlocked = stylesPart === null ? new Set<number>() : unlockedFormats(parts, stylesPart);
  const refused: WorkbookWithTexts['refused'] = [];
  let isChanged = false;
  for (const [sheet, wanted] of bySheet(texts, results)) {
    const part = sheets.get(sheet) ?? null;
    const data = part === null ? null : parts.get(part);
    if (part === null || data === null) {
      refused.push(...wanted.texts.map((text) => ({ text, reason: 'no-such-sheet' as const })));
      continue;
    }
    const changed = writeSheet(data, part, wanted, { unlocked, textLength: limits.textLength, refused });
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

/** What is wanted of one sheet. */
interface Wanted {
  texts: CellText[];
  results: CellResult[];
}

function bySheet(texts: readonly CellText[], results: readonly CellResult[]): Map<string, Wanted> {
  const grouped = new Map<string, Wanted>();
  const of = (sheet: string): Wanted => {
    const key = sheet.toLowerCase();
    const wanted = grouped.get(key) ?? { texts: [], results: [] };
    grouped.set(key, wanted);
    return wanted;
  };
  for (const text of texts) of(text.sheet).texts.push(text);
  for (const result of results) of(result.sheet).results.push(result);
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

/** What writing into a sheet needs to know, and where it says what it did not write. */
interface Writing {
  unlocked: ReadonlySet<number>;
  textLength: number;
  refused: WorkbookWithTexts['refused'];
}

/** The part with texts and results; null when none could be written. */
function writeSheet(
  bytes: Uint8Array,
  part: string,
  { texts, results }: Wanted,
  { unlocked, textLength, refused }: Writing,
): Uint8Array | null {
  const document = documentText(bytes);
  const wanted = new Map<string, CellText>();
  for (const text of texts) {
    const place = placeOf(text.address);
    if (place === null) refused.push({ text, reason: 'no-such-cell' });
    else wanted.set(place, text);
  }
  const values = new Map(results.map(({ address, value }) => [placeOf(address) ?? '', value]));
  const cells = locateCells(bytes, document.text, part, new Set([...wanted.keys(), ...values.keys()]));
  const patches: Patch[] = [];
  const written: WrittenText[] = [];
  for (const [place, text] of wanted) {
    const cell = cells.get(place);
    const reason = obstacle(cell, text.text, unlocked, textLength);
    if (reason !== null) refused.push({ text, reason });
    else if (cell) {
      patches.push(contentPatch(document.text, cell.element, text));
      const at = parseAddress(text.address);
      if (text.number === undefined && at) written.push({ ...at, text: text.text });
    }
  }
  for (const [place, value] of values) {
    const cell = cells.get(place);
    if (cell?.formula) patches.push(resultPatch(document.text, cell.element, cell.formula, value));
  }
  patches.push(...fittedRows(bytes, document.text, part, written));
  return patches.length === 0 ? null : document.encode(patchText(document.text, patches));
}

function obstacle(
  cell: LocatedCell | undefined,
  text: string,
  unlocked: ReadonlySet<number>,
  textLength: number,
): RefusedTextReason | null {
  if (cell === undefined) return 'no-such-cell';
  if (cell.formula !== null) return 'formula';
  if (!unlocked.has(Number(cell.element.attributes.s ?? 0))) return 'locked';
  return text.length > textLength ? 'too-long' : null;
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
