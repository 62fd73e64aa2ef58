import { describe, expect, it } from 'vitest';
import { pagesWithColumns, pdfText } from '../../../formats/pdf/bbox.ts';

/** A page as `pdftotext -bbox-layout` writes it: each text at a place, 10 points high. */
function pageOf(texts: readonly (readonly [text: string, left: number, top: number])[]): string {
  const lines = texts.map(([text, left, top]) => {
    let x = left;
    const words = text.split(' ').map((word) => {
      const at = x;
      x += word.length * 5 + 3;
      return `<word xMin="${at}" yMin="${top}" xMax="${x - 3}" yMax="${top + 10}">${word}</word>`;
    });
    return `<line xMin="${left}" yMin="${top}" xMax="${x}" yMax="${top + 10}">${words.join('')}</line>`;
  });
  return `<page width="600" height="842">${lines.join('')}</page>`;
}

/** Lines as `pdftocairo -svg` draws them, y from below. */
function drawing(rules: readonly (readonly [number, number, number, number])[]): string {
  const paths = rules.map(
    ([x1, y1, x2, y2]) =>
      `<path style="fill:none;" d="M ${x1} ${842 - y1} L ${x2} ${842 - y2} " transform="matrix(1,0,0,-1,0,842)"/>`,
  );
  return `<svg><defs><path d="M 0 0 L 9 0 Z"/></defs>${paths.join('')}</svg>`;
}

/** Two heads over the last two columns; a cell over both of them in the last row. */
const rules = [
  ...[300, 340, 370, 390].map((y) => [50, y, 500, y] as const),
  [300, 320, 500, 320] as const,
  ...[50, 250, 300, 500].map((x) => [x, 300, x, 390] as const),
  [400, 320, 400, 370] as const,
];
const texts = [
  ['Chỉ tiêu chủ yếu:', 50, 280],
  ['Chỉ tiêu', 60, 315],
  ['ĐVT', 260, 315],
  ['Kế hoạch', 370, 305],
  ['Năm 2028', 310, 325],
  ['Năm 2030', 410, 325],
  ['Tỷ lệ hộ nghèo đa chiều', 60, 344],
  ['toàn tỉnh', 60, 356],
  ['%', 260, 350],
  ['5,5', 320, 350],
  ['2,0', 420, 350],
  ['Tỷ lệ bao phủ bảo hiểm y tế', 60, 375],
  ['%', 260, 375],
  ['95', 395, 375],
  ['II. NHIỆM VỤ', 50, 400],
] as const;

describe('a table of a PDF', () => {
  it('is read by the lines around its cells, merged ones and heads over two rows too', () => {
    const page = pageOf(texts);
    expect(pagesWithColumns(page)).toEqual([1]);
    expect(pdfText(page, new Map([[1, drawing(rules)]])).lines).toEqual([
      'Chỉ tiêu chủ yếu:',
      '| Chỉ tiêu | ĐVT | Kế hoạch | Kế hoạch |',
      '| Chỉ tiêu | ĐVT | Năm 2028 | Năm 2030 |',
      '| Tỷ lệ hộ nghèo đa chiều toàn tỉnh | % | 5,5 | 2,0 |',
      '| Tỷ lệ bao phủ bảo hiểm y tế | % | 95 | 95 |',
      '',
      'II. NHIỆM VỤ',
    ]);
  });

  it('that goes on over the end of a page is one, its head said once', () => {
    const head = [
      ['A', 60, 105],
      ['B', 160, 105],
      ['C', 260, 105],
    ] as const;
    const grid = drawing([
      ...[100, 120, 140].map((y) => [50, y, 350, y] as const),
      ...[50, 150, 250, 350].map((x) => [x, 100, x, 140] as const),
    ]);
    const pages = [1, 2].map((number) =>
      pageOf([...head, [`Dòng ${number}`, 60, 125], [`${number}0`, 160, 125], [`${number}5`, 260, 125]]),
    );
    expect(
      pdfText(
        pages.join(''),
        new Map([
          [1, grid],
          [2, grid],
        ]),
      ).lines,
    ).toEqual(['| A | B | C |', '| Dòng 1 | 10 | 15 |', '| Dòng 2 | 20 | 25 |', '']);
  });

  it('without lines stays text', () => {
    expect(pdfText(pageOf(texts), new Map([[1, '<svg></svg>']])).lines.join('')).not.toContain('|');
  });

  it('without lines is read by its columns where gutters part them, long names and blank cells too', () => {
    expect(pdfText(pageOf(aligned)).lines).toEqual([
      'Chỉ tiêu chủ yếu:',
      '| TT | Chỉ tiêu | ĐVT | Kế hoạch giao Năm 2028 | Kế hoạch giao Năm 2030 |',
      '| 1 | Tỷ lệ hộ nghèo đa chiều toàn tỉnh | % | 5,5 | 2,0 |',
      '| 2 | Tỷ lệ bao phủ bảo hiểm y tế | % | 94 | ≥ 97 |',
      '| 3 | Số bác sĩ trên vạn dân | bác sĩ | - | 15 |',
      '',
      'II. NHIỆM VỤ',
    ]);
  });

  it.each([
    ['two figures stand in one column', [['6,1', 340, 336]] as const],
    ['no head stands above', []],
  ])('without lines stays text where %s', (why, more) => {
    const page = [...aligned.filter(([, , top]) => why !== 'no head stands above' || top > 330), ...more];
    expect(pdfText(pageOf(page)).lines.join('')).not.toContain('|');
  });
});

/** A table without lines; the unit stands near the longest name. */
const aligned = [
  ['Chỉ tiêu chủ yếu:', 50, 280],
  ['Kế hoạch giao', 328, 305],
  ['TT Chỉ tiêu', 50, 318],
  ['ĐVT', 240, 318],
  ['Năm 2028', 310, 318],
  ['Năm 2030', 380, 318],
  ['1', 50, 336],
  ['Tỷ lệ hộ nghèo đa chiều', 70, 336],
  ['%', 240, 336],
  ['5,5', 320, 336],
  ['2,0', 395, 336],
  ['toàn tỉnh', 70, 347],
  ['2', 50, 362],
  ['Tỷ lệ bao phủ bảo hiểm y tế', 70, 362],
  ['%', 240, 362],
  ['94', 320, 362],
  ['≥ 97', 390, 362],
  ['3', 50, 378],
  ['Số bác sĩ trên vạn dân', 70, 378],
  ['bác sĩ', 235, 378],
  ['-', 325, 378],
  ['15', 395, 378],
  ['II. NHIỆM VỤ', 50, 420],
] as const;
