import {
  AlignmentType,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  WidthType,
  type Paragraph,
} from 'docx';
import type { ReportVerdict } from '../../core/report/judge.ts';
import { inCell, SIZE, type CellSize } from './style.ts';

/** What stands in a cell: a text, or a verdict on its colour. */
export type Content = string | { verdict: ReportVerdict; text: string };

/** A table of an annex; its head is repeated on every page. */
export interface TableParts {
  heads: readonly string[];
  rows: readonly (readonly Content[])[];
  /** Widths of the columns as parts of the whole. */
  widths: readonly number[];
  /** Room between the margins, in twentieths of a point. */
  room: number;
  /** Columns of numbers, from 0. */
  numbers?: readonly number[];
  size?: CellSize;
}

/** As on the page: the word says it, the colour helps to find it. */
const COLOURS: Record<ReportVerdict, string> = {
  met: 'D8EFDC',
  exceeded: 'D8EFDC',
  notMet: 'FBDCD8',
  open: 'FFF0C4',
  noFigure: 'FFF0C4',
  notEvaluable: 'FFF0C4',
  notDue: 'E6E9ED',
  notAssigned: 'E6E9ED',
  hidden: 'E6E9ED',
};
const HEAD = 'EEF2F6';

/** A table whose head is repeated and whose rows are not torn between pages. */
export function table({ heads, rows, widths, room, numbers = [], size = SIZE.table }: TableParts): Table {
  const sum = widths.reduce((total, width) => total + width, 0);
  const columns = widths.map((width) => Math.floor((room * width) / sum));
  const cell = (children: Paragraph[], at: number, fill?: string) =>
    new TableCell({
      children,
      width: { size: columns[at] ?? 0, type: WidthType.DXA },
      ...(fill === undefined ? {} : { shading: { type: ShadingType.CLEAR, color: 'auto', fill } }),
    });
  const alignment = (at: number) => (numbers.includes(at) ? { alignment: AlignmentType.RIGHT } : {});
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: columns.reduce((total, width) => total + width, 0), type: WidthType.DXA },
    columnWidths: columns,
    margins: { left: 60, right: 60, top: 20, bottom: 20 },
    rows: [
      new TableRow({
        tableHeader: true,
        cantSplit: true,
        children: heads.map((head, at) =>
          cell([inCell(head, { bold: true, size }, { alignment: AlignmentType.CENTER })], at, HEAD),
        ),
      }),
      ...rows.map(
        (row) =>
          new TableRow({
            cantSplit: true,
            children: row.map((content, at) =>
              typeof content === 'string'
                ? cell([inCell(content, { size }, alignment(at))], at)
                : cell([inCell(content.text, { size, bold: true })], at, COLOURS[content.verdict]),
            ),
          }),
      ),
    ],
  });
}
