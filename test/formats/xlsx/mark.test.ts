import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cellAddress } from '../../../core/sheet/address.ts';
import { DEFAULT_LIMITS } from '../../../formats/limits.ts';
import { type CellMark, markWorkbook } from '../../../formats/xlsx/mark.ts';
import { readWorkbook } from '../../../formats/xlsx/read.ts';
import { refusal } from '../refusal.ts';
import { arbitraryWorkbook, writeWithExceljs } from './arbitrary-cells.ts';
import { MAIN, relationships, workbookFile, worksheet } from './hand-made.ts';
import { markableFile, partText, textParts } from './markable.ts';

const SHEET = 'xl/worksheets/sheet1.xml';
const COMMENTS = 'xl/comments1.xml';
const DRAWING = 'xl/drawings/vmlDrawing1.vml';

const mark = (address: string, severity: CellMark['severity'] = 'error', text = 'Sai'): CellMark => ({
  sheet: 'S',
  address,
  severity,
  text,
});

/** The sheet after marking, without the drawing the marks bring. */
async function sheetAfter(rows: string, ...marks: CellMark[]): Promise<string> {
  const { bytes, unmarked } = await markWorkbook(await markableFile(worksheet(rows)), marks);
  expect(unmarked).toEqual([]);
  const text = await partText(bytes, SHEET);
  const [, data = ''] = /<sheetData>([^]*)<\/sheetData>/u.exec(text) ?? [];
  return data;
}

/** Comments by address, as another reader would see them. */
async function commentsIn(bytes: Uint8Array, part = COMMENTS): Promise<Record<string, string>> {
  const text = await partText(bytes, part);
  return Object.fromEntries(
    [...text.matchAll(/<comment ref="([A-Z]+\d+)"[^>]*>([^]*?)<\/comment>/gu)].map(
      ([, address = '', body = '']) => [
        address,
        [...body.matchAll(/<t[^>]*>([^<]*)<\/t>/gu)].map(([, piece = '']) => piece).join(''),
      ],
    ),
  );
}

describe('marked cells', () => {
  it('get a format that differs in nothing but the fill', async () => {
    const rows =
      '<row r="1"><c r="A1"><v>1</v></c><c r="B1" s="1"><f>A1*2</f><v>2</v></c><c r="C1" t="str" s="2"><v>x</v></c></row>';
    const file = await markableFile(worksheet(rows));
    const { bytes } = await markWorkbook(file, [mark('B1', 'error'), mark('A1', 'warning')]);
    expect(await partText(bytes, SHEET)).toContain(
      '<row r="1"><c r="A1" s="3"><v>1</v></c><c r="B1" s="4"><f>A1*2</f><v>2</v></c><c r="C1" t="str" s="2"><v>x</v></c></row>',
    );
    const styles = await partText(bytes, 'xl/styles.xml');
    expect(styles).toContain('<cellXfs count="5">');
    expect(styles).toContain('<fills count="5">');
    const [, , , plain, blue] =
      styles.slice(styles.indexOf('<cellXfs')).match(/<xf [^]*?(?:\/>(?=<)|<\/xf>)/gu) ?? [];
    expect(plain).toMatch(/^<xf numFmtId="0" fontId="0" fillId="3" borderId="0" xfId="0" applyFill="1">/u);
    expect(blue).toMatch(
      /^<xf numFmtId="4" fontId="1" fillId="4" borderId="0" xfId="0" applyFill="1" applyNumberFormat="1"><alignment horizontal="right"\/>/u,
    );
  });

  it('are put at their place where the sheet does not store them', async () => {
    const rows =
      '<row r="2" spans="2:4"><c r="B2"><v>1</v></c><c r="D2"><v>1</v></c></row><row r="4" s="1" customFormat="1"/><row r="6" ht="0"></row>';
    expect(
      await sheetAfter(
        rows,
        ...['C2', 'A2', 'E2', 'B4', 'A4', 'C6', 'A1', 'B3', 'A9', 'B9', 'A8', 'B2'].map((address) =>
          mark(address),
        ),
      ),
    ).toBe(
      '<row r="1"><c r="A1" s="3"/></row>' +
        '<row r="2" spans="1:5"><c r="A2" s="3"/><c r="B2" s="3"><v>1</v></c><c r="C2" s="3"/><c r="D2"><v>1</v></c><c r="E2" s="3"/></row>' +
        '<row r="3"><c r="B3" s="3"/></row>' +
        '<row r="4" s="1" customFormat="1"><c r="A4" s="4"/><c r="B4" s="4"/></row>' +
        '<row r="6" ht="0"><c r="C6" s="3"/></row>' +
        '<row r="8"><c r="A8" s="3"/></row><row r="9"><c r="A9" s="3"/><c r="B9" s="3"/></row>',
    );
  });

  it('take the format their column gives to empty cells', async () => {
    const xml = `<worksheet xmlns="${MAIN}"><cols><col min="2" max="3" width="9" style="2"/></cols><sheetData/></worksheet>`;
    const { bytes } = await markWorkbook(await markableFile(xml), [mark('C5'), mark('D5')]);
    const text = await partText(bytes, SHEET);
    const [, , c, , d] =
      /<sheetData><row r="5">(<c r="C5" s="(\d)"\/>)(<c r="D5" s="(\d)"\/>)<\/row><\/sheetData>/u.exec(
        text,
      ) ?? [];
    expect([c !== undefined, d]).toEqual([true, '4']);
    expect(await partText(bytes, 'xl/styles.xml')).toContain('applyFill="1"><protection locked="0"/>');
  });

  it('are found where rows and cells have no address', async () => {
    expect(
      await sheetAfter(
        '<row><c><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row>',
        mark('B1'),
        mark('A2'),
      ),
    ).toBe('<row><c><v>1</v></c><c s="3"><v>2</v></c></row><row><c s="3"><v>3</v></c></row>');
  });

  it('are made in prefixed, strict and UTF-16 sheets', async () => {
    const prefixed = `<x:worksheet xmlns:x="${MAIN}"><x:sheetData><x:row r="1"><x:c r="A1"><x:v>1</x:v></x:c></x:row></x:sheetData></x:worksheet>`;
    const strict = worksheet('<row r="1"><c r="A1"><v>1</v></c></row>').replace(
      MAIN,
      'http://purl.oclc.org/ooxml/spreadsheetml/main',
    );
    const utf16 = new Uint8Array(
      Buffer.from(
        `\ufeff<?xml version="1.0" encoding="UTF-16"?>${worksheet('<row r="1"><c r="A1"><v>1</v></c></row>')}`,
        'utf16le',
      ),
    );
    for (const sheet of [prefixed, strict, utf16]) {
      const { bytes, unmarked } = await markWorkbook(await markableFile(sheet), [mark('A1'), mark('B2')]);
      expect(unmarked).toEqual([]);
      const { sheets } = await readWorkbook(bytes);
      expect(sheets[0]?.cells).toEqual([{ row: 1, column: 1, value: 1, formula: null }]);
      expect(Object.keys(await commentsIn(bytes))).toEqual(['A1', 'B2']);
    }
    const { bytes } = await markWorkbook(await markableFile(prefixed), [mark('B1')]);
    expect(await partText(bytes, SHEET)).toContain('</x:c><x:c r="B1" s="3"/></x:row>');
  });

  it('stay in view where a conditional format paints over the fill', async () => {
    const rule =
      '<conditionalFormatting sqref="A1:A9"><cfRule type="expression" dxfId="0" priority="1"><formula>TRUE</formula></cfRule></conditionalFormatting>';
    const sheet = worksheet('<row r="1"><c r="A1"/></row>').replace(
      '</worksheet>',
      `<mergeCells/>${rule}</worksheet>`,
    );
    const file = await markableFile(sheet);
    const { bytes } = await markWorkbook(file, [mark('A1', 'note'), mark('A2', 'error')]);
    const text = await partText(bytes, SHEET);
    expect(
      [
        ...text.matchAll(/sqref="([^"]*)"[^>]*><cfRule type="expression" dxfId="(\d+)" priority="(\d)"/gu),
      ].map((match) => match.slice(1)),
    ).toEqual([
      ['A2', '0', '1'],
      ['A1', '1', '2'],
      ['A1:A9', '0', '3'],
    ]);
    expect(text).toMatch(/<mergeCells\/><conditionalFormatting sqref="A2">/u);
    expect(await partText(bytes, 'xl/styles.xml')).toMatch(/<\/cellStyles><dxfs count="2"><dxf><fill>/u);
    const undone = await markWorkbook(bytes, []);
    expect(await partText(undone.bytes, SHEET)).toContain(rule);
  });
});

describe('the comment of a marked cell', () => {
  it('holds the texts of its marks, the worst first', async () => {
    const { bytes } = await markWorkbook(await markableFile(worksheet('')), [
      mark('B7', 'note', 'Nhỏ'),
      mark('b7', 'error', ' Số <liệu> & "lỗi"\r\ndòng hai _x0041_\u0001 '),
    ]);
    expect(await commentsIn(bytes)).toEqual({
      B7: 'Chỉ Tiêu:\nSố &lt;liệu&gt; &amp; &quot;lỗi&quot;\ndòng hai _x005F_x0041_\nNhỏ',
    });
    expect(await partText(bytes, COMMENTS)).toContain('<authors><author>Chỉ Tiêu</author></authors>');
    const drawing = await partText(bytes, DRAWING);
    expect(drawing).toContain('<x:Row>6</x:Row><x:Column>1</x:Column>');
    expect(await partText(bytes, SHEET)).toMatch(
      /<\/sheetData><legacyDrawing [^>]*r:id="rId2"\/><\/worksheet>$/u,
    );
  });

  const EXISTING = {
    'xl/worksheets/_rels/sheet1.xml.rels': relationships(
      ['rId1', 'vmlDrawing', '../drawings/old.vml'],
      ['rId2', 'comments', '../notes.xml'],
    ),
    'xl/notes.xml': `<comments xmlns="${MAIN}"><authors><author>An</author></authors><commentList><comment ref="A1" authorId="0"><text><t>của An</t></text></comment><comment ref="C3" authorId="0"><text><r><t>khác</t></r></text></comment></commentList></comments>`,
    'xl/drawings/old.vml':
      '<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel"><o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="1"/></o:shapelayout><v:shapetype id="_x0000_t202"/><br>' +
      '<v:shape id="_x0000_s1025"><x:ClientData ObjectType="Note"><x:Row>0</x:Row><x:Column>0</x:Column></x:ClientData></v:shape><v:shape id="_x0000_s1026"><x:ClientData ObjectType="Note"><x:Row>2</x:Row><x:Column>2</x:Column></x:ClientData></v:shape></xml>',
  };
  const commented = worksheet('').replace(
    '</worksheet>',
    '<legacyDrawing xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:id="rId1"/></worksheet>',
  );

  it('joins the comments that are there, and goes without a trace', async () => {
    const file = await markableFile(commented, EXISTING);
    const { bytes, unmarked } = await markWorkbook(file, [mark('A1', 'error', 'Sai'), mark('B2')]);
    expect(unmarked).toEqual([]);
    expect(await commentsIn(bytes, 'xl/notes.xml')).toEqual({
      A1: 'của An\nChỉ Tiêu:\nSai',
      C3: 'khác',
      B2: 'Chỉ Tiêu:\nSai',
    });
    const drawing = await partText(bytes, 'xl/drawings/old.vml');
    expect(drawing).toContain('data="1,2"');
    expect(drawing.match(/<v:shape /gu)).toHaveLength(3);
    expect(drawing).toContain('id="_x0000_s2049"');
    const parts = await textParts(bytes);
    expect([...parts.keys()].filter((name) => /comment|Drawing/u.test(name))).toEqual([]);

    const again = await markWorkbook(bytes, [mark('C3', 'warning', 'Mới')]);
    expect(await commentsIn(again.bytes, 'xl/notes.xml')).toEqual({
      A1: 'của An',
      C3: 'khác\nChỉ Tiêu:\nMới',
    });
    expect((await partText(again.bytes, 'xl/drawings/old.vml')).match(/<v:shape /gu)).toHaveLength(2);
  });

  it('is not made where its box would cost the sheet its drawing', async () => {
    for (const drawing of ['cut off <v:shape', new Uint8Array([0xff, 0xfe, 0x41])]) {
      const file = await markableFile(commented, { ...EXISTING, 'xl/drawings/old.vml': drawing });
      const { bytes, unmarked } = await markWorkbook(file, [mark('A1')]);
      expect(unmarked).toEqual([{ mark: mark('A1'), reason: 'unreadable-drawing' }]);
      expect(await textParts(bytes)).toEqual(await textParts(file));
    }
  });

  it('has a box with a number of its own on every sheet', async () => {
    const { bytes: file } = await writeWithExceljs([
      { cells: [], repeated: [] },
      { cells: [], repeated: [] },
    ]);
    const many = Array.from({ length: 1500 }, (_, index) => cellAddress(index + 1, 1));
    const { bytes } = await markWorkbook(file, [
      ...many.map((address) => ({ ...mark(address), sheet: 'Trang 1' })),
      { ...mark('A1'), sheet: 'Trang 2' },
    ]);
    const drawings = [...(await textParts(bytes))]
      .filter(([name]) => name.endsWith('.vml'))
      .map(([, text]) => text);
    const ids = drawings.flatMap((text) =>
      [...text.matchAll(/id="_x0000_s(\d+)"/gu)].map(([, id]) => Number(id)),
    );
    expect(ids).toHaveLength(1501);
    expect(new Set(ids).size).toBe(1501);
    expect(drawings.map((text) => /data="([^"]*)"/u.exec(text)?.[1])).toEqual(['1,2', '3']);
  });
});

describe('a marked copy', () => {
  const arbitraryMarks = fc.array(
    fc.record({
      sheet: fc.constantFrom('Trang 1', 'trang 2', 'Trang 9'),
      address: fc
        .tuple(fc.integer({ min: 1, max: 70 }), fc.integer({ min: 1, max: 45 }))
        .map(([row, column]) => cellAddress(row, column)),
      severity: fc.constantFrom('error', 'warning', 'note'),
      text: fc.string({ unit: 'grapheme', minLength: 1 }),
    }),
    { maxLength: 12 },
  );
  const TOUCHED = /^(?:\[Content_Types\]\.xml|xl\/styles\.xml|xl\/worksheets\/.*)$/u;

  it('has the same cells, other parts byte for byte, and the same marks however often it is marked', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryWorkbook, arbitraryMarks, arbitraryMarks, async (sheets, earlier, marks) => {
        const { bytes: file } = await writeWithExceljs(sheets);
        const first = await markWorkbook(file, marks);
        const cells = async (bytes: Uint8Array) =>
          (await readWorkbook(bytes)).sheets.map((sheet) => sheet.cells);
        expect(await cells(first.bytes)).toEqual(await cells(file));
        const parts = await textParts(first.bytes);
        const original = await textParts(file);
        for (const [name, text] of original) if (!TOUCHED.test(name)) expect(parts.get(name)).toBe(text);
        for (const name of parts.keys()) {
          if (!original.has(name))
            expect(name).toMatch(/^xl\/(?:comments|drawings\/vmlDrawing|worksheets\/_rels\/)/u);
        }
        expect(
          first.unmarked.every(
            ({ mark: { sheet }, reason }) =>
              reason === 'no-such-sheet' && !(Number(sheet.at(-1)) <= sheets.length),
          ),
        ).toBe(true);

        expect((await markWorkbook(first.bytes, marks)).bytes).toEqual(first.bytes);
        const replaced = await markWorkbook((await markWorkbook(file, earlier)).bytes, marks);
        const texts = (found: Map<string, string>) =>
          [...found]
            .filter(([name]) => name.startsWith('xl/comments'))
            .map(([, text]) => text)
            .sort();
        expect(texts(await textParts(replaced.bytes))).toEqual(texts(parts));
      }),
      { numRuns: 25 },
    );
  });

  it('loses its marks again', async () => {
    const rows = '<row r="1"><c r="A1"><v>1</v></c><c r="B1" s="1"><v>2</v></c></row>';
    const file = await markableFile(worksheet(rows));
    const { bytes } = await markWorkbook(file, [mark('A1'), mark('B1', 'note')]);
    const undone = await textParts((await markWorkbook(bytes, [])).bytes);
    const original = await textParts(file);
    expect([...undone.keys()]).toEqual([...original.keys()]);
    for (const [name, text] of original) if (!/styles/u.test(name)) expect(undone.get(name)).toBe(text);
  });

  it('loses marks of which another program kept only the colour and the first line', async () => {
    const file = await markableFile(
      worksheet('<row r="1"><c r="A1" s="2"/><c r="B1" s="1"/><c r="C1" s="2"/></row>'),
    );
    const { bytes } = await markWorkbook(file, [mark('A1'), mark('B1')]);
    const saved = new Map<string, string>();
    for (const name of (await textParts(bytes)).keys()) saved.set(name, await partText(bytes, name));
    const edit = (name: string, change: (text: string) => string) =>
      saved.set(name, change(saved.get(name) ?? ''));
    edit('xl/styles.xml', (text) => text.replaceAll(/<extLst>[^]*?<\/extLst>/gu, ''));
    edit(COMMENTS, (text) => text.replace('<author>Chỉ Tiêu<', '<author> <'));
    const again = await markWorkbook(await workbookFile(Object.fromEntries(saved)), []);
    expect(await partText(again.bytes, SHEET)).toBe(
      worksheet('<row r="1"><c r="A1" s="2"/><c r="B1" s="1"/><c r="C1" s="2"/></row>'),
    );
  });

  it('says which marks it does not have', async () => {
    const parts = {
      'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="S" sheetId="1" r:id="rId1"/><sheet name="Đồ thị" sheetId="2" r:id="rId9"/></sheets></workbook>`,
      'xl/_rels/workbook.xml.rels': relationships(
        ['rId1', 'worksheet', 'worksheets/sheet1.xml'],
        ['rId3', 'styles', 'styles.xml'],
        ['rId9', 'chartsheet', 'chartsheets/sheet1.xml'],
      ),
      'xl/chartsheets/sheet1.xml': '<chartsheet/>',
    };
    const marks = [
      mark('A1'),
      mark('A0'),
      mark('A1:B2'),
      { ...mark('A1'), sheet: 'đồ THỊ' },
      { ...mark('A1'), sheet: 'T' },
    ];
    const { unmarked } = await markWorkbook(await markableFile(worksheet(''), parts), marks);
    expect(unmarked.map(({ mark: { sheet, address }, reason }) => [sheet, address, reason])).toEqual([
      ['S', 'A0', 'no-such-cell'],
      ['S', 'A1:B2', 'no-such-cell'],
      ['đồ THỊ', 'A1', 'no-cells'],
      ['T', 'A1', 'no-such-sheet'],
    ]);
    const bare = await workbookFile({ [SHEET]: worksheet('') });
    expect((await markWorkbook(bare, [mark('A1')])).unmarked).toMatchObject([{ reason: 'no-styles' }]);
  });
});

describe('a hostile file', () => {
  it.each([
    ['is cut off', { [SHEET]: '<worksheet' }, 'bad-xml'],
    ['has a DOCTYPE in the sheet', { [SHEET]: '<!DOCTYPE a><a/>' }, 'xml-doctype'],
    ['has a DOCTYPE in the styles', { 'xl/styles.xml': '<!DOCTYPE a><a/>' }, 'xml-doctype'],
    [
      'has damaged comments',
      {
        'xl/worksheets/_rels/sheet1.xml.rels': relationships(['a', 'comments', 'c.xml']),
        'xl/worksheets/c.xml': '<a>',
      },
      'bad-xml',
    ],
    ['lacks its list of types', { '[Content_Types].xml': null }, 'missing-part'],
    ['lacks a sheet', { [SHEET]: null }, 'missing-part'],
  ])('that %s is refused as by reading', async (_, parts, code) => {
    const file = await markableFile(worksheet(''), parts);
    expect((await refusal(markWorkbook(file, [mark('A1')]))).code).toBe(code);
  });

  it('is refused at the caps', async () => {
    const file = await markableFile(worksheet('<row/>'.repeat(1000)));
    const limits = { ...DEFAULT_LIMITS, partBytes: 1000 };
    expect((await refusal(markWorkbook(file, [mark('A1')], limits))).code).toBe('part-too-large');
  });

  it('is marked in time with a drawing that goes on and on', async () => {
    const piece = '<v:shape <o:idmap </xml <v:shape x>';
    const drawing = `<xml>${piece.repeat(200_000)}</xml>`;
    const file = await markableFile(
      worksheet('').replace(
        '</worksheet>',
        '<legacyDrawing xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:id="rId1"/></worksheet>',
      ),
      {
        'xl/worksheets/_rels/sheet1.xml.rels': relationships(['rId1', 'vmlDrawing', 'd.vml']),
        'xl/worksheets/d.vml': drawing,
      },
    );
    const { bytes } = await markWorkbook(file, [mark('A1')]);
    expect((await markWorkbook(bytes, [])).unmarked).toEqual([]);
  }, 20_000);
});

describe('a digital signature', () => {
  const ORIGIN = 'http://schemas.openxmlformats.org/package/2006/relationships/digital-signature/origin';
  const rels = (target: string) =>
    relationships(['rId1', 'officeDocument', 'xl/workbook.xml']).replace(
      '</Relationships>',
      `<Relationship Id="rId7" Type="${ORIGIN}" Target="${target}"/></Relationships>`,
    );

  it.each([
    ['Excel', '_xmlsignatures/', '_xmlsignatures/origin.sigs'],
    [
      'another program',
      'package/services/digital-signature/',
      '/package/services/digital-signature/origin.psdsor',
    ],
  ])('of %s is not carried into a marked copy, and nothing refers to it', async (_who, folder, target) => {
    const types = (await textParts(await markableFile(worksheet('')))).get('[Content_Types].xml') ?? '';
    const file = await markableFile(worksheet('<row r="1"><c r="A1"><v>1</v></c></row>'), {
      '_rels/.rels': rels(target),
      '[Content_Types].xml': types.replace(
        '</Types>',
        `<Override PartName="/${folder}sig1.xml" ContentType="application/vnd.openxmlformats-package.digital-signature-xmlsignature+xml"/></Types>`,
      ),
      [target.replace(/^\//u, '')]: '',
      [`${folder}sig1.xml`]: '<Signature/>',
    });
    for (const marks of [[mark('A1')], []]) {
      const { bytes, unmarked } = await markWorkbook(file, marks);
      expect(unmarked).toEqual([]);
      const parts = await textParts(bytes);
      expect([...parts.keys()].filter((name) => name.includes('sig'))).toEqual([]);
      expect([...parts.values()].filter((text) => text.includes('sig1') || text.includes(ORIGIN))).toEqual(
        [],
      );
      expect((await readWorkbook(bytes)).sheets[0]?.cells[0]?.value).toBe(1);
    }
  });
});
