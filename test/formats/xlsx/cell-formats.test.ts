import { describe, expect, it } from 'vitest';
import { cellAddress } from '../../../core/sheet/address.ts';
import { DEFAULT_LIMITS } from '../../../formats/limits.ts';
import { readFacts } from '../../../formats/xlsx/facts.ts';
import { refusal } from '../refusal.ts';
import { MAIN, type Parts, relationships, workbookFile, worksheet } from './hand-made.ts';

const STRICT = 'http://purl.oclc.org/ooxml/spreadsheetml/main';
const XFS = '<xf numFmtId="0"/><xf numFmtId="9"/><xf numFmtId="170"/><xf numFmtId="4"/><xf/>';
const CODES = '<numFmts count="1"><numFmt numFmtId="170" formatCode="dd/mm/yyyy &quot;%&quot;"/></numFmts>';

function styles(xfs = XFS, main = MAIN): string {
  return `<styleSheet xmlns="${main}">${CODES}<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs>${xfs}</cellXfs><dxfs><dxf><numFmt numFmtId="4" formatCode="0%"/></dxf></dxfs></styleSheet>`;
}

function parts(rows: string, styled: string | null): Parts {
  return {
    'xl/worksheets/sheet1.xml': worksheet(rows),
    'xl/_rels/workbook.xml.rels': relationships(
      ['rId1', 'worksheet', 'worksheets/sheet1.xml'],
      ['rId3', 'styles', 'styles.xml'],
    ),
    'xl/styles.xml': styled,
  };
}

async function shownOn(rows: string, styled: string | null = styles()) {
  const { sheets } = await readFacts(await workbookFile(parts(rows, styled)));
  return Object.fromEntries(
    (sheets[0]?.cells ?? []).flatMap(({ row, column, shownAs }) =>
      shownAs === undefined ? [] : [[cellAddress(row, column), shownAs]],
    ),
  );
}

const ROW =
  '<row r="1"><c r="A1"><v>1</v></c><c r="B1" s="1"><v>0.45</v></c><c r="C1" s="2"><v>45265</v></c>' +
  '<c r="D1" s="3"><v>2</v></c><c r="E1" s="4"><v>3</v></c><c r="F1" s="99"><v>4</v></c></row>';

describe('a cell whose format shows another number', () => {
  it('says so; others, and formats there are not, say nothing', async () => {
    expect(await shownOn(ROW)).toEqual({ B1: 'percent', C1: 'date' });
    expect(await shownOn(ROW, styles(XFS, STRICT))).toEqual({ B1: 'percent', C1: 'date' });
  });

  it('says so for results of formulas, and not for texts', async () => {
    expect(
      await shownOn(
        '<row r="1"><c r="A1" s="1"><f>1/4</f><v>0.25</v></c><c r="B1" s="1" t="str"><v>45</v></c><c r="C1" s="1"><f>D1</f></c></row>',
      ),
    ).toEqual({ A1: 'percent' });
  });

  it('takes the first format where it does not say its own', async () => {
    expect(await shownOn('<row r="1"><c r="A1"><v>1</v></c></row>', styles('<xf numFmtId="10"/>'))).toEqual({
      A1: 'percent',
    });
  });

  it('is a day where the file stores one, whatever its format', async () => {
    const row = '<row r="1"><c r="A1" t="d"><v>2023-12-05</v></c></row>';
    expect(await shownOn(row)).toEqual({ A1: 'date' });
    expect(await shownOn(row, null)).toEqual({ A1: 'date' });
  });
});

describe('letters that nobody sees', () => {
  /** What the screen shows of the words and the number of a row in one look. */
  async function seen(font: string, fill: string) {
    const styled = `<styleSheet xmlns="${MAIN}"><fonts><font/><font>${font}</font></fonts><fills><fill/><fill>${fill}</fill></fills><cellXfs><xf/><xf fontId="1" fillId="1"/></cellXfs></styleSheet>`;
    const row = '<row r="1"><c r="A1" s="1" t="str"><v>lý do</v></c><c r="B1" s="1"><v>18926</v></c></row>';
    const { sheets } = await readFacts(await workbookFile(parts(row, styled)));
    return sheets[0]?.cells.map(({ rendered }) => rendered);
  }
  const solid = (colour: string) =>
    `<patternFill patternType="solid"><fgColor ${colour}/><bgColor indexed="64"/></patternFill>`;
  const NONE = '<patternFill patternType="none"/>';

  it.each([
    ['white on no fill', '<color rgb="FFFFFFFF"/>', NONE],
    ['the colour of the paper in the theme', '<color theme="0"/>', NONE],
    ['nearly white in the theme', '<color theme="0" tint="-0.0499893185216834"/>', NONE],
    ['white by its number', '<color indexed="9"/>', solid('rgb="FFFFFFFF"')],
    ['yellow on the same yellow', '<color rgb="FFFFF2CC"/>', solid('rgb="FFFFF2CC"')],
    ['black on black', '<color theme="1"/>', solid('indexed="64"')],
    ['one point high', '<sz val="1"/><color rgb="FF000000"/>', NONE],
  ])('%s', async (_, font, fill) => {
    expect(await seen(font, fill)).toEqual(['', '']);
  });

  it.each([
    ['black on yellow', '<sz val="10"/><color rgb="FF000000"/>', solid('rgb="FFFFF2CC"')],
    ['white on dark blue', '<color rgb="FFFFFFFF"/>', solid('rgb="FF1F3864"')],
    ['red on white', '<color rgb="FFFF0000"/>', NONE],
    ['grey on white', '<color theme="0" tint="-0.35"/>', NONE],
    ['no colour at all', '<sz val="9"/>', NONE],
    ['a colour of the theme on white', '<color theme="4"/>', NONE],
    ['white on a colour of the theme', '<color rgb="FFFFFFFF"/>', solid('theme="4"')],
    ['white on a gradient', '<color rgb="FFFFFFFF"/>', '<gradientFill/>'],
  ])('%s are seen', async (_, font, fill) => {
    expect(await seen(font, fill)).toEqual([undefined, undefined]);
  });
});

it('a number with a line through it is shown as such, a text is what it is', async () => {
  const fonts = '<fonts><font/><font><strike/></font><font><strike val="0"/></font></fonts>';
  const formats = '<cellXfs><xf/><xf fontId="1"/><xf fontId="2"/><xf fontId="1" numFmtId="164"/></cellXfs>';
  const styled = `<styleSheet xmlns="${MAIN}"><numFmts><numFmt numFmtId="164" formatCode="0,"/></numFmts>${fonts}${formats}</styleSheet>`;
  const cells = ['A1" s="1', 'B1" s="2', 'C1" s="3'].map((place) => `<c r="${place}"><v>4500</v></c>`);
  const row = `<row r="1">${cells.join('')}<c r="D1" s="1" t="str"><v>bỏ</v></c></row>`;
  const { sheets } = await readFacts(await workbookFile(parts(row, styled)));
  const line = (text: string) => [...text].map((letter) => `${letter}\u0336`).join('');
  expect(sheets[0]?.cells.map(({ rendered }) => rendered)).toEqual([
    line('4.500'),
    undefined,
    line('5'),
    undefined,
  ]);
});

describe('a workbook', () => {
  it('without its styles is read', async () => {
    expect(await shownOn(ROW, null)).toEqual({});
  });

  it('with broken styles is refused, and repaired without them', async () => {
    const file = await workbookFile(parts(ROW, '<styleSheet'));
    expect((await refusal(readFacts(file))).code).toBe('bad-xml');
    const { sheets, failures } = await readFacts(file, DEFAULT_LIMITS, { lenient: true });
    expect(sheets[0]?.cells.map(({ value }) => value)).toEqual([1, 0.45, 45265, 2, 3, 4]);
    expect(failures.map(({ sheet, error }) => [sheet, error.finding.code])).toEqual([[null, 'bad-xml']]);
  });

  it('keeps the cap on entries', async () => {
    const limits = { ...DEFAULT_LIMITS, cells: 10 };
    const file = await workbookFile(parts('', styles('<xf/>'.repeat(10))));
    expect((await refusal(readFacts(file, limits))).code).toBe('too-many-cells');
  });
});

describe('formats that a file has as the one before it had them', () => {
  it('are its own where one sign of them differs', async () => {
    const percent = styles('<xf numFmtId="10"/>');
    const row = '<row r="1"><c r="A1"><v>1</v></c></row>';
    expect(await shownOn(row, percent)).toEqual({ A1: 'percent' });
    expect(await shownOn(row, percent.replace('<xf numFmtId="10"', '<xf numFmtId="40"'))).toEqual({});
    expect(await shownOn(row, percent)).toEqual({ A1: 'percent' });
  });

  it('count against its caps again', async () => {
    const file = await workbookFile(parts('', styles('<xf/>'.repeat(12))));
    await readFacts(file);
    const limits = { ...DEFAULT_LIMITS, cells: 10 };
    expect((await refusal(readFacts(file, limits))).code).toBe('too-many-cells');
  });
});
