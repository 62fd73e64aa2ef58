import { absoluteAddress, cellAddress } from '../../address.ts';
import { put, setHeight, wrappedHeight } from '../../draft.ts';
import { quoted } from '../../../target/formula.ts';
import { verdicts } from '../../../target/verdict.ts';
import type { SheetModel } from '../../model.ts';
import type { WorkbookRequest } from '../../request.ts';
import { COLUMN, listRange, NAME_WIDTH, type ListArea } from './columns.ts';
import { putCountHead, putCountRow, SUM_COLUMN } from './counts.ts';
import type { ListRow } from './list.ts';

/** What can be said of a bullet as a whole. */
const WHOLE = { met: verdicts.met.vi, notMet: verdicts.notMet.vi, open: 'Chưa kết luận' };

/**
 * Counts per bullet of the plan: one sentence that was split into five rows is one promise. A bullet is met
 * when all its rows are, not met when one is not, and open otherwise.
 */
export function putBullets(
  sheet: SheetModel,
  request: WorkbookRequest,
  rows: readonly ListRow[],
  headRow: number,
  area: ListArea,
): void {
  put(sheet, headRow - 1, COLUMN.number, 'label', 'THEO TỪNG Ý CỦA KẾ HOẠCH');
  putCountHead(sheet, headRow, 'Mục, ý trong kế hoạch');
  put(sheet, headRow, SUM_COLUMN + 1, 'header', 'Cả ý');
  bulletsOf(rows).forEach((bullet, at) => {
    const row = headRow + 1 + at;
    const own = rows.filter((one) => one.bullet === bullet);
    const label = bulletLabel(request, bullet, own);
    const condition = `${listRange(area, COLUMN.bullet)},${quoted(bullet)}`;
    putCountRow(sheet, row, headRow, at + 1, label, own, condition, area);
    const [met, notMet] = [cellsOf(row, ['met', 'exceeded']), cellsOf(row, ['notMet'])];
    put(sheet, row, SUM_COLUMN + 1, 'verdict', {
      formula: `IF(${notMet}>0,${quoted(WHOLE.notMet)},IF(${met}=${absoluteAddress(row, SUM_COLUMN)},${quoted(WHOLE.met)},${quoted(WHOLE.open)}))`,
      result: wholeOf(own),
      tag: 'bullet',
    });
    setHeight(sheet, row, wrappedHeight(label, NAME_WIDTH));
  });
}

/** The bullets of the list, in its order. */
export function bulletsOf(rows: readonly ListRow[]): string[] {
  return [...new Set(rows.map(({ bullet }) => bullet))];
}

function wholeOf(rows: readonly ListRow[]): string {
  if (rows.some(({ verdict }) => verdict === 'notMet')) return WHOLE.notMet;
  return rows.every(({ verdict }) => verdict === 'met' || verdict === 'exceeded') ? WHOLE.met : WHOLE.open;
}

function cellsOf(row: number, names: (keyof typeof verdicts)[]): string {
  const all = Object.keys(verdicts) as (keyof typeof verdicts)[];
  return names.map((name) => cellAddress(row, COLUMN.domain + all.indexOf(name))).join('+');
}

function bulletLabel(request: WorkbookRequest, bullet: string, rows: readonly ListRow[]): string {
  const [plan, id] = bullet.split('|');
  const names = rows.map(({ contents }) => String(contents[0]?.value ?? ''));
  const more = names.length > 1 ? ` và ${names.length - 1} chỉ tiêu khác` : '';
  const ofPlan = request.plans.length > 1 ? `${plan} ` : '';
  return `${ofPlan}${id}: ${names[0]}${more}`;
}
