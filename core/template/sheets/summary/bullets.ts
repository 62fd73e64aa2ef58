import { absoluteAddress, cellAddress } from '../../../sheet/address.ts';
import { put, setHeight, wrappedHeight } from '../../../sheet/draft.ts';
import { quoted } from '../../../target/formula.ts';
import { verdicts } from '../../../target/verdict.ts';
import type { SheetModel } from '../../../sheet/model.ts';
import type { WorkbookRequest } from '../../../workbook/request.ts';
import { countedOfBullet, planMark } from '../../../workbook/wording.ts';
import { bulletsIn, isWhole, wholeOf, type BulletRows, type WholeVerdict } from './bullet-rows.ts';
import { COLUMN, listRange, nameHeight, WIDTHS, type ListArea } from './columns.ts';
import { putCountHead, putCountRow, SUM_COLUMN } from './counts.ts';
import type { ListRow } from './list.ts';

/** What can be said of a bullet as a whole. */
const WHOLE: Record<WholeVerdict, string> = {
  met: verdicts.met.vi,
  notMet: verdicts.notMet.vi,
  open: 'Chưa kết luận',
};

/** Columns of the word on the whole bullet, and of how much of the bullet the word rests on. */
const WHOLE_COLUMN = SUM_COLUMN + 1;
const COUNTED_COLUMN = SUM_COLUMN + 2;
const COUNTED_WIDTH = WIDTHS[COUNTED_COLUMN - 2] ?? 0;

/**
 * Counts per bullet of the plan: one sentence that was split into five rows is one promise. A bullet is met
 * when all its rows are, see {@link wholeOf}.
 * @returns the last row of the table
 */
export function putBullets(
  sheet: SheetModel,
  request: WorkbookRequest,
  rows: readonly ListRow[],
  headRow: number,
  area: ListArea,
): number {
  put(sheet, headRow - 1, COLUMN.number, 'label', 'THEO TỪNG Ý CỦA KẾ HOẠCH');
  putCountHead(sheet, headRow, 'Mục, ý trong kế hoạch');
  put(sheet, headRow, WHOLE_COLUMN, 'header', 'Cả ý');
  put(sheet, headRow, COUNTED_COLUMN, 'header', 'Số chỉ tiêu tính ở kỳ này / số chỉ tiêu của ý');
  const bullets = bulletsIn(request.plans, rows, request.round);
  bullets.forEach((bullet, at) => {
    const row = headRow + 1 + at;
    const label = bulletLabel(request, bullet);
    const condition = `${listRange(area, COLUMN.bullet)},${quoted(bullet.key)}`;
    putCountRow(sheet, row, headRow, at + 1, label, bullet.counted, condition, area);
    put(sheet, row, WHOLE_COLUMN, 'verdict', {
      formula: wholeFormula(bullet, row),
      result: WHOLE[wholeOf(bullet)],
      tag: 'bullet',
    });
    const counted = countedOfBullet({ ...bullet, counted: bullet.counted.length });
    put(sheet, row, COUNTED_COLUMN, 'wrapped', counted);
    setHeight(sheet, row, Math.max(nameHeight(label), wrappedHeight(counted, COUNTED_WIDTH, 13)));
  });
  return headRow + bullets.length;
}

/** {@link wholeOf} in Excel, over the counts of the row. */
function wholeFormula(bullet: BulletRows<ListRow>, row: number): string {
  const [met, notMet] = [cellsOf(row, ['met', 'exceeded']), cellsOf(row, ['notMet'])];
  const open = quoted(WHOLE.open);
  const otherwise = isWhole(bullet)
    ? `IF(${met}=${absoluteAddress(row, SUM_COLUMN)},${quoted(WHOLE.met)},${open})`
    : open;
  return `IF(${notMet}>0,${quoted(WHOLE.notMet)},${otherwise})`;
}

function cellsOf(row: number, names: (keyof typeof verdicts)[]): string {
  const all = Object.keys(verdicts) as (keyof typeof verdicts)[];
  return names.map((name) => cellAddress(row, COLUMN.domain + all.indexOf(name))).join('+');
}

function bulletLabel(request: WorkbookRequest, { key, rows }: BulletRows<ListRow>): string {
  const [plan, id] = key.split('|');
  const names = rows.map(({ contents }) => String(contents[0]?.value ?? ''));
  const more = names.length > 1 ? ` và ${names.length - 1} chỉ tiêu khác` : '';
  const ofPlan = plan !== undefined && request.plans.length > 1 ? `${planMark(request.plans, plan)} ` : '';
  return `${ofPlan}${id}: ${names[0]}${more}`;
}
