import { describe, expect, it } from 'vitest';
import { cellAddress } from '../../../core/sheet/address.ts';
import { readFacts } from '../../../formats/xlsx/facts.ts';
import { MAIN, relationships, workbookFile, workbookXml, worksheet } from './hand-made.ts';

/** A cell on pale yellow, and looks of conditional formats. */
const LOOKS = [
  '<dxf><font><color rgb="FFFFFFFF"/></font></dxf>',
  '<dxf><font><strike/></font></dxf>',
  '<dxf><numFmt numFmtId="170" formatCode=";;;"/></dxf>',
  '<dxf><numFmt numFmtId="171" formatCode="#,##0,"/></dxf>',
  '<dxf><font><color rgb="FF9C0006"/></font><fill><patternFill><bgColor rgb="FFFFC7CE"/></patternFill></fill></dxf>',
  '<dxf><fill><patternFill patternType="solid"><fgColor rgb="FF000000"/><bgColor rgb="FF000000"/></patternFill></fill></dxf>',
  '<dxf><border><left><color rgb="FFFFFFFF"/></left></border></dxf>',
];
const STYLES = `<styleSheet xmlns="${MAIN}"><fonts><font><sz val="11"/></font></fonts><fills><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFFFF2CC"/></patternFill></fill></fills><cellXfs><xf/><xf fillId="1"/></cellXfs><dxfs>${LOOKS.join('')}</dxfs></styleSheet>`;
const ROWS = [1, 2, 3].map((row) => `<row r="${row}"><c r="A${row}" s="1"><v>${row * 1_000}</v></c></row>`);

const rule = (type: string, look: number | null, inside = '', more = '') =>
  `<cfRule type="${type}"${look === null ? '' : ` dxfId="${look}"`} priority="2" ${more}>${inside}</cfRule>`;
const formula = (text: string) => `<formula>${text}</formula>`;

/** What is shown in column A, of rows whose number is not. */
async function shown(rules: string, extension = '', other = ''): Promise<Record<string, unknown>> {
  const sheet = worksheet(ROWS.join('')).replace(
    '</worksheet>',
    `<conditionalFormatting sqref="A1:A9">${rules}</conditionalFormatting>${extension}</worksheet>`,
  );
  const bytes = await workbookFile({
    'xl/worksheets/sheet1.xml': sheet,
    'xl/workbook.xml': workbookXml(
      '<sheet name="S" sheetId="1" r:id="rId1"/><sheet name="Khác" sheetId="2" r:id="rId2"/>',
    ),
    'xl/worksheets/sheet2.xml': worksheet(other),
    'xl/_rels/workbook.xml.rels': relationships(
      ['rId1', 'worksheet', 'worksheets/sheet1.xml'],
      ['rId2', 'worksheet', 'worksheets/sheet2.xml'],
      ['rId3', 'styles', 'styles.xml'],
    ),
    'xl/styles.xml': STYLES,
  });
  const { sheets } = await readFacts(bytes);
  return Object.fromEntries(
    (sheets[0]?.cells ?? []).flatMap(({ row, column, rendered }) =>
      rendered === undefined ? [] : [[cellAddress(row, column), rendered]],
    ),
  );
}

const ABOVE = 'operator="greaterThan"';

/** A format of the 2010 extensions, which says its look itself and its ranges behind. */
const extended = (type: string, inside: string, more = '') =>
  `<extLst><ext uri="{78C0D931-6437-407d-A8EE-F0AAD7539E65}"><x14:conditionalFormattings xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main" xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main"><x14:conditionalFormatting><x14:cfRule type="${type}" priority="1" ${more}>${inside}</x14:cfRule><xm:sqref>A1:A2 A3:A9</xm:sqref></x14:conditionalFormatting></x14:conditionalFormattings></ext></extLst>`;
const condition = (text: string) => `<xm:f>${text}</xm:f>`;
const dxf = (inside: string) => `<x14:dxf>${inside}</x14:dxf>`;

describe('a conditional format of an extension', () => {
  it.each([
    [
      'white letters',
      extended('cellIs', condition('1500') + dxf('<font><b/><color rgb="FFFFFFFF"/></font>'), ABOVE),
      { A2: '', A3: '' },
    ],
    [
      'a format of thousands',
      extended('expression', condition('A1>2500') + dxf('<numFmt numFmtId="171" formatCode="#,##0,"/>')),
      { A3: '3' },
    ],
    [
      'a black ground',
      extended(
        'cellIs',
        condition('2500') + dxf('<fill><patternFill><bgColor rgb="FF000000"/></patternFill></fill>'),
        ABOVE,
      ),
      { A3: '' },
    ],
    [
      'icons alone',
      extended(
        'iconSet',
        '<x14:iconSet showValue="0"><x14:cfvo type="num"><xm:f>3</xm:f></x14:cfvo></x14:iconSet>',
      ),
      { A1: '', A2: '', A3: '' },
    ],
    ['a bar alone', extended('dataBar', '<x14:dataBar showValue="0"/>'), { A1: '', A2: '', A3: '' }],
    [
      'nothing that applies',
      extended('cellIs', condition('9000') + dxf('<font><strike/></font>'), ABOVE),
      {},
    ],
    [
      'colour alone',
      extended('cellIs', condition('0') + dxf('<font><color rgb="FF9C0006"/></font>'), ABOVE),
      {},
    ],
    ['a bar beside', extended('dataBar', '<x14:dataBar/>'), {}],
  ])('is read: %s', async (_what, extension, expected) => {
    expect(await shown('', extension)).toEqual(expected);
  });
});

describe('a conditional format', () => {
  it.each([
    ['white letters', rule('cellIs', 0, formula('1500'), ABOVE), { A2: '', A3: '' }],
    ['white letters by a formula', rule('expression', 0, formula('A1=MAX($A$1:$A$3)')), { A3: '' }],
    ['between', rule('cellIs', 0, formula('1500') + formula('2500'), 'operator="between"'), { A2: '' }],
    ['a line through', rule('cellIs', 1, formula('2500'), ABOVE), { A3: '3̶.̶0̶0̶0̶' }],
    [
      'a format that hides',
      rule('notContainsBlanks', 2, formula('LEN(TRIM(A1))&gt;0')),
      { A1: '', A2: '', A3: '' },
    ],
    ['a format of thousands', rule('cellIs', 3, formula('2500'), ABOVE), { A3: '3' }],
    ['a black ground', rule('cellIs', 5, formula('2500'), ABOVE), { A3: '' }],
    ['icons alone', rule('iconSet', null, '<iconSet showValue="0"/>'), { A1: '', A2: '', A3: '' }],
    ['a bar alone', rule('dataBar', null, '<dataBar showValue="false"/>'), { A1: '', A2: '', A3: '' }],
  ])('shows something else than the number: %s', async (_what, rules, expected) => {
    expect(await shown(rules)).toEqual(expected);
  });

  it.each([
    ['hides by a cell', rule('expression', 0, formula("'Khác'!$B$1=7")), { A1: '', A2: '', A3: '' }],
    ['without quotes', rule('expression', 0, formula('Khác!$B$1=7')), { A1: '', A2: '', A3: '' }],
    [
      'rescales by a cell beside',
      rule('expression', 3, formula("A1&gt;'Khác'!$B1*300")),
      { A2: '2', A3: '3' },
    ],
    ['itself by its name', rule('expression', 0, formula("'S'!A1&gt;2500")), { A3: '' }],
    ['does not apply', rule('expression', 0, formula("'Khác'!$B$1=8")), {}],
  ])('that looks at another sheet, read after it, is told: %s', async (_what, rules, expected) => {
    const cells = [1, 2, 3].map(
      (row) => `<row r="${row}"><c r="B${row}"><v>${row === 1 ? 7 : 5}</v></c></row>`,
    );
    expect(await shown(rules, '', cells.join(''))).toEqual(expected);
  });

  it.each([
    ['it does not apply', rule('cellIs', 0, formula('9000'), ABOVE)],
    ['it only colours', rule('cellIs', 4, formula('0'), ABOVE)],
    ['it colours a border', rule('cellIs', 6, formula('0'), ABOVE)],
    ['icons beside', rule('iconSet', null, '<iconSet/>')],
    ['nobody can tell whether it applies', rule('expression', 0, formula('UNKNOWN(A1)'))],
    ['of a sheet that is not there', rule('expression', 0, formula("'Nữa'!A1&lt;5"))],
    [
      'one before it keeps the colour',
      rule('cellIs', 4, formula('0'), `${ABOVE}`).replace('"2"', '"1"') +
        rule('cellIs', 0, formula('0'), ABOVE),
    ],
    [
      'one before it is the last',
      rule('cellIs', 6, formula('0'), `${ABOVE} stopIfTrue="1"`).replace('"2"', '"1"') +
        rule('cellIs', 1, formula('0'), ABOVE),
    ],
  ])('shows the number: %s', async (_what, rules) => {
    expect(await shown(rules)).toEqual({});
  });
});
