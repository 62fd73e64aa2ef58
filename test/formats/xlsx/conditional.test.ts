import { describe, expect, it } from 'vitest';
import { cellAddress } from '../../../core/sheet/address.ts';
import { readFacts } from '../../../formats/xlsx/facts.ts';
import { MAIN, relationships, workbookFile, worksheet } from './hand-made.ts';

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
async function shown(rules: string): Promise<Record<string, unknown>> {
  const sheet = worksheet(ROWS.join('')).replace(
    '</worksheet>',
    `<conditionalFormatting sqref="A1:A9">${rules}</conditionalFormatting></worksheet>`,
  );
  const bytes = await workbookFile({
    'xl/worksheets/sheet1.xml': sheet,
    'xl/_rels/workbook.xml.rels': relationships(
      ['rId1', 'worksheet', 'worksheets/sheet1.xml'],
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
    ['it does not apply', rule('cellIs', 0, formula('9000'), ABOVE)],
    ['it only colours', rule('cellIs', 4, formula('0'), ABOVE)],
    ['it colours a border', rule('cellIs', 6, formula('0'), ABOVE)],
    ['icons beside', rule('iconSet', null, '<iconSet/>')],
    ['nobody can tell whether it applies', rule('expression', 0, formula('UNKNOWN(A1)'))],
    ['of another sheet', rule('expression', 0, formula("'Khác'!A1&lt;5"))],
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
