import { cellIndex, type SheetModel, type WorkbookModel } from '../../sheet/model.ts';
import { sheetNames } from '../../workbook/contract.ts';
import type { WorkbookRequest } from '../../workbook/request.ts';
import { putFormHead } from '../sheets/cover.ts';
import { HEADING_ROWS, putHeading } from '../sheets/heading.ts';

/** The height of a row, in points. */
export interface RowHeight {
  /** Place of the sheet among all. */
  sheet: number;
  row: number;
  height: number;
}

/**
 * Heights of the rows that name the unit, which a long name makes higher: written as the whole workbook writes them.
 * Rows whose height is another in the workbook, as something else stands in them, are left out.
 */
export function namedHeights(
  request: WorkbookRequest,
  { sheets }: Pick<WorkbookModel, 'sheets'>,
): (own: WorkbookRequest) => RowHeight[] {
  const heightIn = (sheet: SheetModel, row: number, own: WorkbookRequest): number | undefined => {
    const draft: SheetModel = { ...sheet, cells: new Map(), merges: [], rows: new Map() };
    if (sheet.name === sheetNames.cover) putFormHead(draft, own);
    else putHeading(draft, own, '', '');
    return draft.rows.get(row)?.height;
  };
  const rows = sheets.flatMap((sheet, at) => {
    const row = sheet.name === sheetNames.cover ? HEADING_ROWS.form : HEADING_ROWS.workbook;
    const hasHeading = sheet.name === sheetNames.cover || isHeading(sheet, row);
    const height = hasHeading ? sheet.rows.get(row)?.height : undefined;
    return height !== undefined && heightIn(sheet, row, request) === height ? [{ sheet, at, row }] : [];
  });
  return (own) =>
    rows.map(({ sheet, at, row }) => ({ sheet: at, row, height: heightIn(sheet, row, own) ?? 0 }));
}

function isHeading({ cells }: SheetModel, row: number): boolean {
  return cells.get(cellIndex(row, 2))?.style === 'workbookLine';
}
