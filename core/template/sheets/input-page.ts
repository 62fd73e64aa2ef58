import type { SheetModel } from '../../sheet/model.ts';
import { onePageScale, pageBreaks, type Block } from '../../sheet/page.ts';
import type { InputSheetLayout } from '../../workbook/layout.ts';

/** As many lines with a share on one of them are printed on one page, whose letters can be read. */
export const LINES_ON_ONE_PAGE = 25;

/** Of the letters of the form on one page, in parts of their size on the screen. */
const SMALLEST_LETTERS = 0.7;

function isOnePage(sheet: SheetModel, { form, rows }: InputSheetLayout): boolean {
  if (onePageScale(sheet) < SMALLEST_LETTERS) return false;
  return (
    form !== null &&
    form.numerator !== null &&
    rows.filter((row) => 'figure' in row).length <= LINES_ON_ONE_PAGE
  );
}

/**
 * Makes a form with a share on one line one page, and breaks any other where nothing is torn apart.
 * @param last row of the sheet
 */
export function breakPages(sheet: SheetModel, input: InputSheetLayout, last: number): void {
  sheet.onePage = isOnePage(sheet, input);
  if (!sheet.onePage) sheet.rowBreaks = pageBreaks(sheet, blocksOf(input, last));
}

/** What stays on one page: a heading with its first row, a share with its numerator, the foot with two rows. */
function blocksOf({ rows }: InputSheetLayout, last: number): Block[] {
  const together = rows.flatMap((row, at): Block[] => {
    const next = rows[at + 1];
    if (!next || 'heading' in next) return [];
    const isPart = !('heading' in row) && next.number.includes('.');
    return 'heading' in row || isPart ? [[row.row, next.row]] : [];
  });
  const figures = rows.filter((row) => 'figure' in row);
  const foot = (figures.at(-2) ?? figures.at(-1))?.row;
  return foot === undefined ? together : [...together, [foot, last]];
}
