import { put, setHeight } from '../draft.ts';
import type { SheetModel } from '../model.ts';
import type { WorkbookRequest } from '../request.ts';
import { reporterName, SAMPLE_BANNER, workbookLine } from '../wording.ts';

/** Title, whose workbook it is, and the hint or the sample banner: rows 2 to 4 of every sheet. */
export function putHeading(sheet: SheetModel, request: WorkbookRequest, title: string, hint: string): void {
  put(sheet, 2, 2, 'title', title);
  put(sheet, 3, 2, 'subtitle', workbookLine(request.plans, reporterName(request), request.round));
  if (request.sample) put(sheet, 4, 2, 'banner', SAMPLE_BANNER);
  else put(sheet, 4, 2, 'note', hint);
  setHeight(sheet, 2, 24);
}
