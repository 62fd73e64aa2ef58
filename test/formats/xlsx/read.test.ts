import { describe, expect, it } from 'vitest';
import type { ReadCell } from '../../../formats/xlsx/cells.ts';
import { readWorkbook } from '../../../formats/xlsx/read.ts';
import {
  fileWithRows,
  MAIN,
  relationships,
  sharedStrings,
  workbookFile,
  workbookXml,
  worksheet,
} from './hand-made.ts';

async function cellsOf(file: Promise<Uint8Array>): Promise<ReadCell[]> {
  return (await readWorkbook(await file)).sheets[0]?.cells ?? [];
}

async function valuesOf(rows: string, strings = ''): Promise<unknown[]> {
  const cells = await cellsOf(fileWithRows(rows, { 'xl/sharedStrings.xml': sharedStrings(strings) }));
  return cells.map((cell) => cell.value);
}

describe('cell values', () => {
  it('reads numbers in every notation a file may use', async () => {
    expect(
      await valuesOf(
        '<row r="1"><c r="A1"><v>0</v></c><c r="B1"><v>-1.5</v></c><c r="C1" t="n"><v>1E-3</v></c><c r="D1"><v> 7 </v></c><c r="E1"><v>0.1</v></c><c r="F1"><v>1.7976931348623157E308</v></c></row>',
      ),
    ).toEqual([0, -1.5, 0.001, 7, 0.1, Number.MAX_VALUE]);
  });

  it('keeps stored zeros, FALSE and empty texts, and leaves out cells that only have a format', async () => {
    const cells = await cellsOf(
      fileWithRows(
        '<row r="2"><c r="A2" s="3"/><c r="B2"><v>0</v></c><c r="C2" t="b"><v>0</v></c><c r="D2" t="s"><v>0</v></c><c r="E2" t="inlineStr"><is><t></t></is></c><c r="F2" t="str"><f>IF(TRUE,"")</f><v></v></c><c r="G2"><v/></c></row>',
        { 'xl/sharedStrings.xml': sharedStrings('<si><t/></si>') },
      ),
    );
    expect(cells).toEqual([
      { row: 2, column: 2, value: 0, formula: null },
      { row: 2, column: 3, value: false, formula: null },
      { row: 2, column: 4, value: '', formula: null },
      { row: 2, column: 5, value: '', formula: null },
      { row: 2, column: 6, value: '', formula: 'IF(TRUE,"")' },
    ]);
  });

  it('reads booleans, errors and stored formula texts', async () => {
    expect(
      await valuesOf(
        '<row r="1"><c r="A1" t="b"><v>1</v></c><c r="B1" t="e"><v>#N/A</v></c><c r="C1" t="str"><v>12</v></c></row>',
      ),
    ).toEqual([true, { error: '#N/A' }, '12']);
  });

  it('takes the TRUE and FALSE that LibreOffice saves as formulas with numbers for what was typed', async () => {
    expect(
      await valuesOf(
        '<row r="1"><c r="A1" t="n"><f aca="false">TRUE()</f><v>1</v></c><c r="B1"><f>FALSE()</f><v>0</v></c><c r="C1" t="b"><f>TRUE()</f><v>1</v></c><c r="D1"><f>N(TRUE())</f><v>1</v></c></row>',
      ),
    ).toEqual([true, false, true, 1]);
  });

  it('takes a result that no program can hold for an error, as Gnumeric stores products of long doubles', async () => {
    expect(await valuesOf('<row r="1"><c r="A1"><f>B1*C1</f><v>-3.3e+317</v></c></row>')).toEqual([
      { error: '#NUM!' },
    ]);
  });

  it('joins formatted runs, drops phonetic guides and keeps white space and line breaks', async () => {
    expect(
      await valuesOf(
        '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="s"><v>2</v></c><c r="D1" t="inlineStr"><is><r><rPr><b/></rPr><t>Hộ </t></r><r><t xml:space="preserve">nghèo</t></r></is></c></row>',
        '<si><r><rPr><b/></rPr><t xml:space="preserve">Tỷ lệ </t></r><r><t>hộ nghèo</t></r></si><si><t>東京</t><rPh sb="0" eb="2"><t>トウキョウ</t></rPh><phoneticPr fontId="1"/></si><si><t xml:space="preserve"> a\r\nb&#10;c&amp;&lt; </t></si>',
      ),
    ).toEqual(['Tỷ lệ hộ nghèo', '東京', ' a\nb\nc&< ', 'Hộ nghèo']);
  });

  it('does not take a raised digit or a struck number for a part of the figure beside it', async () => {
    const run = (look: string, text: string) => `<r><rPr>${look}</rPr><t>${text}</t></r>`;
    expect(
      await valuesOf(
        `<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="inlineStr"><is>${run('<vertAlign val="subscript"/><strike val="0"/>', '4')}${run('', '5')}</is></c></row>`,
        `<si><r><t>450</t></r>${run('<vertAlign val="superscript"/>', '1')}<r><t> hộ</t></r></si><si>${run('<b/><strike/>', '45 0')}${run('', '460')}</si>`,
      ),
    ).toEqual(['450¹ hộ', '4\u03365\u0336 0\u0336460', '45']);
  });

  it('undoes escaped characters', async () => {
    expect(
      await valuesOf(
        '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="str"><v>_x000D_x</v></c></row>',
        '<si><t>a_x000D_\nb_x005F_x0041_ _xyz_</t></si>',
      ),
    ).toEqual(['a\r\nb_x0041_ _xyz_', '\rx']);
  });

  it('turns ISO dates into the serial numbers Excel shows', async () => {
    const rows =
      '<row r="1"><c r="A1" t="d"><v>2013-11-30</v></c><c r="B1" t="d"><v>1900-01-01</v></c><c r="C1" t="d"><v>1900-03-01T12:00:00Z</v></c></row>';
    expect(await valuesOf(rows)).toEqual([41_608, 1, 61.5]);
    const file = workbookFile({
      'xl/worksheets/sheet1.xml': worksheet('<row r="1"><c r="A1" t="d"><v>1904-01-02</v></c></row>'),
      'xl/workbook.xml': workbookXml(
        '<sheet name="S" sheetId="1" r:id="rId1"/>',
        '<workbookPr date1904="1"/>',
      ),
    });
    const workbook = await readWorkbook(await file);
    expect(workbook.date1904).toBe(true);
    expect(workbook.sheets[0]?.cells[0]?.value).toBe(1);
  });

  it('reads CDATA, comments inside a value and UTF-16 parts', async () => {
    expect(
      await valuesOf(
        '<row r="1"><c r="A1" t="str"><v><![CDATA[a<b]]></v></c><c r="B1"><v>1<!-- -->2</v></c></row>',
      ),
    ).toEqual(['a<b', 12]);
    const xml = `\ufeff<?xml version="1.0" encoding="UTF-16"?>${worksheet('<row><c t="str"><v>số</v></c></row>')}`;
    const utf16 = new Uint8Array(Buffer.from(xml, 'utf16le'));
    expect(await cellsOf(workbookFile({ 'xl/worksheets/sheet1.xml': utf16 }))).toEqual([
      { row: 1, column: 1, value: 'số', formula: null },
    ]);
  });
});

describe('formulas', () => {
  it('gives the text of plain, array and shared formulas and "" for the other cells of an array', async () => {
    const cells = await cellsOf(
      fileWithRows(
        '<row r="1"><c r="A1"><f>B1*2</f><v>4</v></c><c r="B1"><f t="shared" ref="B1:B2" si="0">C1&amp;"x"</f><v>1</v></c><c r="C1"><f t="array" ref="C1:C2">TRANSPOSE(A1:B1)</f><v>4</v></c><c r="D1"><f>1/0</f></c></row><row r="2"><c r="B2"><f t="shared" si="0"/><v>2</v></c><c r="C2"><v>1</v></c></row>',
      ),
    );
    expect(cells.map((cell) => [cell.formula, cell.value])).toEqual([
      ['B1*2', 4],
      ['C1&"x"', 1],
      ['TRANSPOSE(A1:B1)', 4],
      ['1/0', null],
      ['C2&"x"', 2],
      ['', 1],
    ]);
  });
});

describe('places of cells', () => {
  it('counts where rows or cells have no address', async () => {
    const cells = await cellsOf(
      fileWithRows(
        '<row><c><v>1</v></c><c><v>2</v></c></row><row r="5"><c r="C5"><v>3</v></c><c><v>4</v></c></row><row><c><v>5</v></c></row>',
      ),
    );
    expect(cells.map(({ row, column }) => [row, column])).toEqual([
      [1, 1],
      [1, 2],
      [5, 3],
      [5, 4],
      [6, 1],
    ]);
  });

  it('reads the last cell of a sheet without walking there, whatever size the sheet claims', async () => {
    const xml = `<worksheet xmlns="${MAIN}"><dimension ref="A1:XFD1048576"/><sheetData><row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData></worksheet>`;
    expect(await cellsOf(workbookFile({ 'xl/worksheets/sheet1.xml': xml }))).toEqual([
      { row: 1_048_576, column: 16_384, value: 1, formula: null },
    ]);
  });

  it('accepts cells and rows out of order', async () => {
    const cells = await cellsOf(
      fileWithRows(
        '<row r="2"><c r="B2"><v>1</v></c><c r="A2"><v>2</v></c></row><row r="1"><c r="A1"><v>3</v></c></row>',
      ),
    );
    expect(cells.map((cell) => cell.value)).toEqual([1, 2, 3]);
  });
});

describe('packages of other writers', () => {
  it('reads prefixed elements', async () => {
    const file = workbookFile({
      'xl/workbook.xml': `<x:workbook xmlns:x="${MAIN}" xmlns:q="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><x:sheets><x:sheet name="S" sheetId="1" q:id="rId1"/></x:sheets></x:workbook>`,
      'xl/worksheets/sheet1.xml': `<x:worksheet xmlns:x="${MAIN}"><x:sheetData><x:row r="1"><x:c r="A1" t="s"><x:v>0</x:v></x:c></x:row></x:sheetData></x:worksheet>`,
      'xl/sharedStrings.xml': `<x:sst xmlns:x="${MAIN}"><x:si><x:t>a</x:t></x:si></x:sst>`,
    });
    expect((await cellsOf(file)).map((cell) => cell.value)).toEqual(['a']);
  });

  it('leaves out elements of other namespaces, however they are named', async () => {
    const xml = `<worksheet xmlns="${MAIN}" xmlns:o="urn:other"><o:sheetData><row r="1"><c r="A1"><v>1</v></c></row></o:sheetData><sheetData><row r="1"><c r="A1"><o:v>2</o:v><v>3</v><extLst><ext><v>4</v></ext></extLst></c></row></sheetData></worksheet>`;
    expect(
      (await cellsOf(workbookFile({ 'xl/worksheets/sheet1.xml': xml }))).map((cell) => cell.value),
    ).toEqual([3]);
  });

  it('reads the strict variant', async () => {
    const strict = (text: string) =>
      text
        .replaceAll(MAIN, 'http://purl.oclc.org/ooxml/spreadsheetml/main')
        .replaceAll(
          'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
          'http://purl.oclc.org/ooxml/officeDocument/relationships',
        );
    const file = workbookFile({
      '_rels/.rels': strict(relationships(['rId1', 'officeDocument', 'xl/workbook.xml'])),
      'xl/workbook.xml': strict(workbookXml('<sheet name="S" sheetId="1" r:id="rId1"/>')),
      'xl/_rels/workbook.xml.rels': strict(relationships(['rId1', 'worksheet', 'worksheets/sheet1.xml'])),
      'xl/worksheets/sheet1.xml': strict(worksheet('<row r="1"><c r="A1"><v>9</v></c></row>')),
    });
    expect((await cellsOf(file)).map((cell) => cell.value)).toEqual([9]);
  });

  it('follows absolute, relative and differently cased targets', async () => {
    const one = worksheet('<row r="1"><c r="A1"><v>1</v></c></row>');
    const file = workbookFile({
      '_rels/.rels': relationships(['x', 'officeDocument', '/deep/book/WB.xml']),
      'xl/workbook.xml': null,
      'xl/_rels/workbook.xml.rels': null,
      'deep/book/WB.xml': workbookXml(
        '<sheet name="a" sheetId="1" r:id="r1"/><sheet name="b" sheetId="2" r:id="r2"/><sheet name="c" sheetId="3" r:id="r3"/>',
      ),
      'deep/book/_rels/WB.xml.rels': relationships(
        ['r1', 'worksheet', '/Sheets/One.xml'],
        ['r2', 'worksheet', '../two.xml'],
        ['r3', 'worksheet', './Three.xml'],
      ),
      'sheets/one.xml': one,
      'deep/two.xml': one,
      'deep/book/three.xml': one,
    });
    const workbook = await readWorkbook(await file);
    expect(workbook.sheets.map((sheet) => sheet.cells.length)).toEqual([1, 1, 1]);
  });

  it('lists sheets in tab order with their state; a chart sheet has no cells', async () => {
    const file = workbookFile({
      'xl/workbook.xml': workbookXml(
        '<sheet name="Nhập liệu" sheetId="9" r:id="rId1"/><sheet name="_meta" sheetId="2" state="veryHidden" r:id="rId3"/><sheet name="Biểu" sheetId="3" state="hidden" r:id="rId4"/>',
      ),
      'xl/_rels/workbook.xml.rels': relationships(
        ['rId4', 'chartsheet', 'chartsheets/sheet1.xml'],
        ['rId3', 'worksheet', 'worksheets/sheet2.xml'],
        ['rId1', 'worksheet', 'worksheets/sheet1.xml'],
      ),
      'xl/worksheets/sheet2.xml': worksheet('<row r="1"><c r="A1"><v>1</v></c></row>'),
      'xl/chartsheets/sheet1.xml': '<chartsheet/>',
    });
    const workbook = await readWorkbook(await file);
    expect(workbook.sheets.map(({ name, state, cells }) => [name, state, cells.length])).toEqual([
      ['Nhập liệu', 'visible', 0],
      ['_meta', 'veryHidden', 1],
      ['Biểu', 'hidden', 0],
    ]);
  });

  it('reads a workbook without shared strings', async () => {
    const file = fileWithRows('<row r="1"><c r="A1"><v>5</v></c></row>', {
      'xl/sharedStrings.xml': null,
      'xl/_rels/workbook.xml.rels': relationships(['rId1', 'worksheet', 'worksheets/sheet1.xml']),
    });
    expect((await cellsOf(file)).map((cell) => cell.value)).toEqual([5]);
  });
});
