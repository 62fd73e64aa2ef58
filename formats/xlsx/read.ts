import { readError, WorkbookReadError } from '../read-error.ts';
import { openZip, type ZipArchive } from '../zip/read.ts';
import { NO_FORMATS, type CellFormats } from './cell-formats.ts';
import type { ReadSheet, ReadWorkbook } from './cells.ts';
import { DEFAULT_LIMITS, type ReadLimits } from '../limits.ts';
import { externalLinkTargets } from './external-links.ts';
import type { SheetsByName } from './conditional-conditions.ts';
import { findWorkbookPart } from './find-workbook.ts';
import { knownFormats } from './known-formats.ts';
import { hasMacros } from './macros.ts';
import { ReadBudget } from './read-budget.ts';
import { HEADING } from './mark/comments-part.ts';
import { commentsOf } from './read-comments.ts';
import { hasPartNamed } from './sheet-parts.ts';
import { readRelationships, type Relationship } from './relationships.ts';
import { readSharedStrings } from './shared-strings.ts';
import { NOTHING_BESIDE } from './sheet-facts.ts';
import { signatureOf } from './signature.ts';
import { readSheetPart, type SheetContext } from './sheet-part.ts';
import { type ListedSheet, readWorkbookPart } from './workbook-part.ts';

/** A part of a damaged workbook that could not be read, or only so far. */
export interface ReadFailure {
  /** Sheet concerned; null where it is the texts of all of them. */
  sheet: string | null;
  error: WorkbookReadError;
}

/**
 * Reads an .xlsx file of any program into plain cells and what structure rules look at beside them. Charts
 * and pictures are left out, and of styles all but the cells that show their number as something else; sheets
 * that hold no cells, such as chart sheets, come out empty.
 * @param limits caps on size; see {@link DEFAULT_LIMITS}
 * @throws WorkbookReadError when the file is no workbook, is damaged or exceeds a cap
 */
export async function readWorkbook(
  bytes: Uint8Array,
  limits: ReadLimits = DEFAULT_LIMITS,
): Promise<ReadWorkbook> {
  return readPackage(bytes, limits, null);
}

/**
 * Reads what can be read of a damaged file, as {@link readWorkbook}: a broken sheet as far as it goes. The
 * caps hold all the same.
 * @returns the workbook, and what of it could not be read
 * @throws WorkbookReadError when the file is no workbook, or its directory or list of sheets is damaged
 */
export async function readDamaged(
  bytes: Uint8Array,
  limits: ReadLimits = DEFAULT_LIMITS,
): Promise<{ workbook: ReadWorkbook; failures: ReadFailure[] }> {
  const failures: ReadFailure[] = [];
  const workbook = await readPackage(bytes, limits, (failure) => failures.push(failure));
  return { workbook, failures };
}

/** @param onFailure given when what is broken is to be passed over */
async function readPackage(
  bytes: Uint8Array,
  limits: ReadLimits,
  onFailure: ((failure: ReadFailure) => void) | null,
): Promise<ReadWorkbook> {
  const archive = await openZip(bytes, limits);
  const workbookName = await findWorkbookPart(archive);
  const budget = new ReadBudget(limits);
  const {
    sheets: listed,
    date1904,
    definedNames,
  } = readWorkbookPart(await requirePart(archive, workbookName, '_rels/.rels'), workbookName, limits, budget);
  const relationships = await readRelationships(archive, workbookName);
  const orElse = async <Value>(sheet: string | null, read: () => Promise<Value>, lost: Value) => {
    try {
      return await read();
    } catch (error) {
      if (onFailure === null || !(error instanceof WorkbookReadError)) throw error;
      onFailure({ sheet, error });
      return lost;
    }
  };
  const sharedStrings = await orElse(
    null,
    () => sharedStringsOf(archive, relationships, workbookName, limits),
    [],
  );
  const formats = await orElse(null, () => cellFormatsOf(archive, relationships, budget), NO_FORMATS);

  const hasComments = hasPartNamed(archive, 'comment');
  const sheets: ReadSheet[] = [];
  const pending: ((read: SheetsByName) => void)[] = [];
  const used = new Set<string>();
  const readSheet = async ({ name, state, relationship }: ListedSheet): Promise<ReadSheet> => {
    const target = relationships.get(relationship);
    const part = target?.part ?? null;
    if (target === undefined || part === null) {
      throw readError('missing-part', { part: name, neededBy: workbookName }, { sheet: name });
    }
    // A hundred sheets that share one large part would cost a hundred times its size.
    if (used.has(part.toLowerCase())) throw readError('shared-sheet-part', { name, part }, { sheet: name });
    used.add(part.toLowerCase());
    if (target.kind !== 'worksheet') return { name, state, cells: [], ...NOTHING_BESIDE };
    const content = await requirePart(archive, part, workbookName);
    const context: SheetContext = {
      sheet: name,
      sharedStrings,
      date1904,
      formats,
      textLength: limits.textLength,
      budget,
      later: (show) => pending.push(show),
      ...(onFailure && { onFailure: (error: WorkbookReadError) => onFailure({ sheet: name, error }) }),
    };
    const read = { name, state, ...readSheetPart(content, part, context) };
    const comments = hasComments ? await commentsOn(part, archive, limits, budget) : [];
    return comments.length === 0 ? read : { ...read, comments };
  };
  for (const sheet of listed) {
    const { name, state } = sheet;
    sheets.push(await orElse(name, () => readSheet(sheet), { name, state, cells: [], ...NOTHING_BESIDE }));
  }
  if (pending.length > 0) {
    const byName = new Map(sheets.map(({ name, cells }) => [name.toUpperCase(), cells]));
    for (const show of pending) show(byName);
  }
  return {
    date1904,
    macros: await orElse(null, () => hasMacros(archive, relationships), false),
    signed: await orElse(null, async () => (await signatureOf(archive)) !== null, false),
    externalLinks: await orElse(null, () => externalLinkTargets(archive, relationships), []),
    definedNames,
    sheets,
  };
}

/** What people wrote on the cells of a sheet, without what a check marked there; a damaged part says nothing. */
async function commentsOn(
  part: string,
  archive: ZipArchive,
  limits: ReadLimits,
  budget: ReadBudget,
): Promise<NonNullable<ReadSheet['comments']>> {
  try {
    return (await commentsOf(archive, part, limits, budget)).filter(({ text }) => !text.startsWith(HEADING));
  } catch (error) {
    if (error instanceof WorkbookReadError) return [];
    throw error;
  }
}

async function sharedStringsOf(
  archive: ZipArchive,
  relationships: ReadonlyMap<string, Relationship>,
  workbookName: string,
  limits: ReadLimits,
): Promise<string[]> {
  for (const { kind, part } of relationships.values()) {
    if (kind !== 'sharedStrings' || part === null) continue;
    return readSharedStrings(await requirePart(archive, part, workbookName), part, limits);
  }
  return [];
}

/** Without its styles part a workbook is shown without formats. */
async function cellFormatsOf(
  archive: ZipArchive,
  relationships: ReadonlyMap<string, Relationship>,
  budget: ReadBudget,
): Promise<CellFormats> {
  for (const { kind, part } of relationships.values()) {
    const bytes = kind === 'styles' && part !== null ? await archive.read(part) : null;
    if (part !== null && bytes !== null) return knownFormats(bytes, part, budget);
  }
  return NO_FORMATS;
}

async function requirePart(archive: ZipArchive, part: string, neededBy: string): Promise<Uint8Array> {
  const bytes = await archive.read(part);
  if (bytes === null) throw readError('missing-part', { part, neededBy });
  return bytes;
}
