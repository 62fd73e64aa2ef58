import { describe, expect, it } from 'vitest';
import { DEFAULT_LIMITS } from '../../../formats/limits.ts';
import { readWorkbook } from '../../../formats/xlsx/read.ts';
import { writeTexts } from '../../../formats/xlsx/write-texts.ts';
import { readZip } from '../../../formats/zip/read.ts';
import { writeZip } from '../../../formats/zip/write.ts';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships';

/** Format 0 is locked, 1 unlocked, 2 locked in so many words. */
const STYLES = `<styleSheet xmlns="${MAIN}"><cellStyleXfs count="1"><xf><protection locked="0"/></xf></cellStyleXfs><cellXfs count="3"><xf/><xf applyProtection="1"><protection locked="0"/></xf><xf><protection locked="1"/></xf></cellXfs></styleSheet>`;
const WORKBOOK = `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="Nhập liệu" sheetId="1" r:id="rId1"/></sheets><calcPr calcId="191029"/></workbook>`;
const SHEET = [
  `<worksheet xmlns="${MAIN}"><sheetData>`,
  '<row r="2" spans="1:9"><c r="A2" s="1"/><c r="B2" s="1" t="s"><v>0</v></c><c r="C2"/><c r="D2" s="2"/></row>',
  '<row r="3"><c r="A3" s="1"><f>1+1</f><v>2</v></c><c r="B3" s="1" t="inlineStr"><is><t>cũ</t></is></c><c s="1"/></row>',
  '</sheetData><sheetProtection sheet="1"/></worksheet>',
].join('\n');

async function workbook(sheet = SHEET, main = WORKBOOK): Promise<Uint8Array> {
  const part = (name: string, text: string) => ({ name, data: new TextEncoder().encode(text) });
  return writeZip([
    part(
      '[Content_Types].xml',
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    ),
    part(
      '_rels/.rels',
      `<Relationships xmlns="${PACKAGE}"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    ),
    part('xl/workbook.xml', main),
    part(
      'xl/_rels/workbook.xml.rels',
      `<Relationships xmlns="${PACKAGE}"><Relationship Id="rId1" Type="${OFFICE}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${OFFICE}/styles" Target="styles.xml"/><Relationship Id="rId3" Type="${OFFICE}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
    ),
    part('xl/styles.xml', STYLES),
    part('xl/sharedStrings.xml', `<sst xmlns="${MAIN}"><si><t>trước</t></si></sst>`),
    part('xl/worksheets/sheet1.xml', sheet),
  ]);
}

const text = (address: string, content: string, sheet = 'Nhập liệu') => ({ sheet, address, text: content });

async function contentOf(bytes: Uint8Array): Promise<Record<string, unknown>> {
  const { sheets } = await readWorkbook(bytes);
  const cells = sheets.flatMap((sheet) => sheet.cells);
  return Object.fromEntries(cells.map(({ row, column, value }) => [`${row}:${column}`, value]));
}

async function partsOf(bytes: Uint8Array): Promise<Map<string, string>> {
  const parts = await readZip(bytes, DEFAULT_LIMITS);
  return new Map([...parts].map(([name, data]) => [name, new TextDecoder().decode(data)]));
}

describe('writeTexts', () => {
  it.each([
    ['a blank cell', 'A2', '2:1'],
    ['a text of the shared strings', 'B2', '2:2'],
    ['an inline text', 'B3', '3:2'],
    ['a cell without an address of its own', 'C3', '3:3'],
  ])('writes over %s', async (_, address, place) => {
    const { bytes, refused } = await writeTexts(await workbook(), [text(address, 'chuyển đổi chuẩn nghèo')]);
    expect(refused).toEqual([]);
    expect((await contentOf(bytes))[place]).toBe('chuyển đổi chuẩn nghèo');
  });

  it('makes the row of a long text as high as it takes, and leaves the heights of others', async () => {
    const sheet = SHEET.replace('<row r="2"', '<row r="2" ht="12.75"')
      .replace('<row r="3"', '<row r="3" ht="12.75" customHeight="1"')
      .replace('<sheetData>', '<cols><col min="1" max="2" width="30" customWidth="1"/></cols><sheetData>');
    const rowsWith = async (first: string, second: string) => {
      const texts = [text('A2', first), text('B3', second)];
      const { bytes } = await writeTexts(await workbook(sheet), texts);
      const part = (await partsOf(bytes)).get('xl/worksheets/sheet1.xml') ?? '';
      return [...part.matchAll(/<row [^>]*? ht="([\d.]+)"/gu)].map(([, height]) => Number(height));
    };
    expect(await rowsWith('một dòng', 'hai dòng\nở đây')).toEqual([12.75, 26.5]);
    expect(await rowsWith('mưa lũ kéo dài '.repeat(5), '')).toEqual([38.25, 12.75]);
  });

  it('brings every text back as it was typed, whatever is in it', async () => {
    for (const typed of ['a < b & "c" > d', ' đầu và cuối ', 'hai\ndòng', '_x000D_ đã gõ', '=1+1', 'Đ 𝛼 ệ']) {
      const { bytes } = await writeTexts(await workbook(), [text('A2', typed)]);
      expect((await contentOf(bytes))['2:1']).toBe(typed);
    }
  });

  it('leaves out what XML has no place for', async () => {
    const { bytes } = await writeTexts(await workbook(), [text('A2', 'a\u0000b\ud800c\u000bd')]);
    expect((await contentOf(bytes))['2:1']).toBe('abcd');
  });

  it('empties a cell, which keeps its format', async () => {
    const { bytes } = await writeTexts(await workbook(), [text('B2', '')]);
    expect(await contentOf(bytes)).not.toHaveProperty('2:2');
    expect((await partsOf(bytes)).get('xl/worksheets/sheet1.xml')).toContain('<c r="B2" s="1"/>');
  });

  it.each([
    ['a locked cell', 'C2', 'locked'],
    ['a cell that says it is locked', 'D2', 'locked'],
    ['a formula', 'A3', 'formula'],
    ['a cell that is not stored', 'F9', 'no-such-cell'],
    ['what is no address', 'A2:B3', 'no-such-cell'],
  ])('refuses %s and changes nothing', async (_, address, reason) => {
    const original = await workbook();
    const refusedText = text(address, 'lý do');
    const { bytes, refused } = await writeTexts(original, [refusedText]);
    expect(refused).toEqual([{ text: refusedText, reason }]);
    expect(await partsOf(bytes)).toEqual(await partsOf(original));
  });

  it('refuses a sheet that is not there, and a text no cell can hold', async () => {
    const missing = text('A2', 'lý do', 'Trang khác');
    const long = text('A2', 'a'.repeat(DEFAULT_LIMITS.textLength + 1));
    const { refused } = await writeTexts(await workbook(), [missing, long]);
    expect(refused).toEqual([
      { text: missing, reason: 'no-such-sheet' },
      { text: long, reason: 'too-long' },
    ]);
  });

  it('changes nothing but the cell, and asks for formulas to be computed anew', async () => {
    const original = await workbook();
    const { bytes } = await writeTexts(original, [text('A2', 'lý do', 'nhập liệu')]);
    const before = await partsOf(original);
    const written = '<c r="A2" s="1" t="inlineStr"><is><t xml:space="preserve">lý do</t></is></c>';
    expect(await partsOf(bytes)).toEqual(
      new Map(before)
        .set('xl/worksheets/sheet1.xml', SHEET.replace('<c r="A2" s="1"/>', written))
        .set('xl/workbook.xml', WORKBOOK.replace('"191029"/', '"191029" fullCalcOnLoad="1"/')),
    );
  });

  it('follows the prefix of the file', async () => {
    const prefixed = SHEET.replaceAll(/<(\/?)(?=[a-z])/giu, '<$1x:').replace('xmlns=', 'xmlns:x=');
    const { bytes, refused } = await writeTexts(await workbook(prefixed), [text('A2', 'lý do')]);
    expect(refused).toEqual([]);
    expect((await contentOf(bytes))['2:1']).toBe('lý do');
  });

  it('replaces results of formulas, which stay, and passes over other cells', async () => {
    const result = (address: string, value: number | string) => ({ sheet: 'Nhập liệu', address, value });
    const original = await workbook(SHEET.replace('<f>1+1</f>', '<f t="shared" si="0" ref="A3">1+1</f>'));
    for (const [value, stored] of [
      ['a < b', '<c r="A3" s="1" t="str"><f t="shared" si="0" ref="A3">1+1</f><v>a &lt; b</v></c>'],
      [2.5, '<c r="A3" s="1"><f t="shared" si="0" ref="A3">1+1</f><v>2.5</v></c>'],
      ['', '<c r="A3" s="1" t="str"><f t="shared" si="0" ref="A3">1+1</f><v></v></c>'],
    ] as const) {
      const { bytes } = await writeTexts(
        original,
        [],
        [result('A3', value), result('B3', 'x'), result('F9', 1)],
      );
      const before = (await partsOf(original)).get('xl/worksheets/sheet1.xml') ?? '';
      const cell = '<c r="A3" s="1"><f t="shared" si="0" ref="A3">1+1</f><v>2</v></c>';
      expect(before).toContain(cell);
      expect((await partsOf(bytes)).get('xl/worksheets/sheet1.xml')).toBe(before.replace(cell, stored));
      expect((await contentOf(bytes))['3:1']).toBe(value);
    }
  });
});
