import { describe, expect, it } from 'vitest';
import { DEFAULT_LIMITS } from '../../../formats/limits.ts';
import { readDrawings } from '../../../formats/xlsx/read-drawings.ts';
import { relationships, workbookFile, workbookXml, worksheet, type Parts } from './hand-made.ts';

const MAIN = 'http://schemas.openxmlformats.org/drawingml/2006';
const STRICT = 'http://purl.oclc.org/ooxml/drawingml';

/** Two sheets; the second has the drawing. */
function withDrawing(xml: string | null): Parts {
  return {
    'xl/workbook.xml': workbookXml(
      '<sheet name="A" sheetId="1" r:id="rId1"/><sheet name="B" sheetId="2" r:id="rId2"/>',
    ),
    'xl/_rels/workbook.xml.rels': relationships(
      ['rId1', 'worksheet', 'worksheets/sheet1.xml'],
      ['rId2', 'worksheet', 'worksheets/sheet2.xml'],
    ),
    'xl/worksheets/sheet2.xml': worksheet(''),
    'xl/worksheets/_rels/sheet2.xml.rels': relationships(['rId1', 'drawing', '../drawings/drawing1.xml']),
    'xl/drawings/drawing1.xml': xml,
  };
}

const drawing = (anchors: string, drawingml = MAIN, main = MAIN) =>
  `<xdr:wsDr xmlns:xdr="${drawingml}/spreadsheetDrawing" xmlns:a="${main}/main" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">${anchors}</xdr:wsDr>`;
const at = (column: number, row: number) =>
  `<xdr:from><xdr:col>${column}</xdr:col><xdr:colOff>12700</xdr:colOff><xdr:row>${row}</xdr:row><xdr:rowOff>9</xdr:rowOff></xdr:from><xdr:to><xdr:col>20</xdr:col><xdr:row>30</xdr:row></xdr:to>`;
const anchor = (column: number, row: number, content: string) =>
  `<xdr:twoCellAnchor>${at(column, row)}${content}<xdr:clientData/></xdr:twoCellAnchor>`;
const box = (paragraphs: string) =>
  `<xdr:sp><xdr:nvSpPr><xdr:cNvPr id="2" name="Tên không phải chữ" descr="mô tả"/></xdr:nvSpPr><xdr:txBody><a:bodyPr/>${paragraphs}</xdr:txBody></xdr:sp>`;
const words = (text: string) => box(`<a:p><a:r><a:t>${text}</a:t></a:r></a:p>`);
const PICTURE = '<xdr:pic><xdr:nvPicPr><xdr:cNvPr id="3" name="Ảnh"/></xdr:nvPicPr></xdr:pic>';
const ARROW = '<xdr:cxnSp><xdr:spPr/></xdr:cxnSp>';
const CHART = '<xdr:graphicFrame><a:graphic><a:graphicData uri="chart"/></a:graphic></xdr:graphicFrame>';

async function drawn(anchors: string, drawingml = MAIN) {
  return readDrawings(await workbookFile(withDrawing(drawing(anchors, drawingml, drawingml))));
}

describe('text boxes', () => {
  it('are read with sheet, cell and whole text, a line a paragraph', async () => {
    const text = box(
      '<a:p><a:r><a:rPr b="1"/><a:t>Giảm do </a:t></a:r><a:r><a:t>mưa lũ</a:t></a:r></a:p><a:p/><a:p><a:r><a:t>số đúng</a:t></a:r><a:br/><a:fld><a:t>18.500</a:t></a:fld></a:p>',
    );
    const expected = [{ sheet: 'B', cell: 'F14', text: 'Giảm do mưa lũ\n\nsố đúng\n18.500' }];
    expect(await drawn(anchor(5, 13, text))).toEqual({ textBoxes: expected, pictures: [], failures: [] });
    expect((await drawn(anchor(5, 13, text), STRICT)).textBoxes).toEqual(expected);
  });

  it('are read in groups, and once where older programs have a form of their own', async () => {
    const group = `<xdr:grpSp><xdr:grpSpPr/>${words('một')}<xdr:grpSp>${words('hai')}</xdr:grpSp></xdr:grpSp>`;
    const twice = `<mc:AlternateContent><mc:Choice Requires="a14">${anchor(1, 2, words('ba'))}</mc:Choice><mc:Fallback>${anchor(3, 3, words('ba'))}${PICTURE}</mc:Fallback></mc:AlternateContent>`;
    const { textBoxes, pictures } = await drawn(anchor(0, 0, group) + twice + anchor(2, 0, words('bốn')));
    expect(textBoxes.map(({ cell, text }) => [cell, text])).toEqual([
      ['A1', 'một'],
      ['A1', 'hai'],
      ['B3', 'ba'],
      ['C1', 'bốn'],
    ]);
    expect(pictures).toEqual([]);
  });

  it('stand at A1 where they are tied to no cell there is', async () => {
    const free = `<xdr:absoluteAnchor><xdr:pos x="1" y="1"/>${words('tự do')}</xdr:absoluteAnchor>`;
    const { textBoxes } = await drawn(anchor(99_999, 3, words('xa')) + anchor(4, 4, words('gần')) + free);
    expect(textBoxes.map(({ cell }) => cell)).toEqual(['A1', 'E5', 'A1']);
  });

  it('longer than a cell may be are said, as are parts that are broken or not there', async () => {
    const long = drawing(anchor(0, 0, words('x'.repeat(DEFAULT_LIMITS.textLength + 1))));
    for (const [xml, code] of [
      [long, 'text-too-long'],
      ['<xdr:wsDr', 'bad-xml'],
    ] as const) {
      const { textBoxes, failures } = await readDrawings(await workbookFile(withDrawing(xml)));
      expect(textBoxes).toEqual([]);
      expect(failures.map(({ sheet, error }) => [sheet, error.finding.code])).toEqual([['B', code]]);
    }
    const gone = { ...withDrawing(null), 'xl/drawings/drawing2.xml': drawing('') };
    const { failures } = await readDrawings(await workbookFile(gone));
    expect(failures.map(({ error }) => error.finding.code)).toEqual(['missing-part']);
  });
});

describe('pictures', () => {
  it('are counted with drawings without words; charts are neither', async () => {
    const { textBoxes, pictures } = await drawn(
      anchor(0, 0, CHART) + anchor(2, 7, PICTURE) + anchor(4, 4, ARROW) + anchor(5, 5, box('<a:p/>')),
    );
    expect(textBoxes).toEqual([]);
    expect(pictures).toEqual([{ sheet: 'B', cell: 'C8', count: 3 }]);
  });

  it('are none where nothing is drawn', async () => {
    expect(await drawn(anchor(0, 0, CHART))).toEqual({ textBoxes: [], pictures: [], failures: [] });
    expect(await readDrawings(await workbookFile())).toEqual({ textBoxes: [], pictures: [], failures: [] });
  });
});
