import { readError } from '../read-error.ts';
import { openZip, type ZipArchive } from '../zip/read.ts';
import { DEFAULT_LIMITS, type ReadLimits, type ReadSheet, type ReadWorkbook } from './cells.ts';
import { externalLinkTargets } from './external-links.ts';
import { findWorkbookPart } from './find-workbook.ts';
import { hasMacros } from './macros.ts';
import { ReadBudget } from './read-budget.ts';
import { readRelationships, type Relationship } from './relationships.ts';
import { readSharedStrings } from './shared-strings.ts';
import { NOTHING_BESIDE } from './sheet-facts.ts';
import { readSheetPart } from './sheet-part.ts';
import { readWorkbookPart } from './workbook-part.ts';

/**
 * Reads an .xlsx file of any program into plain cells and what structure rules look at beside them. Charts,
 * pictures and styles are left out; sheets that hold no cells, such as chart sheets, come out empty.
 * @param limits caps on size; see {@link DEFAULT_LIMITS}
 * @throws WorkbookReadError when the file is no workbook, is damaged or exceeds a cap
 */
export async function readWorkbook(
  bytes: Uint8Array,
  limits: ReadLimits = DEFAULT_LIMITS,
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
  const sharedStrings = await sharedStringsOf(archive, relationships, workbookName, limits);

  const sheets: ReadSheet[] = [];
  const used = new Set<string>();
  for (const { name, state, relationship } of listed) {
    const target = relationships.get(relationship);
    const part = target?.part ?? null;
    if (target === undefined || part === null) {
      throw readError('missing-part', { part: name, neededBy: workbookName }, { sheet: name });
    }
    // A hundred sheets that share one large part would cost a hundred times its size.
    if (used.has(part.toLowerCase())) throw readError('shared-sheet-part', { name, part }, { sheet: name });
    used.add(part.toLowerCase());
    if (target.kind === 'worksheet') {
      const content = await requirePart(archive, part, workbookName);
      const context = { sheet: name, sharedStrings, date1904, textLength: limits.textLength, budget };
      sheets.push({ name, state, ...readSheetPart(content, part, context) });
    } else {
      sheets.push({ name, state, cells: [], ...NOTHING_BESIDE });
    }
  }
  return {
    date1904,
    macros: await hasMacros(archive, relationships),
    externalLinks: await externalLinkTargets(archive, relationships),
    definedNames,
    sheets,
  };
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

async function requirePart(archive: ZipArchive, part: string, neededBy: string): Promise<Uint8Array> {
  const bytes = await archive.read(part);
  if (bytes === null) throw readError('missing-part', { part, neededBy });
  return bytes;
}
