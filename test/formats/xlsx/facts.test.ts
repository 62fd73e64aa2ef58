import { describe, expect, it } from 'vitest';
import type { SheetFacts, WorkbookFacts } from '../../../core/sheet/facts.ts';
import { cellAddress } from '../../../core/sheet/address.ts';
import { DEFAULT_LIMITS } from '../../../formats/limits.ts';
import { readFacts } from '../../../formats/xlsx/facts.ts';
import { refusal } from '../refusal.ts';
import { MAIN, type Parts, relationships, workbookFile, workbookXml, worksheet } from './hand-made.ts';

const SHEET = 'xl/worksheets/sheet1.xml';
const STRICT = 'http://purl.oclc.org/ooxml/spreadsheetml/main';
const EXTENSION =
  'xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main" xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main"';

async function factsOf(parts: Parts, limits = DEFAULT_LIMITS): Promise<WorkbookFacts> {
  return readFacts(await workbookFile(parts), limits);
}

async function sheetOf(xml: string): Promise<SheetFacts> {
  const [sheet] = (await factsOf({ [SHEET]: xml })).sheets;
  if (sheet === undefined) throw new Error('The workbook has no sheet.');
  return sheet;
}

const around = (rows: string, after = '', before = '') =>
  `<worksheet xmlns="${MAIN}">${before}<sheetData>${rows}</sheetData>${after}</worksheet>`;

async function formulasOf(rows: string): Promise<Record<string, string | null>> {
  const { cells } = await sheetOf(worksheet(rows));
  return Object.fromEntries(cells.map((cell) => [cellAddress(cell.row, cell.column), cell.formula]));
}

describe('formulas of a returned workbook', () => {
  it('have their own text where the file shares one', async () => {
    expect(
      await formulasOf(
        '<row r="2"><c r="B2"><f t="shared" ref="B2:C3" si="0">$A2+B$1&amp;"B2"</f><v>1</v></c><c r="C2"><f t="shared" si="0"/><v>1</v></c></row>' +
          '<row r="3"><c r="B3"><f t="shared" si="0"></f><v>1</v></c><c r="C3"><f t="shared" si="0"/><v>1</v></c><c r="D3"><f t="shared" si="7"/><v>1</v></c></row>',
      ),
    ).toEqual({
      B2: '$A2+B$1&"B2"',
      C2: '$A2+C$1&"B2"',
      B3: '$A3+B$1&"B2"',
      C3: '$A3+C$1&"B2"',
      D3: '',
    });
  });

  it('are expanded where the follower comes first, repeats the text or takes over a number', async () => {
    expect(
      await formulasOf(
        '<row r="1"><c r="B1"><f t="shared" si="1"/><v>1</v></c></row><row r="2"><c r="B2"><f t="shared" ref="B1:B2" si="1">A2</f><v>1</v></c></row>' +
          '<row r="3"><c r="B3"><f t="shared" si="1">A3</f><v>1</v></c></row><row r="4"><c r="B4"><f t="shared" ref="B4:B5" si="1">C4</f><v>1</v></c></row><row r="5"><c r="B5"><f t="shared" si="1"/><v>1</v></c></row>',
      ),
    ).toEqual({ B1: 'A1', B2: 'A2', B3: 'A3', B4: 'C4', B5: 'C5' });
  });

  it('are nothing typed where an array formula or a data table fills cells', async () => {
    expect(
      await formulasOf(
        '<row r="1"><c r="A1"><f t="array" ref="A1:B2">D1:E2*2</f><v>1</v></c><c r="B1"><v>1</v></c><c r="C1"><v>1</v></c></row>' +
          '<row r="2"><c r="A2"><v>1</v></c><c r="B2"><v>1</v></c></row>' +
          '<row r="3"><c r="A3"><v>1</v></c><c r="C3"><f t="dataTable" ref="C3:C4" r1="A1"/><v>1</v></c></row><row r="4"><c r="C4"><v>1</v></c></row>',
      ),
    ).toEqual({ A1: 'D1:E2*2', B1: '', C1: null, A2: '', B2: '', A3: null, C3: '', C4: '' });
  });
});

describe('a sheet', () => {
  it('says what is merged, hidden and protected', async () => {
    const sheet = await sheetOf(
      around(
        '<row r="3" hidden="1"/><row r="4" hidden="0"/><row r="7" ht="0" customHeight="1"><c r="A7"><v>1</v></c></row>',
        '<sheetProtection sheet="1"/><mergeCells count="3"><mergeCell ref="B7:$E$7"/><mergeCell ref="C9:B8"/><mergeCell ref="nonsense"/></mergeCells>',
        '<cols><col min="2" max="4" hidden="1"/><col min="6" max="6" width="9"/><col min="7" max="7" width="0"/></cols>',
      ),
    );
    expect(sheet.merges).toEqual(['B7:E7', 'B8:C9']);
    expect([...sheet.hiddenRows]).toEqual([3, 7]);
    expect([...sheet.hiddenColumns]).toEqual([2, 3, 4, 7]);
    expect(sheet.isProtected).toBe(true);
    expect((await sheetOf(around('', '<sheetProtection sheet="0"/>'))).isProtected).toBe(false);
    expect((await sheetOf(around(''))).isProtected).toBe(false);
  });

  it('lists validations range by range, each written for its own first cell', async () => {
    const { validations } = await sheetOf(
      around(
        '',
        '<dataValidations>' +
          '<dataValidation type="custom" sqref="E7:E8 E11"><formula1>AND(E7&gt;=0,E7&lt;$C$1)</formula1></dataValidation>' +
          '<dataValidation type="decimal" operator="notBetween" sqref="F7"><formula1>0</formula1><formula2>F6</formula2></dataValidation>' +
          '<dataValidation type="whole" operator="greaterThan" sqref="F8"><formula1>0</formula1><formula2>9</formula2></dataValidation>' +
          '<dataValidation type="list" sqref="G7"><formula1>"a,b"</formula1></dataValidation>' +
          '<dataValidation prompt="x" sqref="H7"/><dataValidation type="custom" sqref="nonsense XFE1"><formula1>1</formula1></dataValidation>' +
          '<dataValidation type="list" sqref="G8"><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:Choice Requires="x12ac"><list xmlns="urn:x12ac">"c"</list></mc:Choice><mc:Fallback><formula1>"d"</formula1></mc:Fallback></mc:AlternateContent></dataValidation>' +
          '</dataValidations>',
      ),
    );
    expect(validations).toEqual([
      { range: 'E7:E8', condition: 'AND(E7>=0,E7<$C$1)' },
      { range: 'E11', condition: 'AND(E11>=0,E11<$C$1)' },
      { range: 'F7', condition: 'decimal notBetween 0 F6' },
      { range: 'F8', condition: 'whole greaterThan 0' },
      { range: 'G7', condition: 'list "a,b"' },
      { range: 'H7', condition: '' },
      { range: 'G8', condition: 'list "d"' },
    ]);
  });

  it('lists conditional formats, and what Excel 2010 added in an extension', async () => {
    const { validations, conditional } = await sheetOf(
      around(
        '',
        '<conditionalFormatting sqref="A1:A5 C1"><cfRule type="expression" priority="1"><formula>A1</formula></cfRule></conditionalFormatting>' +
          `<extLst><ext ${EXTENSION} uri="x"><x14:conditionalFormattings><x14:conditionalFormatting><x14:cfRule type="dataBar" id="1"><x14:dataBar><x14:cfvo type="num"><xm:f>1</xm:f></x14:cfvo></x14:dataBar></x14:cfRule><xm:sqref>D1:D3 F1</xm:sqref></x14:conditionalFormatting></x14:conditionalFormattings></ext>` +
          `<ext ${EXTENSION} uri="y"><x14:dataValidations>\n<x14:dataValidation type="list">\n<x14:formula1>\n<xm:f>Nguồn!$A$1:$A$9</xm:f>\n</x14:formula1>\n<xm:sqref>B2 B4</xm:sqref></x14:dataValidation></x14:dataValidations></ext></extLst>`,
      ),
    );
    expect(conditional).toEqual(['A1:A5', 'C1', 'D1:D3', 'F1']);
    expect(validations).toEqual([
      { range: 'B2', condition: 'list Nguồn!$A$1:$A$9' },
      { range: 'B4', condition: 'list Nguồn!$A$1:$A$9' },
    ]);
  });

  it('reads the same from prefixed and strict parts', async () => {
    const plain = around(
      '<row r="1" hidden="1"><c r="A1"><f t="shared" ref="A1:A2" si="0">B1</f></c></row><row r="2"><c r="A2"><f t="shared" si="0"/></c></row>',
      '<sheetProtection sheet="true"/><mergeCells><mergeCell ref="A5:B5"/></mergeCells><conditionalFormatting sqref="A1"/><dataValidations><dataValidation type="custom" sqref="A1"><formula1>A1</formula1></dataValidation></dataValidations>',
      '<cols><col min="2" max="2" hidden="true"/></cols>',
    );
    const prefixed = plain.replaceAll(/<(\/?)(\w)/gu, '<$1x:$2').replace('xmlns=', 'xmlns:x=');
    const expected = await sheetOf(plain);
    expect(expected.cells.map(({ formula }) => formula)).toEqual(['B1', 'B2']);
    expect(await sheetOf(prefixed)).toEqual(expected);
    expect(await sheetOf(plain.replace(MAIN, STRICT))).toEqual(expected);
    expect(await sheetOf(prefixed.replace(MAIN, STRICT))).toEqual(expected);
  });

  it('leaves out what only looks like a fact', async () => {
    const { merges, isProtected, conditional } = await sheetOf(
      `<worksheet xmlns="${MAIN}" xmlns:o="urn:other"><o:sheetProtection sheet="1"/><sheetData/><o:mergeCells><o:mergeCell ref="A1:B1"/></o:mergeCells><extLst><ext><conditionalFormatting sqref="A1"/></ext></extLst></worksheet>`,
    );
    expect({ merges, isProtected, conditional }).toEqual({ merges: [], isProtected: false, conditional: [] });
  });

  it('without cells, such as a chart sheet, says nothing', async () => {
    const facts = await factsOf({
      'xl/_rels/workbook.xml.rels': relationships(['rId1', 'chartsheet', 'worksheets/sheet1.xml']),
      [SHEET]: '<chartsheet/>',
    });
    expect(facts.sheets).toMatchObject([{ name: 'S', cells: [], merges: [], validations: [] }]);
  });
});

describe('a workbook', () => {
  it('lists its names with the sheets they belong to', async () => {
    const { definedNames, date1904 } = await factsOf({
      'xl/workbook.xml': workbookXml(
        '<sheet name="S" sheetId="1" r:id="rId1"/>',
        '<workbookPr date1904="true"/><definedNames><definedName name="_xlnm.Print_Area" localSheetId="0">S!$A$1:<!-- -->$B$2</definedName><definedName name="Ẩn" hidden="1">#REF!</definedName><definedName name="Lạc" localSheetId="9">1</definedName></definedNames>',
      ),
    });
    expect(definedNames).toEqual([
      { name: '_xlnm.Print_Area', sheet: 'S', formula: 'S!$A$1:$B$2', hidden: false },
      { name: 'Ẩn', sheet: null, formula: '#REF!', hidden: true },
      { name: 'Lạc', sheet: null, formula: '1', hidden: false },
    ]);
    expect(date1904).toBe(true);
  });

  it('names what it links to', async () => {
    const { externalLinks } = await factsOf({
      'xl/_rels/workbook.xml.rels': relationships(
        ['rId1', 'worksheet', 'worksheets/sheet1.xml'],
        ['rId2', 'externalLink', 'externalLinks/externalLink1.xml'],
        ['rId3', 'externalLink', 'externalLinks/externalLink2.xml'],
        ['rId4', 'externalLink', 'externalLinks/externalLink1.xml'],
      ),
      'xl/externalLinks/externalLink1.xml': '<externalLink/>',
      'xl/externalLinks/_rels/externalLink1.xml.rels': relationships([
        'rId1',
        'externalLinkPath',
        'file:///C:/S%E1%BB%91%20li%E1%BB%87u.xlsx" TargetMode="External',
      ]),
    });
    expect(externalLinks).toEqual([
      'file:///C:/S%E1%BB%91%20li%E1%BB%87u.xlsx',
      'xl/externalLinks/externalLink2.xml',
    ]);
  });

  it.each<[string, Parts, boolean]>([
    ['plain', {}, false],
    ['a project', { 'xl/vbaProject.bin': 'x' }, true],
    [
      'a type that allows them',
      {
        '[Content_Types].xml':
          '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/xl/workbook.xml" ContentType="application/vnd.ms-excel.sheet.macroEnabled.main+xml"/></Types>',
      },
      true,
    ],
    [
      'a default no part has',
      {
        '[Content_Types].xml':
          '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="bin" ContentType="application/vnd.ms-office.vbaProject"/></Types>',
      },
      false,
    ],
    ['no list of types', { '[Content_Types].xml': null }, false],
    [
      'an Excel 4 macro sheet',
      {
        'xl/_rels/workbook.xml.rels': relationships(['rId1', 'worksheet', 'worksheets/sheet1.xml']).replace(
          '</Relationships>',
          '<Relationship Id="rId9" Type="http://schemas.microsoft.com/office/2006/relationships/xlMacrosheet" Target="macrosheets/sheet1.xml"/></Relationships>',
        ),
      },
      true,
    ],
  ])('says whether it carries macros: %s', async (_, parts, macros) => {
    expect((await factsOf(parts)).macros).toBe(macros);
  });
});

const SIGNED: Parts = {
  '_rels/.rels': relationships(['rId1', 'officeDocument', 'xl/workbook.xml']).replace(
    '</Relationships>',
    '<Relationship Id="rId7" Type="http://schemas.openxmlformats.org/package/2006/relationships/digital-signature/origin" Target="_xmlsignatures/origin.sigs"/></Relationships>',
  ),
  '_xmlsignatures/origin.sigs': '',
  '_xmlsignatures/sig1.xml': '<Signature/>',
};

describe('a digital signature', () => {
  it.each<[string, Parts, boolean]>([
    ['none', {}, false],
    ['as Excel signs', SIGNED, true],
    ['its parts alone', { '_xmlsignatures/sig1.xml': '<Signature/>' }, true],
    ['the reference alone', { '_rels/.rels': SIGNED['_rels/.rels'] ?? '' }, true],
  ])('is seen: %s', async (_, parts, signed) => {
    expect((await factsOf(parts)).signed).toBe(signed);
  });
});

describe('caps on facts', () => {
  const limited = (changed: Partial<typeof DEFAULT_LIMITS>) => ({ ...DEFAULT_LIMITS, ...changed });
  const code = async (parts: Parts, limits = DEFAULT_LIMITS) =>
    (await refusal(workbookFile(parts).then((bytes) => readFacts(bytes, limits)))).code;

  it.each([
    ['merges', around('', `<mergeCells>${'<mergeCell ref="A1:B1"/>'.repeat(11)}</mergeCells>`)],
    ['hidden rows', around('<row hidden="1"/>'.repeat(11))],
    ['hidden columns', around('', '', '<cols><col min="1" max="11" hidden="1"/></cols>')],
    ['ranges of a format', around('', `<conditionalFormatting sqref="${'A1 '.repeat(11)}"/>`)],
    [
      'ranges of a validation',
      around('', `<dataValidations><dataValidation sqref="${'A1 '.repeat(11)}"/></dataValidations>`),
    ],
    ['columns of arrays', around('<row><c><f t="array" ref="A1:K1">1</f></c></row>')],
  ])('hold for %s', async (_, xml) => {
    await factsOf({ [SHEET]: xml }, limited({ cells: 11 }));
    expect(await code({ [SHEET]: xml }, limited({ cells: 10 }))).toBe('too-many-cells');
  });

  it('hold for names and for the length of formulas outside cells', async () => {
    const named = (content: string) => ({
      'xl/workbook.xml': workbookXml(
        '<sheet name="S" sheetId="1" r:id="rId1"/>',
        `<definedNames>${content}</definedNames>`,
      ),
    });
    expect(await code(named('<definedName name="a"/>'.repeat(11)), limited({ cells: 10 }))).toBe(
      'too-many-cells',
    );
    const long = 'x'.repeat(33);
    expect(
      await code(named(`<definedName name="a">${long}</definedName>`), limited({ textLength: 32 })),
    ).toBe('text-too-long');
    const validation = `<dataValidations><dataValidation sqref="A1"><formula1>${long}</formula1></dataValidation></dataValidations>`;
    expect(await code({ [SHEET]: around('', validation) }, limited({ textLength: 32 }))).toBe(
      'text-too-long',
    );
  });

  it('stop a small file whose followers would fill the memory', async () => {
    const formula = `${'A1+'.repeat(10_000)}1`;
    const followers = '<row><c><f t="shared" si="0"/></c></row>'.repeat(100_000);
    const rows = `<row><c><f t="shared" ref="A1:A100001" si="0">${formula}</f></c></row>${followers}`;
    const bytes = await workbookFile({ [SHEET]: worksheet(rows) });
    expect(bytes.length).toBeLessThan(100_000);
    expect((await refusal(readFacts(bytes))).code).toBe('content-too-large');
  });

  it('stop a small file whose validations would fill the memory', async () => {
    const condition = `${'A1+'.repeat(10_000)}1`;
    const ranges = Array.from({ length: 50_000 }, (_, index) => `A${index + 1}`).join(' ');
    const xml = around(
      '',
      `<dataValidations><dataValidation type="custom" sqref="${ranges}"><formula1>${condition}</formula1></dataValidation></dataValidations>`,
    );
    expect(await code({ [SHEET]: xml })).toBe('content-too-large');
  });

  it('refuse damaged parts that only facts need', async () => {
    expect(await code({ '[Content_Types].xml': '<a>' })).toBe('bad-xml');
    const links = {
      'xl/_rels/workbook.xml.rels': relationships(
        ['rId1', 'worksheet', 'worksheets/sheet1.xml'],
        ['rId2', 'externalLink', 'externalLinks/externalLink1.xml'],
      ),
      'xl/externalLinks/_rels/externalLink1.xml.rels': '<!DOCTYPE a><a/>',
    };
    expect(await code(links)).toBe('xml-doctype');
  });
});
