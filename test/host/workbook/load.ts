import type { ReadSheet } from '../../../formats/xlsx/cells.ts';
import { DEFAULT_LIMITS } from '../../../formats/limits.ts';
import { OFFICE_RELATIONSHIPS } from '../../../formats/xlsx/namespaces.ts';
import { readWorkbook } from '../../../formats/xlsx/read.ts';
import { PACKAGE_ROOT, readRelationships, type Relationship } from '../../../formats/xlsx/relationships.ts';
import { attributeIn, scanXml } from '../../../formats/xml/scan.ts';
import { openZip, type ZipArchive } from '../../../formats/zip/read.ts';
import { HostSheet } from './host-sheet.ts';
import { HostWorkbook } from './host-workbook.ts';
import { applySheetLooks } from './sheet-looks-part.ts';
import { readLooks } from './styles-part.ts';

const VISIBILITY: Record<ReadSheet['state'], HostSheet['visibility']> = {
  visible: 'Visible',
  hidden: 'Hidden',
  veryHidden: 'VeryHidden',
};

/**
 * Loads a workbook file: everything our own reader sees, and beside it what that leaves out: which cells are
 * locked, their fills, and what the protection of a sheet allows.
 * @throws WorkbookReadError
 */
export async function loadHostWorkbook(bytes: Uint8Array, name: string): Promise<HostWorkbook> {
  const { sheets: read, definedNames } = await readWorkbook(bytes);
  const archive = await openZip(bytes, DEFAULT_LIMITS);
  const workbookPart = partOfKind(await readRelationships(archive, PACKAGE_ROOT), 'officeDocument');
  const relationships = await readRelationships(archive, workbookPart);
  const parts = sheetParts(await required(archive, workbookPart), workbookPart, relationships);
  const stylesPart = partOfKind(relationships, 'styles');
  const looks = readLooks(await required(archive, stylesPart), stylesPart);

  const sheets: HostSheet[] = [];
  for (const [at, { name: sheetName, state, cells, hiddenRows, hiddenColumns }] of read.entries()) {
    // Excel's ids are GUIDs in braces; these only have to look like them and be stable.
    const id = `{00000000-0001-0000-0000-${String(at).padStart(12, '0')}}`;
    const sheet = new HostSheet(id, sheetName, VISIBILITY[state], hiddenRows, hiddenColumns);
    for (const { row, column, value, formula } of cells) sheet.setContent(row, column, value, formula);
    const part = parts[at];
    if (part) applySheetLooks(await required(archive, part), part, looks, sheet);
    sheets.push(sheet);
  }
  const names = definedNames.filter(({ sheet }) => sheet === null);
  return new HostWorkbook(name, sheets, names);
}

/** The parts of the sheets in the order of the tabs. */
function sheetParts(
  bytes: Uint8Array,
  part: string,
  relationships: ReadonlyMap<string, Relationship>,
): (string | null)[] {
  const parts: (string | null)[] = [];
  scanXml(bytes, part, () => ({
    open(element, depth) {
      if (depth !== 3 || element.local !== 'sheet') return;
      const id = attributeIn(element, OFFICE_RELATIONSHIPS, 'id') ?? '';
      parts.push(relationships.get(id)?.part ?? null);
    },
  }));
  return parts;
}

function partOfKind(relationships: ReadonlyMap<string, Relationship>, kind: string): string {
  const part = [...relationships.values()].find((one) => one.kind === kind)?.part;
  if (!part) throw new Error(`The package has no ${kind}.`);
  return part;
}

async function required(archive: ZipArchive, part: string): Promise<Uint8Array> {
  const bytes = await archive.read(part);
  if (bytes === null) throw new Error(`The package has no ${part}.`);
  return bytes;
}
