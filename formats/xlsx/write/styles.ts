import type { Alignment, Border, Borders, Fill, Font, Style } from 'exceljs';
import type { CellModel, ConditionalLook, StyleName } from '../../../core/sheet/model.ts';

/** How each style of the model looks in Excel; one look for all plans. */

const FONT = 'Times New Roman';
const THIN = edges({ style: 'thin', color: { argb: 'FFBFBFBF' } });

interface Look {
  size?: number;
  bold?: boolean;
  underline?: boolean;
  italic?: boolean;
  color?: string;
  fill?: string;
  border?: boolean;
  horizontal?: Alignment['horizontal'];
  wrap?: boolean;
  top?: boolean;
  unlocked?: boolean;
  /** Number format where the model gives none. */
  format?: string;
}

const LOOKS: Record<StyleName, Look> = {
  plain: {},
  // A number among words: a year stands under them, not at the far side.
  plainLeft: { horizontal: 'left' },
  paragraph: { wrap: true, top: true },
  title: { size: 16, bold: true, color: 'FF1F3864' },
  subtitle: { size: 12, italic: true },
  workbookLine: { size: 12, italic: true, wrap: true, top: true },
  hint: { size: 11, italic: true, color: 'FF595959', wrap: true, top: true },
  formTitle: { size: 16, bold: true, color: 'FF1F3864', horizontal: 'center', wrap: true },
  formSubtitle: { size: 13, horizontal: 'center', wrap: true },
  formHead: { size: 11, horizontal: 'right', wrap: true },
  banner: { size: 12, bold: true, color: 'FFC00000' },
  header: { bold: true, fill: 'FFD9E2F3', border: true, horizontal: 'center', wrap: true },
  section: { bold: true, fill: 'FFEDEDED', border: true },
  label: { bold: true },
  wrappedLabel: { bold: true, wrap: true, top: true },
  wrapped: { border: true, wrap: true },
  small: { size: 10, border: true, wrap: true },
  note: { size: 11, italic: true, color: 'FF595959' },
  centered: { border: true, horizontal: 'center', wrap: true },
  input: { border: true, fill: 'FFFFF9DB', horizontal: 'right', unlocked: true },
  // What a form marks with a cross; an `x` here would be read as a figure.
  notAsked: { border: true, fill: 'FFD0CECE' },
  // Where a program has not fitted the row to its words, they begin in it, not above it.
  inputText: { border: true, fill: 'FFFFF9DB', wrap: true, top: true, unlocked: true },
  target: { border: true, bold: true, horizontal: 'right' },
  computed: { border: true, horizontal: 'right' },
  verdict: { border: true, bold: true, size: 9, horizontal: 'center', wrap: true },
  link: { border: true, horizontal: 'center', color: 'FF0563C1', underline: true },
  linkedNumber: { border: true, horizontal: 'right', color: 'FF0563C1', underline: true },
  name: { border: true, wrap: true, bold: true, top: true },
  // Shows nothing: LibreOffice would print the numbers of hidden columns as clipped "###".
  hiddenKey: { size: 8, color: 'FF7F7F7F', format: ';;;' },
  signature: { bold: true, horizontal: 'center' },
  signatureLines: { bold: true, horizontal: 'center', wrap: true },
  signatureNote: { italic: true, horizontal: 'center', top: true },
  // In the high row of the signatures, beside their words.
  signatureLabel: { bold: true, top: true },
  signatureNumber: { bold: true, horizontal: 'right', top: true },
  meta: { size: 9 },
};

const made = new Map<string, Partial<Style>>();

/**
 * The exceljs style of a cell. Cells that look alike share one object: exceljs writes each object's style
 * down once.
 */
export function styleOf(
  {
    style,
    format,
    optional = false,
    given = false,
    bare = false,
  }: Pick<CellModel, 'style' | 'format' | 'optional' | 'given' | 'bare'>,
  letters: number,
): Partial<Style> {
  // Asked of every cell: nothing is made but the text.
  const said = `${optional ? ' optional' : ''}${given ? ' given' : ''}${bare ? ' bare' : ''}`;
  const key = `${style} ${letters}${said} ${format ?? ''}`;
  const known = made.get(key);
  if (known !== undefined) return known;
  const look = toStyle(LOOKS[style], letters);
  if (optional) Object.assign(look, OPTIONAL);
  if (given) look.font = { ...look.font, italic: true };
  if (bare) delete look.border;
  if (format !== undefined) look.numFmt = format;
  made.set(key, look);
  return look;
}

function toStyle(look: Look, letters: number): Partial<Style> {
  const font: Partial<Font> = { name: FONT, size: look.size ?? letters };
  if (look.bold) font.bold = true;
  if (look.underline) font.underline = true;
  if (look.italic) font.italic = true;
  if (look.color) font.color = { argb: look.color };
  const alignment: Partial<Alignment> = { vertical: look.top ? 'top' : 'middle' };
  if (look.horizontal) alignment.horizontal = look.horizontal;
  if (look.wrap) alignment.wrapText = true;
  const style: Partial<Style> = { font, alignment, protection: { locked: !look.unlocked } };
  if (look.fill) style.fill = solid(look.fill);
  if (look.format) style.numFmt = look.format;
  if (look.border) style.border = THIN;
  return style;
}

/** How an input looks that nobody owes; the frame tells it on black and white paper too. */
const OPTIONAL: Partial<Style> = {
  fill: solid('FFFFFDF0'),
  border: edges({ style: 'dotted', color: { argb: 'FF7F7F7F' } }),
};

function solid(argb: string): Fill {
  return { type: 'pattern', pattern: 'solid', fgColor: { argb }, bgColor: { argb } };
}

function edges(edge: Partial<Border>): Partial<Borders> {
  return { top: edge, left: edge, bottom: edge, right: edge };
}

/** How a cell looks while a conditional format holds. */
export const conditionalStyles: Record<ConditionalLook, Partial<Style>> = {
  good: { fill: solid('FFC6EFCE'), font: { color: { argb: 'FF006100' } } },
  better: { fill: solid('FFA9D08E'), font: { color: { argb: 'FF00420A' } } },
  bad: { fill: solid('FFFFC7CE'), font: { color: { argb: 'FF9C0006' } } },
  waiting: { fill: solid('FFF2F2F2'), font: { color: { argb: 'FF595959' } } },
  unknown: { fill: solid('FFFFEB9C'), font: { color: { argb: 'FF7F6000' } } },
  behind: { font: { color: { argb: 'FFC55A11' } } },
  ahead: { font: { color: { argb: 'FF2F75B5' } } },
  filled: { fill: solid('FFFFFFFF') },
  framed: { border: THIN },
  // A number without decimals, whatever the format of the cell says.
  whole: { numFmt: '#,##0' },
};
