import { describe, expect, it } from 'vitest';
import { newSheet, put, setHeight } from '../../../core/sheet/draft.ts';
import { pageBreaks, printScale, type Block } from '../../../core/sheet/page.ts';

/** Rows 2 to `last`, each as high; narrow enough to be printed as it is: about 514 points to a page. */
function sheetOf(last: number, height: number, titleRows: [number, number] | null = null) {
  const sheet = newSheet('Trang', [40], { titleRows });
  for (let row = 2; row <= last; row += 1) {
    put(sheet, row, 2, 'plain', row);
    setHeight(sheet, row, height);
  }
  return sheet;
}

describe('page breaks', () => {
  it('fill the page where nothing has to stay together', () => {
    // Ten rows of 50 points; the hidden first row takes no room.
    expect(pageBreaks(sheetOf(22, 50), [])).toEqual([11, 21]);
  });

  it('come before a block that does not fit any more', () => {
    expect(pageBreaks(sheetOf(21, 50), [[9, 12]])).toEqual([8, 18]);
    expect(pageBreaks(sheetOf(21, 50), [[10, 11]])).toEqual([11]);
  });

  it('take blocks that share a row for one', () => {
    const blocks: Block[] = [
      [10, 12],
      [8, 10],
    ];
    expect(pageBreaks(sheetOf(21, 50), blocks)).toEqual([7, 17]);
  });

  it('leave room for the rows repeated on every page', () => {
    expect(pageBreaks(sheetOf(21, 50, [2, 3]), [])).toEqual([11, 19]);
  });

  it('leave a block higher than a page to the program', () => {
    expect(pageBreaks(sheetOf(22, 50), [[4, 22]])).toEqual([3]);
  });

  it('reckon with the letters of a wide sheet being printed smaller', () => {
    const wide = sheetOf(30, 50);
    wide.columns.push({ width: 260 });
    expect(printScale(wide)).toBeCloseTo(0.498, 2);
    expect(pageBreaks(wide, [])).toEqual([21]);
    const hidden = sheetOf(30, 50);
    hidden.columns.push({ width: 260, hidden: true });
    expect(printScale(hidden)).toBe(1);
  });
});
