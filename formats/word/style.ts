import { withPercentKept } from '../../core/base/number-text.ts';
import {
  AlignmentType,
  BorderStyle,
  PageOrientation,
  Paragraph,
  TextRun,
  convertMillimetersToTwip,
  type IParagraphOptions,
} from 'docx';

/** Letters and paper as Nghị định 30/2020/NĐ-CP, Phụ lục I, wants them: Times New Roman, 13 to 14 points, A4. */
const FONT = 'Times New Roman';
/** Sizes in half points. */
export const SIZE = { body: 26, head: 26, table: 20, narrow: 18, small: 22, recipients: 24 } as const;
/** Top and bottom 20–25 mm, left 30–35 mm, right 15–20 mm. */
export const MARGINS = {
  top: convertMillimetersToTwip(20),
  bottom: convertMillimetersToTwip(20),
  left: convertMillimetersToTwip(30),
  right: convertMillimetersToTwip(15),
};
/** Wide tables lie across; what is on the left upright is above then. */
export const WIDE_MARGINS = {
  top: convertMillimetersToTwip(20),
  bottom: convertMillimetersToTwip(15),
  left: convertMillimetersToTwip(20),
  right: convertMillimetersToTwip(15),
};
/** A page across. Its sides are those of upright paper; the library turns them. */
export const WIDE_PAGE = {
  size: {
    orientation: PageOrientation.LANDSCAPE,
    width: convertMillimetersToTwip(210),
    height: convertMillimetersToTwip(297),
  },
  margin: WIDE_MARGINS,
};
const NO_BORDER = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const;
export const NO_BORDERS = {
  top: NO_BORDER,
  bottom: NO_BORDER,
  left: NO_BORDER,
  right: NO_BORDER,
  insideHorizontal: NO_BORDER,
  insideVertical: NO_BORDER,
} as const;

/** How a run of letters looks. */
export interface Look {
  bold?: boolean;
  italics?: boolean;
  size?: number;
}

/** A line in the middle. */
export function centred(text: string, look: Look = {}, more: IParagraphOptions = {}): Paragraph {
  return line(text, look, { alignment: AlignmentType.CENTER, ...more });
}

/** A paragraph of the body: first line indented by 1 cm, even on both sides, at least 6 points from the next. */
export function body(text: string, look: Look = {}, more: IParagraphOptions = {}): Paragraph {
  return line(text, look, {
    alignment: AlignmentType.JUSTIFIED,
    indent: { firstLine: convertMillimetersToTwip(10) },
    spacing: { before: 40, after: 60 },
    ...more,
  });
}

/** A paragraph of one look; breaks of the text are kept. */
export function line(text: string, { size = SIZE.body, ...look }: Look = {}, more: IParagraphOptions = {}) {
  return new Paragraph({ children: runsOf(text, { size, ...look }), ...more });
}

function runsOf(text: string, look: Look): TextRun[] {
  return text
    .split('\n')
    .map(
      (part, at) => new TextRun({ text: withPercentKept(part), ...look, ...(at > 0 ? { break: 1 } : {}) }),
    );
}

/** Sizes of the letters in tables. */
const CELL_SIZES = [SIZE.table, SIZE.narrow] as const;
export type CellSize = (typeof CELL_SIZES)[number];

/**
 * Looks of what stands in tables, as styles of the document: a report on a hundred communes has tens of thousands of
 * cells, and a look said in each of them takes the library twice as long.
 */
const cellStyles = CELL_SIZES.flatMap((size) =>
  [false, true].map((bold) => ({
    id: cellStyle(size, bold),
    name: cellStyle(size, bold),
    basedOn: 'Normal',
    run: { size, bold },
  })),
);

function cellStyle(size: CellSize, isBold: boolean): string {
  return `Cell${size}${isBold ? 'Bold' : ''}`;
}

/** A paragraph of a table, by one of {@link cellStyles}. */
export function inCell(
  text: string,
  { size, bold = false }: { size: CellSize; bold?: boolean },
  more: IParagraphOptions = {},
): Paragraph {
  return new Paragraph({ style: cellStyle(size, bold), children: runsOf(text, {}), ...more });
}

/** Looks of a whole document: its letters and language, headings, cells of tables. */
export function documentStyles(language: 'vi' | 'en') {
  return {
    default: {
      document: {
        run: { font: FONT, size: SIZE.body, language: { value: language === 'vi' ? 'vi-VN' : 'en-GB' } },
      },
      heading1: { run: { font: FONT, size: 28, bold: true, color: '000000' } },
      heading2: { run: { font: FONT, size: SIZE.body, bold: true, color: '000000' } },
    },
    paragraphStyles: cellStyles,
  };
}
