import { AlignmentType, Header, PageNumber, Paragraph, TextRun } from 'docx';
import { SIZE } from './style.ts';

/** In the middle above the text; not on the first page of a document that has a title page. */
export function pageNumber(): Header {
  return new Header({
    children: [
      new Paragraph({
        alignment: AlignmentType.CENTER,
        children: [new TextRun({ children: [PageNumber.CURRENT], size: SIZE.body })],
      }),
    ],
  });
}
