import { putAcross } from '../../sheet/across.ts';
import { put, setHeight } from '../../sheet/draft.ts';
import type { SheetModel } from '../../sheet/model.ts';
import type { WorkbookRequest } from '../../workbook/request.ts';
import { reporterName, SAMPLE_BANNER, workbookLine } from '../../workbook/wording.ts';

/** The rows that name the unit: of the cover, and of every other sheet. */
export const HEADING_ROWS = { form: 2, workbook: 3 };

/** Of the title's row, in points. */
export const TITLE_HEIGHT = 20;

/** Title, whose workbook it is, and the hint or the sample banner: rows 2 to 4 of every sheet. */
export function putHeading(sheet: SheetModel, request: WorkbookRequest, title: string, hint: string): void {
  put(sheet, 2, 2, 'title', title);
  setHeight(sheet, 2, TITLE_HEIGHT);
  const line = workbookLine(request.plans, reporterName(request), request.reporting);
  putAcross(sheet, HEADING_ROWS.workbook, 'workbookLine', line);
  if (request.sample) put(sheet, 4, 2, 'banner', SAMPLE_BANNER);
  else putAcross(sheet, 4, 'hint', hint);
}
