import { describe, expect, it } from 'vitest';
import { DEFAULT_LIMITS } from '../../../formats/limits.ts';
import { readFacts } from '../../../formats/xlsx/facts.ts';
import { readComments } from '../../../formats/xlsx/read-comments.ts';
import { refusal } from '../refusal.ts';
import { MAIN, type Parts, relationships, workbookFile, workbookXml, worksheet } from './hand-made.ts';

const TWO: Parts = {
  'xl/workbook.xml': workbookXml(
    '<sheet name="A" sheetId="1" r:id="rId1"/><sheet name="B" sheetId="2" r:id="rId3"/>',
  ),
  'xl/_rels/workbook.xml.rels': relationships(
    ['rId1', 'worksheet', 'worksheets/sheet1.xml'],
    ['rId2', 'sharedStrings', 'sharedStrings.xml'],
    ['rId3', 'worksheet', 'worksheets/sheet2.xml'],
  ),
  'xl/worksheets/sheet1.xml': worksheet('<row r="1"><c r="A1"><v>1</v></c></row>'),
  'xl/worksheets/sheet2.xml': worksheet('<row r="1"><c r="A1"><v>2</v></c></row>'),
};

async function lenient(changed: Parts) {
  const { sheets, failures } = await readFacts(await workbookFile({ ...TWO, ...changed }), DEFAULT_LIMITS, {
    lenient: true,
  });
  return {
    values: sheets.map(({ name, cells }) => [name, ...cells.map(({ value }) => value)]),
    failures: failures.map(({ sheet, error }) => [sheet, error.finding.code]),
  };
}

describe('a damaged file that is read as far as it goes', () => {
  it('is read as any other where nothing is broken', async () => {
    expect(await lenient({})).toEqual({
      values: [
        ['A', 1],
        ['B', 2],
      ],
      failures: [],
    });
  });

  const cases: [string, Parts, unknown[][], string][] = [
    [
      'XML that breaks off',
      {
        'xl/worksheets/sheet1.xml': `<worksheet xmlns="${MAIN}"><sheetData><row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>9`,
      },
      [
        ['A', 1],
        ['B', 2],
      ],
      'bad-xml',
    ],
    ['a part that is missing', { 'xl/worksheets/sheet1.xml': null }, [['A'], ['B', 2]], 'missing-part'],
    [
      'a cell outside of every sheet',
      {
        'xl/worksheets/sheet1.xml': worksheet(
          '<row r="1"><c r="A1"><v>1</v></c><c r="ZZZZ1"><v>5</v></c></row>',
        ),
      },
      [
        ['A', 1],
        ['B', 2],
      ],
      'bad-cell-address',
    ],
  ];
  it.each(cases)('%s costs what follows on its sheet', async (_what, parts, values, code) => {
    expect(await lenient(parts)).toEqual({ values, failures: [['A', code]] });
    // Everybody else still refuses the file.
    expect((await refusal(readFacts(await workbookFile({ ...TWO, ...parts })))).code).toBe(code);
  });

  it('gives a number that is none as its text, and both of two cells in one place', async () => {
    const rows = '<row r="1"><c r="A1"><v>12,5</v></c><c r="B1"><v>1</v></c><c r="B1"><v>2</v></c></row>';
    expect(await lenient({ 'xl/worksheets/sheet1.xml': worksheet(rows) })).toEqual({
      values: [
        ['A', '12,5', 1, 2],
        ['B', 2],
      ],
      failures: [],
    });
  });

  it('lost texts cost the texts', async () => {
    const rows = '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1"><v>7</v></c></row>';
    expect(
      await lenient({ 'xl/sharedStrings.xml': '<sst', 'xl/worksheets/sheet1.xml': worksheet(rows) }),
    ).toEqual({
      values: [
        ['A', 7],
        ['B', 2],
      ],
      failures: [[null, 'bad-xml']],
    });
  });

  it('keeps the caps', async () => {
    const file = await workbookFile(TWO);
    const limits = { ...DEFAULT_LIMITS, cells: 1 };
    const { failures } = await readFacts(file, limits, { lenient: true });
    expect(failures.map(({ error }) => error.finding.code)).toEqual(['too-many-cells']);
  });
});

describe('comments', () => {
  const withComments = (xml: string): Parts => ({
    ...TWO,
    'xl/worksheets/_rels/sheet2.xml.rels': relationships(['rId1', 'comments', '../comments/comment1.xml']),
    'xl/comments/comment1.xml': xml,
  });
  const list = (items: string) =>
    `<comments xmlns="${MAIN}"><authors/><commentList>${items}</commentList></comments>`;

  it('are read with sheet, cell and whole text', async () => {
    const xml = list(
      '<comment ref="E9" authorId="0"><text><r><rPr><b/></rPr><t>Hoa: </t></r><r><t>xem lại</t></r></text></comment><comment ref="E10" authorId="0"><text><t>đủ</t></text></comment><comment ref="E11" authorId="0"><text/></comment>',
    );
    expect(await readComments(await workbookFile(withComments(xml)))).toEqual({
      comments: [
        { sheet: 'B', cell: 'E9', text: 'Hoa: xem lại' },
        { sheet: 'B', cell: 'E10', text: 'đủ' },
      ],
      failures: [],
    });
  });

  it('that cannot be read are said', async () => {
    const { comments, failures } = await readComments(await workbookFile(withComments('<comments')));
    expect(comments).toEqual([]);
    expect(failures.map(({ finding }) => finding.code)).toEqual(['bad-xml']);
  });

  it('are none where there are none', async () => {
    expect(await readComments(await workbookFile(TWO))).toEqual({ comments: [], failures: [] });
  });
});
