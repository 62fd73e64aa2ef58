import { roundName } from '../../../round/round.ts';
import { cellAddress, columnLetters } from '../../../sheet/address.ts';
import { KEY_MARKER, identityKey, identityOf, sheetNames } from '../../../workbook/contract.ts';
import { newSheet, put, shareFormulas } from '../../../sheet/draft.ts';
import { pageBreaks } from '../../../sheet/page.ts';
import type { Layout } from '../../../workbook/layout.ts';
import type { SheetModel } from '../../../sheet/model.ts';
import type { WorkbookRequest } from '../../../workbook/request.ts';
import { formulasOf } from '../../shared-formulas.ts';
import { putHeading } from '../heading.ts';
import type { SeriesBlock } from '../series-block.ts';
import { verdictFormats } from '../verdict-formats.ts';
import { putBullets } from './bullets.ts';
import { chartRows, summaryCharts } from './charts.ts';
import { COLUMN, HIDDEN_COLUMNS, WIDTHS, type ListArea } from './columns.ts';
import { putCounts } from './counts.ts';
import { listRows, putList } from './list.ts';
import { putWorst, worstRows } from './worst.ts';

/**
 * The summary: verdict counts per domain, the worst gaps, charts of both, every series at the round's year
 * with the officer's own verdict, and the counts per bullet of the plan.
 */
export function summarySheet(
  request: WorkbookRequest,
  layout: Layout,
  blocks: readonly SeriesBlock[],
): SheetModel {
  const sheet = newSheet(sheetNames.summary, WIDTHS, { freeze: { rows: 5, columns: 0 }, letters: 10 });
  shareFormulas(sheet, formulasOf(layout, sheet.name));
  for (const hidden of HIDDEN_COLUMNS) sheet.columns[hidden - 1] = { width: 9, hidden: true };
  put(sheet, 1, 1, 'hiddenKey', KEY_MARKER);
  put(sheet, 1, 2, 'hiddenKey', identityKey(identityOf(request)));
  putHeading(
    sheet,
    request,
    'TỔNG HỢP ĐÁNH GIÁ',
    `${judgedYear(request)} Chênh lệch dương là tốt hơn; khi chưa đến hạn, chênh lệch tính so với lộ trình tham chiếu.`,
  );
  const rows = listRows(request, layout, blocks);
  const counts = 6;
  const charts = counts + layout.domains.length + 3;
  const isJudged = rows.some(({ block }) => block.values.assigned);
  const worst = charts + (isJudged ? chartRows(layout) : 0) + 3;
  const list = worst + worstRows(rows) + 3;
  // Gnumeric reads a range of one cell as no range.
  const area: ListArea = { top: list, bottom: Math.max(list + 1, list + rows.length - 1) };
  const bullets = area.bottom + 4;
  putCounts(sheet, layout, rows, counts, area);
  putWorst(sheet, request.catalogue, rows, worst, area);
  putList(sheet, request, list, rows);
  const lastBullet = putBullets(sheet, request, rows, bullets, area);
  if (isJudged) {
    sheet.charts.push(...summaryCharts(sheet, layout, rows, { charts, counts, worst }));
  }
  const verdictColumn = columnLetters(COLUMN.verdict);
  const wholeColumn = columnLetters(COLUMN.own);
  sheet.conditional.push(
    ...verdictFormats(
      `${verdictColumn}${worst}:${verdictColumn}${area.bottom}`,
      cellAddress(worst, COLUMN.verdict),
    ),
    ...verdictFormats(
      `${wholeColumn}${bullets + 1}:${wholeColumn}${Math.max(bullets + 1, lastBullet)}`,
      cellAddress(bullets + 1, COLUMN.own),
    ),
  );
  // No title and head of a table end a page, and no chart is torn apart.
  sheet.rowBreaks = pageBreaks(sheet, [
    ...(isJudged ? [[charts - 1, charts + chartRows(layout)] as const] : []),
    [worst - 2, worst + 1],
    [list - 2, list + 1],
    [bullets - 1, bullets + 2],
  ]);
  return sheet;
}

/** A shorter round is judged by what its whole year is expected to come to. */
function judgedYear({ reporting, round }: WorkbookRequest): string {
  return reporting.frequency === 'year'
    ? `Năm ${round}.`
    : `Đánh giá theo số ước cả năm ${round} của kỳ ${roundName(reporting)}.`;
}
