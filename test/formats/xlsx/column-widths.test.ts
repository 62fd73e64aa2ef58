import { describe, expect, it } from 'vitest';
import { readFacts } from '../../../formats/xlsx/facts.ts';
import { MAIN, relationships, workbookFile, worksheet } from './hand-made.ts';

/** Cell formats: a code and how what stands in the cell lies in it. */
const FORMATS = {
  plain: '<xf numFmtId="3"/>',
  general: '<xf/>',
  decimals: '<xf numFmtId="4"/>',
  small: '<xf numFmtId="3" fontId="1"/>',
  fill: '<xf numFmtId="3"><alignment horizontal="fill"/></xf>',
  shrunk: '<xf numFmtId="3"><alignment shrinkToFit="1"/></xf>',
  turned: '<xf numFmtId="3"><alignment textRotation="90"/></xf>',
  indented: '<xf numFmtId="3"><alignment horizontal="right" indent="5"/></xf>',
} as const;
const names = Object.keys(FORMATS);
const STYLES = `<styleSheet xmlns="${MAIN}"><fonts><font><sz val="11"/></font><font><sz val="6"/></font></fonts><fills><fill/></fills><cellXfs>${Object.values(FORMATS).join('')}</cellXfs></styleSheet>`;

/** What a number shows in B1 of a column so many digits wide. */
async function shown(
  value: number,
  format: keyof typeof FORMATS,
  width: number,
  more = '',
): Promise<unknown> {
  const cell = `<row r="1"><c r="B1" s="${names.indexOf(format)}"><v>${value}</v></c></row>`;
  const sheet = worksheet(cell)
    .replace('<sheetData>', `<cols><col min="2" max="2" width="${width}" customWidth="1"/></cols><sheetData>`)
    .replace('</worksheet>', `${more}</worksheet>`);
  const bytes = await workbookFile({
    'xl/worksheets/sheet1.xml': sheet,
    'xl/_rels/workbook.xml.rels': relationships(
      ['rId1', 'worksheet', 'worksheets/sheet1.xml'],
      ['rId3', 'styles', 'styles.xml'],
    ),
    'xl/styles.xml': STYLES,
  });
  const { rendered, isCutOff } = (await readFacts(bytes)).sheets[0]?.cells[0] ?? {};
  return isCutOff ? '####' : rendered;
}

describe('a number in a narrow column', () => {
  it.each<[number, keyof typeof FORMATS, number, string | undefined]>([
    [18_926, 'plain', 3, '####'],
    [18_926, 'plain', 11, undefined],
    [18_926, 'plain', 7, undefined],
    [1_234_567_890, 'plain', 9, '####'],
    [-106, 'plain', 2.5, '####'],
    [106, 'plain', 4, undefined],
    // Without a format decimals are rounded away; with one they have to fit.
    [88.53, 'general', 3, undefined],
    [88.53, 'decimals', 3, '####'],
    [18_926, 'general', 3, '####'],
    [18_926, 'small', 3.5, undefined],
    [18_926, 'indented', 9, '####'],
    [18_926, 'turned', 3, undefined],
    [18_926, 'shrunk', 4, undefined],
    [1_234_567_890, 'shrunk', 2, ''],
    [106, 'fill', 11, '106106106'],
    [106, 'fill', 4, undefined],
    [0, 'plain', 1.5, undefined],
  ])('%s as %s, %s digits wide: %s', async (value, format, width, expected) => {
    expect(await shown(value, format, width)).toBe(expected);
  });

  it('has the room of the cells it is merged with', async () => {
    expect(await shown(18_926, 'plain', 3, '<mergeCells><mergeCell ref="B1:D1"/></mergeCells>')).toBe(
      undefined,
    );
  });
});
