import { describe, expect, it } from 'vitest';
import { documentOf } from '../../../core/draft/document-parts.ts';
import { readDocx } from '../../../formats/docx/read.ts';
import { listed, makeDocx, merged, paragraph, run, table } from './make-docx.ts';

const level = (at: number, format: string, text: string, more = '') =>
  `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${text}"/></w:lvl>`;
const NUMBERING = `<w:abstractNum w:abstractNumId="7">${level(0, 'upperRoman', '%1.')}${level(1, 'decimal', '%2.')}${level(
  2,
  'decimal',
  '%2.%3.',
)}${level(3, 'lowerLetter', '%4)')}</w:abstractNum><w:abstractNum w:abstractNumId="8">${level(0, 'bullet', '\uf0b7')}</w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>
<w:num w:numId="2"><w:abstractNumId w:val="7"/><w:lvlOverride w:ilvl="1"><w:startOverride w:val="5"/></w:lvlOverride></w:num>
<w:num w:numId="3"><w:abstractNumId w:val="8"/></w:num>`;

async function textOf(body: string, beside: Parameters<typeof makeDocx>[1] = {}): Promise<string> {
  const { parts } = await readDocx(await makeDocx(body, beside));
  return documentOf(parts ?? []).text;
}

describe('a Word document', () => {
  it('has the labels of automatic numbering in its text, four levels, restarted and begun anew', async () => {
    const body = [
      listed('MỤC TIÊU', 1, 0),
      listed('Chung', 1, 1),
      listed('Y tế', 1, 2),
      listed('điểm', 1, 3),
      listed('điểm hai', 1, 3),
      listed('Giáo dục', 1, 2),
      listed('điểm', 1, 3),
      listed('Riêng', 1, 1),
      listed('NHIỆM VỤ', 1, 0),
      listed('Một', 1, 1),
      listed('Năm', 2, 1),
      listed('gạch', 3, 0),
    ].join('');
    expect(await textOf(body, { numbering: NUMBERING })).toBe(
      [
        'I. MỤC TIÊU',
        '1. Chung',
        '1.1. Y tế',
        'a) điểm',
        'b) điểm hai',
        '1.2. Giáo dục',
        'a) điểm',
        '2. Riêng',
        'II. NHIỆM VỤ',
        '1. Một',
        '5. Năm',
        '- gạch',
        '',
      ].join('\n'),
    );
  });

  it('takes numbering from a style, and none where a paragraph is taken out of it', async () => {
    const styles = `<w:style w:type="paragraph" w:styleId="Muc"><w:name w:val="heading 1"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
      <w:style w:type="paragraph" w:styleId="MucCon"><w:basedOn w:val="Muc"/></w:style>`;
    const body =
      paragraph(run('Một'), '<w:pStyle w:val="MucCon"/>') +
      paragraph(run('Không số'), '<w:pStyle w:val="Muc"/><w:numPr><w:numId w:val="0"/></w:numPr>') +
      paragraph(run('Hai'), '<w:pStyle w:val="Muc"/>');
    expect(await textOf(body, { styles, numbering: NUMBERING })).toBe('I. Một\nKhông số\nII. Hai\n');
  });

  it('keeps line breaks, raised digits, and footnotes apart from the number they hang on', async () => {
    const body =
      paragraph(
        `${run('đạt 65%')}<w:r><w:footnoteReference w:id="2"/></w:r><w:r><w:br/></w:r>${run('diện tích 12 m')}${run('2', '<w:vertAlign w:val="superscript"/>')}`,
      ) + paragraph(run('Hết.'));
    const footnotes = `<w:footnote w:id="1">${paragraph(run('ngăn cách'))}</w:footnote><w:footnote w:id="2">${paragraph(run('Năm 2020 là 40%'))}</w:footnote>`;
    expect(await textOf(body, { footnotes })).toBe('đạt 65%\ndiện tích 12 m²\nHết.\nNăm 2020 là 40%\n');
  });

  it('raises marks that are moved up over the line, never a figure that stands by itself', async () => {
    const up = '<w:position w:val="8"/><w:sz w:val="19"/>';
    const body = [
      paragraph(`${run('còn 9.513')}${run('2', up)}${run(' hộ, ')}${run('nhà ở xã hội')}${run('(2)', up)}`),
      paragraph(`${run('đạt ')}${run('12', up)}`),
      paragraph(run('45', up)),
      paragraph(`${run('còn 7')}${run('3', '<w:position w:val="2"/>')}`),
    ].join('');
    expect(await textOf(body)).toBe('còn 9.513² hộ, nhà ở xã hội(²)\nđạt 12\n45\ncòn 73\n');
  });

  it('reads signs that Word keeps as codes of the font Symbol, and ornaments of other fonts as blanks', async () => {
    const sym = (font: string, code: string) => `<w:r><w:sym w:font="${font}" w:char="${code}"/></w:r>`;
    const body = [
      paragraph(`${run('Tỷ lệ đạt ')}${sym('Symbol', 'F0B3')}${run(' 95%')}`),
      paragraph(
        `${run('Tỷ lệ ')}${sym('Symbol', 'A3')}${run('5%, ')}${sym('Times New Roman', '00B1')}${run('1')}`,
      ),
      paragraph(
        `${run('Sai số ')}${run('\uf0b1', '<w:rFonts w:ascii="Symbol" w:hAnsi="Symbol"/>')}${run('2')}`,
      ),
      paragraph(`${run('xong')}${sym('Wingdings', 'F0FC')}${run('rồi')}`),
    ].join('');
    expect(await textOf(body)).toBe('Tỷ lệ đạt ≥ 95%\nTỷ lệ ≤5%, ±1\nSai số ±2\nxong rồi\n');
  });

  it('reads what is written in an equation: signs and figures, a fraction in a line, an exponent raised', async () => {
    const math = (inside: string) =>
      `<m:oMath xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math">${inside}</m:oMath>`;
    const mathRun = (text: string) => `<m:r><m:rPr/><m:t>${text}</m:t></m:r>`;
    const body = [
      paragraph(`${run('Tỷ lệ đạt ')}${math(mathRun('≥95%'))}${run('.')}`),
      paragraph(
        `${run('Giảm ')}${math(`<m:f><m:num>${mathRun('1')}</m:num><m:den>${mathRun('3')}</m:den></m:f>`)}${run(' số hộ')}`,
      ),
      paragraph(
        `${run('Rộng 30 ')}<m:oMathPara xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math">${math(
          `<m:sSup><m:e>${mathRun('m')}</m:e><m:sup>${mathRun('2')}</m:sup></m:sSup>`,
        )}</m:oMathPara>`,
      ),
    ].join('');
    expect(await textOf(body)).toBe('Tỷ lệ đạt ≥95%.\nGiảm 1/3 số hộ\nRộng 30 m²\n');
  });

  it('names the paragraphs with changes nobody has accepted, text that is not shown, and text struck out', async () => {
    const changed = `${run('giảm còn ')}<w:del w:id="1"><w:r><w:delText>15</w:delText></w:r></w:del><w:ins w:id="2">${run('13')}</w:ins>${run(' %')}`;
    const body =
      paragraph(changed) +
      paragraph(run('thấy ') + run('ẩn', '<w:vanish/>')) +
      paragraph(run('còn ') + run('7,5', '<w:strike/>') + run(' 6,5 %')) +
      paragraph(run('yên', '<w:strike w:val="0"/>') + run(' ', '<w:dstrike/>'));
    const { tracked, hidden, struck } = await readDocx(await makeDocx(body));
    expect(tracked).toEqual(['giảm còn 1513 %']);
    expect(hidden).toEqual(['thấy ẩn']);
    expect(struck).toEqual(['còn 7,5 6,5 %']);
  });

  it('converts fonts of TCVN3, capitals too, and VNI; Unicode shown in such a font stays; a mixture is said', async () => {
    const font = (name: string) => `<w:rFonts w:ascii="${name}" w:hAnsi="${name}"/>`;
    const old =
      paragraph(run('Tû lÖ hé nghÌo', font('.VnTime'))) +
      paragraph(run('môc tiªu', font('.VnTimeH'))) +
      paragraph(run('Tyû leä hoä ngheøo', font('VNI-Times')));
    const read = await readDocx(await makeDocx(old));
    expect(documentOf(read.parts ?? []).text).toBe('Tỷ lệ hộ nghèo\nMỤC TIÊU\nTỷ lệ hộ nghèo\n');
    expect(read.oldLetters).toBe('convert');
    const unicode = await readDocx(await makeDocx(paragraph(run('Tỷ lệ hộ nghèo', font('.VnTime')))));
    expect([unicode.oldLetters, documentOf(unicode.parts ?? []).text]).toEqual(['none', 'Tỷ lệ hộ nghèo\n']);
    const mixed = await readDocx(await makeDocx(old + paragraph(run('Tỷ lệ', font('.VnTime')))));
    expect(mixed.oldLetters).toBe('mixed');
  });

  it('writes each row of a table as a line, and cells know their row and the headings of their column', async () => {
    const rows = [
      [
        merged('TT', { down: 'restart' }),
        merged('Chỉ tiêu', { down: 'restart' }),
        merged('ĐVT', { down: 'restart' }),
        merged('Kế hoạch', { span: 2 }),
      ],
      [
        merged('', { down: 'continue' }),
        merged('', { down: 'continue' }),
        merged('', { down: 'continue' }),
        'Năm 2025',
        'Năm 2030',
      ],
      ['1', 'Tỷ lệ hộ nghèo', '%', '3,5', '2,0'],
      ['2', 'Số giường bệnh', 'giường', '1.200', '1.500'],
    ];
    const { parts } = await readDocx(await makeDocx(paragraph(run('Biểu 1.')) + table(rows)));
    const { text, blocks } = documentOf(parts ?? []);
    expect(text).toContain('| 1 | Tỷ lệ hộ nghèo | % | 3,5 | 2,0 |\n');
    const cell = blocks.find(({ start, end }) => text.slice(start, end) === '2,0')?.cell;
    expect(cell).toEqual({
      table: 1,
      row: 3,
      column: 5,
      rowLabel: 'Tỷ lệ hộ nghèo',
      columnHeading: 'Kế hoạch / Năm 2030',
      unit: '%',
    });
  });

  it('takes the head of a document, a table without borders, for paragraphs', async () => {
    const head = table([
      ['ỦY BAN NHÂN DÂN', 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM'],
      ['Số: 12/KH-UBND', 'ngày 01/01/2025'],
    ]);
    expect(await textOf(head)).toBe(
      'ỦY BAN NHÂN DÂN\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nSố: 12/KH-UBND\nngày 01/01/2025\n',
    );
  });

  it('is none where the package is of another kind', async () => {
    const { writeZip } = await import('../../../formats/zip/write.ts');
    const bytes = await writeZip([{ name: 'a.txt', data: new TextEncoder().encode('a') }]);
    expect((await readDocx(bytes)).parts).toBeNull();
  });
});
