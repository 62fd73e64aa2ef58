import {
  AlignmentType,
  BorderStyle,
  Paragraph,
  TextRun,
  convertMillimetersToTwip,
  type IParagraphOptions,
} from 'docx';

/** Letters and paper as Nghị định 30/2020/NĐ-CP, Phụ lục I, wants them: Times New Roman, 13 to 14 points, A4. */
export const FONT = 'Times New Roman';
/** Sizes in half points. */
export const SIZE = { body: 26, head: 26, table: 20, small: 22, recipients: 24 } as const;
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
export const NO_BORDER = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const;
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
  const children = text
    .split('\n')
    .map((part, at) => new TextRun({ text: part, size, ...look, ...(at > 0 ? { break: 1 } : {}) }));
  return new Paragraph({ children, ...more });
}
