import { expect, it } from 'vitest';
import { pdfText } from '../../../formats/pdf/bbox.ts';

type Word = readonly [text: string, left: number, right: number, top: number, bottom: number];

const word = ([text, left, right, top, bottom]: Word) =>
  `<word xMin="${left}" yMin="${top}" xMax="${right}" yMax="${bottom}">${text}</word>`;
const line = (...words: Word[]) =>
  `<line xMin="${words[0]?.[1]}" yMin="${Math.min(...words.map((one) => one[3]))}" xMax="${words.at(-1)?.[2]}" yMax="${Math.max(...words.map((one) => one[4]))}">${words.map(word).join('')}</line>`;
const page = (...lines: string[]) => `<page width="595" height="842">${lines.join('')}</page>`;

it('the mark of a footnote does not become a figure, and the note stands behind the sentences', () => {
  const { lines } = pdfText(
    [
      page(
        line(
          ['Hỗ', 72, 84, 300, 313],
          ['trợ', 86, 98, 300, 313],
          ['450', 100, 115, 300, 313],
          ['1', 115, 118, 300, 307],
          ['hộ', 121, 131, 300, 313],
        ),
        line(
          ['còn', 72, 84, 320, 333],
          ['2,5', 86, 100, 320, 333],
          ['12', 100, 104, 320, 327],
          ['%', 107, 116, 320, 333],
          ['và', 119, 130, 320, 333],
        ),
        line(['Theo', 75, 95, 690, 700], ['chuẩn', 97, 120, 690, 700]),
        line(['1', 72, 74, 690, 696]),
        line(['12', 72, 76, 702, 708], ['Năm', 77, 95, 702, 712], ['2025', 97, 115, 702, 712]),
      ),
      page(line(['giữ', 72, 84, 60, 73], ['vững', 86, 104, 60, 73])),
    ].join('\n'),
  );
  expect(lines).toEqual(['Hỗ trợ 450¹ hộ', 'còn 2,5¹² % và', 'giữ vững', '¹ Theo chuẩn', '¹² Năm 2025']);
});

it('an exponent stays with its unit, and a small number on the line is none', () => {
  const { lines } = pdfText(
    page(
      line(
        ['120', 72, 88, 300, 313],
        ['km', 90, 104, 300, 313],
        ['2', 104, 107, 300, 307],
        ['/người', 107, 130, 300, 313],
      ),
      line(['H', 72, 80, 320, 333], ['2', 80, 83, 326, 333], ['O', 83, 90, 320, 333]),
      line(['12', 72, 80, 340, 348], ['xã', 82, 90, 340, 348]),
    ),
  );
  expect(lines).toEqual(['120 km²/người', 'H 2 O', '12 xã']);
});

it('a note whose number is as large as its text is known by the gap above; rows of a table are no notes', () => {
  const above = line(['2,5', 72, 86, 300, 313], ['1', 86, 89, 300, 307], ['%', 92, 100, 300, 313]);
  const note = line(['1', 72, 78, 690, 703], ['Theo', 82, 100, 690, 703], ['chuẩn', 102, 130, 690, 703]);
  const row = (beside: number) =>
    line(['1', 72, 78, 330, 343], ['Hộ', 82, 100, 330, 343]) + line(['12', 300, 312, beside, beside + 13]);
  expect(pdfText(page(above, note) + page(line(['xã', 72, 84, 60, 73]))).lines).toEqual([
    '2,5¹ %',
    'xã',
    '¹ Theo chuẩn',
  ]);
  expect(pdfText(page(above, row(330)) + page(line(['xã', 72, 84, 60, 73]))).lines).toEqual([
    '2,5¹ %',
    '1 Hộ',
    '12',
    'xã',
  ]);
});
