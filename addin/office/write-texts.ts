import type { CellText } from './mark-plan.ts';

/** A cell about to be written, as it stands now. */
export interface Target<Text extends CellText> {
  readonly text: Text;
  readonly range: Excel.Range;
  /** What it holds. */
  readonly value: unknown;
  readonly locked: boolean;
  /** Id of its sheet. */
  readonly sheetId: string;
}

/** Looks at cells right before they are written. One sync. */
export async function targetsOf<Text extends CellText>(
  context: Excel.RequestContext,
  texts: readonly Text[],
): Promise<Target<Text>[]> {
  if (texts.length === 0) return [];
  const ranges = texts.map((text) => {
    const range = context.workbook.worksheets.getItem(text.sheet).getCell(text.row - 1, text.column - 1);
    range.load('values,format/protection/locked,worksheet/id');
    return { text, range };
  });
  await context.sync();
  return ranges.map(({ text, range }) => ({
    text,
    range,
    value: range.values[0]?.[0] as unknown,
    locked: range.format.protection.locked,
    sheetId: range.worksheet.id,
  }));
}

/** Writes one text into each cell, and nothing else. One sync. */
export async function writeTexts(
  context: Excel.RequestContext,
  targets: readonly Target<CellText>[],
): Promise<void> {
  if (targets.length === 0) return;
  for (const { range, text } of targets) range.values = [[asText(text.text)]];
  await context.sync();
}

/** Excel reads what is written as if it were typed: "=1+1", "3/4" and "true" would not stay texts. */
function asText(text: string): string {
  return text === '' || /^[\p{L}[(]/u.test(text) ? protectedWord(text) : `'${text}`;
}

/** A single word may be a logical value or the name of a month with a day. */
function protectedWord(text: string): string {
  return /^(?:true|false|[a-z]{3,9}[ -]?\d.*)$/iu.test(text) ? `'${text}` : text;
}
