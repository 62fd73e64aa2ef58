import { expect, it } from 'vitest';
import { pdfText } from '../../formats/pdf/bbox.ts';

const line = (text: string, top: number) =>
  `<line xMin="70" yMin="${top}" xMax="400" yMax="${top + 12}">\n${text
    .split(' ')
    .map((word) => `<word xMin="1" yMin="${top}" xMax="2" yMax="${top + 12}">${word}</word>`)
    .join('\n')}\n</line>`;
const page = (...lines: string[]) =>
  `<page width="595" height="842"><flow><block>${lines.join('')}</block></flow></page>`;

it('a PDF has its printed lines without running heads, feet and numbers of pages', () => {
  const head = line('KẾ HOẠCH 2025 &amp; 2030', 30);
  const text = pdfText(
    [
      page(head, line('Tỷ lệ hộ nghèo 3%', 300), line('65', 400), line('1', 800)),
      page(head, line('Đạt 95%', 300), line('- 2 -', 800)),
      page(),
    ].join('\n'),
  );
  expect(text.lines).toEqual(['Tỷ lệ hộ nghèo 3%', '65', 'Đạt 95%']);
  expect([text.pages, text.blank]).toEqual([3, [3]]);
});
