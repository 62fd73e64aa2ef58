import { valueRules } from '../../../rules/value-rules.ts';
import { quoted } from '../../../target/formula.ts';
import { cellAddress } from '../../../sheet/address.ts';
import { sheetNames } from '../../../workbook/contract.ts';
import { newSheet, shareFormulas } from '../../../sheet/draft.ts';
import type { Layout } from '../../../workbook/layout.ts';
import type { SheetModel } from '../../../sheet/model.ts';
import type { WorkbookRequest } from '../../../workbook/request.ts';
import { formulasOf } from '../../shared-formulas.ts';
import { putHeading } from '../heading.ts';
import type { SeriesBlock } from '../series-block.ts';
import { COLUMN, LAST_COLUMN, WIDTHS } from './columns.ts';
import { CONCLUSIONS, COUNTS_END, putCounts, putCountsByRule, RULE_ROWS } from './counts.ts';
import type { CheckLines } from './lines.ts';
import { LISTED, PRINTED, putList, putRuleWords, type CheckRows } from './list.ts';
import { putLines } from './put-lines.ts';

const HEAD = COUNTS_END + 2;
const BY_RULE = HEAD + LISTED + 3;
const ROWS: CheckRows = { head: HEAD, rules: BY_RULE + RULE_ROWS + 2 };

/** First of the hidden lines the table of findings is computed from. */
export const LINES_TOP = ROWS.rules + valueRules.length;

/**
 * What the rules find, for people who have spreadsheet formulas only: conclusion, counts, and the findings,
 * worst first. The rules themselves are computed in hidden lines below.
 */
export function checkSheet(
  request: WorkbookRequest,
  layout: Layout,
  blocks: readonly SeriesBlock[],
  lines: CheckLines,
): SheetModel {
  const sheet = newSheet(sheetNames.check, WIDTHS, {
    titleRows: [ROWS.head, ROWS.head],
    printTo: COLUMN.reason,
    printBottom: ROWS.head + PRINTED,
    letters: 10,
  });
  shareFormulas(sheet, formulasOf(layout, sheet.name));
  for (let column: number = COLUMN.rank; column <= LAST_COLUMN; column += 1) {
    sheet.columns[column - 1] = { width: 9, hidden: true };
  }
  putHeading(
    sheet,
    request,
    'KIỂM TRA SỐ LIỆU',
    `Lỗi phải sửa; cảnh báo cần ghi lý do ở cột "Lý do, ghi chú" của dòng. Bấm vào cột "Dòng" để đến ô. Số chưa nhập chỉ đếm ở đây. In ${PRINTED} dòng đầu.`,
  );
  putCounts(sheet, lines);
  putCountsByRule(sheet, lines, BY_RULE);
  putList(sheet, request, ROWS, lines);
  putRuleWords(sheet, ROWS.rules);
  putLines(sheet, request, layout, blocks, lines);
  const conclusion = cellAddress(5, COLUMN.title);
  const looks = { blocked: 'bad', toExplain: 'unknown', accepted: 'good' } as const;
  for (const name of ['blocked', 'toExplain', 'accepted'] as const) {
    sheet.conditional.push({
      range: conclusion,
      condition: `${conclusion}=${quoted(CONCLUSIONS[name])}`,
      look: looks[name],
    });
  }
  return sheet;
}
