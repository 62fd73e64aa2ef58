import { writeZip } from '../../../formats/zip/write.ts';

export const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships';

/** The parts of the smallest workbook, by name; a test replaces what it is about, null leaves a part out. */
export type Parts = Record<string, string | Uint8Array | null>;

/** Worksheet XML around the content of `sheetData`. */
export function worksheet(rows: string): string {
  return `<worksheet xmlns="${MAIN}"><sheetData>${rows}</sheetData></worksheet>`;
}

/** Shared strings XML around `si` elements. */
export function sharedStrings(items: string): string {
  return `<sst xmlns="${MAIN}">${items}</sst>`;
}

/** Workbook XML with the given `sheet` elements. */
export function workbookXml(sheets: string, before = ''): string {
  return `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}">${before}<sheets>${sheets}</sheets></workbook>`;
}

/** Relationship part XML; each entry is id, last word of the type, target. */
export function relationships(...entries: readonly (readonly [string, string, string])[]): string {
  const elements = entries.map(
    ([id, kind, target]) => `<Relationship Id="${id}" Type="${OFFICE}/${kind}" Target="${target}"/>`,
  );
  return `<Relationships xmlns="${PACKAGE}">${elements.join('')}</Relationships>`;
}

/** A complete package with one sheet "S", in the order programs write it. */
export function packageParts(changed: Parts = {}): Map<string, Uint8Array> {
  const parts: Parts = {
    '[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    '_rels/.rels': relationships(['rId1', 'officeDocument', 'xl/workbook.xml']),
    'xl/workbook.xml': workbookXml('<sheet name="S" sheetId="1" r:id="rId1"/>'),
    'xl/_rels/workbook.xml.rels': relationships(
      ['rId1', 'worksheet', 'worksheets/sheet1.xml'],
      ['rId2', 'sharedStrings', 'sharedStrings.xml'],
    ),
    'xl/worksheets/sheet1.xml': worksheet(''),
    'xl/sharedStrings.xml': sharedStrings(''),
    ...changed,
  };
  const bytes = new Map<string, Uint8Array>();
  for (const [name, content] of Object.entries(parts)) {
    if (content === null) continue;
    bytes.set(name, typeof content === 'string' ? new TextEncoder().encode(content) : content);
  }
  return bytes;
}

/** The file of {@link packageParts}. */
export function workbookFile(changed: Parts = {}): Promise<Uint8Array> {
  return writeZip([...packageParts(changed)].map(([name, data]) => ({ name, data })));
}

/** A file whose only sheet has these rows. */
export function fileWithRows(rows: string, changed: Parts = {}): Promise<Uint8Array> {
  return workbookFile({ 'xl/worksheets/sheet1.xml': worksheet(rows), ...changed });
}
