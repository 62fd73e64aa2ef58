import { describe, expect, it } from 'vitest';
import { DEFAULT_LIMITS } from '../../../formats/limits.ts';
import { readWorkbook } from '../../../formats/xlsx/read.ts';
import { refusal } from '../refusal.ts';
import {
  fileWithRows,
  MAIN,
  type Parts,
  relationships,
  sharedStrings,
  workbookFile,
  workbookXml,
  worksheet,
} from './hand-made.ts';

const read = async (file: Promise<Uint8Array>, limits = DEFAULT_LIMITS) => readWorkbook(await file, limits);
const SHEET = 'xl/worksheets/sheet1.xml';

describe('a package that is no workbook', () => {
  it.each<[string, Parts]>([
    ['document', { '_rels/.rels': relationships(['r', 'officeDocument', 'word/document.xml']) }],
    ['presentation', { '_rels/.rels': relationships(['r', 'officeDocument', 'ppt/presentation.xml']) }],
    ['xlsb', { '_rels/.rels': relationships(['r', 'officeDocument', 'xl/workbook.bin']) }],
    ['opendocument', { '_rels/.rels': null, mimetype: 'application/vnd.oasis.opendocument.spreadsheet' }],
    ['zip', { '_rels/.rels': null }],
    ['zip', { '_rels/.rels': relationships(['r', 'extended-properties', 'docProps/app.xml']) }],
    ['zip', { 'xl/workbook.xml': '<workbook xmlns="urn:other"/>' }],
  ])('is named: %s', async (found, parts) => {
    expect(await refusal(read(workbookFile(parts)))).toMatchObject({
      code: 'not-a-workbook',
      data: { found },
    });
  });
});

describe('a package that does not hold together', () => {
  it.each<[string, Parts, string]>([
    ['the workbook part is missing', { 'xl/workbook.xml': null }, 'xl/workbook.xml'],
    ['a sheet part is missing', { [SHEET]: null }, SHEET],
    ['the shared strings are missing', { 'xl/sharedStrings.xml': null }, 'xl/sharedStrings.xml'],
    ['a sheet has no relationship', { 'xl/_rels/workbook.xml.rels': relationships() }, 'S'],
    [
      'a sheet leads outside the package',
      { 'xl/_rels/workbook.xml.rels': relationships(['rId1', 'worksheet', '../../../etc/passwd']) },
      'S',
    ],
  ])('is refused when %s', async (_, parts, part) => {
    expect(await refusal(read(workbookFile(parts)))).toMatchObject({ code: 'missing-part', data: { part } });
  });

  it('is refused when two sheets have one name, also in other case', async () => {
    const sheets =
      '<sheet name="Số liệu" sheetId="1" r:id="rId1"/><sheet name="SỐ LIỆU" sheetId="2" r:id="rId2"/>';
    expect(await refusal(read(workbookFile({ 'xl/workbook.xml': workbookXml(sheets) })))).toMatchObject({
      code: 'duplicate-sheet',
      data: { name: 'SỐ LIỆU' },
    });
  });

  it('is refused when two sheets share a part', async () => {
    const sheets = '<sheet name="a" sheetId="1" r:id="rId1"/><sheet name="b" sheetId="2" r:id="rId1"/>';
    expect(await refusal(read(workbookFile({ 'xl/workbook.xml': workbookXml(sheets) })))).toMatchObject({
      code: 'shared-sheet-part',
      place: { sheet: 'b' },
    });
  });

  it('is refused when a sheet part holds something else', async () => {
    const finding = await refusal(read(workbookFile({ [SHEET]: sharedStrings('') })));
    expect(finding).toMatchObject({ code: 'bad-xml', data: { part: SHEET, line: 1 }, place: { sheet: 'S' } });
  });

  it('is refused when XML in any part is damaged or has a DOCTYPE', async () => {
    for (const part of [
      '_rels/.rels',
      'xl/workbook.xml',
      'xl/_rels/workbook.xml.rels',
      'xl/sharedStrings.xml',
      SHEET,
    ]) {
      expect(await refusal(read(workbookFile({ [part]: '<a>\n<b>' })))).toMatchObject({
        code: part === 'xl/workbook.xml' ? 'not-a-workbook' : 'bad-xml',
      });
      expect(await refusal(read(workbookFile({ [part]: '<!DOCTYPE a><a/>' })))).toMatchObject({
        code: 'xml-doctype',
        data: { part },
      });
    }
  });
});

describe('a cell that cannot be trusted', () => {
  it.each([
    ['n', '<v>NaN</v>', 'NaN'],
    ['n', '<v>1.234,5</v>', '1.234,5'],
    ['n', '<v>0x1F</v>', '0x1F'],
    ['n', '<v>1e999</v>', '1e999'],
    ['n', '<v>Infinity</v>', 'Infinity'],
    ['s', '<v>1</v>', '1'],
    ['s', '<v>-1</v>', '-1'],
    ['s', '<v>constructor</v>', 'constructor'],
    ['b', '<v>2</v>', '2'],
    ['d', '<v>31/12/2013</v>', '31/12/2013'],
    ['d', '<v>2013-02-29</v>', '2013-02-29'],
    ['x', '<v>1</v>', '1'],
  ])('of type %s with %s is refused with its address', async (type, content, found) => {
    const rows = `<row r="7"><c r="C7" t="${type}">${content}</c></row>`;
    const file = fileWithRows(rows, { 'xl/sharedStrings.xml': sharedStrings('<si><t>only</t></si>') });
    expect(await refusal(read(file))).toMatchObject({
      code: 'bad-cell-value',
      data: { type, found },
      place: { sheet: 'S', cell: 'C7' },
    });
  });

  it.each([
    '<row r="1"><c r="A1"><v>1</v></c><c r="A1"><v>2</v></c></row>',
    '<row r="1"><c r="A1"><v>1</v></c></row><row r="2"><c r="A2"><v>3</v></c></row><row r="1"><c r="A1"><v>2</v></c></row>',
    '<row r="2"><c r="A2"><v>1</v></c></row><row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>1</v></c><c r="A1"><v>1</v></c></row>',
  ])('is refused when it is stored twice: %s', async (rows) => {
    expect(await refusal(read(fileWithRows(rows)))).toMatchObject({
      code: 'duplicate-cell',
      place: { sheet: 'S', cell: 'A1' },
    });
  });

  it.each([
    ['<row r="1048577"/>', '1048577'],
    ['<row r="0"/>', '0'],
    ['<row r="x"/>', 'x'],
    ['<row r="1"><c r="XFE1"/></row>', 'XFE1'],
    ['<row r="1"><c r="A2"/></row>', 'A2'],
    ['<row r="1"><c r="A1:B1"/></row>', 'A1:B1'],
    ['<row r="1"><c r="XFD1"/><c/></row>', '1:16385'],
  ])('is refused when no sheet has its place: %s', async (rows, found) => {
    expect(await refusal(read(fileWithRows(rows)))).toMatchObject({
      code: 'bad-cell-address',
      data: { found },
      place: { sheet: 'S' },
    });
  });

  it('is refused when markup splits its value', async () => {
    const rows = '<row r="1"><c r="A1"><v>12<x/>34</v></c></row>';
    expect((await refusal(read(fileWithRows(rows)))).code).toBe('bad-xml');
  });
});

describe('caps', () => {
  const limits = (changed: Partial<typeof DEFAULT_LIMITS>) => ({ ...DEFAULT_LIMITS, ...changed });

  it('hold for the number of cells of all sheets, empty ones too', async () => {
    const ten = '<row><c/><c/><c><v>1</v></c><c/><c/></row><row><c/><c/><c/><c/><c><v>1</v></c></row>';
    expect((await read(fileWithRows(ten), limits({ cells: 10 }))).sheets[0]?.cells).toHaveLength(2);
    expect(await refusal(read(fileWithRows(ten), limits({ cells: 9 })))).toMatchObject({
      code: 'too-many-cells',
      data: { limit: 9 },
    });
  });

  it('hold for the number of shared texts', async () => {
    const file = workbookFile({ 'xl/sharedStrings.xml': sharedStrings('<si/>'.repeat(11)) });
    expect((await refusal(read(file, limits({ cells: 10 })))).code).toBe('too-many-cells');
  });

  it.each([
    [
      'in the cell',
      (text: string) => fileWithRows(`<row r="2"><c r="B2" t="inlineStr"><is><t>${text}</t></is></c></row>`),
    ],
    [
      'in runs',
      (text: string) =>
        fileWithRows(
          `<row r="2"><c r="B2" t="inlineStr"><is>${[...text].map((letter) => `<r><t>${letter}</t></r>`).join('')}</is></c></row>`,
        ),
    ],
    [
      'of a formula',
      (text: string) => fileWithRows(`<row r="2"><c r="B2" t="str"><f>A1</f><v>${text}</v></c></row>`),
    ],
    [
      'shared',
      (text: string) => workbookFile({ 'xl/sharedStrings.xml': sharedStrings(`<si><t>${text}</t></si>`) }),
    ],
  ])('hold for the length of a text %s', async (where, build) => {
    await read(build('x'.repeat(32)), limits({ textLength: 32 }));
    const finding = await refusal(read(build('x'.repeat(33)), limits({ textLength: 32 })));
    expect(finding).toMatchObject({ code: 'text-too-long', data: { limit: 32 } });
    if (where !== 'shared') expect(finding.place).toEqual({ sheet: 'S', cell: 'B2' });
  });

  it('stop a text of 100 MB that comes in a small file', async () => {
    const text = Buffer.alloc(100 * 1024 * 1024, 'x');
    const [head = '', tail = ''] = worksheet('<row r="1"><c r="A1" t="str"><v>|</v></c></row>').split('|');
    const sheet = new Uint8Array(Buffer.concat([Buffer.from(head), text, Buffer.from(tail)]));
    const file = await workbookFile({ [SHEET]: sheet });
    expect(file.length).toBeLessThan(200_000);
    expect((await refusal(readWorkbook(file))).code).toBe('xml-run-too-long');
  });

  it('stop a text of 100 MB in many pieces', async () => {
    const piece = `<!-- -->${'x'.repeat(1000)}`;
    const sheet = worksheet(`<row r="1"><c r="A1" t="str"><v>${piece.repeat(100_000)}</v></c></row>`);
    expect(await refusal(read(workbookFile({ [SHEET]: sheet })))).toMatchObject({
      code: 'text-too-long',
      place: { cell: 'A1' },
    });
  });

  it('stop elements nested without end', async () => {
    const sheet = `<worksheet xmlns="${MAIN}">${'<sheetData>'.repeat(100_000)}`;
    expect((await refusal(read(workbookFile({ [SHEET]: sheet })))).code).toBe('xml-too-deep');
  });
});
