import type { Paragraph } from 'docx';
import {
  Table,
  TableCell,
  TableRow,
  TableLayoutType,
  WidthType,
  BorderStyle,
  AlignmentType,
  convertMillimetersToTwip,
} from 'docx';
import type { Paper } from '../../core/report/paper.ts';
import { centred, line, NO_BORDERS, SIZE } from './style.ts';

/** Widths of the two halves of head and foot: what the left margin and the right leave of A4. */
const HALVES = [68, 97].map(convertMillimetersToTwip) as [number, number];

/** Two columns without lines, as head and foot of an administrative document have them. */
function halves(left: Paragraph[], right: Paragraph[]): Table {
  const cell = (children: Paragraph[], at: 0 | 1) =>
    new TableCell({ children, width: { size: HALVES[at], type: WidthType.DXA } });
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: HALVES[0] + HALVES[1], type: WidthType.DXA },
    columnWidths: HALVES,
    borders: NO_BORDERS,
    rows: [new TableRow({ children: [cell(left, 0), cell(right, 1)] })],
  });
}

/** A line in the middle below a text, so long as the side spaces leave it. */
function rule(side: number): Paragraph {
  const border = { style: BorderStyle.SINGLE, size: 6, color: '000000', space: 1 };
  const indent = convertMillimetersToTwip(side);
  return line(
    '',
    { size: 4 },
    { border: { top: border }, indent: { left: indent, right: indent }, spacing: { before: 30, after: 0 } },
  );
}

/** Names of the state and of who issues it, number, place and day, kind and subject. */
export function headOf(paper: Paper): (Table | Paragraph)[] {
  const { issuer, state, number, placeAndDay, kind, about } = paper;
  return [
    halves(
      [
        centred(issuer[0], { bold: true }),
        centred(issuer[1], { bold: true }),
        rule(22),
        centred(number, {}, { spacing: { before: 80 } }),
      ],
      [
        centred(state[0], { bold: true, size: 25 }),
        centred(state[1], { bold: true }),
        rule(18),
        centred(placeAndDay, { italics: true }, { spacing: { before: 80 } }),
      ],
    ),
    centred(kind, { bold: true, size: 28 }, { spacing: { before: 240 } }),
    centred(about, { bold: true, size: 28 }),
    rule(62),
  ];
}

/** Who gets it, and who signs. */
export function footOf({ recipients, signature }: Paper): Table {
  return halves(
    [
      line(recipients.head, { bold: true, italics: true, size: SIZE.recipients }),
      ...recipients.lines.map((text) => line(text, { size: SIZE.small })),
    ],
    [
      ...signature.office.split('\n').map((text) => centred(text, { bold: true })),
      line(signature.note, { italics: true }, { alignment: AlignmentType.CENTER }),
    ],
  );
}
