import type { ForeignPackage } from '../../core/messages/workbook-file.ts';
import { readError } from '../read-error.ts';
import { openZip, type ZipArchive } from '../zip/read.ts';
import { DEFAULT_LIMITS, type ReadLimits, type ReadSheet, type ReadWorkbook } from './cells.ts';
import { PACKAGE_ROOT, readRelationships, type Relationship } from './relationships.ts';
import { readSharedStrings } from './shared-strings.ts';
import { readSheetPart } from './sheet-part.ts';
import { readWorkbookPart } from './workbook-part.ts';

/**
 * Reads an .xlsx file of any program into plain cells. Charts, styles, names and everything else that is
 * not a cell is left out; sheets that hold no cells, such as chart sheets, come out empty.
 * @param limits caps on size; see {@link DEFAULT_LIMITS}
 * @throws WorkbookReadError when the file is no workbook, is damaged or exceeds a cap
 */
export async function readWorkbook(
  bytes: Uint8Array,
  limits: ReadLimits = DEFAULT_LIMITS,
): Promise<ReadWorkbook> {
  const archive = await openZip(bytes, limits);
  const workbookName = await findWorkbookPart(archive);
  const { sheets: listed, date1904 } = readWorkbookPart(
    await requirePart(archive, workbookName, '_rels/.rels'),
    workbookName,
  );
  const relationships = await readRelationships(archive, workbookName);
  const sharedStrings = await sharedStringsOf(archive, relationships, workbookName, limits);
  const countCell = cellCounter(limits.cells);

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
    const sheet: ReadSheet = { name, state, cells: [] };
    if (target.kind === 'worksheet') {
      const content = await requirePart(archive, part, workbookName);
      const context = { sheet: name, sharedStrings, date1904, textLength: limits.textLength, countCell };
      sheet.cells = readSheetPart(content, part, context);
    }
    sheets.push(sheet);
  }
  return { sheets, date1904 };
}

/** The name of the workbook part, as the package itself declares it. */
async function findWorkbookPart(archive: ZipArchive): Promise<string> {
  for (const { kind, part } of (await readRelationships(archive, PACKAGE_ROOT)).values()) {
    if (kind !== 'officeDocument' || part === null) continue;
    const foreign = foreignDocument(part);
    if (foreign !== null) throw readError('not-a-workbook', { found: foreign });
    return part;
  }
  const found: ForeignPackage = archive.names.includes('mimetype') ? 'opendocument' : 'unknown';
  throw readError('not-a-workbook', { found });
}

function foreignDocument(part: string): ForeignPackage | null {
  if (part.endsWith('.bin')) return 'xlsb';
  if (part.startsWith('word/')) return 'document';
  return part.startsWith('ppt/') ? 'presentation' : null;
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

function cellCounter(limit: number): () => void {
  let count = 0;
  return () => {
    count += 1;
    if (count > limit) throw readError('too-many-cells', { limit });
  };
}
