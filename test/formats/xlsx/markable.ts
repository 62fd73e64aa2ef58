import { DEFAULT_LIMITS } from '../../../formats/limits.ts';
import { readZip } from '../../../formats/zip/read.ts';
import { MAIN, type Parts, relationships, workbookFile } from './hand-made.ts';

const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/content-types';

/** The formats of {@link markableFile}: plain, a blue one, an unlocked one. */
export const FORMATS = [
  '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>',
  '<xf numFmtId="4" fontId="1" fillId="2" borderId="0" xfId="0" applyFill="1" applyNumberFormat="1"><alignment horizontal="right"/></xf>',
  '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" applyProtection="1"><protection locked="0"/></xf>',
];

const STYLES =
  `<styleSheet xmlns="${MAIN}"><fonts count="2"><font/><font><b/></font></fonts>` +
  '<fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FF0000FF"/></patternFill></fill></fills>' +
  '<borders count="1"><border/></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
  `<cellXfs count="3">${FORMATS.join('')}</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;

/** A complete one-sheet workbook "S" with formats; a test replaces the parts it is about. */
export function markableFile(sheet: string | Uint8Array, changed: Parts = {}): Promise<Uint8Array> {
  return workbookFile({
    '[Content_Types].xml':
      `<Types xmlns="${PACKAGE}"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>` +
      '<Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>' +
      '<Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/></Types>',
    'xl/_rels/workbook.xml.rels': relationships(
      ['rId1', 'worksheet', 'worksheets/sheet1.xml'],
      ['rId2', 'sharedStrings', 'sharedStrings.xml'],
      ['rId3', 'styles', 'styles.xml'],
    ),
    'xl/styles.xml': STYLES,
    'xl/worksheets/sheet1.xml': sheet,
    ...changed,
  });
}

/** The parts of a file as text, by name. */
export async function textParts(bytes: Uint8Array): Promise<Map<string, string>> {
  const parts = await readZip(bytes, DEFAULT_LIMITS);
  return new Map([...parts].map(([name, data]) => [name, Buffer.from(data).toString('latin1')]));
}

/** One part of a file as UTF-8 text. */
export async function partText(bytes: Uint8Array, name: string): Promise<string> {
  const data = (await readZip(bytes, DEFAULT_LIMITS)).get(name);
  if (data === undefined) throw new Error(`The file has no part ${name}.`);
  return new TextDecoder().decode(data);
}
